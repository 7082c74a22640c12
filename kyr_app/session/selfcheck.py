"""The self-check: does this copy of the program do on this computer what families count on? One line for each thing."""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

import kyr_app
from kyr_app.model.errors import KyrError
from kyr_app.model.receipt import Receipt, Section
from kyr_app.model.text import N_, P_, Day, Together, Words
from kyr_app.session import machine
from kyr_app.session.machine import MIB
from kyr_app.store.preferences import home

if TYPE_CHECKING:
    from kyr_app.session.session import Session

LEAST_FREE, LEAST_MEMORY = 200 * MIB, 1800 * MIB
"""Bytes: room for papers and a family's photos; what a laptop of 2 GiB says it has."""
LEAST_DISPLAY = (1024, 700)
ACCENTS = "áéíóúüñÁÉÍÓÚÜÑ¿¡«»“”’"
_SAID = "Ñandú, pingüino: ¿qué día?"
"""What the test page says, to be found again in its letters."""


class Line(Struct, frozen=True):
    """What was looked at and what came of it. `good` is None where it could not be looked at."""

    id: str
    name: Words
    good: bool | None
    said: Words
    do: Words | None = None


class Seen(Struct, frozen=True):
    """What only a window can see: the screen in pixels as Qt counts them, its scale, the printers by name."""

    display: tuple[int, int]
    scale: float
    printers: tuple[str, ...]


def lines(session: Session, seen: Seen | None = None) -> tuple[Line, ...]:
    """Return every line. Takes a second or two: a page is drawn and a sentence is spoken. Writes nothing."""
    with machine.watched() as attempts:
        found = [each for look in _LOOKS for each in _safe(look, session)]
        found += list(_window(seen))
        reached = attempts()
    said = P_("{n} attempt to reach a network", "{n} attempts to reach a network", reached)
    do = N_("Do not use this copy. Ask for another one.")
    return (*found, Line("network", N_("Network"), reached == 0, said, do if reached else None))


def passed(found: tuple[Line, ...]) -> bool:
    """Whether nothing that was looked at is wrong."""
    return all(each.good is not False for each in found)


def page(found: tuple[Line, ...], *, good: Words | None = None) -> Receipt:
    """Return the self-check as a page to print: what must be mended first."""
    groups = (
        (N_("To mend"), "wrench", [each for each in found if each.good is False]),
        (N_("Good"), "check-circle", [each for each in found if each.good]),
        (N_("Not looked at"), "minus-circle", [each for each in found if each.good is None]),
    )
    sections = tuple(Section(title, tuple(map(told, those)), icon) for title, icon, those in groups if those)
    about = good or (N_("This copy is ready.") if passed(found) else N_("Something must be mended first."))
    return Receipt(N_("Self-check"), about, sections, clean=passed(found), icon="clipboard-text")


def told(line: Line) -> Words:
    """Return a line in words: what, how it is, what to do."""
    parts = (Together((line.name, line.said), ": "), *([line.do] if line.do is not None else []))
    return Together(parts, ". ")


Look = Callable[["Session"], Iterator[Line]]


def _safe(look: Look, session: Session) -> Iterator[Line]:
    """Yield the lines of a look; one that breaks is itself a line."""
    try:
        yield from look(session)
    except KyrError as error:
        name = look.__name__.removeprefix("_")
        yield Line(name, N_("Part “{name}”", name=name), False, error.said, error.hint)


def _program(_: Session) -> Iterator[Line]:
    wide = machine.bits()
    said = N_(
        "{version}, {bits} bits, {system}", version=kyr_app.__version__, bits=wide, system=platform.system()
    )
    do = N_("This copy needs a computer with 64 bits.")
    yield Line("version", N_("Program"), wide == 64, said, do if wide != 64 else None)
    memory = machine.memory()
    if memory is None:
        yield Line("memory", N_("Memory"), None, N_("The computer does not say."))
    else:
        said = N_("{n} MiB", n=memory // MIB)
        slow = N_("It will be slow here. Close other programs.")
        yield Line(
            "memory", N_("Memory"), memory >= LEAST_MEMORY, said, slow if memory < LEAST_MEMORY else None
        )


def _content(session: Session) -> Iterator[Line]:
    library = session.library
    lessons = len(library.lessons)
    ended = sum(each.expired(session.today) for each in library.lessons.values())
    counted = P_("{n} lesson", "{n} lessons", lessons)
    said = Together((counted, Day(library.built.isoformat())), " · ")
    yield Line("content", N_("Lessons"), lessons > 0, said)
    if ended:
        do = N_("They can still be read; a banner says so. Ask for a newer pack.")
        past = P_("{n} is past its date", "{n} are past their date", ended)
        yield Line("dates", N_("Dates"), False, past, do)
    else:
        yield Line("dates", N_("Dates"), True, N_("No lesson is past its date."))
    used = _pack()
    own = N_("the lessons that came with the program")
    yield Line("pack", N_("Signature"), True, N_("signed pack {name}", name=used) if used else own)


def _pack() -> str:
    """Return the name of the pack in use; nothing for the lessons that came with the program."""
    from kyr_app.updates.shelf import FOLDER, PackShelf  # noqa: PLC0415

    folder = PackShelf(home()).current() if (home() / FOLDER).is_dir() else None
    return folder.name if folder else ""


def _files(_: Session) -> Iterator[Line]:
    from kyr_app.store import release  # noqa: PLC0415 (only where it is asked for)

    found = release.verify(release.folder(), (home(),))
    if not found.listed:
        yield Line("files", N_("Files"), None, N_("A copy of the source: there is no list to compare with."))
        return
    wrong = (*found.changed, *found.missing, *found.more)
    said: Words = P_("{n} file compared.", "{n} files compared.", found.checked)
    if not found.same:
        said = N_(
            "Changed: {c}. Missing: {m}. Unknown: {u}. First: {name}",
            c=len(found.changed),
            m=len(found.missing),
            u=len(found.more),
            name=wrong[0] if wrong else release.NAME,
        )
    do = N_("This copy is not complete, or was changed. Copy the whole folder again.")
    yield Line("files", N_("Files"), found.same, said, None if found.same else do)


def _papers(session: Session) -> Iterator[Line]:
    from kyr_app.documents import fonts  # noqa: PLC0415

    lost = fonts.uncovered().findall(ACCENTS)
    letters = N_("every accent is there: {letters}", letters=ACCENTS)
    lacking = N_("missing: {letters}", letters="".join(lost))
    yield Line("fonts", N_("Letters"), not lost, lacking if lost else letters)
    made = session.print_test().run()
    whole = made.startswith(b"%PDF") and made.rstrip().endswith(b"%%EOF")
    sizes = N_("a page was drawn, {n} bytes; Letter and A4", n=len(made))
    yield Line("pdf", N_("Papers"), whole, sizes if whole else N_("a page could not be drawn"))


def _voice(_: Session) -> Iterator[Line]:
    from kyr_app.speech.espeak import Espeak  # noqa: PLC0415
    from kyr_app.speech.player import able  # noqa: PLC0415

    clip = Espeak().speak(_SAID, "es")
    loud = clip.peak > 0
    yield Line(
        "voice", N_("Voice"), loud, N_("it speaks Spanish and English") if loud else N_("it is silent")
    )
    do = N_("Everything can be read. Headphones or a small speaker may help.")
    heard = able()
    found = N_("there is something to play with") if heard else N_("nothing to play with was found")
    yield Line("sound", N_("Sound"), heard or None, found, None if heard else do)


def _disk(_: Session) -> Iterator[Line]:
    from kyr_app.store.drives import drives  # noqa: PLC0415

    room = machine.free(home())
    name = N_("Free room")
    if room is None:
        yield Line("room", name, None, N_("The computer does not say."))
    else:
        do = N_("Make room on this computer, or keep family files on a stick.")
        yield Line(
            "room", name, room >= LEAST_FREE, N_("{n} MiB", n=room // MIB), None if room >= LEAST_FREE else do
        )
    sticks = [each for each in drives() if each.removable]
    said = P_("{n} stick is in.", "{n} sticks are in.", len(sticks))
    yield Line("drives", N_("Sticks"), True if sticks else None, said)


def _window(seen: Seen | None) -> Iterator[Line]:
    if seen is None:
        for name, words in (("display", N_("Screen")), ("printers", N_("Printers"))):
            yield Line(name, words, None, N_("Only the window can see this."))
        return
    wide, high = seen.display
    fits = wide >= LEAST_DISPLAY[0] and high >= LEAST_DISPLAY[1]
    said = N_("{w} × {h}, at {p} %", w=wide, h=high, p=round(seen.scale * 100))
    yield Line(
        "display", N_("Screen"), fits, said, None if fits else N_("Choose smaller letters in the bar above.")
    )
    do = N_("Save papers as PDF to a stick and print them elsewhere.")
    listed = ", ".join(seen.printers)
    found = N_("seen: {names}", names=listed) if listed else N_("none was seen")
    yield Line("printers", N_("Printers"), True if listed else None, found, None if listed else do)


_LOOKS: tuple[Look, ...] = (_program, _content, _files, _papers, _voice, _disk)

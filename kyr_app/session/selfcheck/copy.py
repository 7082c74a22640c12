"""The self-check's looks at this copy of the program: its version, its lessons, its files, its papers, its voice."""

from __future__ import annotations

import datetime as dt
import platform
from collections.abc import Iterator
from typing import TYPE_CHECKING

import kyr_app
from kyr_app import places
from kyr_app.model.settings import Paper
from kyr_app.model.text import N_, P_, Day, Together, Words
from kyr_app.session.selfcheck import machine
from kyr_app.session.selfcheck.line import AGAIN, Line, Look
from kyr_app.store.preferences import holds, home

if TYPE_CHECKING:
    from kyr_app.content.library import Library
    from kyr_app.session.session import Session
    from kyr_app.store.release import Verified

ACCENTS = "áéíóúüñÁÉÍÓÚÜÑ¿¡«»“”’"
_SAID = "Ñandú, pingüino: ¿qué día?"
_SHEETS = {Paper.LETTER: (612, 792), Paper.A4: (595, 842)}
"""Points, rounded."""


def program(_: Session) -> Iterator[Line]:
    """Look at the version, and whether it runs as it was built: with addresses of 64 bits."""
    wide = machine.bits()
    said = N_(
        "{version}, {bits} bits, {system}", version=kyr_app.__version__, bits=wide, system=platform.system()
    )
    do = N_("This copy needs a computer with 64 bits.")
    yield Line("version", N_("Program"), wide == 64, said, do if wide != 64 else None)


def content(session: Session) -> Iterator[Line]:
    """Look at the lessons: how many, of which day, whether any is past its date, and who signed them."""
    library = session.library
    lessons = len(library.lessons)
    counted = P_("{n} lesson", "{n} lessons", lessons)
    said = Together((counted, Day(library.built.isoformat())), " · ")
    yield Line("content", N_("Lessons"), lessons > 0, said, None if lessons else AGAIN)
    ended = sum(session.today > day for day in _good_until(library))
    past: Words = P_("{n} is past its date", "{n} are past their date", ended)
    do = N_("They can still be read; a banner says so. Ask for a newer pack.")
    fresh = N_("Nothing is past its date.")
    yield Line("dates", N_("Dates"), not ended, past if ended else fresh, do if ended else None)
    yield _signature(session)


def _good_until(library: Library) -> Iterator[dt.date]:
    """Yield until when each thing of the content is good: lessons, lists, rules, papers, official forms, all."""
    shelves = (getattr(library.shelf, name) for name in library.shelf.__struct_fields__)
    every = (each for shelf in shelves if isinstance(shelf, tuple) for each in shelf)
    for one in (*every, *library.forms.values()):
        if isinstance(day := getattr(one, "good_until", None), dt.date):
            yield day


def _signature(session: Session) -> Line:
    """Return whose lessons are in use. A pack counts only where every byte of it is what was signed."""
    from kyr_app.session.packs import packs, publishers  # noqa: PLC0415
    from kyr_app.updates.shelf import BUILT_IN, FOLDER  # noqa: PLC0415

    name = N_("Signature")
    shelf = publishers.shelf(home())
    wanted = shelf.pointer().active if holds(home() / FOLDER) else BUILT_IN
    if shelf.lost:
        said = N_("which pack was chosen cannot be read any more; the program's own lessons are in use")
        return Line("pack", name, False, said, N_("Install the pack again, from its stick."))
    if wanted == BUILT_IN:
        own: Words = N_("the lessons that came with the program")
        keyless = () if publishers.pinned() else (publishers.NO_KEY,)
        return Line("pack", name, True, Together((own, *keyless), ". "))
    if not shelf.counts(wanted):
        said = N_(
            "the pack {name} counts no more; the lessons that came with the program are newer, or its key is gone",
            name=wanted,
        )
        return Line("pack", name, True, said)
    used, _ = packs.Packs(session, home()).in_use()
    if used == wanted:
        return Line("pack", name, True, N_("signed pack {name}", name=wanted))
    if shelf.current() == shelf.folder / wanted:
        said = N_(
            "the pack {name} is for another version of this program; its own lessons are in use", name=wanted
        )
        return Line(
            "pack", name, False, said, N_("Ask for a newer pack, or for a stick with the whole program.")
        )
    said = N_("the pack {name} was damaged; the lessons from before are in use", name=wanted)
    return Line("pack", name, False, said, N_("Install the pack again, from its stick."))


def files(_: Session) -> Iterator[Line]:
    """Hold every file of the folder against the list of hashes that came with it."""
    from kyr_app.store import release  # noqa: PLC0415 (only where it is asked for)

    found = release.verify(release.folder(), (home(),))
    name = N_("Files")
    if not found.listed:
        said: Words = N_("A copy of the source: there is no list to compare with.")
        yield Line("files", name, None, said)
    elif found.same:
        yield Line("files", name, True, P_("{n} file compared.", "{n} files compared.", found.checked))
    elif found.damaged_list:
        yield Line(
            "files", name, False, N_("The list {name} is damaged or missing.", name=release.NAME), AGAIN
        )
    else:
        yield Line("files", name, False, _counted(found), AGAIN, _names(found))


def _counted(found: Verified) -> Words:
    return N_(
        "{c} changed, {m} missing, {u} that do not belong here",
        c=len(found.changed),
        m=len(found.missing),
        u=len(found.more),
    )


def _names(found: Verified) -> tuple[Words, ...]:
    return (
        *(N_("missing: {file}", file=each) for each in found.missing),
        *(N_("changed: {file}", file=each) for each in found.changed),
        *(N_("does not belong here: {file}", file=each) for each in found.more),
    )


def papers(session: Session) -> Iterator[Line]:
    """Look at the letters, and draw the page that tests a printer on both papers; what is drawn is read back."""
    from kyr_app.documents.typesetting import fonts  # noqa: PLC0415 (ReportLab)
    from kyr_app.documents.worker import api  # noqa: PLC0415

    lost = fonts.uncovered().findall(ACCENTS)
    letters = N_("every accent is there: {letters}", letters=ACCENTS)
    lacking = N_("missing: {letters}", letters="".join(lost))
    yield Line("fonts", N_("Letters"), not lost, lacking if lost else letters, AGAIN if lost else None)
    whole = True
    for paper, size in _SHEETS.items():
        read = api.inspect(session.print_test(paper).run())
        text = "".join(read.texts)
        wide, high = (round(each) for each in read.sizes[0])
        whole = whole and (wide, high) == size and all(each in text for each in "ñáéíóúü¿¡")
    drawn = N_("Letter and A4, drawn and read back")
    wrong = N_("what was drawn does not read as it should")
    yield Line("pdf", N_("Papers"), whole, drawn if whole else wrong, None if whole else AGAIN)


def photos(_: Session) -> Iterator[Line]:
    """Open a photo as newer telephones keep them, in the limited process."""
    from kyr_app.documents.worker import api  # noqa: PLC0415

    name = N_("Photos")
    try:
        api.render((places.assets() / "sample" / "photo.heic").read_bytes())
    except api.NotTaken:
        yield Line("photos", name, False, N_("a photo could not be opened"), AGAIN)
    else:
        yield Line("photos", name, True, N_("also those of newer telephones"))


def voice(_: Session) -> Iterator[Line]:
    """Say a sentence without a sound, and look whether there is something to sound with."""
    from kyr_app.speech.espeak import Espeak  # noqa: PLC0415
    from kyr_app.speech.player import able  # noqa: PLC0415

    loud = all(Espeak().speak(_SAID, language).peak > 0 for language in ("es", "en"))
    said = N_("it speaks Spanish and English") if loud else N_("it is silent")
    yield Line("voice", N_("Voice"), loud, said, None if loud else AGAIN)
    do = N_("Everything can be read. Headphones or a small speaker may help.")
    heard = able()
    found = N_("there is something to play with") if heard else N_("nothing to play with was found")
    yield Line("sound", N_("Sound"), heard or None, found, None if heard else do)


LOOKS: tuple[Look, ...] = (program, content, files, papers, photos, voice)

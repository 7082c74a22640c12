"""The self-check: does this copy of the program do on this computer what families count on? One line for each thing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kyr_app.model.errors import KyrError
from kyr_app.model.receipt import Receipt, Section
from kyr_app.model.text import N_, P_, Together, Words
from kyr_app.session.selfcheck import computer, copy, machine
from kyr_app.session.selfcheck.line import AGAIN, Line, Look, Seen

if TYPE_CHECKING:
    from kyr_app.session.session import Session

__all__ = ["AGAIN", "Line", "Look", "Seen", "lines", "named", "page", "passed", "told"]

MOST_NAMED = 12
"""So many files are named on the page; the others are counted."""


def lines(session: Session, seen: Seen | None = None) -> tuple[Line, ...]:
    """Return every line. Takes a second or two: pages are drawn and a sentence is spoken. Writes nothing."""
    looks = (*copy.LOOKS, *computer.LOOKS)
    with machine.watched() as attempts:
        found = [each for look in looks for each in _safe(look, session)]
        found += list(computer.window(seen))
        reached = attempts()
    said = P_("{n} attempt to reach a network", "{n} attempts to reach a network", reached)
    do = N_("Do not use this copy. Ask for another one.")
    return (*found, Line("network", N_("Network"), reached == 0, said, do if reached else None))


def passed(found: tuple[Line, ...]) -> bool:
    """Whether nothing that was looked at is wrong."""
    return all(each.good is not False for each in found)


def page(found: tuple[Line, ...]) -> Receipt:
    """Return the self-check as a page to print: what must be mended first."""
    groups = (
        (N_("To mend"), "wrench", [each for each in found if each.good is False]),
        (N_("Good"), "check-circle", [each for each in found if each.good]),
        (N_("Not looked at"), "minus-circle", [each for each in found if each.good is None]),
    )
    sections = tuple(Section(title, _all_told(those), icon) for title, icon, those in groups if those)
    about = N_("This copy is ready.") if passed(found) else N_("Something must be mended first.")
    return Receipt(N_("Self-check"), about, sections, clean=passed(found), icon="clipboard-text")


def told(line: Line) -> Words:
    """Return a line in words: what, how it is, what to do."""
    parts = (Together((line.name, line.said), ": "), *([line.do] if line.do is not None else []))
    return Together(parts, " " if line.whole else ". ")


def named(line: Line) -> tuple[Words, ...]:
    """Return the files that a line is about, at most `MOST_NAMED` of them, and how many more there are."""
    more = len(line.names) - MOST_NAMED
    if more <= 1:  # a line that counts one file could as well name it
        return line.names
    return (*line.names[:MOST_NAMED], P_("and {n} more file", "and {n} more files", more))


def _all_told(those: list[Line]) -> tuple[Words, ...]:
    return tuple(words for line in those for words in (told(line), *named(line)))


def _safe(look: Look, session: Session) -> Iterator[Line]:
    """Yield the lines of a look; one that breaks is itself a line."""
    try:
        yield from look(session)
    except KyrError as error:
        yield Line(look.__name__, _part(look), False, error.said, error.hint, whole=True)
    except Exception as error:  # noqa: BLE001 (a part of a damaged copy may break in any way; the others are looked at)
        said = N_("it does not open here ({what})", what=type(error).__name__)
        yield Line(look.__name__, _part(look), False, said, AGAIN)


def _part(look: Look) -> Words:
    """Return what people call the part that a look is about."""
    return _PARTS.get(look.__name__, look.__name__)


_PARTS: dict[str, Words] = {
    "program": N_("Program"),
    "content": N_("Lessons"),
    "files": N_("Files"),
    "papers": N_("Papers"),
    "photos": N_("Photos"),
    "voice": N_("Voice"),
    "date": N_("Date"),
    "memory": N_("Memory"),
    "disk": N_("Free room"),
}

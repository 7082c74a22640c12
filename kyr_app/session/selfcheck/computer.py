"""The self-check's looks at this computer: its date, memory, room, sticks, screen and printers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kyr_app.model.text import N_, P_, Day, Together, Words
from kyr_app.session import clock
from kyr_app.session.selfcheck import machine
from kyr_app.session.selfcheck.line import Line, Look, Seen
from kyr_app.session.selfcheck.machine import MIB
from kyr_app.store.preferences import home

if TYPE_CHECKING:
    from kyr_app.session.session import Session
    from kyr_app.store.drive import Drive

LEAST_FREE, LEAST_MEMORY = 200 * MIB, 1800 * MIB
"""Bytes: room for papers and a family's photos; what a laptop of 2 GiB says it has."""
LEAST_DISPLAY = (1024, 700)
_SILENT = N_("The computer does not say.")


def date(session: Session) -> Iterator[Line]:
    """Look whether this computer's date can be: not before the lessons were made, and not years after."""
    day = clock.today()
    wrong = clock.is_wrong(day, session.library.built)
    do = N_("Set the date in the computer's settings. Deadlines are counted from it.")
    yield Line("clock", N_("Date"), not wrong, Day(day.isoformat()), do if wrong else None)


def memory(_: Session) -> Iterator[Line]:
    """Look at how much memory there is."""
    found, name = machine.memory(), N_("Memory")
    if found is None:
        yield Line("memory", name, None, _SILENT)
        return
    enough = found >= LEAST_MEMORY
    slow = N_("It will be slow here. Close other programs.")
    yield Line("memory", name, enough, N_("{n} MiB", n=found // MIB), None if enough else slow)


def disk(_: Session) -> Iterator[Line]:
    """Look at the room on this computer, and at the sticks that are in."""
    from kyr_app.store.drives import drives  # noqa: PLC0415

    room, name = machine.free(home()), N_("Free room")
    if room is None:
        yield Line("room", name, None, _SILENT)
    else:
        enough = room >= LEAST_FREE
        do = N_("Make room on this computer, or keep family files on a stick.")
        yield Line("room", name, enough, N_("{n} MiB", n=room // MIB), None if enough else do)
    sticks = [each for each in drives() if each.removable]
    counted = P_("{n} stick is in.", "{n} sticks are in.", len(sticks)) if sticks else N_("No stick is in.")
    said = Together((counted, *map(_stick, sticks)))
    yield Line("drives", N_("Sticks"), True if sticks else None, said)


def _stick(drive: Drive) -> Words:
    """Return how a stick is. Its name stays out: people call sticks by their own."""
    if not drive.writable:
        return N_("One is locked against writing.")
    return N_("One has {n} MiB free.", n=drive.free // MIB)


def window(seen: Seen | None) -> Iterator[Line]:
    """Yield what only a window can see, or that it was not looked at."""
    if seen is None:
        for name, words in (("display", N_("Screen")), ("printers", N_("Printers"))):
            yield Line(name, words, None, N_("Only the window can see this."))
        return
    wide, high = seen.display
    fits = wide >= LEAST_DISPLAY[0] and high >= LEAST_DISPLAY[1]
    said = N_("{w} × {h}, at {p} %", w=wide, h=high, p=round(seen.scale * 100))
    smaller = N_("Choose smaller letters in the bar above.")
    yield Line("display", N_("Screen"), fits, said, None if fits else smaller)
    do = N_("Save papers as PDF to a stick and print them elsewhere.")
    listed = ", ".join(seen.printers)
    found = N_("seen: {names}", names=listed) if listed else N_("none was seen")
    yield Line("printers", N_("Printers"), True if listed else None, found, None if listed else do)


LOOKS: tuple[Look, ...] = (date, memory, disk)

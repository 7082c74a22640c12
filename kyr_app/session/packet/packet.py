"""The packet of a sitting: what came in, how it looks, what it is, in which order; every step can be taken back.

Like the answers it lives in memory, and in the family file where one is open: then each picture lies sealed beside
the file before a record names it. Without a file nothing of it is ever written.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from msgspec import structs

from kyr_app.model.changes import Changes
from kyr_app.model.errors import InputError
from kyr_app.model.packet import Exhibit, Packet
from kyr_app.model.text import N_, Words
from kyr_app.rules import exhibits
from kyr_app.session.packet import rows as packet_rows
from kyr_app.session.packet.album import Album
from kyr_app.session.packet.choices import Choices
from kyr_app.session.packet.editing import Editing
from kyr_app.session.packet.incoming import Importing
from kyr_app.session.packet.papers import PaperJobs, named, paper_jobs, paper_lacks, paper_title
from kyr_app.session.packet.ready import ReadySheets
from kyr_app.session.packet.steps import Steps
from kyr_app.session.packet.ticks import Ticks

if TYPE_CHECKING:
    from kyr_app.session.family.family import Family
    from kyr_app.session.keeping import Photos, Row
    from kyr_app.session.my_papers import MyPapers
    from kyr_app.session.plan import Plan
    from kyr_app.session.signal import Signal
    from kyr_app.store.families import FamilyFile


class Sitting(Protocol):
    """What a packet needs of the session."""

    changed: Signal[Changes]

    @property
    def plan(self) -> Plan:
        """What the family ticks."""

    @property
    def family(self) -> Family:
        """The family file."""

    @property
    def my_papers(self) -> MyPapers:
        """The papers that the program makes."""


class Packing(Editing):
    """The packet, a part of the family file. All methods but `picture` and an import's `run` are for one thread."""

    name = "packet"

    def __init__(self, session: Sitting) -> None:
        self._session = session
        self._steps, self._ticks = Steps(), Ticks(session.plan)
        self._album = Album(self._file)
        self.ready = ReadySheets(self._album.picture)
        self._owned: tuple[str, ...] = ()
        self.choices = Choices()
        session.changed.connect(self._heard)

    def _file(self) -> FamilyFile | None:
        family = self._session.family
        return family.file if family.open else None

    # What there is

    @property
    def packet(self) -> Packet:
        """The packet as it is now."""
        return self._steps.packet

    def exhibit(self, number: int) -> Exhibit:
        """Return an exhibit. Raise `InputError` where there is none of that number."""
        if not self.packet.has(number):
            raise InputError(
                N_("This paper is not in the packet any more."), N_("Go back and choose another one.")
            )
        return self.packet.exhibit(number)

    def picture(self, name: str) -> bytes:
        """Return a picture as it came in. Raise `KyrError` where it cannot be read. Any thread may ask."""
        return self._album.picture(name)

    @property
    def sealed(self) -> bool:
        """Whether pictures lie sealed in an open family file; else they are in memory and end with the sitting."""
        return self._session.family.open

    def missing(self, number: int) -> tuple[Words, ...]:
        """Return what an exhibit still lacks, in words."""
        exhibit = self.exhibit(number)
        return (*exhibits.missing(exhibit), *paper_lacks(self._session.my_papers, exhibit))

    def title(self, number: int) -> Words:
        """Return what an exhibit is called: as it was typed, or as the paper is; nothing where neither is known."""
        exhibit = self.exhibit(number)
        return exhibits.title(exhibit) or paper_title(self._session.my_papers, exhibit)

    def paper_jobs(self, exhibit: Exhibit) -> PaperJobs | None:
        """Return what makes an exhibit that is a paper of the family's own; None for any other, or where it is gone."""
        return paper_jobs(self._session.my_papers, exhibit)

    # Steps

    def use(self, packet: Packet, said: Words, on: Hashable = None) -> None:
        """Put a packet in the place of this one, as a step that can be taken back; the same `on` makes it one step."""
        if packet != self.packet:
            before = self.packet
            self._steps.take(packet, said, on)
            self._follow(before)

    def _follow(self, before: Packet) -> None:
        self._ticks.follow(before, self.packet)
        self._tidy()
        self.prepare()
        self._session.changed.emit(Changes(packet=True))

    def prepare(self, choices: Choices | None = None) -> None:
        """Begin to make the sheets ready for paper, as far as they are not; it goes on by itself."""
        self.ready.follow(self.packet, colour=(choices or self.choices).colour)

    def _tidy(self) -> None:
        """Let pictures go that no step can bring back any more; those that cannot go yet are tried again."""
        kept = (*self.packet.pictures, *self._steps.spare)
        gone = tuple(name for name in self._owned if name not in set(kept))
        self._owned = kept if not gone or self._album.drop(gone) else (*kept, *gone)

    @property
    def undoes(self) -> Words | None:
        """What *undo* would take back; None where there is nothing."""
        return self._steps.undoes

    @property
    def redoes(self) -> Words | None:
        """What *do again* would do; None where there is nothing."""
        return self._steps.redoes

    def undo(self) -> Words | None:
        """Take the last step back; return what it was."""
        return self._went(self._steps.undo)

    def redo(self) -> Words | None:
        """Do again what was taken back last; return what it was."""
        return self._went(self._steps.redo)

    def _went(self, go: Callable[[], Words | None]) -> Words | None:
        before, said = self.packet, go()
        if said is not None:
            self._follow(before)
        return said

    def pause(self) -> None:
        """Let what is typed next be a step of its own."""
        self._steps.pause()

    def forget_removed(self) -> None:
        """Let pictures that were removed go for good: no step can be taken back after this."""
        self._steps.forget()
        self._follow(self.packet)

    @property
    def removed(self) -> int:
        """How many pictures are kept only so that they can come back."""
        return len(self._steps.spare)

    # Bringing in

    def importing(self, sources: Sequence[Path], *, again: bool = False, **how: int) -> Importing:
        """Return the work that brings files in, with `again` what is there too; `how`: `dpi`, `side` of the worker."""
        return Importing(sources, self._album, shown=None if again else lambda: self.packet.pictures, **how)

    def take(self, importing: Importing) -> tuple[int, ...]:
        """Make exhibits of what arrived since the last time, one of each file; return their numbers."""
        packet, numbers = self.packet, list[int]()
        for arrived in importing.take():
            packet, made = packet.with_new(arrived.pictures)
            numbers.append(made.number)
        if numbers:
            self.use(packet, N_("bringing photos and papers in"), ("import", id(importing)))
        return tuple(numbers)

    def add_paper(self, paper_id: str, person: int | None = None) -> int:
        """Put a paper of the family's own behind the others; return its number, or that of the one there is already."""
        paper = named(paper_id, person)
        there = next((each.number for each in self.packet.exhibits if each.paper == paper), 0)
        if not there:
            packet, made = self.packet.with_new(())
            made = structs.replace(made, paper=paper, language=exhibits.ENGLISH)
            self.use(packet.with_changed(made), N_("putting a paper in"))
            there = made.number
        return there

    # The family file

    def kept(self) -> list[Row]:
        """Return the packet as rows of plain values; pictures by the names they have in the file."""
        used = set(self.packet.pictures)
        return packet_rows.rows(self.packet, [name for name in self._owned if name not in used])

    def listed(self) -> tuple[tuple[Words, int], ...]:
        """Return what is kept, in words and with counts."""
        return packet_rows.listed(self.packet)

    def restore(self, rows: list[Row]) -> list[Row]:
        """Take the packet from rows, silently; return the rows that do not fit."""
        found = packet_rows.read(rows)
        self._steps.begin(found.packet)
        self.ready.clear()
        self._ticks.clear()
        self._album.only((*found.packet.pictures, *found.spare))
        self._owned = (*found.packet.pictures, *found.spare)
        return list(found.unfit)

    def clear(self) -> None:
        """Forget all of it, and what was chosen, silently: the session tells of it."""
        self._steps.begin(Packet())
        self.choices = Choices()
        self.ready.clear()
        self._ticks.clear()
        self._album.only(())
        self._owned = ()

    def store(self, file: Photos) -> None:
        """Put the pictures that are in memory into a file that is being made or opened."""
        names = self._album.store(file)
        self.ready.rename(names)
        self._steps.rename(names)
        self._owned = tuple(names.get(name, name) for name in self._owned)

    def _heard(self, changes: Changes) -> None:
        """Once a file is open, let go of what it holds, and of what was only there to be undone."""
        if changes.family and self._session.family.open:
            self._album.settle()
            self._tidy()

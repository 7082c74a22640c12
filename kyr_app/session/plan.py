"""What a family plans in a sitting: what is ticked, who sends what by when, its dates, what goes on its sheet.

Like the answers it lives in memory alone and ends with them. Nothing here tells what it holds when it is printed.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Protocol

import msgspec
from msgspec import Struct

from kyr_app.model.changes import Changes
from kyr_app.model.checklist import Note
from kyr_app.model.errors import KyrError
from kyr_app.rules import deadlines
from kyr_app.session import situation
from kyr_app.session.keeping import Row

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from kyr_app.content.library import Library
    from kyr_app.model.answers import Answers
    from kyr_app.model.checklist import Finding
    from kyr_app.model.deadline import Due
    from kyr_app.session.signal import Signal

MOST = 60
"""Letters in a note of who sends something."""


class Date(Struct, frozen=True, order=True):
    """A day on which something happened, and the rule that counts from it."""

    day: dt.date
    rule_id: str

    def __repr__(self) -> str:
        return "Date(…)"


class Planned(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A row of a family file: a tick or a note on an item, a date, an answer that is shared, a finding shown."""

    tick: tuple[str, str] | None = None
    note: tuple[str, str] | None = None
    who: str = ""
    by: dt.date | None = None
    date: dt.date | None = None
    rule: str = ""
    share: str = ""
    told: tuple[str, str] | None = None


class Sitting(Protocol):
    """What a plan needs of the session."""

    changed: Signal[Changes]
    answers: Answers

    @property
    def library(self) -> Library:
        """The content."""

    def answers_of(self, person: int | None = None) -> Answers:
        """Return the family's answers, and with them those of a person."""


class Plan:
    """Ticks, notes, dates and choices of one sitting."""

    name = "plan"

    def __init__(self, session: Sitting) -> None:
        self._session = session
        self.clear()

    def clear(self) -> None:
        """Forget all of it, silently: the session tells of it."""
        self._ticked: frozenset[tuple[str, str]] = frozenset()
        self._notes: dict[tuple[str, str], Note] = {}
        self._told: frozenset[tuple[str, str]] = frozenset()
        self.dates: tuple[Date, ...] = ()
        self.shared: frozenset[str] = frozenset()

    def tick(self, checklist_id: str, item_id: str, *, on: bool) -> None:
        """Tick an item of a checklist, or take the tick away."""
        one = frozenset({(checklist_id, item_id)})
        self._ticked = self._ticked | one if on else self._ticked - one
        self._session.changed.emit(Changes(marks=True))

    def ticked(self, checklist_id: str, item_id: str) -> bool:
        """Return whether an item is ticked."""
        return (checklist_id, item_id) in self._ticked

    def note(self, checklist_id: str, item_id: str, note: Note) -> None:
        """Keep who sends an item and by when."""
        self._notes[checklist_id, item_id] = Note(" ".join(note.who.split())[:MOST], note.by)
        self._session.changed.emit(Changes(marks=True))

    def noted(self, checklist_id: str, item_id: str) -> Note:
        """Return who sends an item and by when."""
        return self._notes.get((checklist_id, item_id), Note())

    def notes(self, checklist_id: str) -> dict[str, Note]:
        """Return the notes of a checklist by item, the empty ones left out."""
        return {
            item: note for (of, item), note in self._notes.items() if of == checklist_id and note != Note()
        }

    def add(self, rule_id: str, day: dt.date) -> None:
        """Add a date. Raise `ContentError` for an unknown rule, `InputError` for a day that cannot be meant."""
        deadlines.count(self._session.library.deadline(rule_id), day)
        if Date(day, rule_id) not in self.dates:
            self.dates = (*self.dates, Date(day, rule_id))
            self._session.changed.emit(Changes(answers=True))

    def remove(self, date: Date) -> None:
        """Let a date go."""
        self.dates = tuple(each for each in self.dates if each != date)
        self._session.changed.emit(Changes(answers=True))

    def dues(self) -> tuple[Due, ...]:
        """Return the dates added, counted, the first one to act on first."""
        rule = self._session.library.deadline
        counted = (deadlines.count(rule(each.rule_id), each.day) for each in self.dates)
        return tuple(sorted(counted, key=lambda due: due.safe or due.due or dt.date.max))

    def share(self, names: Iterable[str]) -> None:
        """Choose what goes on the sheet for a legal team: these answers, and no others."""
        self.shared = frozenset(names)
        self._session.changed.emit(Changes(marks=True))

    def stops(self, person: int | None = None) -> tuple[Finding, ...]:
        """Return what the answers raise that cannot wait and was not shown yet."""
        found = situation.stops(self._session.library, self._session.answers_of(person))
        return tuple(each for each in found if (each.rule_set, each.id) not in self._told)

    def tell(self, finding: Finding) -> None:
        """Note that a finding was shown: it interrupts once."""
        self._told |= {(finding.rule_set, finding.id)}
        self._session.changed.emit(Changes(marks=True))

    def kept(self) -> list[Row]:
        """Return a row for each tick, note, date, shared answer and finding shown."""
        notes = ((key, note) for key, note in self._notes.items() if note != Note())
        made = [
            *(Planned(tick=each) for each in sorted(self._ticked)),
            *(Planned(note=key, who=note.who, by=note.by) for key, note in notes),
            *(Planned(date=each.day, rule=each.rule_id) for each in self.dates),
            *(Planned(share=each) for each in sorted(self.shared)),
            *(Planned(told=each) for each in sorted(self._told)),
        ]
        return [msgspec.to_builtins(each) for each in made]

    def restore(self, rows: list[Row]) -> list[Row]:
        """Hold what the rows plan; return those whose item, rule or question is not there."""
        self.clear()
        return [row for row in rows if not self._taken(row)]

    def _taken(self, row: Row) -> bool:
        """Take up one row; return whether it fits."""
        try:
            one, library = msgspec.convert(row, Planned), self._session.library
        except msgspec.ValidationError:
            return False
        item = one.tick or one.note
        if item is not None:
            known = item[0] in library.checklists
            if not known or item[1] not in {each.id for each in library.checklists[item[0]].items}:
                return False
        if one.tick is not None:
            self._ticked |= {one.tick}
        elif one.note is not None:
            self._notes[one.note] = Note(one.who, one.by)
        elif one.date is not None:
            return self._dated(one.rule, one.date)
        elif one.told is not None:
            self._told |= {one.told}
        else:
            self.shared |= {one.share} - {""}
        return one != Planned()

    def _dated(self, rule_id: str, day: dt.date) -> bool:
        try:
            deadlines.count(self._session.library.deadline(rule_id), day)
        except KyrError:
            return False
        self.dates = (*self.dates, Date(day, rule_id))
        return True

    def key(self, row: Row) -> Hashable:
        """Return the item of a note; any other row is about itself."""
        return tuple(row["note"]) if "note" in row else msgspec.json.encode(row, order="deterministic")

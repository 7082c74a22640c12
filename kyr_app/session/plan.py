"""What a family plans in a sitting: what is ticked, who sends what by when, its dates, what goes on its sheet.

Like the answers it lives in memory alone and ends with them. Nothing here tells what it holds when it is printed.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from kyr_app.model.changes import Changes
from kyr_app.model.checklist import Note
from kyr_app.rules import deadlines
from kyr_app.session import situation

if TYPE_CHECKING:
    from collections.abc import Iterable

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

    def ticked(self, checklist_id: str, item_id: str) -> bool:
        """Return whether an item is ticked."""
        return (checklist_id, item_id) in self._ticked

    def note(self, checklist_id: str, item_id: str, note: Note) -> None:
        """Keep who sends an item and by when."""
        self._notes[checklist_id, item_id] = Note(" ".join(note.who.split())[:MOST], note.by)

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

    def stops(self, person: int | None = None) -> tuple[Finding, ...]:
        """Return what the answers raise that cannot wait and was not shown yet."""
        found = situation.stops(self._session.library, self._session.answers_of(person))
        return tuple(each for each in found if (each.rule_set, each.id) not in self._told)

    def tell(self, finding: Finding) -> None:
        """Note that a finding was shown: it interrupts once."""
        self._told |= {(finding.rule_set, finding.id)}

"""Library: one immutable snapshot of all content, as the program reads it."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from kyr_app.model.checklist import Checklist, RuleSet
from kyr_app.model.deadline import DeadlineFile, DeadlineRule
from kyr_app.model.directory import Contact
from kyr_app.model.errors import ContentError
from kyr_app.model.fact import Fact
from kyr_app.model.glossary import Term
from kyr_app.model.interview import Interview
from kyr_app.model.lesson import Lesson
from kyr_app.model.screening import Screening
from kyr_app.model.text import N_
from kyr_app.model.timeline import Event

T = TypeVar("T")
FILE = "library.json"
FORMAT = 1
"""The shape of a pack; a program opens its own shape alone."""


class Dated(Struct, frozen=True):
    """When a kind of content was last held against its sources, and until when it is good."""

    kind: str
    reviewed: dt.date
    good_until: dt.date


class Shelf(Struct, frozen=True, kw_only=True):
    """What a compiled pack holds, in order."""

    format: int
    built: dt.date
    lessons: tuple[Lesson, ...]
    interviews: tuple[Interview, ...]
    checklists: tuple[Checklist, ...]
    rule_sets: tuple[RuleSet, ...]
    screenings: tuple[Screening, ...]
    deadlines: tuple[DeadlineFile, ...]
    contacts: tuple[Contact, ...]
    events: tuple[Event, ...]
    terms: tuple[Term, ...]
    facts: tuple[Fact, ...]
    dated: tuple[Dated, ...] = ()


class Library:
    """The content of a pack by id. Never changes; another pack is another library."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.built = shelf.built
        self.lessons = {each.id: each for each in sorted(shelf.lessons, key=lambda each: each.order)}
        self.interviews = {each.id: each for each in sorted(shelf.interviews, key=lambda each: each.order)}
        self.checklists = {each.id: each for each in sorted(shelf.checklists, key=lambda each: each.order)}
        self.rule_sets = {each.id: each for each in sorted(shelf.rule_sets, key=lambda each: each.order)}
        self.screenings = {each.id: each for each in sorted(shelf.screenings, key=lambda each: each.order)}
        self.deadline_files = tuple(sorted(shelf.deadlines, key=lambda each: each.order))
        self.deadlines = {rule.id: rule for file in self.deadline_files for rule in file.rules}
        self.contacts = {each.id: each for each in shelf.contacts}
        self.events = shelf.events
        self.dated = {each.kind: each for each in shelf.dated}
        self.terms = {each.id: each for each in shelf.terms}

    @cached_property
    def facts(self) -> dict[str, Fact]:
        """Facts by id."""
        return {each.id: each for each in self.shelf.facts}

    def lesson(self, lesson_id: str) -> Lesson:
        """Return a lesson. Raise `ContentError` where there is none of that id."""
        return _by_id(self.lessons, lesson_id)

    def contact(self, contact_id: str) -> Contact:
        """Return a place that helps, as `lesson` does."""
        return _by_id(self.contacts, contact_id)

    def interview(self, interview_id: str) -> Interview:
        """Return an interview, as `lesson` does."""
        return _by_id(self.interviews, interview_id)

    def screening(self, screening_id: str) -> Screening:
        """Return a screening, as `lesson` does."""
        return _by_id(self.screenings, screening_id)

    def deadline(self, rule_id: str) -> DeadlineRule:
        """Return a deadline rule, as `lesson` does."""
        return _by_id(self.deadlines, rule_id)

    def checklist(self, checklist_id: str) -> Checklist:
        """Return a checklist, as `lesson` does."""
        return _by_id(self.checklists, checklist_id)


def _by_id(shelf: dict[str, T], wanted: str) -> T:
    import difflib  # noqa: PLC0415 (only on the way to an error)

    if wanted in shelf:
        return shelf[wanted]
    near = next(iter(difflib.get_close_matches(wanted, shelf, n=1)), None)
    hint = (
        N_("Did you mean “{near}”?", near=near) if near else N_("There is: {known}.", known=", ".join(shelf))
    )
    raise ContentError(N_("There is no “{id}” in this content.", id=wanted), hint)


def encode(shelf: Shelf) -> bytes:
    """Return a shelf as the strict JSON of a pack."""
    return msgspec.json.encode(shelf)


def decode(data: bytes) -> Library:
    """Return the library in a pack's JSON. Raise `ContentError` for what is none or is of another shape."""
    try:
        return Library(msgspec.json.decode(data, type=Shelf))
    except msgspec.MsgspecError as error:
        raise ContentError(
            N_("The lessons on this computer are damaged."),
            N_("Copy the program again from a good stick. Nothing of yours is kept in them."),
        ) from error


def load(folder: Path) -> Library:
    """Return the library of a pack folder. Raise `ContentError` where it is missing or damaged."""
    try:
        data = (folder / FILE).read_bytes()
    except OSError as error:
        raise ContentError(
            N_("The lessons of this program are missing."),
            N_("Copy the whole program folder again; this copy is not complete."),
        ) from error
    return decode(data)

"""Library: one immutable snapshot of all content, as the program reads it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from kyr_app.content import official
from kyr_app.model.block import Phrase
from kyr_app.model.checklist import Checklist, RuleSet
from kyr_app.model.deadline import DeadlineFile, DeadlineRule
from kyr_app.model.directory import Contact
from kyr_app.model.errors import ContentError
from kyr_app.model.fact import Fact
from kyr_app.model.form import OfficialForm
from kyr_app.model.glossary import Term
from kyr_app.model.interview import Interview
from kyr_app.model.lesson import Lesson
from kyr_app.model.practice import PracticeSet
from kyr_app.model.prompt import Prompt, PromptFile
from kyr_app.model.screening import Screening
from kyr_app.model.template import Template
from kyr_app.model.text import N_
from kyr_app.model.timeline import Event
from kyr_app.model.workshop import Leading, ReadyPlan

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
    prompts: tuple[PromptFile, ...] = ()
    practice: tuple[PracticeSet, ...] = ()
    templates: tuple[Template, ...] = ()
    workshops: tuple[ReadyPlan, ...] = ()
    leading: tuple[Leading, ...] = ()


class Library:
    """The content of a pack by id. Never changes; another pack is another library."""

    def __init__(self, shelf: Shelf, forms: Callable[[], Mapping[str, OfficialForm]] = dict) -> None:
        self.shelf = shelf
        self._forms = forms
        self.built = shelf.built
        self.lessons = {each.id: each for each in sorted(shelf.lessons, key=lambda each: each.order)}
        self.interviews = {each.id: each for each in sorted(shelf.interviews, key=lambda each: each.order)}
        self.checklists = {each.id: each for each in sorted(shelf.checklists, key=lambda each: each.order)}
        self.rule_sets = {each.id: each for each in sorted(shelf.rule_sets, key=lambda each: each.order)}
        self.screenings = {each.id: each for each in sorted(shelf.screenings, key=lambda each: each.order)}
        self.templates = {each.id: each for each in sorted(shelf.templates, key=lambda each: each.order)}
        self.workshops = {each.id: each for each in sorted(shelf.workshops, key=lambda each: each.order)}
        self.guidance = {each.id: each for each in shelf.leading}
        self.leading = next(iter(shelf.leading), None)
        self.deadline_files = tuple(sorted(shelf.deadlines, key=lambda each: each.order))
        self.deadlines = {rule.id: rule for file in self.deadline_files for rule in file.rules}
        self.practice = {each.id: each for each in sorted(shelf.practice, key=lambda each: each.order)}
        self.prompt_files = tuple(sorted(shelf.prompts, key=lambda each: each.order))
        self.contacts = {each.id: each for each in shelf.contacts}
        self.events = shelf.events
        self.dated = {each.kind: each for each in shelf.dated}
        self.terms = {each.id: each for each in shelf.terms}

    @cached_property
    def facts(self) -> dict[str, Fact]:
        """Facts by id."""
        return {each.id: each for each in self.shelf.facts}

    @cached_property
    def forms(self) -> Mapping[str, OfficialForm]:
        """The maps of official forms by id, fetched where they are first asked for. Raise `ContentError` as `load`."""
        return self._forms()

    @cached_property
    def prompts(self) -> dict[str, Prompt]:
        """Prompts by id, in order."""
        return {one.id: one for file in self.prompt_files for part in file.sections for one in part.prompts}

    @cached_property
    def phrases(self) -> dict[str, Phrase]:
        """The sentences to say aloud of all lessons, by `lesson/block`."""
        return {
            f"{lesson.id}/{block.id}": block
            for lesson in self.lessons.values()
            for point in lesson.points
            for block in point.blocks
            if isinstance(block, Phrase)
        }

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

    def template(self, template_id: str) -> Template:
        """Return a paper that we write, as `lesson` does."""
        return _by_id(self.templates, template_id)

    def workshop(self, plan_id: str) -> ReadyPlan:
        """Return a ready plan of a workshop, as `lesson` does."""
        return _by_id(self.workshops, plan_id)

    def practice_set(self, set_id: str) -> PracticeSet:
        """Return something to practise, as `lesson` does."""
        return _by_id(self.practice, set_id)

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


def decode(data: bytes, forms: Callable[[], Mapping[str, OfficialForm]] = dict) -> Library:
    """Return the library in a pack's JSON. Raise `ContentError` for what is none or is of another shape."""
    shelf = _decoded(data, Shelf)
    if shelf.format != FORMAT:
        raise _unread()
    return Library(shelf, forms)


def _decoded(data: bytes, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(data, type=kind)
    except msgspec.MsgspecError as error:
        raise _unread() from error


def _unread() -> ContentError:
    return ContentError(
        N_("The lessons on this computer are damaged."),
        N_("Copy the program again from a good stick. Nothing of yours is kept in them."),
    )


class _Built(Struct, frozen=True):
    """The day of a pack, read without the rest of it."""

    built: dt.date


def built(folder: Path) -> dt.date:
    """Return the day of the content in a pack folder. Raise `ContentError` as `load`."""
    return _decoded(_read(folder), _Built).built


def load(folder: Path, forms: Path | None = None) -> Library:
    """Return the library of a pack folder; where it has no forms that this program reads, with those of `forms`.

    Raise `ContentError` where it is missing or damaged.
    """
    return decode(_read(folder), partial(_forms, folder, forms))


def _forms(folder: Path, instead: Path | None) -> Mapping[str, OfficialForm]:
    try:
        return official.load(folder)
    except ContentError:
        if instead is None:
            raise
    return official.load(instead)


def _read(folder: Path) -> bytes:
    try:
        return (folder / FILE).read_bytes()
    except OSError as error:
        raise ContentError(
            N_("The lessons of this program are missing."),
            N_("Copy the whole program folder again; this copy is not complete."),
        ) from error

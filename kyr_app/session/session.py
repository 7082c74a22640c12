"""The one object that changes: language, settings and the answers of the sitting."""

from __future__ import annotations

import datetime as dt
from functools import cached_property, partial
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

from msgspec import structs

from kyr_app import places
from kyr_app.model.answers import NOTHING, Answer, Answers
from kyr_app.model.changes import Changes
from kyr_app.model.person import Person, Who
from kyr_app.model.settings import Look, Paper, Settings, TextSize
from kyr_app.session import clock
from kyr_app.session.family.leaving import Leaving
from kyr_app.session.packs.languages import Languages
from kyr_app.session.people import People
from kyr_app.session.references import References
from kyr_app.session.signal import Signal
from kyr_app.session.whose import shared_with
from kyr_app.store.preferences import Forgetful, holds, home

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kyr_app.content.library import Library
    from kyr_app.model.checklist import PersonalChecklist
    from kyr_app.model.language import WordTable
    from kyr_app.model.screening import Screened
    from kyr_app.session.bookmark import Bookmark
    from kyr_app.session.interviews import Interviews
    from kyr_app.session.my_papers import MyPapers
    from kyr_app.session.packet.packet import Packing
    from kyr_app.session.plan import Plan
    from kyr_app.session.renewed import Renewed
    from kyr_app.session.sheets import Sheets
    from kyr_app.session.story import Telling
    from kyr_app.session.workshop import Workshop


class Keeper(Protocol):
    """Keeps settings between two runs, or pretends to."""

    def read(self) -> Settings:
        """Return the kept settings."""

    def keep(self, settings: Settings) -> None:
        """Keep settings."""


class Session(Leaving, References, Languages):
    """A sitting. Screens and commands call it; every change is told through `changed`.

    Nothing that a person answers is written anywhere: the answers live here and end with `forget` or the program.
    """

    def __init__(
        self,
        library: Library | None = None,
        preferences: Keeper | None = None,
        today: dt.date | None = None,
    ) -> None:
        self._given = library
        self.today = today or clock.today()
        self.day_told = False  # whether a person said what day it is
        self._preferences = preferences or Forgetful()
        self.settings = self._preferences.read()
        self.answers = NOTHING
        self.people = People()
        self.changed: Signal[Changes] = Signal()
        self._settle()
        if self.gone:
            self._preferences.keep(self.settings)

    # What the first window does not need is fetched where it is first asked for: it opens sooner by that much.

    @cached_property
    def library(self) -> Library:
        """The content. Raise `ContentError` where it is missing or damaged."""
        from kyr_app.content.library import load  # noqa: PLC0415

        return self._given or self._from_packs() or load(places.pack())

    def _from_packs(self) -> Library | None:
        """Return the content of a pack that was installed on this computer; None where none ever was."""
        if not holds(home() / "packs"):
            return None
        from kyr_app.session.packs import packs  # noqa: PLC0415 (only where there are packs)

        return packs.current(home())

    def use_library(self, library: Library, tables: Mapping[str, WordTable] | None = None) -> Renewed:
        """Show other content from now on; `tables` are the words of the languages that it adds.

        Return what became of what was answered.
        """
        from kyr_app.session.renewal import renew  # noqa: PLC0415 (few sittings ever change their content)

        renewed = renew(self, library)
        told = tables is not None and self.use_tables(tables)
        self._preferences.keep(self.settings)
        answers = renewed.changed
        self.changed.emit(Changes(library=True, answers=answers, language=told, settings=told))
        return renewed

    @cached_property
    def interviews(self) -> Interviews:
        """The interview under way."""
        from kyr_app.session.interviews import Interviews  # noqa: PLC0415

        return Interviews(self)

    @cached_property
    def sheets(self) -> Sheets:
        """The papers of this family's own."""
        from kyr_app.session.sheets import Sheets  # noqa: PLC0415

        return Sheets(self)

    @cached_property
    def plan(self) -> Plan:
        """What the family ticks, notes and chooses in this sitting."""
        from kyr_app.session.plan import Plan  # noqa: PLC0415

        return Plan(self)

    @cached_property
    def story(self) -> Telling:
        """The story told in this sitting, card by card."""
        from kyr_app.session.story import Telling  # noqa: PLC0415

        return Telling(self)

    @cached_property
    def packet(self) -> Packing:
        """The packet of photos and papers, and every step on it."""
        from kyr_app.session.packet.packet import Packing  # noqa: PLC0415

        return Packing(self)

    @cached_property
    def my_papers(self) -> MyPapers:
        """The papers that can be made, and which are chosen."""
        from kyr_app.session.my_papers import MyPapers  # noqa: PLC0415

        every = import_module(
            "kyr_app.session.making.papers"
        )  # it knows of the session, which may not know of it
        return MyPapers(self, partial(every.more, self))

    @cached_property
    def workshop(self) -> Workshop:
        """The workshop that is prepared or held."""
        from kyr_app.session.workshop import Workshop  # noqa: PLC0415

        return Workshop(self)

    @cached_property
    def bookmark(self) -> Bookmark:
        """The place where the family stopped."""
        from kyr_app.session.bookmark import Bookmark  # noqa: PLC0415

        return Bookmark(self)

    def use_today(self, today: dt.date) -> None:
        """Count from `today` instead of the computer's date. Raise `InputError` for a day before the content."""
        self.today, self.day_told = clock.meant(today, self.library.built), True
        self.changed.emit(Changes(library=True))

    def use_text_size(self, size: TextSize) -> None:
        """Show letters of another size."""
        self._use(structs.replace(self.settings, text_size=size), Changes(settings=True))

    def use_look(self, look: Look) -> None:
        """Show another ground."""
        self._use(structs.replace(self.settings, look=look), Changes(settings=True))

    def use_paper(self, paper: Paper) -> None:
        """Print on another size of paper."""
        self._use(structs.replace(self.settings, paper=paper), Changes(settings=True))

    def _use(self, settings: Settings, changes: Changes) -> None:
        self.settings = settings
        self._preferences.keep(settings)
        self.changed.emit(changes)

    def keep_no_settings(self) -> None:
        """Write no settings any more in this run: the computer is being left."""
        self._preferences = Forgetful(self.settings)

    def answers_of(self, person: int | None = None) -> Answers:
        """Return the family's answers, and with them those that a person gave for themselves."""
        if person is None:
            return self.answers
        return self.people.answers_of(person, shared_with(self.library, self.people, self.answers, person))

    def give(self, name: str, answer: Answer, person: int | None = None) -> None:
        """Keep an answer of the family, or of one person of it, for the sitting; whoever calls tells of it."""
        if person is None:
            self.answers = self.answers.given(name, answer)
        else:
            self.people = self.people.given(person, name, answer)

    def add_person(self, who: Who) -> Person:
        """Take somebody into the sitting."""
        self.people, person = self.people.joined(who)
        self.changed.emit(Changes(answers=True))
        return person

    def remove_person(self, person: int) -> None:
        """Let somebody go, with what was answered for them."""
        self.people = self.people.without(person)
        self.changed.emit(Changes(answers=True))

    def replace_answers(self, answers: Answers) -> None:
        """Put `answers` in the place of the family's."""
        self.answers = answers
        self.changed.emit(Changes(answers=True))

    def checklist(self, checklist_id: str) -> PersonalChecklist:
        """Return a checklist for the answers given so far. Raise `ContentError` for an unknown id."""
        from kyr_app.session import situation  # noqa: PLC0415

        return situation.checklist(self.library, checklist_id, self.answers)

    def screened(self, screening_id: str, person: int | None = None) -> Screened:
        """Return what a screening comes to, for the family or one person. Raise `ContentError` for an unknown id."""
        from kyr_app.session import situation  # noqa: PLC0415

        return situation.screened(self.library, screening_id, self.answers_of(person))

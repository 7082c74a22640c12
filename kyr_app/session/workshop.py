"""A workshop: what was chosen, what happens when, and how many hands were raised. It knows nobody and keeps nothing.

Its answers are totals. They end with the workshop, with the sitting, and with the program.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

from msgspec import Struct, structs

from kyr_app.model.agenda import Step, agenda
from kyr_app.model.changes import Changes
from kyr_app.model.errors import InputError
from kyr_app.model.settings import Edition, Paper, Settings
from kyr_app.model.text import N_
from kyr_app.model.workshop import MOST_PEOPLE, Plan, ReadyPlan
from kyr_app.session.frame import frame

if TYPE_CHECKING:
    import datetime as dt

    from kyr_app.content.library import Library
    from kyr_app.documents.workshop.jobs import CountJob, GuideJob, PackJob, SetJob
    from kyr_app.documents.workshop.sets import Drawn, Led, Sets
    from kyr_app.i18n.locale import Locale
    from kyr_app.model.answers import Answers
    from kyr_app.model.deck import Leaf
    from kyr_app.model.lesson import Lesson
    from kyr_app.session.signal import Signal


class Sitting(Protocol):
    """What a workshop needs of the session."""

    settings: Settings
    answers: Answers
    today: dt.date
    changed: Signal[Changes]

    @property
    def library(self) -> Library:
        """The content."""

    def locale_of(self, language: str) -> Locale:
        """Return the locale of a language."""


class Wanted(Struct, frozen=True):
    """How the sets are printed: languages (the reader's first), edition, cards, sheets of their own for two sides."""

    languages: tuple[str, ...] = ("es",)
    edition: Edition = Edition.STANDARD
    cards: bool = True
    both_sides: bool = False
    paper: Paper | None = None


class Workshop:
    """The workshop of one sitting."""

    def __init__(self, session: Sitting) -> None:
        self._session = session
        self.plan: Plan | None = None
        self.wanted = Wanted()
        self._hands: dict[str, list[int]] = {}
        session.changed.connect(self._follow)

    def _follow(self, changes: Changes) -> None:
        """End with the sitting: answers that were there and are gone mean that it was forgotten."""
        if changes.library or (changes.answers and not self._session.answers):
            self.drawn.clear()
            self._hands.clear()

    @cached_property
    def drawn(self) -> Drawn:
        """The papers drawn so far: neither a name nor an answer stands in them."""
        from kyr_app.documents.workshop.sets import Drawn  # noqa: PLC0415 (only where there is a workshop)

        return Drawn()

    # ── what was chosen ──────────────────────────────────────────────────────────────────────────────────────

    def take(self, plan_id: str) -> Plan:
        """Take a ready plan as it is. Raise `ContentError` for an unknown id."""
        ready = self._session.library.workshop(plan_id)
        plan = Plan(
            lessons=ready.lessons,
            minutes=ready.minutes,
            people=ready.people,
            stations=ready.stations,
            ready=ready.id,
        )
        return self._use(plan)

    def choose(
        self, lesson_ids: Sequence[str], *, minutes: int = 90, people: int = 25, children: int = 0
    ) -> Plan:
        """Choose lessons one by one, each once, in this order.

        Raise `ContentError` for an unknown lesson, `InputError` where they do not fit into the minutes.
        """
        lessons = tuple(dict.fromkeys(lesson_ids))
        return self._use(Plan(lessons=lessons, minutes=minutes, people=people, children=children))

    def change(self, **values: Any) -> Plan:
        """Change minutes, people, children or whether slides are short. Raise `InputError` where that cannot be."""
        return self._use(structs.replace(self._plan, **values))

    def _use(self, plan: Plan) -> Plan:
        if not 1 <= plan.people <= MOST_PEOPLE:
            raise InputError(N_("A workshop has 1 to {n} people.", n=MOST_PEOPLE))
        if not 0 <= plan.children <= MOST_PEOPLE:
            raise InputError(N_("A corner has 0 to {n} children.", n=MOST_PEOPLE))
        agenda(plan, self._lessons(plan))
        if self.plan is not None and plan.lessons != self.plan.lessons:
            self._hands.clear()
        self.plan = plan
        return plan

    def _lessons(self, plan: Plan) -> tuple[Lesson, ...]:
        return tuple(self._session.library.lesson(each) for each in plan.lessons)

    @property
    def _plan(self) -> Plan:
        if self.plan is None:
            raise InputError(N_("Please choose at least one lesson."))
        return self.plan

    @property
    def lessons(self) -> tuple[Lesson, ...]:
        """The lessons chosen, in order."""
        return self._lessons(self._plan)

    @property
    def ready(self) -> ReadyPlan | None:
        """The ready plan that was taken, if one was."""
        return self._session.library.workshops.get(self._plan.ready)

    @property
    def steps(self) -> tuple[Step, ...]:
        """What happens when; the minutes of all parts are those of the plan."""
        return agenda(self._plan, self.lessons)

    def leaves(self) -> tuple[Leaf, ...]:
        """Return everything that is shown on the wall, in order."""
        from kyr_app.model.deck import deck  # noqa: PLC0415 (only where something is shown)

        return deck(self._plan, self.steps, self.lessons, self._session.library.leading)

    # ── hands ────────────────────────────────────────────────────────────────────────────────────────────────

    def hands(self, lesson_id: str) -> tuple[int, ...]:
        """Return how many hands were raised for each answer of a lesson's question."""
        options = len(self._session.library.lesson(lesson_id).teach_back.options)
        return tuple(self._hands.get(lesson_id, [0] * options))

    def raise_hand(self, lesson_id: str, option: int, by: int = 1) -> None:
        """Count a hand for an answer, from 0, or with -1 take one back; never below 0, never above the people."""
        totals = list(self.hands(lesson_id))
        if 0 <= option < len(totals):
            totals[option] = min(max(totals[option] + by, 0), MOST_PEOPLE)
            self._hands[lesson_id] = totals

    @property
    def asked(self) -> tuple[str, ...]:
        """The lessons for whose question at least one hand was counted."""
        return (
            tuple(each for each in self._plan.lessons if sum(self._hands.get(each, ()))) if self.plan else ()
        )

    def end(self) -> None:
        """End the workshop: the totals are gone, and so is what was chosen."""
        self.plan, self.wanted = None, Wanted()
        self._hands.clear()
        self.drawn.clear()

    # ── paper ────────────────────────────────────────────────────────────────────────────────────────────────

    def one_set(self, wanted: Wanted) -> SetJob:
        """Return the job that prints one set, to look at."""
        from kyr_app.documents.workshop.jobs import SetJob  # noqa: PLC0415

        return SetJob(sets=self._sets(wanted), **self._sheet(wanted))

    def count(self, wanted: Wanted) -> CountJob:
        """Return the job that counts pages and sheets of all sets."""
        from kyr_app.documents.workshop.jobs import CountJob  # noqa: PLC0415

        return CountJob(sets=self._sets(wanted), **self._sheet(wanted))

    def guide(self, wanted: Wanted) -> GuideJob:
        """Return the job that prints the guide for whoever leads."""
        from kyr_app.documents.workshop.jobs import GuideJob  # noqa: PLC0415

        return GuideJob(sets=self._sets(wanted), led=self._led(), **self._sheet(wanted))

    def pack(self, wanted: Wanted, *, guide: bool = True) -> PackJob:
        """Return the job that prints a set for each person, and before them the guide where it is wanted."""
        from kyr_app.documents.workshop.jobs import PackJob  # noqa: PLC0415

        return PackJob(
            sets=self._sets(wanted),
            led=self._led(),
            both_sides=wanted.both_sides,
            guide=guide,
            **self._sheet(wanted),
        )

    def _led(self) -> Led:
        from kyr_app.documents.workshop.sets import Led  # noqa: PLC0415

        return Led(plan=self._plan, steps=self.steps, lessons=self.lessons, ready=self.ready)

    def _sets(self, wanted: Wanted) -> Sets:
        from kyr_app.documents.lessons.job import HandoutJob  # noqa: PLC0415
        from kyr_app.documents.workshop.sets import OnePaper, PhraseCardsJob, Sets  # noqa: PLC0415

        sheet, children = self._sheet(wanted), self._plan.children
        papers: list[OnePaper] = [
            HandoutJob(lessons=(each,), edition=wanted.edition, **sheet) for each in self.lessons
        ]
        if wanted.cards:
            papers.append(PhraseCardsJob(lessons=self.lessons, **sheet))
        child = tuple(HandoutJob(lessons=(each,), **sheet) for each in self._childs() if children)
        return Sets(
            papers=tuple(papers), child=child, people=self._plan.people, children=children, kept=self.drawn
        )

    def _childs(self) -> tuple[Lesson, ...]:
        """Return the page that a child takes home: the corner's own, else the first lesson for children."""
        corner = self.ready.corner if self.ready else None
        if corner is not None:
            return (self._session.library.lesson(corner.lesson),)
        return tuple(each for each in self._session.library.lessons.values() if each.audience == "child")[:1]

    def _sheet(self, wanted: Wanted) -> dict[str, Any]:
        return frame(self._session, wanted.languages, wanted.paper)

"""A family's own sheets: the jobs that make them from the answers given so far."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

from msgspec import structs

from kyr_app.documents.lessons.job import ChecklistJob
from kyr_app.documents.situation import captions
from kyr_app.documents.situation.family import Validity
from kyr_app.documents.situation.job import (
    BlankChecklistJob,
    DatesJob,
    EvidenceJob,
    FactCardJob,
    IntakeJob,
    ScreeningJob,
)
from kyr_app.model.answers import NOTHING, Answers
from kyr_app.model.errors import InputError
from kyr_app.model.text import N_, Words
from kyr_app.rules import deadlines
from kyr_app.rules.screening import names as names_read
from kyr_app.session import situation
from kyr_app.session.frame import frame
from kyr_app.session.intake import intake
from kyr_app.session.people import People

if TYPE_CHECKING:
    from kyr_app.content.library import Library
    from kyr_app.i18n.locale import Locale
    from kyr_app.model.deadline import Due
    from kyr_app.model.screening import Screening
    from kyr_app.model.settings import Paper, Settings
    from kyr_app.session.plan import Plan

EVIDENCE = "evidence"
"""The checklist that the evidence planner is made of."""

COUNTED: dict[str, tuple[str, ...]] = {
    "us_entry_date": ("asylum-one-year",),
    "mexico_entry_date": ("comar-30-days",),
    "hearing_date": ("merits-evidence", "master-filing"),
}
"""The answers that a date can be counted from, with the rules that count it."""

TEAM_FIRST = ("en", "es")
"""The languages of a sheet for a legal team: it reads English, the family reads along."""


class Sitting(Protocol):
    """What sheets need of the session."""

    answers: Answers
    people: People
    settings: Settings
    today: dt.date

    @property
    def library(self) -> Library:
        """The content."""

    @property
    def plan(self) -> Plan:
        """What the family noted and counted."""

    def locale_of(self, language: str) -> Locale:
        """Return the locale of a language."""

    def answers_of(self, person: int | None = None) -> Answers:
        """Return the family's answers, and with them those of a person."""


class Sheets:
    """Makes jobs; reads the sitting and changes nothing in it. `languages` are one or two, the reader's first."""

    def __init__(self, session: Sitting) -> None:
        self._session = session

    def intake(
        self, shared: frozenset[str], languages: Sequence[str] = TEAM_FIRST, paper: Paper | None = None
    ) -> IntakeJob:
        """Return the intake sheet with the answers named in `shared`, and with no others.

        The name `people` shares who is in the family.
        """
        session = self._session
        made = intake(session.library, session.answers, session.people, shared)
        return IntakeJob(intake=made, **frame(self._session, languages, paper))

    def blank_intake(self, languages: Sequence[str] = TEAM_FIRST, paper: Paper | None = None) -> IntakeJob:
        """Return an intake sheet to fill in by hand."""
        made = intake(self._session.library, NOTHING, People(), frozenset())
        return IntakeJob(intake=made, **frame(self._session, languages, paper))

    def fact_card(
        self,
        screening_id: str,
        person: int | None,
        languages: Sequence[str],
        paper: Paper | None = None,
    ) -> FactCardJob:
        """Return the card of a screening for one person, with its outcome where that person answered.

        Raise `ContentError` for an unknown id.
        """
        screening = self._session.library.screening(screening_id)
        answers = self._session.answers_of(person)
        answered = _answered(screening, answers)
        return FactCardJob(
            screening=screening,
            person=self._called(person),
            screened=situation.screened(self._session.library, screening_id, answers) if answered else None,
            **frame(self._session, languages, paper),
        )

    def screening(
        self,
        screening_id: str,
        person: int | None,
        languages: Sequence[str],
        paper: Paper | None = None,
    ) -> ScreeningJob:
        """Return what a screening came to for one person, on paper.

        Raise `ContentError` for an unknown id, `InputError` where nothing was answered.
        """
        screening = self._session.library.screening(screening_id)
        answers = self._session.answers_of(person)
        if not _answered(screening, answers):
            raise InputError(
                N_("Nobody has answered these questions yet."),
                N_("Answer one of: {known}.", known=", ".join(names_read(screening))),
            )
        return ScreeningJob(
            screened=situation.screened(self._session.library, screening_id, answers),
            person=self._called(person),
            **frame(self._session, languages, paper),
        )

    def dates(
        self, languages: Sequence[str], paper: Paper | None = None, *, discreet: bool = False
    ) -> DatesJob:
        """Return the dates that count from the answers. Raise `InputError` where no answer is a date to count from."""
        library = self._session.library
        dues = self.dues()
        if not dues:
            raise InputError(
                N_("There is no date to count from yet."),
                N_("Answer one of: {known}.", known=", ".join(COUNTED)),
            )
        files = [file for file in library.deadline_files if {due.rule.id for due in dues} & _ids(file.rules)]
        valid = Validity(min(file.reviewed for file in files), min(file.good_until for file in files))
        return DatesJob(dues=dues, valid=valid, discreet=discreet, **frame(self._session, languages, paper))

    def dues(self) -> tuple[Due, ...]:
        """Return every date that counts from an answer given so far, and every one that was counted besides."""
        library, answers = self._session.library, self._session.answers
        found = list(self._session.plan.dues())
        for name, rules in COUNTED.items():
            day = answers.value(name)
            if isinstance(day, dt.date):
                found += [deadlines.count(library.deadline(rule), day) for rule in rules]
        return tuple({(due.rule.id, due.trigger): due for due in found}.values())

    def evidence(
        self,
        person: int | None,
        languages: Sequence[str],
        paper: Paper | None = None,
        chosen: frozenset[str] = frozenset(),
    ) -> EvidenceJob:
        """Return the evidence planner for one person; `chosen` names the items, none of them means all."""
        personal = situation.checklist(self._session.library, EVIDENCE, self._session.answers_of(person))
        return EvidenceJob(
            personal=personal,
            person=self._called(person),
            chosen=chosen,
            noted=self._session.plan.notes(EVIDENCE),
            **frame(self._session, languages, paper),
        )

    def blank_checklist(
        self, checklist_id: str, languages: Sequence[str], paper: Paper | None = None
    ) -> BlankChecklistJob:
        """Return a checklist with all of its items. Raise `ContentError` for an unknown id."""
        one = self._session.library.checklist(checklist_id)
        return BlankChecklistJob(checklist=one, **frame(self._session, languages, paper))

    def checklists(
        self, checklist_ids: Sequence[str], languages: Sequence[str], paper: Paper | None = None
    ) -> ChecklistJob:
        """Return checklists one after another; what to talk about first stands in the first of them alone."""
        session = self._session
        first, *rest = (
            situation.checklist(session.library, each, session.answers)
            for each in dict.fromkeys(checklist_ids)
        )
        lists = (first, *(structs.replace(each, findings=()) for each in rest))
        return ChecklistJob(lists=lists, **frame(self._session, languages, paper))

    def _called(self, person: int | None) -> Words:
        here = (each.name for each in self._session.people.here if each.number == person)
        return next(here, captions.ONE_PERSON)


def _ids(rules: Sequence[Any]) -> set[str]:
    return {rule.id for rule in rules}


def _answered(screening: Screening, answers: Answers) -> bool:
    return any(name in answers for name in names_read(screening))

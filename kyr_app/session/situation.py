"""What a family's answers call for: findings, checklists, screenings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kyr_app.interview import engine
from kyr_app.model.answers import Answers
from kyr_app.model.checklist import Finding, PersonalChecklist, Reason, Urgency
from kyr_app.model.interview import singly
from kyr_app.model.wording import said
from kyr_app.rules import checklist as rules_checklist
from kyr_app.rules import engine as rules_engine
from kyr_app.rules import screening as rules_screening

if TYPE_CHECKING:
    from kyr_app.content.library import Library
    from kyr_app.model.screening import Screened, Screening
    from kyr_app.rules.engine import Asked


def asked_names(library: Library) -> Asked:
    """Return, for every answer name, the screen that asks for it."""
    return {
        single.answer.name: single
        for interview in library.interviews.values()
        for screen in interview.screens
        for single in singly(screen)
    }


def counting(library: Library, answers: Answers) -> Answers:
    """Return the answers that count in any interview; one given off the path of all of them stays out."""
    names = {
        name
        for interview in library.interviews.values()
        for name in engine.progress(interview, answers).answers
    }
    return answers.only(frozenset(names))


def findings(library: Library, answers: Answers) -> tuple[Finding, ...]:
    """Return every finding the answers call for, most urgent first."""
    return rules_engine.findings(library.rule_sets.values(), counting(library, answers), asked_names(library))


def stops(library: Library, answers: Answers) -> tuple[Finding, ...]:
    """Return the findings that cannot wait: stop, and get help first."""
    return tuple(each for each in findings(library, answers) if each.urgency is Urgency.STOP)


def screening_of(library: Library, interview_id: str) -> Screening | None:
    """Return the screening that the answers of an interview make, None where they make none."""
    return next((each for each in library.screenings.values() if each.interview == interview_id), None)


def checklist(library: Library, checklist_id: str, answers: Answers) -> PersonalChecklist:
    """Return a checklist for the answers. Raise `ContentError` for an unknown id."""
    counts, asked = counting(library, answers), asked_names(library)
    found = rules_engine.findings(library.rule_sets.values(), counts, asked)
    return rules_checklist.personal(library.checklist(checklist_id), found, counts, asked)


def screened_because(library: Library, found: Screened, answers: Answers) -> tuple[Reason, ...]:
    """Return the answers that decided a screening; every one that it reads, where no single rule did."""
    asked = asked_names(library)
    if found.rule.when:
        return rules_engine.reasons(found.rule.when, answers, asked)
    read = rules_screening.names(found.screening)
    return tuple(
        Reason(name, asked[name].short, said(asked[name].answer, answers[name]))
        for name in read
        if name in answers and name in asked
    )


def screened(library: Library, screening_id: str, answers: Answers) -> Screened:
    """Return what a screening comes to for one person's answers. Raise `ContentError` for an unknown id."""
    return rules_screening.screen(library.screening(screening_id), answers)

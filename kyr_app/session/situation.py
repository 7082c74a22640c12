"""What a family's answers call for: findings, checklists, screenings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kyr_app.interview import engine
from kyr_app.model.answers import Answers
from kyr_app.model.checklist import Finding, PersonalChecklist
from kyr_app.rules import checklist as rules_checklist
from kyr_app.rules import engine as rules_engine
from kyr_app.rules import screening as rules_screening

if TYPE_CHECKING:
    from kyr_app.content.library import Library
    from kyr_app.model.screening import Screened
    from kyr_app.rules.engine import Asked


def asked_names(library: Library) -> Asked:
    """Return, for every answer name, the screen that asks for it."""
    return {
        screen.answer.name: screen
        for interview in library.interviews.values()
        for screen in interview.screens
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


def checklist(library: Library, checklist_id: str, answers: Answers) -> PersonalChecklist:
    """Return a checklist for the answers. Raise `ContentError` for an unknown id."""
    return rules_checklist.personal(
        library.checklist(checklist_id),
        findings(library, answers),
        counting(library, answers),
        asked_names(library),
    )


def screened(library: Library, screening_id: str, answers: Answers) -> Screened:
    """Return what a screening comes to for one person's answers. Raise `ContentError` for an unknown id."""
    return rules_screening.screen(library.screening(screening_id), answers)

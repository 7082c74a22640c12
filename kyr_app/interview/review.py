"""What was answered, section by section, with where to change it."""

from __future__ import annotations

from msgspec import Struct

from kyr_app.interview.engine import progress
from kyr_app.model.answers import Answers
from kyr_app.model.interview import Interview, Screen, singly
from kyr_app.model.text import Together, Words
from kyr_app.model.wording import said


class ReviewRow(Struct, frozen=True):
    """One answer: the screen to change it on, what was asked in short, what was answered."""

    screen_id: str
    asked: Words
    answered: Words


class ReviewSection(Struct, frozen=True):
    """The answers of one section."""

    title: Words
    rows: tuple[ReviewRow, ...]


def review(interview: Interview, answers: Answers) -> tuple[ReviewSection, ...]:
    """Return the answers that count by section; sections without one are left out."""
    counting = progress(interview, answers).answers
    sections = []
    for section in interview.sections:
        rows = tuple(
            ReviewRow(screen.id, screen.short, found)
            for screen in section.screens
            if (found := _said(screen, counting)) is not None
        )
        if rows:
            sections.append(ReviewSection(section.title, rows))
    return tuple(sections)


def _said(screen: Screen, counting: Answers) -> Words | None:
    """Return what was answered on a screen, None where it does not count; of several fields, one after the other."""
    found = tuple(
        said(each.answer, counting[each.answer.name])
        for each in singly(screen)
        if each.answer.name in counting
    )
    different = tuple(dict.fromkeys(found)) if len(set(found)) == 1 else found
    return Together(different, " · ") if len(different) > 1 else next(iter(different), None)

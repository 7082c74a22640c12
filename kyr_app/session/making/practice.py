"""Papers to practise from, for everybody: they hold no answer and no name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from kyr_app.documents.practice import captions
from kyr_app.documents.practice.jobs import PracticeCardsJob, PracticeJob
from kyr_app.model.settings import Edition
from kyr_app.session.frame import frame
from kyr_app.session.offers import Offer

if TYPE_CHECKING:
    from kyr_app.documents.sheet_job import SheetJob
    from kyr_app.model.settings import Paper
    from kyr_app.model.text import Words
    from kyr_app.session.session import Session

QUESTIONS, HEARING = "interview", "hearing"
"""The sets that have a sheet."""

SHEETS: tuple[tuple[str, Words, type[PracticeJob | PracticeCardsJob], str], ...] = (
    ("practice-questions", captions.QUESTIONS, PracticeJob, QUESTIONS),
    ("practice-hearing", captions.HEARING, PracticeJob, HEARING),
    ("hearing-card", captions.CARDS, PracticeCardsJob, HEARING),
)
CARDS: tuple[tuple[str, Words, tuple[str, ...]], ...] = (
    ("fear-card", captions.WORDS_CARD, ("say-fear",)),
    ("teen-card", captions.TEEN_CARD, ("teen-fear", "teen-family")),
)
"""The lessons whose wallet cards are words to say."""


def offers(session: Session) -> tuple[Offer, ...]:
    """Return the papers that the content of today has."""
    library = session.library
    sheets = [
        Offer(paper, title, partial(_sheet, session, kind, name))
        for paper, title, kind, name in SHEETS
        if name in library.practice
    ]
    cards = [
        Offer(paper, title, partial(_cards, session, lessons))
        for paper, title, lessons in CARDS
        if set(lessons) <= library.lessons.keys()
    ]
    return (*sheets, *cards)


def _sheet(
    session: Session,
    kind: type[PracticeJob | PracticeCardsJob],
    name: str,
    languages: Sequence[str],
    paper: Paper | None = None,
) -> SheetJob:
    return kind(practised=session.library.practice_set(name), **frame(session, languages, paper))


def _cards(
    session: Session, lessons: Sequence[str], languages: Sequence[str], paper: Paper | None = None
) -> SheetJob:
    return session.handout(lessons, languages, paper, edition=Edition.CARD)

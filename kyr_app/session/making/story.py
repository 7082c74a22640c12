"""The papers of a story: the jobs that make them from what was told, and what to warn of before they are printed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

from kyr_app.documents.statement import captions as c
from kyr_app.documents.statement.case import Case
from kyr_app.documents.statement.job import (
    DeclarationJob,
    InterpretationJob,
    QuestionsJob,
    ReadingJob,
    StoryJob,
    TranslationJob,
)
from kyr_app.model.derived import sources, with_derived
from kyr_app.model.settings import Paper
from kyr_app.model.text import Words
from kyr_app.session.frame import frame
from kyr_app.session.making.papers import Kind, Make, Offer
from kyr_app.session.situation import asked_names

if TYPE_CHECKING:
    from kyr_app.content.library import Library
    from kyr_app.i18n.locale import Locale
    from kyr_app.model.answers import Answers
    from kyr_app.model.settings import Settings
    from kyr_app.session.story import Telling

COLUMNS = ("es", "en")
"""The languages of the program in the two columns; what was told stands in the first in whatever language it is."""

TOLD = ("es",)
"""The language of what stays with the person, where nobody asks for another."""

FILED = ("en",)
"""The language of what is filed."""

_EVERYWHERE = 0xFF
"""Up to this character every letter can be drawn: only a text that goes beyond is looked at more closely."""
_COMMON = frozenset("“”‘’„…–—•€\u2060")


class Sitting(Protocol):
    """What the papers need of the session."""

    settings: Settings
    today: dt.date

    @property
    def library(self) -> Library:
        """The content."""

    @property
    def story(self) -> Telling:
        """The story told."""

    def locale_of(self, language: str) -> Locale:
        """Return the locale of a language."""

    def answers_of(self, person: int | None = None) -> Answers:
        """Return the family's answers, and with them those of a person."""


def case(answers: Answers) -> Case:
    """Return what is known of the person and the court case from the answers."""
    known = with_derived(answers)

    def line(name: str) -> str:
        value = known.value(name)
        return value if isinstance(value, str) else ""

    court = " · ".join(filter(None, (line("court_name"), line("court_address"))))
    return Case(name=line("full_name"), a_number=line("a_number"), court=court)


class StoryPapers:
    """Makes the jobs for one person, None being the one who answers; reads the sitting and changes nothing in it."""

    def __init__(self, session: Sitting, person: int | None = None) -> None:
        self._session, self._person = session, person

    def _frame(self, languages: Sequence[str], paper: Paper | None) -> dict[str, Any]:
        session = self._session
        return {
            "made": session.story.statement(),
            "signing": session.story.story.signing,
            "case": case(session.answers_of(self._person)),
            **frame(session, languages, paper),
        }

    def declaration(self, _languages: Sequence[str], _paper: Paper | None = None) -> StoryJob:
        """Return the statement in facing columns: always both languages, always on Letter."""
        return DeclarationJob(**self._frame(COLUMNS, Paper.LETTER))

    def reading(self, languages: Sequence[str], paper: Paper | None = None) -> StoryJob:
        """Return the copy to read, its few words of ours in the first of the languages."""
        return ReadingJob(**self._frame(languages[:1], paper))

    def translation(self, languages: Sequence[str], _paper: Paper | None = None) -> StoryJob:
        """Return the certificate of translation: in English, with any other language small under it."""
        return TranslationJob(**self._frame(_english_first(languages), Paper.LETTER))

    def interpretation(self, languages: Sequence[str], _paper: Paper | None = None) -> StoryJob:
        """Return the certificate of interpretation, likewise."""
        return InterpretationJob(**self._frame(_english_first(languages), Paper.LETTER))

    def questions(self, languages: Sequence[str], paper: Paper | None = None) -> StoryJob:
        """Return the page of questions to talk over with a lawyer."""
        return QuestionsJob(questions=self._session.story.questions(), **self._frame(languages, paper))

    def letters_missing(self) -> dict[int, str]:
        """Return the letters that no font here can draw, by the number of their paragraph.

        A visible box stands for each on paper: none vanishes. Nothing heavy is fetched for plain texts.
        """
        made = self._session.story.statement()
        texts = (f"{each.words if each.own else ''}{each.english}" for each in made.passages)
        if all(_usual(letter) for text in texts for letter in text):
            return {}
        from kyr_app.documents.statement.sheet import letters_missing  # noqa: PLC0415

        return letters_missing(made)


READS = ("full_name", "a_number", "court_name")
"""The answers without which a statement has lines to write on instead."""


def offers(session: Sitting, person: int | None = None) -> tuple[Offer, ...]:
    """Return the papers of a story, for *My papers* and for `kyr make`."""
    asked = asked_names(
        session.library
    )  # an older pack may not ask for all of it: the paper is made all the same
    reads = tuple(name for name in READS if set(sources(name)) <= asked.keys())
    return tuple(
        Offer(
            paper,
            title,
            make,
            kind=Kind.STORY,
            languages=languages,
            reads=reads[:read],
            icon=icon,
            about=about,
            first=paper == "declaration",
            filing="" if languages is TOLD else FILED[0],
        )
        for paper, title, make, languages, read, icon, about in _rows(StoryPapers(session, person))
    )


Row = tuple[str, Words, Make, tuple[str, ...], int, str, Words]
"""A paper: its id and name, what makes it, its languages, how many of `READS` it uses, its picture, when to use it."""


def _rows(own: StoryPapers) -> tuple[Row, ...]:
    certificate = "certificate-translation", "certificate-interpretation"
    return (
        ("declaration", c.DECLARATION, own.declaration, COLUMNS, 3, "pencil-line", c.DECLARATION_WHEN),
        ("declaration-reading", c.READING, own.reading, TOLD, 1, "ear", c.READING_WHEN),
        (certificate[0], c.TRANSLATION, own.translation, FILED, 1, "translate", c.TRANSLATION_WHEN),
        (certificate[1], c.INTERPRETATION, own.interpretation, FILED, 1, "chats", c.INTERPRETATION_WHEN),
        ("story-questions", c.QUESTIONS, own.questions, TOLD, 0, "chats-circle", c.QUESTIONS_WHEN),
    )


def _usual(letter: str) -> bool:
    return " " <= letter <= "~" or "\xa0" <= letter <= chr(_EVERYWHERE) or letter in _COMMON


def _english_first(languages: Sequence[str]) -> tuple[str, ...]:
    return (*FILED, *(each for each in languages if each not in FILED))

"""Questions to talk over with a lawyer, on a page of its own: numbers of paragraphs, and not a word of the story."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from kyr_app.content.library import Library
from kyr_app.content.tokens import theme
from kyr_app.documents.statement import captions
from kyr_app.documents.statement.sheet import letters_missing
from kyr_app.documents.typesetting.flow import Flow
from kyr_app.documents.typesetting.marks import Box
from kyr_app.documents.typesetting.order import Order
from kyr_app.documents.typesetting.pages import Sheet
from kyr_app.documents.typesetting.parts import section, top
from kyr_app.documents.typesetting.sources import facts_named, source_line
from kyr_app.documents.typesetting.voice import Voice
from kyr_app.model.block import facts_of
from kyr_app.model.lesson import Lesson
from kyr_app.model.text import Words
from kyr_app.rules.statement import Statement
from kyr_app.rules.story_questions import Question

LESSON, POINT = "statement", "before-signing"
"""Where the lessons say what to do before one signs."""


def build(questions: Sequence[Question], made: Statement, library: Library, order: Order) -> bytes:
    """Return the PDF of the page."""
    page, spoken = order.laid()
    flow = Flow(spoken, page)
    made_of: list[Any] = [*top(flow, captions.QUESTIONS, captions.SAFE, "chats-circle", "questions")]
    made_of += flow.said(captions.NO_GRADE)
    asked: list[Words] = [each.said for each in questions] or [captions.NONE_OPEN]
    for words in asked:
        made_of += _asked(flow, words, box=bool(questions))
    made_of += _letters(flow, made)
    lesson = library.lessons.get(LESSON)
    made_of += _before_signing(flow, lesson, library) if lesson is not None else []
    sheet = _sheet(lesson, order.today)
    return order.document([sheet], page, spoken).bytes_of(made_of)


def _sheet(lesson: Lesson | None, today: dt.date) -> Sheet:
    if lesson is None:
        return Sheet(captions.QUESTIONS, today, today, "", False, quiet=True)
    expired = lesson.expired(today)
    return Sheet(captions.QUESTIONS, lesson.reviewed, lesson.good_until, lesson.review, expired)


def _asked(flow: Flow, words: Words, *, box: bool) -> list[Any]:
    """Return a question with a box to tick once it was talked over."""
    styles = flow.styles
    mark = Box(styles.box, styles.body, theme().paper.rule * 1.5) if box else None

    def said(voice: Voice) -> list[Any]:
        return [voice.say(words, voice.styles.text)]

    return flow.row(said, mark=mark)


def _letters(flow: Flow, made: Statement) -> list[Any]:
    missing = letters_missing(made)
    if not missing:
        return []
    count = len(set("".join(missing.values())))
    words = captions.letters(count, ", ".join(str(each) for each in missing))
    return [*section(flow, captions.LETTERS_HEAD, "text-aa", "letters"), *flow.said(words)]


def _before_signing(flow: Flow, lesson: Lesson, library: Library) -> list[Any]:
    point = next((each for each in lesson.points if each.id == POINT), None)
    if point is None:
        return []
    made: list[Any] = section(flow, captions.BEFORE_SIGNING, point.icon, "signing")
    for block in point.blocks:
        made += flow.block(block)
    named = tuple(dict.fromkeys(fact for block in point.blocks for fact in facts_of(block)))
    facts = facts_named(named, library.facts)
    return made + source_line(flow, facts)

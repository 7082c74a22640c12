"""A lesson on paper: in one language, or in both with the rows level."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct
from reportlab.platypus import NextPageTemplate, PageBreak

from kyr_app.content.library import Library
from kyr_app.content.tokens import theme
from kyr_app.documents.typesetting import captions
from kyr_app.documents.typesetting.flow import Flow
from kyr_app.documents.typesetting.order import Order
from kyr_app.documents.typesetting.pages import Geometry, Sheet, names
from kyr_app.documents.typesetting.parts import section, standing, state, top
from kyr_app.documents.typesetting.sources import facts_named, source_line, source_list
from kyr_app.documents.typesetting.voice import Voice
from kyr_app.model import inline
from kyr_app.model.block import facts_of
from kyr_app.model.glossary import Term
from kyr_app.model.lesson import Lesson, Point
from kyr_app.model.text import Text, Together


def build(lessons: Sequence[Lesson], library: Library, order: Order, *, large: bool = False) -> bytes:
    """Return the PDF of lessons, each beginning on a page of its own with its own page numbers."""
    page, spoken = order.laid(theme().paper.body_large if large else theme().paper.body)
    made = each(lessons, library, spoken, page)
    document = order.document(sheets(lessons, order.today), page, spoken)
    return document.bytes_of(next(made, []), made, len(lessons))


def sheets(lessons: Sequence[Lesson], today: dt.date) -> list[Sheet]:
    """Return what stands on every page of each lesson."""
    return [
        Sheet(each.title, each.reviewed, each.good_until, each.review, each.expired(today))
        for each in lessons
    ]


def each(
    lessons: Sequence[Lesson],
    library: Library,
    spoken: Sequence[Voice],
    page: Geometry,
    *,
    bookmarks: bool = True,
) -> Iterator[list[Any]]:
    """Yield the flowables of each lesson, on a page of its own, when they are asked for."""
    for at, lesson in enumerate(lessons):
        begin = [NextPageTemplate(names(at, first=True)), PageBreak()] if at else []
        yield begin + _Lesson(lesson, library, Flow(spoken, page, bookmarks=bookmarks), at).made()


class _Lesson:
    """The flowables of one lesson."""

    def __init__(self, lesson: Lesson, library: Library, flow: Flow, at: int) -> None:
        self.lesson, self.library, self.flow, self.at = lesson, library, flow, at

    def made(self) -> list[Any]:
        """Return everything in the order of the page."""
        lesson, flow = self.lesson, self.flow
        made = top(flow, lesson.title, lesson.summary, lesson.icon, f"{self.at}")
        made += state(flow, lesson.reviewed, lesson.good_until, lesson.review)
        made += standing(flow, texts(lesson))
        for n, point in enumerate(lesson.points, 1):
            made += self._point(n, point)
        made += section(flow, captions.CLEAR, "chats-circle", f"{self.at}-clear") + flow.choice(
            lesson.teach_back
        )
        made += flow.said(captions.AT_THE_END, "small")
        made += self._words()
        made += section(flow, captions.ANSWERS, "check-circle", f"{self.at}-answers") + flow.answers()
        return made + self._sources()

    def _point(self, n: int, point: Point) -> list[Any]:
        made = section(self.flow, point.title, point.icon, f"{self.at}-{point.id}", n)
        for block in point.blocks:
            made += self.flow.block(block)
        named = tuple(dict.fromkeys(fact for block in point.blocks for fact in facts_of(block)))
        return made + source_line(self.flow, facts_named(named, self.library.facts))

    def _sources(self) -> list[Any]:
        facts = facts_named(self.lesson.facts, self.library.facts)
        if not facts:
            return []
        return section(self.flow, captions.SOURCES, "books", f"{self.at}-sources") + source_list(
            self.flow, facts
        )

    def _words(self) -> list[Any]:
        terms = self._terms()
        if not terms:
            return []
        rows = [row for term in terms for row in self._meaning(term)]
        head = section(self.flow, captions.WORDS, "book-open", f"{self.at}-words")
        return [*head, self.flow.framed(rows, bar=False, tall=0)]

    def _meaning(self, term: Term) -> list[Any]:
        return self.flow.row(
            lambda voice: [voice.labelled(Together((term.term, ""), ":"), term.meaning, voice.styles.text)]
        )

    def _terms(self) -> list[Term]:
        used = {name for text in texts(self.lesson) for name in inline.terms(text.es)}
        locale = self.flow.voices[0].locale
        known = [self.library.terms[name] for name in used if name in self.library.terms]
        return sorted(known, key=lambda term: locale.collate(inline.plain(locale.render(term.term))))


def texts(value: object) -> Iterator[Text]:
    """Yield every text in a value of the model."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from texts(getattr(value, name))
    elif isinstance(value, tuple):
        for each in value:
            yield from texts(each)

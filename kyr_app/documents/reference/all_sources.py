"""Everything the lessons rest on, for those who check it: what is cited, its date, how it changes, which lessons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct
from reportlab.lib.colors import black
from reportlab.platypus import Table as Grid

from kyr_app.content.library import Library
from kyr_app.content.tokens import theme
from kyr_app.documents.reference import captions as words
from kyr_app.documents.reference.sheet import paper_of, sheet
from kyr_app.documents.typesetting import captions, fonts
from kyr_app.documents.typesetting.flow import Flow
from kyr_app.documents.typesetting.markup import safe
from kyr_app.documents.typesetting.order import Order
from kyr_app.documents.typesetting.parts import section, state, top
from kyr_app.documents.typesetting.prose import Paragraph
from kyr_app.model.fact import PRACTICE, Fact, Volatility
from kyr_app.model.lesson import Lesson
from kyr_app.model.text import Together, Words

_SHARES = (0.49, 0.15, 0.2, 0.16)


class Used(Struct, frozen=True):
    """Facts that cite the same, are as old and change as fast; `lessons` are numbers."""

    citation: str
    as_of: str
    volatility: Volatility
    unverified: bool
    lessons: tuple[int, ...]
    facts: tuple[str, ...]


def used(lessons: Iterable[Lesson], facts: Mapping[str, Fact]) -> tuple[Used, ...]:
    """Return every fact that lessons rest on, by what it cites; practical advice comes last."""
    found: dict[tuple[bool, str, str, Volatility, bool], tuple[dict[int, None], dict[str, None]]] = {}
    for number, lesson in enumerate(lessons, 1):
        for fact in (facts[name] for name in lesson.facts if name in facts):
            advice = fact.citation == PRACTICE
            key = (advice, fact.citation, fact.as_of, fact.volatility, fact.unverified)
            where, which = found.setdefault(key, ({}, {}))
            where[number], which[fact.id] = None, None
    return tuple(
        Used(cited, as_of, volatility, unverified, tuple(where), tuple(which))
        for (_, cited, as_of, volatility, unverified), (where, which) in sorted(
            found.items(), key=lambda item: (item[0][0], item[0][1].casefold(), item[0][2])
        )
    )


def build(library: Library, order: Order) -> bytes:
    """Return the PDF: the lessons with their numbers, then a table that names them by number."""
    whole = sheet(order.title, library, order.today)
    lessons = list(library.lessons.values())

    def made(flow: Flow) -> list[Any]:
        rows = top(flow, order.title, words.SOURCES_ABOUT, "books", "top")
        rows += state(flow, whole.reviewed, whole.good_until, whole.review)
        rows += section(flow, words.LESSONS, "book-open", "lessons")
        for number, lesson in enumerate(lessons, 1):
            rows += flow.said(Together((f"{number}.", lesson.title)), "detail")
        rows += section(flow, order.title, "books", "sources")
        return [*rows, _table(flow, used(lessons, library.facts))]

    return paper_of(made, [whole], order)


def _table(flow: Flow, rows: Sequence[Used]) -> Any:
    """Return the table. What is cited is the same in every language; the few words are said in each."""
    styles = flow.styles

    def each(said: Words) -> str:
        return " / ".join(dict.fromkeys(voice.marked(said) for voice in flow.voices))

    def cells(used: Used) -> list[Paragraph]:
        cited = each(words.PRACTICE) if used.citation == PRACTICE else safe(used.citation)
        mark = f". {each(captions.UNVERIFIED)}" if used.unverified else ""
        as_of = safe(used.as_of) if used.as_of[:1].isdigit() else each(words.UNDATED)
        numbers = ", ".join(map(str, used.lessons))
        told = (cited + mark, as_of, each(words.VOLATILITY[used.volatility]), numbers)
        return [Paragraph(cell, styles.small) for cell in told]

    titles = (words.CITED, words.AS_OF, words.CHANGES_HOW, words.LESSONS)
    head = [Paragraph(each(title), styles.small_strong) for title in titles]
    across = flow.page.across
    grid = Grid([head, *map(cells, rows)], [share * across for share in _SHARES], repeatRows=1, hAlign="LEFT")
    rule = theme().paper.rule
    grid.setStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("FONTNAME", (0, 0), (-1, -1), fonts.TEXT),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), styles.unit),
            ("TOPPADDING", (0, 0), (-1, -1), styles.unit / 3),
            ("BOTTOMPADDING", (0, 0), (-1, -1), styles.unit / 3),
            ("LINEBELOW", (0, 0), (-1, -1), rule, black),
        ]
    )
    return grid

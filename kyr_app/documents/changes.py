"""What changed a short time ago, on paper: newest first, in the words of the lesson that rests on it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct, structs

from kyr_app.content.library import Library
from kyr_app.documents import captions
from kyr_app.documents import captions_reference as words
from kyr_app.documents.flow import Flow
from kyr_app.documents.pages import Progress
from kyr_app.documents.parts import state, top
from kyr_app.documents.reference import paper_of, sheet
from kyr_app.i18n.locale import Locale
from kyr_app.model.block import AnyBlock, Choice, Items, Phrase, Row, Steps, Table
from kyr_app.model.fact import PRACTICE, Fact
from kyr_app.model.lesson import Lesson, Point
from kyr_app.model.settings import Paper
from kyr_app.model.text import Day, Text, Together, Words

_SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[¿¡«“A-ZÁÉÍÓÚÑ*\[])")
_DATED = re.compile(r"\b(?:19|20)\d\d\b")


class Change(Struct, frozen=True):
    """What a point says on the strength of facts that change, the newest of them of the date `as_of`."""

    as_of: str
    lesson: Lesson
    point: Point
    said: Text
    citations: tuple[str, ...]


def changes(lessons: Iterable[Lesson], facts: Mapping[str, Fact]) -> tuple[Change, ...]:
    """Return what lessons say that changed lately or is in court, newest first; the same words once."""
    found: dict[Text, Change] = {}
    for lesson in lessons:
        for point, said, names in _said(lesson):
            moving = [facts[name] for name in names if name in facts and facts[name].changes]
            if moving:
                change = _change(lesson, point, said, moving)
                known = found.get(change.said)
                found[change.said] = _joined(known, change) if known else change
    return tuple(sorted(found.values(), key=lambda change: change.as_of, reverse=True))


def _change(lesson: Lesson, point: Point, said: Text, moving: Sequence[Fact]) -> Change:
    cited = dict.fromkeys(fact.citation for fact in moving if fact.citation != PRACTICE)
    return Change(max(fact.as_of for fact in moving), lesson, point, telling(said), tuple(cited))


def _joined(one: Change, other: Change) -> Change:
    cited = dict.fromkeys((*one.citations, *other.citations))
    return structs.replace(one, as_of=max(one.as_of, other.as_of), citations=tuple(cited))


def telling(text: Text) -> Text:
    """Return the sentences that name a year, each with the one before it; all where it is not so in both languages."""
    es, en = (_dated(words) for words in (text.es, text.en))
    return Text(es, en) if es and en else text


def _dated(words: str) -> str:
    sentences = _SENTENCE.split(words)
    near = [
        sentence
        for sentence, after in zip(sentences, [*sentences[1:], ""], strict=True)
        if _DATED.search(sentence) or _DATED.search(after)
    ]
    return " ".join(near)


def _said(lesson: Lesson) -> Iterator[tuple[Point, Text, tuple[str, ...]]]:
    """Yield every passage of a lesson with the facts that it rests on."""
    for point in lesson.points:
        for block in point.blocks:
            yield from ((point, said, names) for said, names in _passages(block))


def _passages(block: AnyBlock) -> Iterator[tuple[Text, tuple[str, ...]]]:
    if isinstance(block, Items | Steps):
        yield from _parts(block, [(item.text, item.facts) for item in block.items])
    elif isinstance(block, Table):
        yield from _parts(block, [(_row_of(block, row), row.facts) for row in block.rows])
    elif isinstance(block, Phrase):
        yield block.note or block.say, block.facts
    elif not isinstance(block, Choice):
        yield block.text, block.facts


def _parts(
    block: AnyBlock, parts: Sequence[tuple[Text, tuple[str, ...]]]
) -> Iterator[tuple[Text, tuple[str, ...]]]:
    """Yield the parts of a block with their own facts; for those of the block, the parts that name a year, or all."""
    yield from ((said, own) for said, own in parts if own)
    dated = [said for said, own in parts if not own and _DATED.search(said.es)]
    yield from ((said, block.facts) for said in dated or [said for said, own in parts if not own])


def _row_of(table: Table, row: Row) -> Text:
    """Return a row as one passage; a column whose head names a year says so."""

    def told(language: str) -> str:
        pairs = [
            (head.in_language(language), cell.in_language(language))
            for head, cell in zip(table.columns, row.cells, strict=True)
        ]
        return ": ".join(f"{head}: {cell}" if _DATED.search(head) else cell for head, cell in pairs)

    return Text(told("es"), told("en"))


def build(  # noqa: PLR0913 (as every paper)
    library: Library,
    *,
    title: Words,
    locales: Sequence[Locale],
    paper: Paper,
    today: dt.date,
    progress: Progress | None,
) -> bytes:
    """Return the PDF of what changed lately."""
    lessons = list(library.lessons.values())
    whole = sheet(title, library, today)
    found = changes(lessons, library.facts)

    def made(flow: Flow) -> list[Any]:
        rows = top(flow, title, words.CHANGES_ABOUT, "clock-clockwise", "top")
        rows += state(flow, whole.reviewed, whole.good_until, whole.review)
        if not found:
            return rows + flow.said(words.NO_CHANGES)
        for change in found:
            rows += _row(flow, change)
        return rows

    return paper_of(made, [whole], title=title, locales=locales, paper=paper, progress=progress)


def _row(flow: Flow, change: Change) -> list[Any]:
    head = Together((Day(change.as_of), change.lesson.title, change.point.title), " · ")
    cited = Together((captions.SOURCE, f"{'; '.join(change.citations)}."))
    made = flow.row(
        lambda voice: [
            voice.say(head, voice.styles.strong),
            voice.say(change.said, voice.styles.detail),
            *([voice.say(cited, voice.styles.small)] if change.citations else []),
        ]
    )
    made[-1].spaceAfter = flow.styles.unit
    return made

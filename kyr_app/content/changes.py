"""What the lessons say on the strength of facts that changed lately or are in court, and where they say it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, structs

from kyr_app.model.block import AnyBlock, Choice, Items, Phrase, Row, Steps, Table
from kyr_app.model.fact import Fact, Volatility, citations
from kyr_app.model.lesson import Lesson, Point
from kyr_app.model.text import Text

_SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[¿¡«“A-ZÁÉÍÓÚÑ*\[])")
_DATED = re.compile(r"\b(?:19|20)\d\d\b")


class Change(Struct, frozen=True):
    """What a block of a lesson says; `as_of` is the date of the newest of its facts, ISO, cut to what is known."""

    as_of: str
    lesson: Lesson
    point: Point
    block: str
    said: Text
    facts: tuple[Fact, ...]

    @property
    def citations(self) -> tuple[str, ...]:
        """What it cites, each once."""
        return citations(self.facts)

    @property
    def in_court(self) -> bool:
        """Whether any of it is in court now."""
        return any(fact.volatility is Volatility.IN_LITIGATION for fact in self.facts)


def changes(lessons: Iterable[Lesson], facts: Mapping[str, Fact]) -> tuple[Change, ...]:
    """Return what lessons say that changed lately or is in court, newest first; the same words once."""
    found: dict[Text, Change] = {}
    for lesson in lessons:
        for point in lesson.points:
            for block in point.blocks:
                for said, names in _passages(block):
                    moving = [facts[name] for name in names if name in facts and facts[name].changes]
                    if moving:
                        words = telling(said)
                        change = Change(newest(moving), lesson, point, block.id, words, tuple(moving))
                        known = found.get(words)
                        found[words] = _joined(known, change) if known else change
    return tuple(sorted(found.values(), key=lambda change: change.as_of, reverse=True))


def _joined(one: Change, other: Change) -> Change:
    """Return a change that stands in two places as it stands in the first, with what both rest on."""
    facts = tuple({fact.id: fact for fact in (*one.facts, *other.facts)}.values())
    return structs.replace(one, as_of=newest(facts), facts=facts)


def newest(facts: Sequence[Fact]) -> str:
    """Return the newest date of facts; empty where none of them has one."""
    return max((fact.as_of for fact in facts if fact.as_of[:1].isdecimal()), default="")


def telling(text: Text) -> Text:
    """Return the sentences that name a year, each after the one it follows; the whole text where none does in both."""
    dated = text.turned(_dated)
    return dated if all(dated.every) else text


def _dated(words: str) -> str:
    sentences = _SENTENCE.split(words)
    dated = [at for at, each in enumerate(sentences) if _DATED.search(each)]
    wanted = {near for at in dated for near in (at - 1, at)}
    return " ".join(each for at, each in enumerate(sentences) if at in wanted)


def _passages(block: AnyBlock) -> Iterator[tuple[Text, tuple[str, ...]]]:
    """Yield every passage of a block with the facts that it rests on."""
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

    whole = set.intersection(*(set(each.more) for each in (*table.columns, *row.cells)))
    return Text(told("es"), told("en"), {code: told(code) for code in sorted(whole)})

"""Blocks taken apart for a wall: pieces of one thought each, in both languages, that stand under one another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import Any

from msgspec import Struct, structs

from kyr_app.model.block import (
    AnyBlock,
    Choice,
    Heading,
    Items,
    Paragraph,
    Phrase,
    Row,
    Steps,
    Table,
    Warning,  # noqa: A004 (the domain's word)
)
from kyr_app.model.text import N_, Text, Words


class Look(StrEnum):
    """How a piece looks."""

    TEXT = "text"
    HEAD = "head"
    ITEM = "item"
    WARN = "warn"
    SAY = "say"
    ASKED = "asked"
    OPTION = "option"
    ANSWER = "answer"


class Piece(Struct, frozen=True):
    """Words with a picture or a label before them. `keep`: it does not stand last on a slide; the next one follows."""

    look: Look
    words: Words
    icon: str = ""
    label: str = ""
    keep: bool = False
    facts: tuple[str, ...] = ()


def of_blocks(blocks: Iterable[AnyBlock]) -> Iterator[Piece]:
    """Yield the pieces of blocks in their order."""
    for block in blocks:
        yield from of_block(block)


def of_block(block: AnyBlock) -> Iterator[Piece]:
    """Yield the pieces of a block, each with the facts it rests on."""
    for piece in _MAKERS[type(block)](block):
        yield structs.replace(piece, facts=piece.facts or block.facts)


def _paragraph(block: Paragraph) -> Iterator[Piece]:
    yield Piece(Look.TEXT, block.text, icon=block.icon)


def _items(block: Items) -> Iterator[Piece]:
    for item in block.items:
        yield Piece(Look.ITEM, item.text, icon=item.icon, facts=item.facts)


def _steps(block: Steps) -> Iterator[Piece]:
    for n, item in enumerate(block.items, 1):
        yield Piece(Look.OPTION, item.text, label=f"{n}", icon=item.icon, facts=item.facts)


def _warning(block: Warning) -> Iterator[Piece]:
    yield Piece(Look.HEAD, N_("Take care"), icon="warning", keep=True)
    yield Piece(Look.WARN, block.text)


def _phrase(block: Phrase) -> Iterator[Piece]:
    yield Piece(Look.HEAD, N_("Say it like this:"), icon="chat-circle-text", keep=True)
    yield Piece(Look.SAY, block.say)
    if block.note is not None:
        yield Piece(Look.TEXT, block.note)


def _choice(block: Choice) -> Iterator[Piece]:
    yield Piece(Look.ASKED, block.question, keep=True)
    for letter, option in zip("ABCDEF", block.options, strict=False):
        yield Piece(Look.OPTION, option.text, label=letter)


def _table(block: Table) -> Iterator[Piece]:
    """Yield rows one under another: on a wall two columns in two languages would be four words wide."""
    for row in block.rows:
        yield from _row(block, row)


def _row(block: Table, row: Row) -> Iterator[Piece]:
    first, rest = row.cells[0], row.cells[1:]
    titled = _ends_open(block.columns[0])
    yield Piece(
        Look.HEAD, _after(block.columns[0], first) if titled else first, keep=bool(rest), facts=row.facts
    )
    for title, cell in zip(block.columns[1:], rest, strict=True):
        yield Piece(Look.ITEM, _after(title, cell), facts=row.facts)


def _ends_open(title: Text) -> bool:
    return title.es.endswith("…")


def _after(title: Text, cell: Text) -> Text:
    """Return a cell after the title of its column: read on where the title ends open, else after a colon."""

    def said(one: str, other: str) -> str:
        return f"{one.removesuffix('…').rstrip()} {other}" if one.endswith("…") else f"{one}: {other}"

    more = {name: said(words, cell.more[name]) for name, words in title.more.items() if name in cell.more}
    return Text(said(title.es, cell.es), said(title.en, cell.en), more)


_MAKERS: dict[type, Callable[[Any], Iterator[Piece]]] = {
    Heading: lambda block: iter((Piece(Look.HEAD, block.text, keep=True),)),
    Paragraph: _paragraph,
    Items: _items,
    Steps: _steps,
    Warning: _warning,
    Phrase: _phrase,
    Choice: _choice,
    Table: _table,
}

"""The rows of an answer as a table on a paper: each as it was answered, empty ones for the pen where none was."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from kyr_app.documents.templates.filled import Box, Grid, Ink, Run, Runs
from kyr_app.documents.templates.filling import Filler
from kyr_app.model.answers import Open, Row
from kyr_app.model.fields import asked
from kyr_app.model.interview import columns_of
from kyr_app.model.paper_block import Listing


def table(block: Listing, filler: Filler, box: Box) -> Grid:
    """Return the table of a block: a row for each that was given, *none* or *unknown* in one, or rows to write in."""
    answer = filler.answers.get(block.rows)
    rows = filler.answers.rows(block.rows)
    first: Runs | None = None
    if answer == () or answer is Open.NONE:
        first = filler.none()
    elif answer is Open.UNSURE:
        first = filler.unknown()
    empty: tuple[Runs, ...] = tuple(() for _ in block.heads)
    if rows:
        made = tuple(_row(block, filler, row) for row in rows)
    else:
        made = (
            ((first, *(filler.not_for_this() for _ in block.heads[1:])),) if first else (empty,) * block.lines
        )
    heads = tuple(filler.runs(each.text) for each in block.heads)
    return Grid(block.id, heads, made, tuple(each.share for each in block.heads), box)


def _row(block: Listing, filler: Filler, row: Row) -> tuple[Runs, ...]:
    """Return the cells of a row. A column that is not asked because of an earlier one does not apply."""
    at = structs.replace(filler, rows=block.rows, row=row)
    field = filler.fields.get(block.rows)
    applies = {each.answer.name for each in asked(columns_of(field), row, {})} if field else set(row)
    return tuple(_cell(head.name.split(), at, applies) for head in block.heads)


def _cell(names: Sequence[str], filler: Filler, applies: set[str]) -> Runs:
    """Return what several columns of a row say together; nothing, for the pen, where it is missing."""
    given = {name: filler.answer(f"{filler.rows}.{name}") for name in names}
    parts = [
        filler.shown(f"{filler.rows}.{name}", each) for name, each in given.items() if each is not Open.NONE
    ]
    known = [part for part in parts if part]
    if known:
        return (Run(" ".join(known), Ink.ANSWER),)
    if names and not applies.intersection(names):
        return filler.not_for_this()
    return filler.none() if names and all(each is Open.NONE for each in given.values()) else ()

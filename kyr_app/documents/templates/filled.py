"""A paper with its answers in it, in one language, before it is drawn: what `assemble` makes. No ReportLab here.

The same template and answers give the same structure in every language: block by block, number by number.
"""

from __future__ import annotations

from enum import Enum, StrEnum

from msgspec import Struct

from kyr_app.model.template import Look, Speaks


class Ink(Enum):
    """What a stretch of text is: ours, in our notation's looks; an answer, verbatim; a line for the pen."""

    OURS = "ours"
    ANSWER = "answer"
    BLANK = "blank"


class Run(Struct, frozen=True):
    """A stretch of text; a blank is `width` letters long and has no text."""

    text: str
    ink: Ink = Ink.OURS
    strong: bool = False
    width: int = 0


Runs = tuple[Run, ...]


class Box(Enum):
    """What stands before a block: nothing, an empty box for the pen, a ticked one."""

    NO = "no"
    EMPTY = "empty"
    TICKED = "ticked"


class Style(StrEnum):
    """How words are set."""

    HEADING = "heading"
    CENTER = "center"
    TEXT = "text"
    STRONG = "strong"
    POINT = "point"
    BULLET = "bullet"
    STEP = "step"
    STATUTE = "statute"
    SMALL = "small"
    CARE = "care"
    WARNING = "warning"


class Said(Struct, frozen=True):
    """Words in a style; `number` counts from 1 where the style counts."""

    id: str
    style: Style
    runs: Runs
    number: int = 0
    box: Box = Box.NO


class OwnWords(Struct, frozen=True):
    """What a person told: paragraphs as they were typed, or so many `lines` to write on. `label` may be empty."""

    id: str
    label: Runs
    paragraphs: tuple[str, ...]
    lines: int
    box: Box = Box.NO


class Cell(Struct, frozen=True):
    """A label and what stands under it; nothing is a line for the pen."""

    label: Runs
    value: Runs
    wide: bool = False


class Cells(Struct, frozen=True):
    """Labels with values, in `columns`."""

    id: str
    cells: tuple[Cell, ...]
    columns: int
    box: Box = Box.NO


class Grid(Struct, frozen=True):
    """A table: titles, rows of cells, shares of the width. An empty cell is for the pen."""

    id: str
    heads: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    shares: tuple[int, ...]
    box: Box = Box.NO


class Captioned(Struct, frozen=True):
    """The head of a court paper. `detained` is None where nobody said; `people` are names with their A-numbers."""

    id: str
    title: Runs
    cover: bool
    sender: tuple[str, ...]
    detained: bool | None
    court: str
    people: tuple[tuple[str, str], ...]
    judge: str
    hearing: str


class Stacked(Struct, frozen=True):
    """Lines one under another: who sends, who receives."""

    id: str
    lines: tuple[Runs, ...]


class Signed(Struct, frozen=True):
    """A line for a signature and one for the day, both empty; the name, and what else stands under them."""

    id: str
    who: Runs
    more: tuple[Runs, ...]


class Blank(Struct, frozen=True):
    """Lines to write on under a label."""

    id: str
    label: Runs
    lines: int


AnyFilled = Said | OwnWords | Cells | Grid | Captioned | Stacked | Signed | Blank


class FilledPage(Struct, frozen=True):
    """A part of a paper that begins on a new page."""

    id: str
    title: str
    look: Look
    speaks: Speaks
    blocks: tuple[AnyFilled, ...]


def words(runs: Runs) -> str:
    """Return runs as one string, a blank as underscores: for bookmarks, for tests."""
    return "".join("_" * run.width if run.ink is Ink.BLANK else run.text for run in runs)

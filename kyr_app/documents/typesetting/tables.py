"""Tables: two or three columns, each row in one piece, both languages one under the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import black
from reportlab.platypus import Table as Grid

from kyr_app.content.tokens import theme
from kyr_app.documents.typesetting import fonts
from kyr_app.documents.typesetting.voice import Voice
from kyr_app.model import inline
from kyr_app.model.block import Table
from kyr_app.model.text import Text


def table(block: Table, voices: Sequence[Voice], wide: float, most: float) -> Any:
    """Return a table `wide` points wide whose head is repeated on each page.

    With two languages every row is told twice, the reader's language first, and the two stay together; what is
    higher than `most` may be torn all the same.
    """
    styles = voices[0].styles
    tagged = len(voices) > 1
    tag = styles.body * 2.1 if tagged else 0.0
    widths = _widths([block.columns, *(row.cells for row in block.rows)], wide - tag, styles.body)
    rows, height = [], len(voices)
    for at, cells in enumerate([block.columns, *(row.cells for row in block.rows)]):
        for voice in voices:
            style = voice.styles.cell if at else voice.styles.head_cell
            label = [voice.say(voice.tag[:2].upper(), voice.styles.small_strong)] if tagged else []
            rows.append([*label, *(voice.say(cell, style) for cell in cells)])
    grid = Grid(rows, [tag, *widths] if tagged else widths, repeatRows=height, hAlign="LEFT")
    grid.setStyle(_look(len(block.rows) + 1, height, styles.unit))
    grid.wrap(wide, _ENDLESS)
    heights = grid._rowHeights  # noqa: SLF001 (known once it is wrapped)
    grid.setStyle(_whole(heights, height, most))
    grid.splitInRow = int(max(heights) > most)
    grid.spaceBefore, grid.spaceAfter = styles.unit, styles.unit * 2
    return grid


_ENDLESS = 0xFFFFFF


_TALL = 240.0
"""A row of so many points may be torn: a long answer is told whole, over two pages where it must be."""


def torn(grid: Any, wide: float) -> Any:
    """Return `grid`, whose rows may be torn where one is so tall that it might fit on no page."""
    grid.wrap(wide, _ENDLESS)
    grid.splitInRow = int(max(grid._rowHeights) > _TALL)  # noqa: SLF001 (known once it is wrapped)
    return grid


def _look(rows: int, height: int, unit: float) -> list[tuple[Any, ...]]:
    rule = theme().paper.rule
    look: list[tuple[Any, ...]] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("FONTNAME", (0, 0), (-1, -1), fonts.TEXT),  # or ReportLab names its own, which is not embedded
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), unit * 2),
        *([("RIGHTPADDING", (0, 0), (0, -1), 0)] if height > 1 else []),
        ("TOPPADDING", (0, 0), (-1, -1), unit / 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), unit / 2),
    ]
    for at in range(rows):
        last = at * height + height - 1
        look.append(("LINEBELOW", (0, last), (-1, last), rule * (1 if at else 2), black))
    return look


def _whole(heights: Sequence[float], each: int, most: float) -> list[tuple[Any, ...]]:
    """Keep every row of `each` languages whole, and the last two together: no page ends the table with one alone."""
    count = len(heights)
    rows = [(first, first + each) for first in range(0, count, each)] if each > 1 else []
    if count > 3 * each:
        rows.append((count - 2 * each, count))
    return [("NOSPLIT", (0, first), (-1, end - 1)) for first, end in rows if sum(heights[first:end]) < most]


def _widths(rows: Sequence[Sequence[Text]], wide: float, size: float) -> list[float]:
    """Share `wide` so that no word is torn where it can be helped and long columns get more."""
    least, want = [], []
    for column in zip(*rows, strict=True):
        texts = [inline.plain(words) for text in column for words in text.every]
        words = [word for text in texts for word in text.split()]
        least.append(max(fonts.width(word, fonts.BOLD, size) for word in words) + size * 1.1)
        want.append(max(fonts.width(text, fonts.TEXT, size) for text in texts) ** 0.5)
    spare = wide - sum(least)
    if spare < 0:
        return [wide / len(least)] * len(least)
    return [low + spare * each / sum(want) for low, each in zip(least, want, strict=True)]

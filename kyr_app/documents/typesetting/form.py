"""Sheets to fill in: one column over the whole page, the second language small under the first, lines to write on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import structs
from reportlab.lib.colors import black
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Table as Grid

from kyr_app.content.tokens import theme
from kyr_app.documents.typesetting import captions, fonts
from kyr_app.documents.typesetting.boxes import Aligned, Beside
from kyr_app.documents.typesetting.frames import Ruled
from kyr_app.documents.typesetting.marks import Dot
from kyr_app.documents.typesetting.markup import glyph, safe
from kyr_app.documents.typesetting.pages import Geometry
from kyr_app.documents.typesetting.prose import Paragraph
from kyr_app.documents.typesetting.tables import torn
from kyr_app.documents.typesetting.voice import Voice
from kyr_app.model.text import Words

_CLOSE = 1.18
"""How far the lines of a label stand apart, in its letter heights."""

CLOSE, WIDE = 1.7, 2.4
"""How high a line to write on is, in letter heights."""


def over_all(page: Geometry) -> Geometry:
    """Return a page whose text takes everything between the margins; nothing hangs to its left."""
    left = page.margin
    right = page.size[0] - page.margin
    return structs.replace(page, left=left, right=right, reach=0.0, measure=right - left)


class Form:
    """Makes the parts of a sheet to fill in. The first voice is the reader's."""

    def __init__(self, voices: Sequence[Voice], page: Geometry, line: float = WIDE) -> None:
        self.voices = tuple(voices)
        self.page = page
        self.styles = voices[0].styles
        self.gap = self.styles.unit * 3
        self.line_height = self.styles.body * line
        small = self.styles.small
        close = small.fontSize * _CLOSE
        self.label = ParagraphStyle("label", parent=small, leading=close, spaceAfter=0)
        self._value = ParagraphStyle("value", parent=self.styles.cell, leading=self.styles.body * _CLOSE)
        self._due = ParagraphStyle("due", parent=self.label, alignment=TA_RIGHT)

    def marked(self, words: Words, between: str = " / ") -> str:
        """Return words in every language as markup; said once where both say the same."""
        return between.join(dict.fromkeys(voice.marked(words) for voice in self.voices))

    def under(self, words: Words, *, bold: bool = True) -> str:
        """Return words with the other language small under them, as markup."""
        first, *rest = dict.fromkeys(voice.marked(words) for voice in self.voices)
        small = self.styles.small.fontSize
        head = f"<b>{first}</b>" if bold else first
        return head + "".join(f'<br/><font size="{small:g}">{each}</font>' for each in rest)

    def say(self, words: Words, style: ParagraphStyle, *, bold: bool = False) -> Paragraph:
        """Return words as a paragraph with the other language under them."""
        return Paragraph(self.under(words, bold=bold), style)

    def title(self, words: Words, about: Sequence[Words], *, place: str) -> list[Any]:
        """Return the title of the sheet, and what must be known of it."""
        first, *rest = dict.fromkeys(voice.marked(words) for voice in self.voices)
        head = [
            Paragraph(first, self.styles.title),
            *(Paragraph(each, self.styles.heading_tight) for each in rest),
        ]
        name = self.voices[0].locale.render(words)
        made: list[Any] = [Aligned([head], place=(place, name), after=self.styles.unit / 2, keep=True)]
        return made + [self.say(each, self.styles.small) for each in about]

    def head(self, words: Words, *, place: str) -> list[Any]:
        """Return the head of a group with a line above it; it stays with what follows."""
        style = self.styles.heading_tight
        name = self.voices[0].locale.render(words)
        inner = Aligned([[Paragraph(f"<b>{self.marked(words)}</b>", style)]], place=(place, name))
        ruled = Ruled(inner, theme().paper.rule * 2, above=True, gap=self.styles.unit * 0.8)
        ruled.spaceBefore, ruled.spaceAfter = self.styles.unit * 1.2, self.styles.unit / 2
        ruled.keepWithNext = 1
        return [ruled]

    def numbered(self, number: str, who: Words) -> Paragraph:
        """Return who somebody is, after a number."""
        said = self.under(who, bold=False)
        return Paragraph(f"{safe(number)} · {said}" if said else safe(number), self.label)

    def item(self, words: Words) -> Any:
        """Return a title with a dot before it."""
        size = self.label.fontSize
        said = Paragraph(self.under(words), self.label)
        return Beside([Dot(size)], said, [size * 1.3], self.styles.unit / 2)

    def line(self, asked: Words, answered: Words | None, ticks: Sequence[Words] = ()) -> list[Any]:
        """Return a label and the answer under it; without one, a line to write on that says so."""
        label = Paragraph(self.under(asked), self.label)
        if ticks:
            box = glyph("square", self.styles.icon)
            ticked = " &nbsp; ".join(f"{box} {self.marked(each)}" for each in ticks)
            return [label, Paragraph(ticked, self.styles.cell)]
        if answered is not None:
            return [label, Paragraph(self.under(answered, bold=False), self._value)]
        return [label, Paragraph(self.marked(captions.TO_ANSWER, "<br/>"), self._due)]

    def blank(self, asked: Words) -> list[Any]:
        """Return a label, all languages side by side, and a line to write on without a word on it."""
        first, *rest = dict.fromkeys(voice.marked(asked) for voice in self.voices)
        return [Paragraph(" / ".join((f"<b>{first}</b>", *rest)), self.label), ""]

    def lines(self, cells: Sequence[Sequence[Any]], columns: int, *, twice: bool = False) -> Any:
        """Return labels with what stands under them side by side, each over a thin line, or over two."""
        wide = (self.page.measure - self.gap * (columns - 1)) / columns
        widths = [wide if at % 2 == 0 else self.gap for at in range(2 * columns - 1)]
        rows: list[list[Any]] = [[""] * len(widths), [""] * len(widths)]
        for at, (label, value) in enumerate(cells):
            rows[0][2 * at], rows[1][2 * at] = label, value
        if twice:
            rows.append(list(rows[1]))
            rows[1] = [""] * len(widths)
        high = [0.0] + [self.line_height] * (len(rows) - 1)
        grid = Grid(rows, widths, minRowHeights=high, hAlign="LEFT")
        grid.setStyle(
            [
                *PLAIN,
                ("VALIGN", (0, 0), (-1, 0), "TOP"),
                ("VALIGN", (0, 1), (-1, -1), "BOTTOM"),
                ("BOTTOMPADDING", (0, 1), (-1, -1), self.styles.unit / 3),
                *(
                    ("LINEBELOW", (2 * at, 1), (2 * at, -1), theme().paper.rule, black)
                    for at in range(len(cells))
                ),
            ]
        )
        return Aligned([[grid]], after=self.styles.unit)

    def cell(self, words: Words | None, *, bold: bool = False) -> list[Paragraph]:
        """Return words for a cell: every language in a paragraph of its own; nothing where there are none."""
        if words is None:
            return []
        first, *rest = dict.fromkeys(voice.marked(words) for voice in self.voices)
        told = [f"<b>{first}</b>" if bold else first, *rest]
        return [Paragraph(each, self.styles.small) for each in told]

    def table(
        self, heads: Sequence[Words], rows: Sequence[Sequence[Any]], widths: Sequence[float], *, high: float
    ) -> Any:
        """Return a table with a head on each page; rows are at least `high` points."""
        return self.plate(
            [Paragraph(self.under(each), self.label) for each in heads], rows, widths, high=high
        )

    def plate(
        self, heads: Sequence[Any], rows: Sequence[Sequence[Any]], widths: Sequence[float], *, high: float
    ) -> Any:
        """Return a table as `table` does, its head already made."""
        cells = [list(heads), *(list(row) for row in rows)]
        grid = Grid(cells, widths, repeatRows=1, hAlign="LEFT", minRowHeights=[0.0] + [high] * len(rows))
        rule, unit = theme().paper.rule, self.styles.unit
        grid.setStyle(
            [
                *PLAIN,
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("RIGHTPADDING", (0, 0), (-2, -1), unit),
                ("LEFTPADDING", (1, 0), (-1, -1), unit * 0.7),
                ("TOPPADDING", (0, 1), (-1, -1), unit * 0.6),
                ("BOTTOMPADDING", (0, 0), (-1, -1), unit * 0.6),
                ("LINEBELOW", (0, 0), (-1, 0), rule * 2, black),
                ("LINEBELOW", (0, 1), (-1, -1), rule, black),
                ("LINEAFTER", (0, 1), (-2, -1), rule, black),
            ]
        )
        grid.spaceBefore, grid.spaceAfter = unit / 2, unit
        return torn(grid, sum(widths))


PLAIN: tuple[tuple[Any, ...], ...] = (
    ("FONTNAME", (0, 0), (-1, -1), fonts.TEXT),  # or ReportLab names its own, which is not embedded
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
)

"""Sheets in the reader's languages: kits, sheets with labels and lines, cards to cut out.

Labels stand in every language asked for; an answer stands once, as it was given.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import structs
from reportlab.lib.colors import black
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import KeepTogether, PageBreak, Spacer
from reportlab.platypus import Table as Plate

from kyr_app.content.tokens import theme
from kyr_app.documents.templates import captions
from kyr_app.documents.templates.filled import (
    Blank,
    Box,
    Cell,
    Cells,
    FilledPage,
    Grid,
    OwnWords,
    Runs,
    Said,
    Signed,
    Stacked,
    Style,
)
from kyr_app.documents.templates.ruled import marked
from kyr_app.documents.typesetting import fonts
from kyr_app.documents.typesetting.boxes import Aligned, Beside, Stack
from kyr_app.documents.typesetting.form import CLOSE, Form
from kyr_app.documents.typesetting.frames import Framed, Rules
from kyr_app.documents.typesetting.marks import Box as Square
from kyr_app.documents.typesetting.marks import Dot, Label, Mark
from kyr_app.documents.typesetting.markup import glyph, safe
from kyr_app.documents.typesetting.prose import Paragraph
from kyr_app.documents.typesetting.voice import voices
from kyr_app.model.template import Look

ACROSS, DOWN = 2, 4
_LETTERS = (13.0, 12.0, 11.0, 10.0, 9.0, 8.0, 7.0, 6.0, 5.0, 4.0)
"""Points of the letters on a card, the largest tried first; the last are for words that nobody could foresee."""


class Sheets:
    """Sets pages that were filled in one language or in two, block by block."""

    def __init__(self, form: Form) -> None:
        self.form, self.styles, self.unit = form, form.styles, form.styles.unit
        self._makers: dict[type, Callable[[Sequence[Any]], list[Any]]] = {
            Said: self._said,
            OwnWords: self._own,
            Cells: self._cells,
            Grid: self._grid,
            Stacked: self._stacked,
            Signed: self._signed,
            Blank: self._blank,
        }

    def pages(self, filled: Sequence[Sequence[FilledPage]]) -> list[Any]:
        """Return the flowables of pages; `filled` holds the same pages in every language."""
        made: list[Any] = []
        for at, same in enumerate(zip(*filled, strict=True)):
            made += [PageBreak()] if at else []
            made += self._head(same, at)
            made += self._cards(same) if same[0].look is Look.CARDS else self.blocks(same)
        return made

    def blocks(self, same: Sequence[FilledPage]) -> list[Any]:
        """Return the flowables of one page that was filled in every language."""
        groups = zip(*(page.blocks for page in same), strict=True)
        return [each for group in groups for each in self._makers[type(group[0])](group)]

    def fit(self, same: Sequence[FilledPage], room: tuple[float, float]) -> bool:
        """Return whether a page has room in so many points."""
        return Stack(self.blocks(same)).wrap(None, room[0]) <= room[1]

    def _head(self, same: Sequence[FilledPage], at: int) -> list[Any]:
        first, *rest = dict.fromkeys(page.title for page in same)
        style = self.styles.title
        head = [
            Paragraph(safe(first), style),
            *(Paragraph(safe(each), self.styles.heading_tight) for each in rest),
        ]
        return [Aligned([head], place=(f"{same[0].id}-{at}", first), after=self.unit, keep=True)]

    def _both(self, many: Sequence[Runs], *, bold: bool = False, between: str = "<br/>") -> str:
        """Return the same words in every language, the others small under the first."""
        first, *rest = dict.fromkeys(marked(each) for each in many)
        small = self.styles.small.fontSize
        head = f"<b>{first}</b>" if bold and first else first
        return head + "".join(f'{between}<font size="{small:g}">{each}</font>' for each in rest)

    def _said(self, group: Sequence[Said]) -> list[Any]:
        one = group[0]
        box = f"{glyph('check-square', self.styles.icon)} " if one.box is Box.TICKED else ""
        text = box + self._both([each.runs for each in group])
        if one.style in {Style.HEADING, Style.CENTER}:
            head = self._both([each.runs for each in group], bold=True, between=" / ")
            return [Paragraph(head, self.styles.heading)]
        if one.style is Style.CARE:
            warned = Paragraph(f"{glyph('warning', self.styles.icon)} {text}", self.styles.text)
            return [Framed([warned], pad=self.unit * 1.5, rule=theme().paper.rule * 1.5, after=self.unit)]
        if one.style in {Style.POINT, Style.STEP, Style.BULLET} or one.box is Box.EMPTY:
            return [self._listed(one, text)]
        styles = {Style.STRONG: self.styles.strong, Style.SMALL: self.styles.small}
        return [Paragraph(text, styles.get(one.style, self.styles.text))]

    def _listed(self, one: Said, text: str) -> Any:
        body = self.styles.body
        mark: Mark = Label(f"{one.number}.", body) if one.number else Dot(body)
        if one.box is Box.EMPTY:
            mark = Square(self.styles.box, body, theme().paper.rule * 1.5)
        beside = Beside([mark], Paragraph(text, self.styles.cell), [body * 1.9], self.unit)
        return Aligned([[beside]], after=self.unit)

    def _own(self, group: Sequence[OwnWords]) -> list[Any]:
        one = group[0]
        made: list[Any] = self._labelled([each.label for each in group])
        if one.lines:
            return [*made, self._rules(one.lines)]
        return made + [Paragraph(safe(each) or "&nbsp;", self.styles.text) for each in one.paragraphs]

    def _labelled(self, many: Sequence[Runs]) -> list[Any]:
        text = self._both(many, bold=True)
        kept = ParagraphStyle("kept", parent=self.styles.detail, keepWithNext=1)
        return [Paragraph(text, kept)] if text else []

    def _rules(self, count: int) -> Any:
        apart = self.form.line_height
        return Rules(count, apart, theme().paper.rule, after=self.unit * 2)

    def _blank(self, group: Sequence[Blank]) -> list[Any]:
        return [*self._labelled([each.label for each in group]), self._rules(group[0].lines)]

    def _cells(self, group: Sequence[Cells]) -> list[Any]:
        """Return labels over answers, so many side by side; a wide one over the whole width."""
        made: list[Any] = []
        waiting: list[list[Any]] = []
        columns = group[0].columns
        for same in zip(*(each.cells for each in group), strict=True):
            cell = self._cell(same)
            if same[0].wide:
                made += [self.form.lines(waiting, columns)] if waiting else []
                made.append(self.form.lines([cell], 1))
                waiting = []
                continue
            waiting.append(cell)
            if len(waiting) == columns:
                made.append(self.form.lines(waiting, columns))
                waiting = []
        return [*made, self.form.lines(waiting, columns)] if waiting else made

    def _cell(self, same: Sequence[Cell]) -> list[Any]:
        label = self._both([each.label for each in same], bold=True, between=" / ")
        value = self._both([each.value for each in same])
        return [Paragraph(label, self.form.label), Paragraph(value, self.styles.cell) if value else ""]

    def _grid(self, group: Sequence[Grid]) -> list[Any]:
        one = group[0]
        whole = sum(one.shares)
        widths = [self.form.page.measure * share / whole for share in one.shares]
        heads = [
            Paragraph(self._both(many, bold=True), self.form.label)
            for many in zip(*(each.heads for each in group), strict=True)
        ]
        rows = []
        for same in zip(*(each.rows for each in group), strict=True):
            cells = [self._both(many) for many in zip(*same, strict=True)]
            rows.append([Paragraph(text, self.styles.cell) if text else "" for text in cells])
        return [self.form.plate(heads, rows, widths, high=self.form.line_height)]

    def _stacked(self, group: Sequence[Stacked]) -> list[Any]:
        many = zip(*(each.lines for each in group), strict=True)
        return [Paragraph(self._both(lines), self.styles.detail) for lines in many]

    def _signed(self, group: Sequence[Signed]) -> list[Any]:
        form = self.form
        sign: list[Any] = [form.blank(captions.SIGNATURE), form.blank(captions.DATE)]
        under = [Paragraph(self._both([each.who for each in group]), self.styles.detail)]
        under += [
            Paragraph(self._both(many), self.styles.detail)
            for many in zip(*(each.more for each in group), strict=True)
        ]
        return [Spacer(1, self.unit * 2), KeepTogether([form.lines(sign, 2), *under])]

    def _cards(self, same: Sequence[FilledPage]) -> list[Any]:
        """Return a page of the same card to cut out, in the largest letters in which all of it has room."""
        tokens = theme().paper
        wide, high = tokens.card_width * mm, tokens.card_height * mm
        room = wide - 2 * tokens.fold, high - 2 * tokens.fold
        down = DOWN if len(self.form.voices) == 1 else DOWN - 1  # two languages take a higher head and foot
        locales = [voice.locale for voice in self.form.voices]
        place = structs.replace(self.form.page, measure=room[0])
        tries = (Sheets(Form(voices(locales, body), place, CLOSE)) for body in _LETTERS)
        small = next(each for each in tries if each.fit(same, room) or each.styles.body == _LETTERS[-1])
        cells = [[small.blocks(same) for _ in range(ACROSS)] for _ in range(down)]
        plate = Plate(cells, [wide] * ACROSS, [high] * down)
        rule, fold = tokens.rule, tokens.fold
        plate.setStyle(
            [
                ("FONTNAME", (0, 0), (-1, -1), fonts.TEXT),
                ("GRID", (0, 0), (-1, -1), rule, black),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                *((f"{side}PADDING", (0, 0), (-1, -1), fold) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")),
            ]
        )
        return [self.form.say(captions.cut(ACROSS * down), self.styles.small), plate]

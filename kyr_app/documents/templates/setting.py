"""Filled blocks as flowables in one language: for a court double spaced, for a letter single spaced."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reportlab.lib.colors import black
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Table as Plate

from kyr_app.content.tokens import theme
from kyr_app.documents.templates import captions
from kyr_app.documents.templates.caption import caption
from kyr_app.documents.templates.filled import (
    AnyFilled,
    Blank,
    Box,
    Captioned,
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
from kyr_app.documents.typesetting.boxes import Aligned, Beside
from kyr_app.documents.typesetting.form import PLAIN
from kyr_app.documents.typesetting.frames import Framed, Rules
from kyr_app.documents.typesetting.marks import Box as Square
from kyr_app.documents.typesetting.marks import Dot, Icon, Mark
from kyr_app.documents.typesetting.markup import glyph, safe
from kyr_app.documents.typesetting.pages import Geometry
from kyr_app.documents.typesetting.prose import Paragraph
from kyr_app.documents.typesetting.tables import torn
from kyr_app.documents.typesetting.voice import Voice

DOUBLE, SINGLE = 2.0, 1.25
"""How far lines stand apart, in letter heights."""

_NUMBER = 2.2
"""How far a numbered passage and an entry of a list are set in, in letter heights."""

_TICK = 1.15
"""A ticked box is as large as an empty one: the font draws it with room round it."""

_HAND = 24.0
"""Points from a line to write on to the next."""


_LEADS = {Style.POINT, Style.TEXT, Style.STRONG}
"""What may lead to a block that follows: both stay on one page."""


_FEW = 6
"""So many lines to write on go to the next page with the signature under them."""


def _led(block: AnyFilled | None) -> bool:
    """Return whether a block answers the words before it."""
    if isinstance(block, Said):
        return block.style in {Style.BULLET, Style.STEP}
    return isinstance(block, OwnWords | Cells | Blank | Signed)


class Setter:
    """Sets the pages of a paper in one language."""

    def __init__(self, voice: Voice, place: Geometry, *, double: bool) -> None:
        self.voice, self.place, self.styles = voice, place, voice.styles
        body, unit = self.styles.body, self.styles.unit
        apart = body * (DOUBLE if double else SINGLE)
        close = {"leading": body * SINGLE, "spaceAfter": unit, "bulletFontSize": body}
        base = ParagraphStyle("base", parent=self.styles.text, **close)
        self.base = base
        room = 0.0 if double else unit * 0.6
        self.text = ParagraphStyle("set", parent=base, leading=apart, spaceBefore=room, spaceAfter=room)
        self.bold = ParagraphStyle("bold", parent=base, fontName=fonts.BOLD)
        self.center = ParagraphStyle(
            "center", parent=self.bold, alignment=TA_CENTER, spaceBefore=unit, spaceAfter=unit * 1.5
        )
        self.small = ParagraphStyle(
            "small",
            parent=base,
            fontSize=self.styles.small.fontSize,
            leading=self.styles.small.fontSize * SINGLE,
        )
        self._makers: dict[type, Callable[[Any], list[Any]]] = {
            Said: self._said,
            OwnWords: self._own,
            Cells: self._cells,
            Grid: self._grid,
            Captioned: self._captioned,
            Stacked: self._stacked,
            Signed: self._signed,
            Blank: self._blank,
        }

    def page(self, page: FilledPage) -> list[Any]:
        """Return the flowables of a page."""
        made: list[Any] = []
        for block, following in zip(page.blocks, (*page.blocks[1:], None), strict=True):
            own = self.block(block)
            if isinstance(block, Said) and block.style in _LEADS and _led(following):
                own[-1].keepWithNext = 1
            if isinstance(following, Signed) and getattr(own[-1], "count", _FEW + 1) <= _FEW:
                own[-1].keepWithNext = 1  # a signature never stands alone on a page
            made += own
        return made

    def block(self, block: AnyFilled) -> list[Any]:
        """Return a block as flowables."""
        return self._makers[type(block)](block)

    def _inset(self, style: ParagraphStyle, before: float = 0.0) -> ParagraphStyle:
        wide = style.fontSize * _NUMBER
        return ParagraphStyle("inset", parent=style, leftIndent=wide, bulletIndent=0, spaceBefore=before)

    def _bullet(self, block: Said) -> Beside:
        """Return an entry of a list: a box or a dot, and words beside it that do not run under it."""
        body, tokens = self.styles.body, theme().paper
        plain = ParagraphStyle("entry", parent=self.base, spaceAfter=0)
        mark: Mark = Dot(body) if block.box is Box.NO else Square(tokens.box, body, tokens.rule * 1.5)
        if block.box is Box.TICKED:
            mark = Icon("check-square", self.styles.icon * _TICK, body)
        return Beside([mark], Paragraph(marked(block.runs), plain), [body * _NUMBER], self.styles.unit / 2)

    def _said(self, block: Said) -> list[Any]:
        text = self.boxed(block.box) + marked(block.runs)
        if block.style is Style.CENTER:
            return [Paragraph(text, self.center)]
        if block.style is Style.HEADING:
            head = ParagraphStyle(
                "head", parent=self.bold, spaceBefore=self.styles.unit * 1.5, keepWithNext=1
            )
            return [Paragraph(text, head)]
        if block.style in {Style.CARE, Style.WARNING}:
            return [self._framed(text, strong=block.style is Style.WARNING)]
        if block.style in {Style.POINT, Style.STEP}:
            numbered = self._inset(self.text, before=self.styles.unit * 0.6)
            return [Paragraph(text, numbered, bulletText=f"{block.number}.")]
        if block.style is Style.BULLET:
            return [self._bullet(block)]
        plain = {Style.STRONG: self.bold, Style.STATUTE: self.base, Style.SMALL: self.small}
        return [Paragraph(text, plain.get(block.style, self.text))]

    def _framed(self, text: str, *, strong: bool) -> Any:
        """Return words in a frame; the warning of a statute in bold, in lines of three points, as it asks for."""
        rule = theme().paper.thick_rule if strong else theme().paper.rule * 1.5
        inner = Paragraph(text, self.bold if strong else self.base)
        return Framed([inner], pad=self.styles.unit * 1.5, rule=rule, after=self.styles.unit)

    def boxed(self, box: Box) -> str:
        """Return the box before a block as markup."""
        if box is Box.NO:
            return ""
        name = "check-square" if box is Box.TICKED else "square"
        return f"{glyph(name, self.styles.icon)} "

    def _label(self, runs: Runs, box: Box = Box.NO) -> list[Any]:
        text = self.boxed(box) + marked(runs)
        style = ParagraphStyle("label", parent=self.base, spaceBefore=self.styles.unit, keepWithNext=1)
        return [Paragraph(text, style)] if text else []

    def _own(self, block: OwnWords) -> list[Any]:
        inset = self._inset(self.text)
        made = self._label(block.label, block.box)
        if block.lines:
            return [*made, self._rules(block.lines)]
        return made + [Paragraph(safe(each) or "&nbsp;", inset) for each in block.paragraphs]

    def _rules(self, count: int) -> Any:
        return Rules(count, _HAND, theme().paper.rule, before=self.styles.unit, after=self.styles.unit * 2)

    def _blank(self, block: Blank) -> list[Any]:
        return [*self._label(block.label), self._rules(block.lines)]

    def _cells(self, block: Cells) -> list[Any]:
        """Return labels to the left, answers over a thin line to the right."""
        wide = self.place.measure
        rows = [
            [Paragraph(f"<b>{marked(each.label)}</b>", self.base), Paragraph(marked(each.value), self.base)]
            for each in block.cells
        ]
        plate = Plate(rows, [wide * 0.38, wide * 0.62], minRowHeights=[_HAND] * len(rows), hAlign="LEFT")
        plate.setStyle(
            [
                *PLAIN,
                ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
                ("TOPPADDING", (0, 0), (-1, -1), self.styles.unit),
                ("LINEBELOW", (1, 0), (1, -1), theme().paper.rule, black),
            ]
        )
        plate.spaceAfter = self.styles.unit * 2
        return [torn(plate, wide)]

    def _grid(self, block: Grid) -> list[Any]:
        heads = [Paragraph(f"<b>{marked(each)}</b>", self.small) for each in block.heads]
        rows = [[Paragraph(marked(cell), self.base) if cell else "" for cell in row] for row in block.rows]
        whole = sum(block.shares)
        widths = [self.place.measure * share / whole for share in block.shares]
        plate = Plate([heads, *rows], widths, repeatRows=1, minRowHeights=[0.0] + [_HAND] * len(rows))
        rule, pad = theme().paper.rule, self.styles.unit * 0.6
        plate.setStyle(
            [
                ("FONTNAME", (0, 0), (-1, -1), fonts.TEXT),
                ("GRID", (0, 0), (-1, -1), rule, black),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                *((f"{side}PADDING", (0, 0), (-1, -1), pad) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")),
            ]
        )
        plate.spaceBefore, plate.spaceAfter = self.styles.unit, self.styles.unit * 2
        return [torn(plate, self.place.measure)]

    def _captioned(self, block: Captioned) -> list[Any]:
        return caption(block, self.voice, self.place, self.base, self.center)

    def _stacked(self, block: Stacked) -> list[Any]:
        close = ParagraphStyle("close", parent=self.base, spaceAfter=0)
        made = [Paragraph(marked(each) or "&nbsp;", close) for each in block.lines]
        return [Aligned([made], after=self.styles.unit * 2.5)] if made else []

    def _signed(self, block: Signed) -> list[Any]:
        """Return a line for the signature and one for the day; under them the name, and lines the signer fills."""
        wide, gap = self.place.measure, self.styles.unit * 4
        say = self.voice.marked
        left = [Paragraph(say(captions.SIGNATURE), self.small), Paragraph(marked(block.who), self.base)]
        left += [Paragraph(marked(each), self.base) for each in block.more]
        right = [Paragraph(say(captions.DATE), self.small)]
        plate = Plate(
            [["", "", ""], [left, "", right]],
            [wide * 0.58, gap, wide * 0.42 - gap],
            rowHeights=[_HAND * 1.6, None],
        )
        rule = theme().paper.rule
        plate.setStyle(
            [
                *PLAIN,
                ("LINEBELOW", (0, 0), (0, 0), rule, black),
                ("LINEBELOW", (2, 0), (2, 0), rule, black),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ]
        )
        return [Aligned([[plate]], after=self.styles.unit * 2)]

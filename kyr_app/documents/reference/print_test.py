"""A test of the printer: the front and the back of one sheet."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reportlab.lib.units import inch, mm

from kyr_app.content.tokens import theme
from kyr_app.documents.lessons import captions as words
from kyr_app.documents.typesetting import fonts
from kyr_app.documents.typesetting.boxes import Aligned, Stack
from kyr_app.documents.typesetting.drawing import Drawing, line, written
from kyr_app.documents.typesetting.order import Order
from kyr_app.documents.typesetting.pages import SIZES
from kyr_app.documents.typesetting.voice import voices
from kyr_app.i18n.locale import Locale
from kyr_app.model.text import Together, Words

ACCENTS = "áéíóúüñ ÁÉÍÓÚÜÑ ¿? ¡! «» “” 1Il 0O"
RULES = (0.25, 0.5, 0.75, 1, 1.5, 2, 3)
LETTERS = (8, 9, 10, 12, 14, 18)
_DASH, _CROSS, _TICK = 4.0, 11.0, 5.0


def build(order: Order) -> bytes:
    """Return the PDF: two pages that lie on one another when they are printed on both sides."""
    drawing = Drawing(SIZES[order.paper], order.name, order.locales[0].language)
    for n, side in enumerate((words.FRONT, words.BACK), 1):
        _Page(drawing, order.locales, front=n == 1).draw(Together((order.title, side), " · "))
        if order.told:
            order.told(n, 2)
    return drawing.bytes()


class _Page:
    """One side of the sheet. `y` goes down as things are drawn."""

    def __init__(self, drawing: Drawing, locales: Sequence[Locale], *, front: bool) -> None:
        tokens = theme().paper
        self.canv, self.size, self.front = drawing.canv, drawing.size, front
        self.voices = voices(locales, tokens.body)
        self.left, self.unit, self.rule = tokens.margin * mm + 12, tokens.space, tokens.rule
        self.measure = self.size[0] - 2 * self.left
        self.y = self.size[1] - self.left

    def draw(self, title: Words) -> None:
        """Draw everything and end the page."""
        self._frame(theme().paper.edge * mm, 0.0)
        self._frame(theme().paper.margin * mm, _DASH)
        self._crosses()
        self._say(title, "point")
        if self.front:
            for said in (words.EDGE, words.MARGIN):
                self._say(said)
            self._letters()
            self._rules()
            self._rulers()
        self._say(words.DUPLEX)
        self._say(words.INK)
        self.canv.showPage()

    def _frame(self, far: float, dash: float) -> None:
        right, top = self.size[0] - far, self.size[1] - far
        corners = [(far, far), (right, far), (right, top), (far, top), (far, far)]
        for start, end in pairwise(corners):
            line(self.canv, start, end, self.rule, dash)

    def _crosses(self) -> None:
        """Draw crosses that lie at the same places of the sheet on both sides: each mirrors another."""
        (wide, high), tokens = self.size, theme().paper
        far = (tokens.edge + tokens.margin) / 2 * mm
        for x in (far, wide / 2, wide - far):
            for y in (far, high / 2, high - far) if x != wide / 2 else (far, high - far):
                line(self.canv, (x - _CROSS / 2, y), (x + _CROSS / 2, y), self.rule)
                line(self.canv, (x, y - _CROSS / 2), (x, y + _CROSS / 2), self.rule)

    def _say(self, said: Words, style: str = "text") -> None:
        columns = [[voice.say(said, getattr(voice.styles, style))] for voice in self.voices]
        row = Stack([Aligned(columns, theme().paper.column_gap)])
        height = row.wrap(self.canv, self.measure)
        row.draw(self.canv, self.left, self.y)
        self.y -= height + self.unit

    def _letters(self) -> None:
        self._say(words.ACCENTS, "strong")
        body = theme().paper.body
        self._down(body)
        written(self.canv, ACCENTS, fonts.TEXT, body, (self.left, self.y))
        self._down(body * 1.5)
        written(self.canv, ACCENTS, fonts.BOLD, body, (self.left, self.y))
        self._down(body)
        self._say(words.SIZES, "strong")
        x = self.left
        self._down(max(LETTERS))
        for size in LETTERS:
            written(self.canv, f"{size} áñ", fonts.TEXT, size, (x, self.y))
            x += fonts.width(f"{size} áñ", fonts.TEXT, size) + 2 * body
        self._down(body)

    def _rules(self) -> None:
        self._say(words.WIDTHS, "strong")
        small = theme().paper.small
        for rule in RULES:
            self._down(small * 1.3)
            written(self.canv, f"{rule:g}", fonts.TEXT, small, (self.left, self.y))
            level = self.y + small / 3
            line(self.canv, (self.left + 3 * small, level), (self.left + self.measure, level), rule)
        self._down(small)

    def _rulers(self) -> None:
        self._say(words.RULER, "strong")
        for unit, parts, name in ((10 * mm, 10, "cm"), (inch, 8, "in")):
            self._down(5 * _TICK)
            self._ruler(unit, parts, name)

    def _ruler(self, unit: float, parts: int, name: str) -> None:
        count, small = int(self.measure / unit), theme().paper.small
        line(self.canv, (self.left, self.y), (self.left + count * unit, self.y), self.rule)
        for n in range(count * parts + 1):
            x, whole = self.left + n * unit / parts, n % parts == 0
            line(self.canv, (x, self.y), (x, self.y + _TICK * (2 if whole else 1)), self.rule)
            if whole:
                label = f"{n // parts}" if n else f"0 {name}"
                written(self.canv, label, fonts.TEXT, small, (x, self.y - small))
        self._down(2.5 * small)

    def _down(self, far: float) -> None:
        self.y -= far

"""One sheet folded into a little book: where its eight pages lie, and where to fold and to cut.

┌─────┬─────┬─────┬─────┐   The upper row stands on its head. Fold lengthwise, the print outside; cut between
│ 7 ↓ │ 6 ↓ │ 5 ↓ │ 4 ↓ │   the second and the third column of folds; push the ends together: the cut opens,
├─────┼═════╪═════┼─────┤   and the leaves 1|2, 3|4, 5|6, 7|8 lie on one another.
│ 8 ↑ │ 1 ↑ │ 2 ↑ │ 3 ↑ │
└─────┴─────┴─────┴─────┘
"""

from __future__ import annotations

from typing import Any

from msgspec import Struct
from reportlab.lib.units import mm

from kyr_app.content.tokens import theme
from kyr_app.documents.typesetting import fonts
from kyr_app.documents.typesetting.drawing import line, written
from kyr_app.documents.typesetting.marks import drawn

PAGES = 8
_UPRIGHT = (8, 1, 2, 3)
_TURNED = (7, 6, 5, 4)
_DASH = 4.0
_SAFE = 2.0
"""Points from the edge that a printer reaches to anything that is drawn."""

_TICK = 22.0


class Spot(Struct, frozen=True):
    """Where one page of the book lies on the sheet. `left`, `right`, `head` and `foot` are its margins as one reads."""

    x: float
    y: float
    width: float
    height: float
    turned: bool
    left: float
    right: float
    head: float
    foot: float

    @property
    def measure(self) -> float:
        """How wide its text is."""
        return self.width - self.left - self.right

    @property
    def room(self) -> float:
        """How high its text may be."""
        return self.height - self.head - self.foot

    def enter(self, canv: Any) -> None:
        """Move the origin to the lower left corner of the page, as one reads it."""
        if self.turned:
            canv.translate(self.x + self.width, self.y + self.height)
            canv.rotate(180)
        else:
            canv.translate(self.x, self.y)


def spot(n: int, size: tuple[float, float]) -> Spot:
    """Return where page `n` (1 to 8) lies on a sheet of that size, its long side across."""
    turned = n in _TURNED
    column = (_TURNED if turned else _UPRIGHT).index(n)
    width, height = size[0] / 4, size[1] / 2
    tokens = theme().paper
    edge, fold = tokens.edge * mm + _SAFE, tokens.fold
    outside = {0: (edge, fold), 3: (fold, edge)}.get(column, (fold, fold))
    left, right = reversed(outside) if turned else outside
    return Spot(column * width, height if turned else 0.0, width, height, turned, left, right, fold, edge)


def marks(canv: Any, size: tuple[float, float], cut: str) -> None:
    """Draw the dashes to fold on, and the line to cut with its scissors and the word for it."""
    tokens = theme().paper
    (wide, high), edge, rule = size, tokens.edge * mm + _SAFE, tokens.rule
    middle = high / 2
    for x in (wide / 4, wide / 2, wide * 3 / 4):
        for low, top in ((edge, edge + _TICK), (high - edge - _TICK, high - edge)):
            line(canv, (x, low), (x, top), rule, _DASH)
    for start, end in ((edge, wide / 4), (wide * 3 / 4, wide - edge)):
        line(canv, (start, middle), (end, middle), rule, _DASH)
    line(canv, (wide / 4, middle), (wide * 3 / 4, middle), rule * 2)
    written(canv, drawn("scissors"), fonts.ICONS, tokens.icon, (wide / 4 - tokens.icon, middle - 5))
    at = wide / 2 - fonts.width(cut, fonts.TEXT, tokens.least) - _DASH
    written(canv, cut, fonts.TEXT, tokens.least, (at, middle + rule + 2))

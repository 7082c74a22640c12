"""A row of the index, and of the list of country information: tab, what it is, pages. All of it leads to the tab."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable

from kyr_app.content.tokens import theme

_SHARES = (0.13, 0.7, 0.17)
"""The columns, as parts of the width."""
_PAD = 0.7
"""Room above and below words, in units."""


class Row(Flowable):  # type: ignore[misc]  # ReportLab brings no types
    """Three columns over a thin line; `leads` names the page to which the whole row is a link."""

    def __init__(
        self, columns: Sequence[Sequence[Any]], unit: float, leads: str = "", rule: float = 1.0
    ) -> None:
        super().__init__()
        self.columns, self.unit, self.leads, self.rule = columns, unit, leads, rule
        self.width = self.height = 0.0

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Lay the columns out, once for a width: a table asks on every page that it is parted at."""
        if width == self.width:
            return width, self.height
        self.width = width
        highs = []
        for share, column in zip(_SHARES, self.columns, strict=True):
            room = width * share - (self.unit if share != _SHARES[-1] else 0.0)
            highs.append(sum(each.wrapOn(None, room, 0xFFFFFF)[1] for each in column))
        self.height = max(highs) + 2 * _PAD * self.unit
        return width, self.height

    def draw(self) -> None:
        """Draw the columns, their tops level, and the line below them."""
        canv, x = self.canv, 0.0
        for share, column in zip(_SHARES, self.columns, strict=True):
            y = self.height - _PAD * self.unit
            for each in column:
                y -= each.height
                each.drawOn(canv, x, y)
            x += self.width * share
        canv.setLineWidth(theme().paper.rule * self.rule)
        canv.line(0, 0, self.width, 0)
        if self.leads:
            canv.linkRect("", self.leads, (0, 0, self.width, self.height), relative=1)


class Table(Flowable):  # type: ignore[misc]
    """Rows under their heads, which stand above the first row of every page."""

    def __init__(self, heads: Row, rows: Sequence[Row]) -> None:
        super().__init__()
        self.heads, self.rows = heads, rows

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Lay the rows out."""
        self.width = width
        self.height = sum(each.wrap(width, 0.0)[1] for each in (self.heads, *self.rows))
        return width, self.height

    def split(self, _width: float, height: float) -> list[Any]:
        """Part it between rows."""
        used, fit = self.heads.height, 0
        while fit < len(self.rows) and used + self.rows[fit].height <= height:
            used += self.rows[fit].height
            fit += 1
        if not 0 < fit < len(self.rows):
            return []
        return [Table(self.heads, self.rows[:fit]), Table(self.heads, self.rows[fit:])]

    def draw(self) -> None:
        """Draw the rows downwards."""
        y = self.height
        for each in (self.heads, *self.rows):
            y -= each.height
            each.drawOn(self.canv, 0, y)

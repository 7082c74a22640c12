"""How many copies, and how many sheets of paper that takes: told before anything is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from kyr_app.documents.lessons.job import MOST_COPIES
from kyr_app.model.interview import Number
from kyr_app.model.text import N_, P_
from kyr_app.ui.widgets.entries import Count
from kyr_app.ui.widgets.flow import Flow
from kyr_app.ui.widgets.icon import em

if TYPE_CHECKING:
    from kyr_app.model.text import Words
    from kyr_app.ui.words import Speaks


class Copies(Count):
    """A whole number from 1 to the most there can be."""

    def __init__(self, say: Speaks, copies: int) -> None:
        super().__init__(say, Number(name="copies", least=1, most=MOST_COPIES), N_("How many copies?"))
        self.line.setFixedWidth(round(em() * 3.5))
        flow, row = Flow(), self.layout()
        for part in (self.line, self.less, self.more):
            flow.add(part)
        assert isinstance(row, QHBoxLayout)  # noqa: S101 (a count has a row)
        row.insertWidget(0, flow, 1000)
        self.show_value(copies)

    @property
    def copies(self) -> int:
        """The number asked for; 1 while nothing that counts is typed."""
        typed = self.value()
        return min(max(typed, 1), MOST_COPIES) if isinstance(typed, int) else 1


def sheets(pages: int, copies: int, *, colour: bool = False) -> Words:
    """Return how many pages a paper has, and how many sheets its copies take on one side and on both."""
    if copies == 1 and colour:
        return P_("{n} page, photos in color", "{n} pages, photos in color", pages)
    if copies == 1:
        return P_("{n} page, black and white", "{n} pages, black and white", pages)
    one_side, both_sides = pages * copies, -(-pages // 2) * copies
    if pages == 1:
        return P_("{n} sheet of paper", "{n} sheets of paper", one_side)
    return N_(
        "{copies} copies of {pages} pages: {n} sheets of paper, or {half} printed on both sides",
        copies=copies,
        pages=pages,
        n=one_side,
        half=both_sides,
    )

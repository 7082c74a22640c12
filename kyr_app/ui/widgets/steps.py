"""Things in an order: each with its number, and its picture where it has one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget

from kyr_app.ui.widgets.frame import TOP, plain_column, plain_row
from kyr_app.ui.widgets.icon import Glyph, em
from kyr_app.ui.widgets.label import Pair
from kyr_app.ui.widgets.lane import FONT_CHANGES

if TYPE_CHECKING:
    from kyr_app.model.text import Text
    from kyr_app.ui.words import Speaks


class _Number(QLabel):
    """The number of a step, on a round of the accent."""

    def __init__(self, number: int) -> None:
        super().__init__(str(number))
        self.setProperty("role", "number")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._fit()

    def _fit(self) -> None:
        side = round(em() * 1.8)
        self.setFixedSize(side, side)
        rounded = f"border-radius: {side // 2}px"
        if self.styleSheet() != rounded:
            self.setStyleSheet(rounded)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the letters."""
        if event.type() in FONT_CHANGES:
            self._fit()
        super().changeEvent(event)


def numbered(say: Speaks, steps: Iterable[tuple[Text, str]]) -> QWidget:
    """Return the steps under one another; each is its words and the name of its picture, or none."""
    holder, column = plain_column(1.5)
    for number, (words, icon) in enumerate(steps, 1):
        line, row = plain_row()
        row.addWidget(_Number(number), 0, TOP)
        row.addWidget(Pair(say, words), 1)
        if icon:
            row.addWidget(Glyph(icon, 1.5, rounded=True), 0, TOP)
        column.addWidget(line)
    return holder

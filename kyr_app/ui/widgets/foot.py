"""The row of buttons under a screen: back on the left, the one main action on the right, always in the same places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayoutItem, QWidget

from kyr_app.model.text import N_
from kyr_app.ui import theme
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.flow import Lines
from kyr_app.ui.widgets.lane import Lane

if TYPE_CHECKING:
    from kyr_app.model.text import Words
    from kyr_app.ui.words import Speaks


WIDTH = 1.5
"""How many lines wide the row is at most, on every screen alike."""


class _Row(Lines):
    """The first part at the left, the last at the right, the others in the middle; where one line has no room for
    all of them they go on in the next, and the last part still stands at the right end.
    """  # noqa: D205 (one sentence)

    def _lay(self, rect: QRect, *, move: bool) -> int:
        top, gap = rect.y(), self.spacing()
        lines = self._lines_in(rect.width())
        for line in lines:
            sizes = [
                each.sizeHint().boundedTo(QSize(rect.width(), each.sizeHint().height())) for each in line
            ]
            high = max(each.height() for each in sizes)
            spare = rect.width() - sum(each.width() + gap for each in sizes) + gap
            left = rect.x()
            for item, size in zip(line, sizes, strict=True):
                shift = self._shift(item, spare, alone=len(lines) == 1)
                if move:
                    item.setGeometry(QRect(QPoint(left + shift, top + (high - size.height()) // 2), size))
                left += size.width() + gap
            top += high + gap
        return max(0, top - gap - rect.y())

    def _lines_in(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        left = 0
        for item in self._items:
            if item.isEmpty():
                continue
            wide = item.sizeHint().width()
            if not lines or left + wide > width:
                lines.append([])
                left = 0
            lines[-1].append(item)
            left += wide + self.spacing()
        return lines

    def _shift(self, item: QLayoutItem, spare: int, *, alone: bool) -> int:
        """Return how much of the room that is left stands before a part of a line, which may be the only one."""
        if item is self._items[-1]:
            return spare
        return spare // 2 if alone and item is not self._items[0] else 0


class Foot(QFrame):
    """Back, what can be done besides, and what comes next."""

    def __init__(self, say: Speaks) -> None:
        super().__init__()
        self.setProperty("kind", "foot")
        self._say = say
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, theme.space(1.25), 0, theme.space(1.25))
        lane = Lane(WIDTH)
        outer.addWidget(lane)
        holder = QWidget()
        lane.row.addWidget(holder)
        self._row = _Row(holder)
        self.back = Button(say, N_("Back"), "arrow-left")
        self.next = Button(say, N_("Next"), "arrow-right", "primary", after=True)
        self.buttons = [self.back, self.next]
        """Its buttons in the order they are read."""
        for button in self.buttons:
            self._row.addWidget(button)

    def add(self, words: Words, icon: str, kind: str = "plain") -> Button:
        """Put a further button in the middle."""
        button = Button(self._say, words, icon, kind)
        self.buttons.insert(-1, button)
        self._row.removeWidget(self.next)
        self._row.addWidget(button)
        self._row.addWidget(self.next)
        return button

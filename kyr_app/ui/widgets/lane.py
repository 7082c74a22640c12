"""A lane: a row in the middle of the window, no wider than so many lines of text."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kyr_app.content import tokens
from kyr_app.ui import theme

FONT_CHANGES = (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange)


def line_width(lines: float = 1.0) -> int:
    """Return how wide `lines` lines of running text are at most, in pixels."""
    metrics = QFontMetrics(QGuiApplication.font())
    return round(metrics.averageCharWidth() * tokens.theme().type.line_characters * lines)


def edge() -> int:
    """Return the room on both sides of a page and of what stands over and under it, in pixels.

    It holds the scroll bar of a page that has one: so all of them begin and end at the same places, and nothing moves.
    """
    return theme.space(5)


class Lane(QWidget):
    """Centres `row`, as wide as a page of as many lines would be."""

    def __init__(self, lines: float) -> None:
        super().__init__()
        self._lines = lines
        outer = QHBoxLayout(self)
        outer.setContentsMargins(edge(), 0, edge(), 0)
        outer.addStretch(1)
        self.inner = QWidget()
        self.row = QHBoxLayout(self.inner)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(theme.space(2))
        outer.addWidget(self.inner, 1000)
        outer.addStretch(1)
        self._fit()

    def _fit(self) -> None:
        self.inner.setMaximumWidth(line_width(self._lines))

    def changeEvent(self, event: QEvent) -> None:
        """Stay as wide as lines of the letters now used."""
        if event.type() in FONT_CHANGES:
            self._fit()
        super().changeEvent(event)

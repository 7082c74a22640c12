"""An event on a line of time: a dot on the line, its date, what happened, and where that stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kyr_app.ui import theme
from kyr_app.ui.when import when
from kyr_app.ui.widgets.frame import TOP, plain_column
from kyr_app.ui.widgets.icon import Glyph
from kyr_app.ui.widgets.label import Pair

if TYPE_CHECKING:
    from kyr_app.model.timeline import Event
    from kyr_app.ui.words import Speaks

_ICONS = {"court": "scales", "policy": "megaphone", "filing": "file-text", "note": "note"}


class Milestone(QWidget):
    """One event; the line goes on through the ones above and below it."""

    def __init__(self, say: Speaks, event: Event) -> None:
        super().__init__()
        self.event_shown = event
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.space(1), 0, theme.space(1))
        row.setSpacing(theme.space(2))
        self._dot = Glyph(_ICONS.get(event.kind, "note"), 1.2, rounded=True)
        row.addWidget(self._dot, 0, TOP)
        words, column = plain_column(0.25)
        column.addWidget(Pair(say, when(event.date), "small-strong"))
        column.addWidget(Pair(say, event.text))
        row.addWidget(words, 1)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the line behind the dot."""
        painter = QPainter(self)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), theme.space(0.25)))
        middle = self._dot.geometry().center().x() + 0.5
        painter.drawLine(QPointF(middle, 0), QPointF(middle, self.height()))

"""Where am I: one dot a step, the one that is now longer than the others."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kyr_app.ui.widgets.icon import em


class Dots(QWidget):
    """Steps behind are full, the step that is now is long and full, steps ahead are rings."""

    def __init__(self) -> None:
        super().__init__()
        self._total, self._now = 1, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_step(self, now: int, total: int) -> None:
        """Show step `now`, counted from 0, of `total`."""
        self._now, self._total = now, max(total, 1)
        self.updateGeometry()
        self.update()

    @property
    def _side(self) -> float:
        return em() * 0.6

    def sizeHint(self) -> QSize:
        """Return room for every dot and the long one."""
        return QSize(round(self._side * (1.7 * self._total + 2)), round(self._side + 4))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the letters."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = self.palette().color(QPalette.ColorRole.Highlight)
        line = self.palette().color(QPalette.ColorRole.Mid)
        left, side = 2.0, self._side
        top = (self.height() - side) / 2
        for step in range(self._total):
            wide = side * 2.6 if step == self._now else side
            full = step <= self._now
            painter.setPen(QPen(accent if full else line, 1.6))
            painter.setBrush(accent if full else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(left, top, wide, side), side / 2, side / 2)
            left += wide + side * 0.7

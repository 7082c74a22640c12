"""The neutral picture: hills in the evening, as anybody's screen might show. Says nothing and holds nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kyr_app.content import tokens
from kyr_app.ui import theme
from kyr_app.ui.widgets.landscape import paint_hills

_NEAR = (0.28, 0.45, 0.70)
"""How much of the accent each line of hills has: the nearer, the more."""


def paint_scene(painter: QPainter, box: QRectF) -> None:
    """Paint the hills in colours mixed from the light look's, whatever look is used."""
    colours = tokens.theme().light
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    wide, high = box.width(), box.height()
    sky = QLinearGradient(0, 0, 0, high * 0.8)
    sky.setColorAt(0, QColor(theme.mix(colours.accent, colours.ground, 0.30)))
    sky.setColorAt(1, QColor(colours.warm_ground))
    painter.fillRect(box, sky)
    sun = high * 0.07
    painter.setBrush(QColor(theme.mix(colours.surface, colours.warm_ground, 0.7)))
    painter.drawEllipse(QPointF(wide * 0.68, high * 0.47), sun, sun)
    paint_hills(painter, box, [QColor(theme.mix(colours.accent, colours.ground, near)) for near in _NEAR])


class Veil(QWidget):
    """The picture inside a window, over all it shows: for thumbnails, and for screens that let nothing stay on top."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        over.installEventFilter(self)
        self.setGeometry(over.rect())
        self.show()
        self.raise_()
        self.repaint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as what it covers."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the hills."""
        paint_scene(QPainter(self), QRectF(self.rect()))

"""Hills, from near to far: the one picture of the program, quiet enough to stand behind words or before them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

HILLS = ((0.62, 0.10), (0.74, 0.07), (0.86, 0.05))
"""Of each line of hills: where it runs and how far it swings, in heights of the picture."""


def paint_hills(painter: QPainter, box: QRectF, colours: Sequence[QColor]) -> None:
    """Paint the hills into `box`, the far ones first, each in its colour."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for (at, swing), colour in zip(HILLS, colours, strict=True):
        painter.setBrush(colour)
        painter.drawPath(_hill(box, at, swing))


def _hill(box: QRectF, at: float, swing: float) -> QPainterPath:
    left, top, wide, high = box.left(), box.top(), box.width(), box.height()

    def point(across: float, down: float) -> QPointF:
        return QPointF(left + wide * across, top + high * down)

    path = QPainterPath(point(0, at + swing * at))
    path.cubicTo(point(1 / 3, at - swing), point(0.47, at + swing), point(2 / 3, at))
    path.cubicTo(point(0.8, at - swing), point(0.93, at), point(1, at - swing * at))
    path.lineTo(box.bottomRight())
    path.lineTo(box.bottomLeft())
    path.closeSubpath()
    return path

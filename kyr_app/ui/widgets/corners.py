"""A picture with four corners that are put where the sheet ends: by pointer, by finger, or by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from kyr_app.content import tokens
from kyr_app.model.packet import WHOLE
from kyr_app.model.text import N_, Words
from kyr_app.ui.widgets.icon import draw

if TYPE_CHECKING:
    from kyr_app.documents.pictures.geometry import Quad
    from kyr_app.ui.words import Speaks

NAMES: tuple[Words, ...] = (
    N_("Top left corner"),
    N_("Top right corner"),
    N_("Bottom right corner"),
    N_("Bottom left corner"),
)
STEP, FINE, COARSE = 0.01, 0.002, 0.05
"""How far an arrow moves a corner, as a part of the picture: by itself, with Shift, with Ctrl."""
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_LEAST = 60


def fitted(image: QImage, room: QRectF) -> QRectF:
    """Return where a picture stands so that it fills a room and keeps its shape."""
    size = image.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(0, 0, size.width(), size.height())
    place.moveCenter(room.center())
    return place


class PageView(QWidget):
    """A picture as large as there is room; without one, a sheet with an icon."""

    def __init__(self, say: Speaks, name: Words) -> None:
        super().__init__()
        self.image: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        say(self.setAccessibleName, name)

    def show_image(self, image: QImage | None) -> None:
        """Show a picture from now on, or none."""
        self.image = image
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for little: it takes what there is."""
        return QSize(_LEAST * 2, _LEAST * 2)

    def minimumSizeHint(self) -> QSize:
        """Never be too small to see anything."""
        return QSize(_LEAST, _LEAST)

    @property
    def room(self) -> QRectF:
        """Where a picture may stand."""
        return QRectF(self.rect()).adjusted(1, 1, -1, -1)

    @property
    def place(self) -> QRectF:
        """Where the picture stands."""
        return self.room if self.image is None else fitted(self.image, self.room)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the picture with a thin line round it."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        place = self.place
        if self.image is None:
            painter.fillRect(place, self.palette().color(QPalette.ColorRole.AlternateBase))
            side = min(place.width(), place.height()) * 0.25
            middle = QRectF(0, 0, side, side)
            middle.moveCenter(place.center())
            draw(painter, "image", middle, self.palette().color(QPalette.ColorRole.Mid))
        else:
            painter.drawImage(place, self.image)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 1))
        painter.drawRect(place)


class Handle(QWidget):
    """One corner, as large as a target."""

    def __init__(self, view: CornerView, at: int, say: Speaks) -> None:
        super().__init__(view)
        self._view, self._at = view, at
        side = tokens.theme().shape.target
        self.setFixedSize(side, side)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SizeAllCursor)
        say(self.setAccessibleName, NAMES[at])
        say(self.setToolTip, NAMES[at])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go with the pointer."""
        self._view.put(self._at, self.mapToParent(event.position().toPoint()))

    def mouseReleaseEvent(self, _: QMouseEvent) -> None:
        """Stay there."""
        self._view.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go a step with an arrow: a small one with Shift, a large one with Ctrl."""
        way = _ARROWS.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
            return
        keys = event.modifiers()
        step = FINE if keys & Qt.KeyboardModifier.ShiftModifier else STEP
        step = COARSE if keys & Qt.KeyboardModifier.ControlModifier else step
        self._view.step(self._at, way[0] * step, way[1] * step)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint a ring that is seen on any picture, and through which the corner is; with the keyboard a thick one."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent, ground = (
            self.palette().color(each) for each in (QPalette.ColorRole.Highlight, QPalette.ColorRole.Base)
        )
        middle, far = QRectF(self.rect()).center(), self.width() * 0.27
        more = 3 if self.hasFocus() else 0
        for colour, thick in ((ground, 7 + more), (accent, 3 + more)):
            painter.setPen(QPen(colour, thick))
            painter.drawEllipse(middle, far, far)
        if more:
            painter.setPen(QPen(ground, 1))
            painter.setBrush(accent)
            painter.drawEllipse(middle, more, more)


class CornerView(PageView):
    """Tells `changed` when a corner was put somewhere; while it is dragged nobody is told."""

    changed = Signal(object)

    def __init__(self, say: Speaks, name: Words) -> None:
        super().__init__(say, name)
        self.corners: Quad = WHOLE
        self.handles = [Handle(self, at, say) for at in range(4)]
        self._told: Quad = WHOLE

    def show_corners(self, corners: Quad) -> None:
        """Show corners, telling nobody."""
        self.corners = self._told = corners
        self._lay()

    def show_image(self, image: QImage | None) -> None:
        """Show a picture, or none; without one there is nothing to put a corner on."""
        super().show_image(image)
        self._lay()

    @property
    def room(self) -> QRectF:
        """Where a picture may stand, with room for the corners round it."""
        edge = self.handles[0].width() / 2
        return QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)

    def _lay(self) -> None:
        place = self.place
        for handle, (x, y) in zip(self.handles, self.corners, strict=True):
            half = handle.width() / 2
            handle.move(
                round(place.left() + x * place.width() - half), round(place.top() + y * place.height() - half)
            )
            handle.setVisible(self.image is not None)
        self.update()

    def put(self, at: int, point: object) -> None:
        """Put a corner at a point of this widget, as near as the picture reaches."""
        place = self.place
        spot = QPointF(point)  # type: ignore[call-overload]
        x = (spot.x() - place.left()) / max(1.0, place.width())
        y = (spot.y() - place.top()) / max(1.0, place.height())
        self._change(at, x, y)

    def step(self, at: int, right: float, down: float) -> None:
        """Move a corner by parts of the picture, and tell of it."""
        x, y = self.corners[at]
        self._change(at, x + right, y + down)
        self.settle()

    def _change(self, at: int, x: float, y: float) -> None:
        made = list(self.corners)
        made[at] = (min(1.0, max(0.0, x)), min(1.0, max(0.0, y)))
        one, two, three, four = made
        self.corners = (one, two, three, four)
        self._lay()

    def settle(self) -> None:
        """Tell where the corners are, if they are anywhere else than before."""
        if self.corners != self._told:
            self._told = self.corners
            self.changed.emit(self.corners)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the corners where they belong."""
        super().resizeEvent(event)
        self._lay()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, what is left of it bright, and the sides of the sheet."""
        super().paintEvent(event)
        if self.image is None:
            return
        place, painter = self.place, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = QPolygonF(
            [
                QPointF(place.left() + x * place.width(), place.top() + y * place.height())
                for x, y in self.corners
            ]
        )
        rest, inside = QPainterPath(), QPainterPath()
        rest.addRect(place)
        inside.addPolygon(sheet)
        inside.closeSubpath()
        shade = QColor(self.palette().color(QPalette.ColorRole.Window))
        shade.setAlphaF(0.6)
        painter.fillPath(rest.subtracted(inside), shade)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for role, thick in ((QPalette.ColorRole.Base, 5), (QPalette.ColorRole.Highlight, 2)):
            painter.setPen(QPen(self.palette().color(role), thick))
            painter.drawPolygon(sheet)

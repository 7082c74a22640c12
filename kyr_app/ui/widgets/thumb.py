"""A page in small, on a white sheet; while pictures are hidden, the sheet alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kyr_app.ui.widgets.icon import draw, em
from kyr_app.ui.widgets.lane import FONT_CHANGES

if TYPE_CHECKING:
    from kyr_app.model.packet import Sheet
    from kyr_app.ui.gallery import Gallery

WIDE, HIGH = 4.0, 5.0
"""Its size in letters."""
SHARP = 2
"""So many pixels are made for each: it stays sharp on a fine screen."""


class Thumb(QWidget):
    """Asks for its picture when it is first seen, and no sooner. Says nothing: the words beside it do."""

    def __init__(self, gallery: Gallery) -> None:
        super().__init__()
        self._gallery = gallery
        self.sheet: Sheet | None = None
        self._icon = "file-text"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        gallery.ready.connect(self._ready)

    def show_sheet(self, sheet: Sheet | None, icon: str = "file-text") -> None:
        """Show a page from now on; where there is none, or none may be seen, an icon."""
        if sheet != self.sheet or icon != self._icon:
            self.sheet, self._icon = sheet, icon
            self.update()

    def _ready(self, sheet: object) -> None:
        if sheet is None or sheet == self.sheet:
            self.update()

    @property
    def box(self) -> tuple[int, int]:
        """The most pixels that its picture has."""
        return self.width() * SHARP, self.height() * SHARP

    def sizeHint(self) -> QSize:
        """Grow with the letters."""
        return QSize(round(em() * WIDE), round(em() * HIGH))

    def minimumSizeHint(self) -> QSize:
        """Return the same: it is never squeezed."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the letters."""
        if event.type() in FONT_CHANGES:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the page, or the icon of one."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Midlight), 1))
        painter.setBrush(self.palette().color(QPalette.ColorRole.AlternateBase))
        painter.drawRoundedRect(frame, 4, 4)
        image = self._gallery.picture(self.sheet, self.box) if self.sheet is not None else None
        if image is None:
            side = frame.width() * 0.45
            middle = QRectF(0, 0, side, side)
            middle.moveCenter(frame.center())
            lost = self.sheet is not None and self._gallery.gone(self.sheet, self.box)
            draw(
                painter,
                "warning-circle" if lost else self._icon,
                middle,
                self.palette().color(QPalette.ColorRole.Dark),
            )
            return
        size = image.size().scaled(frame.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(frame.center())
        painter.drawImage(place, image)

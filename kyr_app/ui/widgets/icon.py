"""Pictures: the characters of the icon font, painted in the colours of the palette."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QIcon,
    QPainter,
    QPaintEvent,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from kyr_app.content import icons, tokens
from kyr_app.ui import theme

ROUND = 1.8
"""The side of a round picture in multiples of the icon in it."""


_TURNED = {
    f"{kind}-{one}": f"{kind}-{other}"
    for kind in ("arrow", "caret")
    for one, other in (("left", "right"), ("right", "left"))
}


class Tone(Enum):
    """In which of the palette's colours a picture is painted."""

    INK = QPalette.ColorRole.Text
    SOFT = QPalette.ColorRole.PlaceholderText
    ACCENT = QPalette.ColorRole.Highlight
    ON_ACCENT = QPalette.ColorRole.HighlightedText
    WARM = QPalette.ColorRole.ToolTipText
    STOP = QPalette.ColorRole.BrightText


def em() -> int:
    """Return the size of running text in pixels: what every picture is a multiple of."""
    return QGuiApplication.font().pixelSize()


def turned(name: str) -> str:
    """Return the icon that says the same where lines begin at the right: on is to the left there."""
    return _TURNED.get(name, name)


def draw(painter: QPainter, name: str, box: QRectF, colour: QColor) -> None:
    """Paint the icon `name` into `box`."""
    font = QFont(theme.ICONS)
    font.setPixelSize(max(1, round(min(box.width(), box.height()))))
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, icons.glyph(name))


def pixmap(name: str, size: int, colour: QColor, ratio: float) -> QPixmap:
    """Return the icon `name`, `size` pixels square, sharp on a screen of that pixel ratio."""
    return _pixmap(name, size, colour.rgba(), ratio)


@lru_cache(maxsize=512)
def _pixmap(name: str, size: int, rgba: int, ratio: float) -> QPixmap:
    made = QPixmap(QSize(size, size) * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    draw(painter, name, QRectF(0, 0, size, size), QColor.fromRgba(rgba))
    painter.end()
    return made


def icon(name: str, size: int, widget: QWidget, tone: Tone) -> QIcon:
    """Return an icon for a button, sharp where `widget` is shown."""
    colour = QGuiApplication.palette().color(tone.value)
    return QIcon(pixmap(name, size, colour, widget.devicePixelRatioF()))


class Glyph(QWidget):
    """A picture beside words; says nothing of its own to a screen reader, for the words do.

    With `line` it stands as high as the first line of running text beside it.
    """

    def __init__(
        self,
        name: str,
        ems: float = 1.3,
        tone: Tone = Tone.ACCENT,
        *,
        rounded: bool = False,
        line: bool = False,
    ) -> None:
        super().__init__()
        self._name, self._ems, self._tone, self._rounded, self._line = name, ems, tone, rounded, line
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_icon(self, name: str, tone: Tone | None = None) -> None:
        """Paint another icon from now on."""
        self._name, self._tone = name, tone or self._tone
        self.update()

    def sizeHint(self) -> QSize:
        """Return a square that grows with the letters."""
        side = round(em() * self._ems * (ROUND if self._rounded else 1))
        return QSize(side, side + self._lowered(side))

    def _lowered(self, side: int) -> int:
        """Return how far below the top the picture stands, so that its middle is that of a line; pixels."""
        if not self._line:
            return 0
        solid = QFontMetrics(QGuiApplication.font()).lineSpacing()
        high = round(tokens.theme().type.line_height * em())
        return max(0, high - (solid + side) // 2)

    def minimumSizeHint(self) -> QSize:
        """Return the same square: a picture is never squeezed."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the letters and the look."""
        kinds = (QEvent.Type.ApplicationFontChange, QEvent.Type.FontChange, QEvent.Type.StyleChange)
        if event.type() in kinds:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the icon, on a round ground where it has one."""
        if not self._name:
            return
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        box = QRectF(self.rect())
        box.setTop(self._lowered(self.width()))
        if self._rounded:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.palette().alternateBase())
            painter.drawEllipse(box)
            inset = box.width() * (1 - 1 / ROUND) / 2
            box.adjust(inset, inset, -inset, -inset)
        name = turned(self._name) if self.isRightToLeft() else self._name
        draw(painter, name, box, self.palette().color(self._tone.value))

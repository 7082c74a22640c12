"""The hide key: a plain picture over everything at once, dialogs and previews too; any key or click takes it away."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QScreen,
    QShortcut,
)
from PySide6.QtWidgets import QWidget

from kyr_app.content import tokens
from kyr_app.ui import theme
from kyr_app.ui.widgets.landscape import paint_hills

KEY = QKeySequence(Qt.Key.Key_F9)
_NEAR = (0.28, 0.45, 0.70)
"""How much of the accent each line of hills has: the nearer, the more."""


class Picture(QWidget):
    """Hills in the evening: what anybody's screen might show. Covers one screen."""

    def __init__(self, cover: Cover, screen: QScreen) -> None:
        flag = Qt.WindowType
        super().__init__(None, flag.Window | flag.FramelessWindowHint | flag.WindowStaysOnTopHint)
        self._cover = cover
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setGeometry(screen.geometry())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the hills in colours mixed from the light look's, whatever look is used."""
        colours = tokens.theme().light
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        wide, high = self.width(), self.height()
        sky = QLinearGradient(0, 0, 0, high * 0.8)
        sky.setColorAt(0, QColor(theme.mix(colours.accent, colours.ground, 0.30)))
        sky.setColorAt(1, QColor(colours.warm_ground))
        painter.fillRect(self.rect(), sky)
        sun = high * 0.07
        painter.setBrush(QColor(theme.mix(colours.surface, colours.warm_ground, 0.7)))
        painter.drawEllipse(QPointF(wide * 0.68, high * 0.47), sun, sun)
        tints = [QColor(theme.mix(colours.accent, colours.ground, near)) for near in _NEAR]
        paint_hills(painter, QRectF(self.rect()), tints)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Any key takes the picture away; one that is still held down does not."""
        if not event.isAutoRepeat():
            self._cover.lift()

    def mousePressEvent(self, _: QMouseEvent) -> None:
        """So does any click."""
        self._cover.lift()

    def closeEvent(self, event: QCloseEvent) -> None:
        """So does closing it, for all screens."""
        self._cover.lift()
        super().closeEvent(event)


class Cover(QObject):
    """Covers every screen, and uncovers them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures: list[Picture] = []

    @property
    def up(self) -> bool:
        """Whether everything is covered now."""
        return bool(self._pictures)

    def guard(self, window: QWidget) -> None:
        """Let the hide key work in `window`: every window and every dialog needs this, for a dialog blocks the rest."""
        shortcut = QShortcut(KEY, window)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(self.drop)

    def drop(self) -> None:
        """Cover everything."""
        if self._pictures:
            return
        self._pictures = [Picture(self, screen) for screen in QGuiApplication.screens()]
        for picture in self._pictures:
            picture.showFullScreen()
        self._pictures[0].activateWindow()

    def lift(self) -> None:
        """Show everything again as it was."""
        pictures, self._pictures = self._pictures, []
        for picture in pictures:
            picture.close()

"""The hide key: a plain picture over everything at once, dialogs and previews too.

With nothing kept, any key or click takes it away. While a family file is open, only its words do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QElapsedTimer, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QScreen,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QWidget

from kyr_app.model.text import N_

if TYPE_CHECKING:
    from kyr_app.session.session import Session
    from kyr_app.ui.scene import Veil
    from kyr_app.ui.widgets.comeback import ComeBack

KEY = QKeySequence(Qt.Key.Key_F9)
NEUTRAL = N_("Picture")
FRIGHT = 700
"""Milliseconds in which whatever is pressed still means hiding: the key again, what was being typed, half a click."""


class Gate(Protocol):
    """What stands between the picture and what it hides."""

    def needed(self) -> bool:
        """Tell whether words are needed to come back."""

    def panel(self) -> ComeBack:
        """Return a place to type them, which tells by `opened` that they were right."""


class Picture(QWidget):
    """Covers one screen."""

    def __init__(self, cover: Cover, screen: QScreen, title: str) -> None:
        flag = Qt.WindowType
        super().__init__(None, flag.Window | flag.FramelessWindowHint | flag.WindowStaysOnTopHint)
        self._cover = cover
        self.panel: ComeBack | None = None
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setGeometry(screen.geometry())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def ask(self, panel: ComeBack) -> None:
        """Show where to type the words."""
        self.panel = panel
        panel.setParent(self)
        panel.place()
        panel.show()
        panel.begin()

    def put_away(self) -> None:
        """Take the place to type away, with whatever was typed."""
        if self.panel is not None:
            self.panel.end()
            self.panel = None

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the hills."""
        from kyr_app.ui.scene import paint_scene  # noqa: PLC0415 (the sentry has it at hand before any key is pressed)

        paint_scene(QPainter(self), QRectF(self.rect()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the place to type where it belongs."""
        super().resizeEvent(event)
        if self.panel is not None:
            self.panel.place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Any key asks to come back; one that is still held down does not."""
        if not event.isAutoRepeat():
            self._cover.come_back(self)

    def mousePressEvent(self, _: QMouseEvent) -> None:
        """So does any click."""
        self._cover.come_back(self)

    def closeEvent(self, event: QCloseEvent) -> None:
        """So does closing it; where words are needed it stays."""
        if not self._cover.lifting:
            event.ignore()
            self._cover.come_back(self)
            return
        super().closeEvent(event)


class Cover(QObject):
    """Covers every screen, and uncovers them."""

    dropped = Signal()
    lifts = Signal()
    lifted = Signal()

    def __init__(self, parent: QObject, session: Session) -> None:
        super().__init__(parent)
        self._session = session
        self.gate: Gate | None = None
        self.lifting = False
        self._pictures: list[Picture] = []
        self._veils: list[Veil] = []
        self._since = QElapsedTimer()

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
        """Cover everything: what every window shows first, then every screen."""
        if self._pictures:
            return
        windows = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
        popup = QApplication.activePopupWidget()
        while popup is not None and popup.close():
            popup = QApplication.activePopupWidget()
        from kyr_app.ui.scene import Veil  # noqa: PLC0415 (likewise)

        self._veils = [Veil(each) for each in windows if each.isVisible()]
        title = self._session.locale.render(NEUTRAL)
        self._pictures = [Picture(self, screen, title) for screen in QGuiApplication.screens()]
        for picture in self._pictures:
            picture.showFullScreen()
        self._pictures[0].activateWindow()
        self._pictures[0].setFocus()
        self._since.start()
        self.dropped.emit()

    def flip(self) -> None:
        """Cover everything; pressed again after a moment, come back. Twice in a fright is once."""
        if not self._pictures:
            self.drop()
        else:
            self.come_back(self._pictures[0])

    def let_go(self) -> None:
        """Let the pictures be closed with the program, without showing what they cover."""
        self.lifting = True

    def come_back(self, picture: Picture) -> None:
        """Show everything again, or ask for the words that are needed.

        Nothing that is pressed while somebody hides brings anything back; and nothing of it falls through to what is
        hidden, for the picture blocks every window from the moment it is asked for, shown or not yet.
        """
        if self._since.elapsed() <= FRIGHT:
            return
        if self.gate is None or not self.gate.needed():
            self.lift()
        elif picture.panel is None:
            for each in self._pictures:
                each.put_away()
            panel = self.gate.panel()
            panel.opened.connect(self.lift)
            panel.left.connect(picture.put_away)
            picture.ask(panel)

    def lift(self) -> None:
        """Show everything again as it was."""
        if not self._pictures:
            return
        self.lifting = True
        self.lifts.emit()
        pictures, self._pictures = self._pictures, []
        veils, self._veils = self._veils, []
        for picture in pictures:
            picture.put_away()
            picture.close()
        for veil in veils:
            veil.hide()
            veil.deleteLater()
        self.lifting = False
        self.lifted.emit()

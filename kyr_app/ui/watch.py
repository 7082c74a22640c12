"""What a person's hands do, whatever window is in front: the hide key, Esc twice, and that somebody is there at all.

It listens to the windows of the system and not to widgets, so that dialogs, previews and lists that drop down are
heard too, and so that the thousand events of a new screen cost nothing.
"""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

TWICE = 500
"""Within so many milliseconds two Esc are one sign."""
HANDS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)
TYPED = (QLineEdit, QTextEdit, QPlainTextEdit)
QUIET = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText


def keep_quiet(entry: QWidget) -> None:
    """Ask the keyboard of the system to learn nothing from what is typed here, and to propose nothing."""
    if entry.inputMethodHints() & QUIET != QUIET:
        entry.setInputMethodHints(entry.inputMethodHints() | QUIET)


class Watch(QObject):
    """Tells `hands` for whatever a person does, `key` for F9, `hide` for Esc twice, `lock` for Shift and F9."""

    hands = Signal()
    key = Signal()
    hide = Signal()
    lock = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._since = QElapsedTimer()
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)  # noqa: S101 (hands need an application)
        app.focusWindowChanged.connect(self.look_at)
        app.focusObjectChanged.connect(self._quieten)
        for window in QGuiApplication.topLevelWindows():
            self.look_at(window)

    def look_at(self, window: QWindow | None) -> None:
        """Listen to a window; one that gets the keyboard is listened to by itself."""
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def _quieten(self, entry: QObject | None) -> None:
        if isinstance(entry, TYPED):
            keep_quiet(entry)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the hide key before anything else sees it; let everything else pass."""
        if event.type() not in HANDS:
            return False
        self.hands.emit()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_F9:
            shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.lock if shifted else self.key).emit()
            return True
        if event.key() != Qt.Key.Key_Escape:
            self._since.invalidate()
            return False
        again = self._since.isValid() and self._since.elapsed() <= TWICE
        self._since.start()
        if again:
            self.hide.emit()
        return again  # a third one, a fourth: they all belong to hiding, and bring nothing back

"""What can wait until the window is there for the eye."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

LATEST = 400
"""After so many milliseconds nothing waits any longer: a window may be shown behind others and never be painted."""


class Painted(QObject):
    """Calls `then` once, right after `window` was painted for the first time, and `LATEST` at the latest."""

    def __init__(self, window: QWidget, then: Callable[[], object]) -> None:
        super().__init__(window)
        self._window, self._then = window, then
        window.installEventFilter(self)
        QTimer.singleShot(LATEST, self, self._call)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look for the first paint, and for nothing after it."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._call)  # once it can be seen
        return False

    def _call(self) -> None:
        then, self._then = self._then, _nothing
        self._window.removeEventFilter(self)
        then()


def _nothing() -> None:
    """Stand where something was called already."""

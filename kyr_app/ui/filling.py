"""A long page that is there at once: its first rows are made before it is shown, the others a few at a time after.

Between two of them Qt does whatever a person wants. Whoever needs the whole page asks for it with `finish`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter
from weakref import WeakSet

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

SLICE = 0.012
"""Seconds after which it is somebody else's turn: less than a frame of the screen."""
BREATH = 2
"""Milliseconds before it goes on."""

under_way: WeakSet[Filling] = WeakSet()
"""Every page that is not whole yet."""


class Filling(QObject):
    """Makes the rows of `page`: each step of `rows` is one more row in its place. `done` is called after the last.

    Ends with the page.
    """

    def __init__(self, page: QWidget, rows: Iterator[None], done: Callable[[], object]) -> None:
        super().__init__(page)
        self._page, self._rows = page, rows
        self._done: Callable[[], object] | None = done
        self._timer = QTimer(self)
        self._timer.setInterval(BREATH)
        self._timer.timeout.connect(self._go_on)
        under_way.add(self)

    def begin(self, enough: Callable[[], bool]) -> None:
        """Make rows until there are enough for the eye; the others follow."""
        while not enough() and self._step():
            pass
        if self._done is not None:
            self._timer.start()

    def finish(self) -> None:
        """Make all that is missing, now, and let it be seen: Qt would show it only with the next turn of its loop."""
        if self._done is None or not shiboken6.isValid(self):
            return
        with _together(self._page):
            while self._step():
                pass

    def stop(self) -> None:
        """Make no more: something else is shown."""
        self._done = None
        under_way.discard(self)
        if shiboken6.isValid(self._timer):
            self._timer.stop()

    def _go_on(self) -> None:
        begun = perf_counter()
        with _together(self._page):
            while self._step() and perf_counter() - begun < SLICE:
                pass

    def _step(self) -> bool:
        """Make one more row; return whether there was one."""
        if self._done is None or not shiboken6.isValid(self):  # it may have ended with its page
            return False
        for _ in self._rows:
            return True
        done = self._done
        self.stop()
        done()
        return False


@contextmanager
def _together(page: QWidget) -> Iterator[None]:
    """Show the rows that are made meanwhile together: for each one by itself, Qt would lay the whole page out anew."""
    layout = page.layout()
    if layout is not None:
        layout.setEnabled(False)
    try:
        yield
        for each in page.findChildren(QWidget) if shiboken6.isValid(page) else ():
            if each.isHidden():  # Qt would show it with the next turn of its loop
                QCoreApplication.sendPostedEvents(each, QEvent.Type.MetaCall)
    finally:
        if layout is not None and shiboken6.isValid(layout):
            layout.setEnabled(True)
            layout.activate()


def finish_all() -> None:
    """Make every page whole: for pictures of it, and for whoever measures it."""
    for each in list(under_way):
        each.finish()

"""Being told to end: by the desktop, by the computer that is switched off, by a terminal that is closed.

A signal may come between any two lines, where nothing can be saved. So it only wakes Qt's loop, through a pipe, and
there the file is saved and closed as if somebody had closed the window. Windows sends no such signals: it asks as
the end of a session does, which Qt tells by itself.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSocketNotifier

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

NAMES = ("SIGTERM", "SIGHUP", "SIGINT")
"""The computer is switched off, or the program is to end; the terminal is gone; Ctrl+C in a terminal."""


def listen(act: Callable[[], object], parent: QObject) -> None:
    """Let `act` be called in Qt's loop whenever this process is to end, for as long as `parent` lives."""
    if sys.platform != "win32":  # Qt watches no pipes there
        bell = _Bell(act)
        notifier = QSocketNotifier(bell.hears, QSocketNotifier.Type.Read, parent)  # a pipe is all it watches
        notifier.activated.connect(lambda *_: bell.rung())  # Qt holds what is no QObject only so
        parent.destroyed.connect(lambda *_: bell.stop())


class _Bell:
    """A pipe that signals ring. What a signal did before is kept, and holds again after `stop`."""

    def __init__(self, act: Callable[[], object]) -> None:
        self._act = act
        self.hears, self._rings = os.pipe()
        for each in (self.hears, self._rings):
            os.set_blocking(each, False)
        self._woke = signal.set_wakeup_fd(self._rings, warn_on_full_buffer=False)
        wanted = [getattr(signal, name) for name in NAMES]
        self._before: dict[int, Any] = {
            number: signal.signal(number, _noted)
            for number in wanted
            if signal.getsignal(number) is not signal.SIG_IGN  # whoever started this said that it is to go on
        }

    def rung(self) -> None:
        """Do what is to be done, if it was one of ours that rang."""
        with suppress(BlockingIOError):
            if set(os.read(self.hears, 4096)) & set(self._before):
                self._act()

    def stop(self) -> None:
        """Leave signals to whoever had them before."""
        for number, before in self._before.items():
            signal.signal(number, before)
        signal.set_wakeup_fd(self._woke)
        for each in (self.hears, self._rings):
            os.close(each)


def _noted(*_: object) -> None:
    """Do nothing here: the pipe has rung."""

"""That the person left: the screen was locked, or the computer goes to sleep. Told by the system, through a port.

Linux says it on D-Bus, by the local socket of the system and of the desktop; Windows by messages to the window.
Where neither can be heard, the lock still notices by its own clock that the computer slept.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Ears(Protocol):
    """The port: what hears the system."""

    def ready(self) -> bool:
        """Tell whether anything can be heard."""

    def gone(self) -> None:
        """Let the computer sleep: what had to be done before was done."""

    def close(self) -> None:
        """Hear no more."""


class Away(QObject):
    """Emits `left` when the screen is locked, and just before the computer sleeps."""

    left = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ears: Ears | None = None

    def listen(self, window: QWidget) -> None:
        """Begin to listen, in the way of this system. A system that says nothing is no error."""
        if sys.platform == "win32":
            from kyr_app.ui.away_windows import Messages  # noqa: PLC0415 (the way of this system alone)

            self.ears = Messages(int(window.winId()), self.left.emit)
        elif sys.platform.startswith("linux"):
            from kyr_app.ui.away_linux import Buses  # noqa: PLC0415

            self.ears = Buses(self.left.emit, self)

    def gone(self) -> None:
        """Let the computer sleep now."""
        if self.ears is not None:
            self.ears.gone()

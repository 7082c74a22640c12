"""Start a peer with a PyQt window: milliseconds from its birth to the first paint of its main window, and MiB then.

Runs with the peers' Python alone, and knows nothing of the program.
"""

from __future__ import annotations

import json
import os
import sys
import time
from importlib import import_module
from pathlib import Path

from PyQt6.QtCore import QEvent, QObject, QTimer
from PyQt6.QtWidgets import QApplication, QMainWindow

STARTS = {"retext": "ReText.__main__", "novelwriter": "novelwriter"}


class FirstPaint(QObject):
    """Tells of the first paint of a main window, and ends the program."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and isinstance(watched, QMainWindow):
            QTimer.singleShot(0, tell)
        return False


def tell() -> None:
    ticks = int(Path("/proc/self/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()[19])
    born = ticks / os.sysconf("SC_CLK_TCK")
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    wall = (time.clock_gettime(time.CLOCK_BOOTTIME) - born) * 1000
    print(json.dumps([wall, pages * os.sysconf("SC_PAGE_SIZE") / 2**20]), flush=True)
    os._exit(0)


def main() -> None:
    real, watch = QApplication.__init__, FirstPaint()

    def watched(self: QApplication, *arguments: object) -> None:
        real(self, *arguments)
        self.installEventFilter(watch)

    QApplication.__init__ = watched
    name = sys.argv[1]
    sys.argv[1:] = []
    import_module(STARTS[name]).main()


if __name__ == "__main__":  # one of them starts processes of its own
    main()

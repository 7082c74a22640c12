"""One start: milliseconds from the birth of the process to the first paint, and the memory then held (MiB).

`python -m tests.bench.start_up bare` is a bare PySide6 window with one label, the floor; `ours` the program.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import Any


def born() -> float:
    """Return when this process was started, on the clock of `time.monotonic`, in seconds."""
    ticks = int(Path("/proc/self/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()[19])
    return ticks / os.sysconf("SC_CLK_TCK")


def resident() -> float:
    """Return the memory this process holds, in MiB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def tell_of_first_paint(window: Any) -> None:
    """Print the figures once `window` has been painted, and end the program.

    It looks at this window alone, and only once it is shown: watching every event of an application wraps things of
    Qt's inside, for which Qt for Python makes some 150 enumerations (25 ms) that a bare window does not need.
    """
    from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: PLC0415 (only what the program itself has fetched)

    class FirstPaint(QObject):
        def eventFilter(self, _: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Paint:
                QTimer.singleShot(0, self.tell)
            return False

        def tell(self) -> None:
            print(
                json.dumps([(time.clock_gettime(time.CLOCK_BOOTTIME) - born()) * 1000, resident()]),
                flush=True,
            )
            os._exit(0)

    window.watch = FirstPaint()
    window.installEventFilter(window.watch)


def bare() -> None:
    """Start the floor: a window with one label."""
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow  # noqa: PLC0415

    app = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QLabel("Hola"))
    window.resize(1229, 691)
    window.show()
    tell_of_first_paint(window)
    app.exec()


def ours() -> None:
    """Start the program as `kyr_app.__main__` does."""
    sys.modules["typing_extensions"] = None  # type: ignore[assignment]  # a tool of tests, not of the program
    import_module("kyr_app.store.hardening").start()
    gc.disable()
    program = import_module("kyr_app.ui.app")
    real = program.show

    def watched(window: Any, arguments: list[str]) -> None:
        real(window, arguments)
        tell_of_first_paint(window)

    program.show = watched
    program.run([""])


if __name__ == "__main__":
    {"bare": bare, "ours": ours}[sys.argv[1]]()

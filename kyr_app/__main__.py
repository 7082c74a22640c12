"""`python -m kyr_app`: with a command the command line, without one the window."""

from __future__ import annotations

import gc
import sys
from importlib import import_module


def main() -> int:
    """Run the program and return its exit status."""
    import_module("kyr_app.store.hardening").start()  # before Qt, and before anything that a family types
    if sys.argv[1:] == ["--limited-worker"]:  # a frozen program starts itself to read a file from outside
        return int(import_module("kyr_app.documents.worker.child").main())
    if sys.argv[1:2] == ["--pictures"]:  # likewise, to draw its window for the demonstration
        return int(import_module("kyr_app.ui.pictures").main(sys.argv[2:]))
    if sys.argv[1:2] == ["--draft"]:  # likewise, to show an author what is not built yet
        return int(import_module("kyr_app.ui.draft").main(sys.argv[2:]))
    if sys.argv[1:] and not sys.argv[1].startswith("--open="):  # a locked window that begins afresh
        from kyr_app.cli.main import main as command  # noqa: PLC0415 (the window never pays for commands)

        return command(sys.argv[1:])
    return window()


def window() -> int:
    """Open the window, as soon as it can be, and return the exit status."""
    gc.disable()  # what is made while starting is no garbage; the window turns it on again once it is shown
    return int(import_module("kyr_app.ui.app").run(sys.argv))


if __name__ == "__main__":
    raise SystemExit(main())

"""A program that locks itself: run by `test_afresh.py`. What it keeps comes through its standard input alone."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from kyr_app.model.answers import Answers
from kyr_app.store import slots
from kyr_app.ui import app as program
from kyr_app.ui.window import Window


def the_window():
    """Return the window of this process."""
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, Window))


def when_guarded(act):
    """Do something as soon as the window has its sentry, which comes with the first paint, however late that is."""
    if the_window().desk.sentry is None:
        QTimer.singleShot(20, lambda: when_guarded(act))
    else:
        act()


def keep_and_lock():
    """Make a file, answer something, lock."""
    window, stick = the_window(), Path(sys.argv[1])
    words, told = sys.stdin.readline().strip(), sys.stdin.readline().strip()
    window.session.family.create(stick, words, costs=slots.cheap())
    window.session.replace_answers(Answers({"first_name": told}))
    window.session.use_language("es")
    print("locks", os.getpid(), flush=True)
    window.desk.sentry.lock.lock(hidden="--behind" in sys.argv)


def tell():
    """Say where this process stands, and wait to be looked at."""
    window = the_window()
    shown = "hidden" if window.cover.up and not window.isVisible() else "seen"
    file = getattr(window.shown, "path", None)
    print("stands", os.getpid(), window.place.value, shown, file, window.session.family.open, flush=True)
    QTimer.singleShot(600_000, QApplication.quit)  # it is ended as soon as it was looked at


program.application(sys.argv)
act = tell if sys.argv[1].startswith("--open=") else keep_and_lock
QTimer.singleShot(0, lambda: when_guarded(lambda: QTimer.singleShot(300, act)))
program.run(sys.argv if sys.argv[1].startswith("--open=") else sys.argv[:1])

"""A program that is told to end: run by `test_ending.py`. It makes a file, writes a little, and waits."""

import signal
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from kyr_app.store import slots
from kyr_app.ui import app as program
from kyr_app.ui.desk import Place
from kyr_app.ui.window import Window

WORDS, TOLD = "mesa nube rojo gato luna pan", "Esto lo estaba escribiendo."


def begin():
    """Make a file, type into a card, and say that it is time; nothing of it is saved yet."""
    window = the_window()
    window.session.family.create(Path(sys.argv[1]), WORDS, costs=slots.cheap())
    window.session.use_language("es")
    window.go(Place.CARD, "free")
    QTest.keyClicks(window.shown.page.box, TOLD)
    if "--hidden" in sys.argv:
        window.cover.drop()
    QTimer.singleShot(0, lambda: print("ready", flush=True))
    if "--asked" in sys.argv:
        QMessageBox(window).exec()  # a question stands in the way, and a loop of its own runs


def the_window():
    """Return the window of this process."""
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, Window))


def when_guarded(act):
    """Do something as soon as the window has its sentry, which comes with the first paint, however late that is."""
    if the_window().desk.sentry is None:
        QTimer.singleShot(20, lambda: when_guarded(act))
    else:
        act()


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever runs tests behind a shell ignores it
    program.application(sys.argv)
    QTimer.singleShot(0, lambda: when_guarded(begin))
    sys.exit(program.run(sys.argv[:1]))

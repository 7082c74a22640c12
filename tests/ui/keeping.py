"""A window whose sentry is watched: a clock that only the test moves, a process that only says it would end."""

import functools
import time

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from kyr_app.store import families, slots
from kyr_app.store.sealed_file import SealedFile
from kyr_app.ui import background
from kyr_app.ui.sentry import Sentry
from tests.ui.conftest import settle

WORDS = "mesa nube rojo gato luna pan"
OTHERS = "silla perro casa libro agua fuego"


class Clock:
    """Seconds that pass when told to."""

    def __init__(self):
        self.at = 1000.0

    def __call__(self):
        return self.at


class Ends(list):
    """What the process would begin afresh with."""

    def __call__(self, begin):
        self.append(begin)


def sentry_of(window):
    """Post a sentry over a window; return it with its clock and what it would begin afresh with."""
    clock, ends = Clock(), Ends()
    sentry = Sentry(window, ends, clock)
    sentry.lock._timer.stop()

    def passes(seconds, step=2.0):
        until = clock.at + seconds
        while clock.at < until:
            clock.at = min(until, clock.at + step)
            sentry.lock.look()

    sentry.passes, sentry.clock, sentry.ends = passes, clock, ends
    return sentry


def make_cheap(monkeypatch):
    """Let files be made, and words be changed, without half a second of work."""
    monkeypatch.setattr(families, "create", functools.partial(families.create, costs=slots.cheap()))
    for change in (SealedFile.set_phrase, SealedFile.add_slot):
        monkeypatch.setitem(change.__kwdefaults__, "costs", slots.cheap())


def with_file(window, folder, words=WORDS):
    """Make a family file of what the window's sitting holds, and open it."""
    folder.mkdir(exist_ok=True)
    window.session.family.create(folder, words, costs=slots.cheap())
    settle()
    return window.session.family


def until(holds, seconds=60):
    """Let Qt work until `holds`; fail where it never does."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        settle()
        time.sleep(0.005)
    settle()


def done():
    """Let everything in the background come to its end."""
    until(lambda: not background._under_way)


def press(window, key, modifiers=Qt.KeyboardModifier.NoModifier):
    """Press a key as the system would: on the window of the system, before any widget."""
    QApplication.sendEvent(window.windowHandle(), QKeyEvent(QEvent.Type.KeyPress, key, modifiers, ""))
    settle()


def picture(window):
    """Return the first picture that covers the window."""
    return window.cover._pictures[0]

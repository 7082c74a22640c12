"""The lock: what nobody touches is closed. Saved first; then the process gives way to a new one that knows nothing.

Figures of the design: three minutes without a touch, a quiet word half a minute before; at once when the screen is
locked or the computer sleeps; half a minute small, or behind the picture. Where nothing is kept, nothing is thrown
away either: the sitting is only hidden.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kyr_app.model.errors import KyrError
from kyr_app.ui.afresh import Afresh, Begin
from kyr_app.ui.desk import Place

if TYPE_CHECKING:
    from kyr_app.ui.autosave import Autosave
    from kyr_app.ui.window import Window

WARN, IDLE, SMALL, HIDDEN = 150.0, 180.0, 30.0, 30.0
"""Seconds: untouched until the warning and until the lock; small, and behind the picture, until the lock."""
SLEPT = 45.0
"""Seconds between two looks at the clock after which the computer must have slept."""
EVERY = 2000
"""Milliseconds between two looks at the clock."""


def now() -> float:
    """Return seconds since some moment; the time that the computer sleeps counts, and nobody can set it."""
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if clock is None else time.clock_gettime(clock)


class Lock(QObject):
    """Looks at the clock, warns, hides and locks. `warned` tells whether the warning is to be shown."""

    warned = Signal(bool)

    def __init__(
        self, window: Window, autosave: Autosave, afresh: Afresh, clock: Callable[[], float] = now
    ) -> None:
        super().__init__(window)
        self._window, self._autosave, self._afresh, self._clock = window, autosave, afresh, clock
        self._session, self._cover = window.session, window.cover
        self._touched = self._looked = clock()
        self._covered: float | None = None
        self._small: float | None = None
        self._owed = False
        self.warning = False
        self.before_end: list[Callable[[], object]] = []
        """What is done before this process ends: the clipboard is emptied, sleep is let go."""
        self._cover.dropped.connect(self._was_covered)
        self._cover.lifted.connect(self._was_uncovered)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(EVERY)

    @property
    def has_file(self) -> bool:
        """Whether a family file is open: then leaving means locking."""
        return self._autosave.open

    def touched(self) -> None:
        """Somebody is there."""
        self._touched = self._clock()
        self._warn(on=False)

    def _warn(self, *, on: bool) -> None:
        if self.warning != on:
            self.warning = on
            self.warned.emit(on)

    def _was_covered(self) -> None:
        self._covered = self._clock()
        self._warn(on=False)

    def _was_uncovered(self) -> None:
        self._covered = None
        self.touched()

    def made_small(self, small: bool) -> None:  # noqa: FBT001 (a state of the window)
        """Note that the window was made small, or large again."""
        self._small = self._clock() if small else None
        if not small and self._owed:
            self._owed = False
            self._cover.drop()

    def look(self) -> None:
        """Look at the clock, and do what it is time for."""
        at = self._clock()
        slept, self._looked = at - self._looked > SLEPT, at
        if slept:
            self.leave()
        elif self._covered is not None:
            if self.has_file and at - self._covered >= HIDDEN:
                self.lock(hidden=True)
        elif self._small is not None:
            if self.has_file and at - self._small >= SMALL:
                self.lock(small=True)
        else:
            self._look_for_hands(at - self._touched)

    def _look_for_hands(self, idle: float) -> None:
        if not self.has_file and getattr(self._window.shown, "stays", False):
            return  # a page on a wall before twenty-five people is read without touching anything
        if idle >= IDLE:
            self.leave()
        elif idle >= WARN:
            self._warn(on=True)

    def leave(self) -> None:
        """Nobody is there any more: lock what is open, hide what is not kept."""
        if self.has_file:
            self.lock(hidden=self._cover.up, small=self._small is not None)
        elif self._small is None:
            self._cover.drop()

    def by_hand(self) -> None:
        """Lock because a person asks for it; with nothing kept, hide."""
        self.leave()

    def lock(self, *, hidden: bool = False, small: bool = False) -> None:
        """Save, and give way to a new process that opens at the words of the same file.

        What cannot be saved is not thrown away: the picture covers it, only the words of the file lead back, and
        there the person is told.
        """
        self._warn(on=False)
        try:
            self._autosave.finish()
            file = self._session.family.lock_target()
        except KyrError as error:
            if self._small is None:
                self._cover.drop()
                self._covered = self._clock()
            else:  # nobody sees it now, and somebody else may be working here: covered as soon as it is large
                self._owed, self._small = True, self._clock()
            self._autosave.could_not(error)
            self._window.go(Place.UNSAVED)
            return
        self.end(Begin(str(file), hidden=hidden, small=small))

    def end(self, begin: Begin) -> None:
        """Give way to a new process."""
        self._timer.stop()
        for each in self.before_end:
            each()
        self._afresh(begin)

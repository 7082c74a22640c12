"""Saving by itself: a moment after every change, off the window's thread, and with a word for how it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QThreadPool, QTimer, Signal

from kyr_app.model.errors import KyrError
from kyr_app.ui import background
from kyr_app.ui.standing import State, is_open

if TYPE_CHECKING:
    from kyr_app.model.changes import Changes
    from kyr_app.ui.bridge import Bridge
    from kyr_app.ui.desk import Desk

PAUSE, AT_MOST, AGAIN = 1200, 8000, 10_000
"""Milliseconds: after the last change, after the first one of several, and after a save that failed."""
PATIENCE = 10_000
"""Milliseconds that closing waits for a save under way."""


class Autosave(QObject):
    """Keeps the open family file as new as the sitting. `told` tells every change of `state`."""

    told = Signal(object)

    def __init__(self, desk: Desk, bridge: Bridge) -> None:
        super().__init__(desk)
        self._desk, self._session = desk, desk.session
        self.state = State.NOTHING
        self.trouble: KyrError | None = None
        self._task: background.Task | None = None
        self._soon, self._latest, self._retry = QTimer(self), QTimer(self), QTimer(self)
        for timer, pause in ((self._soon, PAUSE), (self._latest, AT_MOST), (self._retry, AGAIN)):
            timer.setSingleShot(True)
            timer.setInterval(pause)
            timer.timeout.connect(self.save)
        bridge.changed.connect(self.follow, Qt.ConnectionType.QueuedConnection)  # after the file heard of it

    @property
    def open(self) -> bool:
        """Whether a family file is open. Asks for nothing that was never used in this sitting."""
        return is_open(self._session)

    def follow(self, changes: Changes) -> None:
        """Take up a change: a save soon, or another word for how things stand."""
        if not self.open:
            self._forget()
        elif self._session.family.stale:
            self._show(State.UNSAVED if self.state is State.UNSAVED else State.SAVING)
            self._soon.start()
            if not self._latest.isActive():
                self._latest.start()
        elif self._task is None and (changes.family or self.state is State.NOTHING):
            self._show(State.KEPT)

    def _forget(self) -> None:
        for timer in (self._soon, self._latest, self._retry):
            timer.stop()
        self.trouble = None
        self._show(State.NOTHING)

    def _show(self, state: State) -> None:
        if state is not self.state:
            self.state = state
            self.told.emit(state)

    def save(self) -> None:
        """Save now, in the background; a save under way is followed by another one."""
        if not self.open or self._task is not None:
            return
        for timer in (self._soon, self._latest, self._retry):
            timer.stop()
        job = self._session.family.save_job()
        if job is None:
            self._show(
                State.UNSAVED if self._session.family.stale else State.KEPT
            )  # some files are only read
            return
        self._show(State.SAVING)
        self._task = background.run(job, self._saved, self._failed)

    def _saved(self, _: bytes) -> None:
        self._task = None
        self.saved()

    def saved(self) -> None:
        """Forget the trouble there was; go on saving where something changed meanwhile."""
        self.trouble = None
        self._retry.stop()
        if not self.open:
            self._forget()
        elif self._session.family.stale:
            self._soon.start()
        else:
            self._show(State.KEPT)

    def _failed(self, error: Exception) -> None:
        self._task = None
        first = self.trouble is None
        self.could_not(error)
        if first:
            self._desk.failed(error)

    def could_not(self, error: Exception) -> None:
        """Remember that a save failed, say so in a word, and try again by and by: a stick may come back."""
        self.trouble = error if isinstance(error, KyrError) else KyrError("")
        self._show(State.UNSAVED)
        self._retry.start()

    def finish(self) -> None:
        """Wait for a save under way, if any: whoever closes or locks saves the rest."""
        if self._task is not None:
            QThreadPool.globalInstance().waitForDone(PATIENCE)

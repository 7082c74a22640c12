"""The sentry of a window: hears hands and the system, saves, hides, warns, locks. Posted once the window is there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QSessionManager
from PySide6.QtWidgets import QApplication, QVBoxLayout

from kyr_app.model.errors import KyrError
from kyr_app.ui import (
    dialogs,
    ending,
    scene,  # noqa: F401 (at hand, so that the hide key is quick the first time too)
)
from kyr_app.ui.afresh import Afresh, Begin, port
from kyr_app.ui.autosave import Autosave
from kyr_app.ui.away import Away
from kyr_app.ui.bridge import Bridge
from kyr_app.ui.clipboard import Clipboard
from kyr_app.ui.desk import Place
from kyr_app.ui.gate import FileGate
from kyr_app.ui.lock import Lock, now
from kyr_app.ui.watch import Watch
from kyr_app.ui.widgets.still import StillHere

if TYPE_CHECKING:
    from collections.abc import Callable

    from kyr_app.ui.window import Window


class Sentry(QObject):
    """Everything that looks after a sitting while nobody thinks of it."""

    def __init__(
        self, window: Window, afresh: Afresh | None = None, clock: Callable[[], float] = now
    ) -> None:
        super().__init__(window)
        self._window = window
        self.autosave = Autosave(window.desk, Bridge(window.session, self))
        self.lock = Lock(window, self.autosave, port() if afresh is None else afresh, clock)
        self.gate = FileGate(window.desk, self.end_program)
        self.watch, self.away, self.clipboard = Watch(self), Away(self), Clipboard(self)
        self.still = StillHere(window.say)
        column = window.layout()
        assert isinstance(column, QVBoxLayout)  # noqa: S101 (the window is a column)
        column.insertWidget(2, self.still)
        window.cover.gate = self.gate
        window.desk.sentry = self
        dialogs.remember_nothing()
        self._connect()

    def _connect(self) -> None:
        window, lock = self._window, self.lock
        self.watch.hands.connect(lock.touched)
        self.watch.key.connect(window.cover.flip)
        self.watch.hide.connect(window.cover.drop)
        self.watch.lock.connect(lock.by_hand)
        self.away.left.connect(lock.leave)
        self.still.here.clicked.connect(lock.touched)
        lock.warned.connect(self._warn)
        window.cover.dropped.connect(self.clipboard.clear)
        self.autosave.told.connect(window.bar.show_file)
        lock.before_end += [self.clipboard.clear, self.away.gone, window.desk.hush_voice]
        window.winId()  # from here on the window has a handle, shown or not
        handle = window.windowHandle()
        if handle is not None:
            handle.windowStateChanged.connect(self._window_state)
            self.watch.look_at(handle)

    @property
    def trouble(self) -> KyrError | None:
        """Why the last save failed, if it did."""
        return self.autosave.trouble

    def lock_now(self) -> None:
        """Save and lock; with nothing kept, hide."""
        self.lock.by_hand()

    def save_now(self) -> None:
        """Save in the background, without waiting for more changes."""
        self.autosave.save()

    def somebody_listens(self) -> None:
        """Somebody is being read to: this is no idle screen."""
        self.lock.touched()

    def saved(self) -> None:
        """Somebody else saved: forget the trouble there was."""
        self.autosave.saved()

    def _warn(self, on: bool) -> None:  # noqa: FBT001 (Qt's signal)
        self.still.warn(on=on, has_file=self.lock.has_file)

    def _window_state(self, state: Qt.WindowState) -> None:
        small = bool(state & Qt.WindowState.WindowMinimized)
        self.lock.made_small(small)
        if small:
            self._window.desk.hush_voice()

    def listen(self) -> None:
        """Listen to the system as well."""
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.aboutToQuit.connect(dialogs.forget)
            app.aboutToQuit.connect(self.clipboard.clear)
            app.commitDataRequest.connect(self._system_ends, Qt.ConnectionType.DirectConnection)
        self.away.listen(self._window)
        ending.listen(self.end_program, self)

    def begin(self, begin: Begin) -> None:
        """Begin as the process before this one asked: at the words of a file, and behind the picture if it was."""
        if not begin.file:
            return
        self._window.go(Place.LOCKED, begin.file)
        if begin.hidden:
            self.gate.waiting = Path(begin.file)
            self._window.cover.drop()

    def may_close(self) -> bool:
        """Save and close the file before the window goes. Where that fails, say so, and let the window stay."""
        if not self.autosave.open:
            return True
        try:
            self.autosave.finish()
            self._window.session.family.close()
        except KyrError as error:
            self.autosave.could_not(error)
            self._window.go(Place.UNSAVED)
            return False
        return True

    def begin_anew(self) -> None:
        """Give way to a new process after a sitting: only so is nothing of it left in memory."""
        if self.may_close():
            self.lock.end(Begin())

    def end_program(self) -> None:
        """Save, close, and end the program: from the picture, where whoever sits there wants something else."""
        if self.may_close():
            self._window.cover.let_go()
            QApplication.quit()

    def _system_ends(self, manager: QSessionManager) -> None:
        """Save and close before the computer is switched off; no picture stands in its way.

        Where that fails, the computer is asked to wait for the person. Nobody else is to find this program open when
        the computer starts again.
        """
        manager.setRestartHint(QSessionManager.RestartHint.RestartNever)
        if self.may_close():
            self._window.cover.let_go()
        elif manager.allowsInteraction():
            manager.cancel()

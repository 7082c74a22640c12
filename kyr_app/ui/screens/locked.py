"""The locked page: a process that knows nothing of a family but where its file is, and a place to type the words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from kyr_app.model.errors import KyrError
from kyr_app.model.text import N_, Together
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.phrase_pages import FORGIVEN
from kyr_app.ui.screens.point import Page
from kyr_app.ui.unlocking import Unlocking, resume
from kyr_app.ui.widgets.heading import heading
from kyr_app.ui.widgets.label import Pair
from kyr_app.ui.widgets.phrase import PhraseEntry

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QHideEvent


class LockedScreen(Screen):
    """Asks for the words. Whoever does not have them can use the program without the file."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.path: Path | None = None
        self.say(self.foot.back.setText, N_("Go on without my file"))
        self.say(self.foot.next.setText, N_("Open it"))
        self.unlocking = Unlocking(desk, self)
        self.unlocking.opened.connect(self._in)
        self.unlocking.failed.connect(self._failed)
        page = Page(self.session)
        said = N_("It was saved. Type your words, and go on where you were.")
        page.add(heading(page.say, "lock-simple", N_("Your file is locked"), said))
        self.entry = PhraseEntry(page.say, N_("Your words"))
        self.entry.entered.connect(self.forward)
        page.add(self.entry)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        page.add(Pair(page.say, FORGIVEN, "small"))
        page.end()
        self.show_page(page)

    def open(self, what: str) -> None:
        """Ask for the words of the file at the path `what`."""
        if what:
            self.path = Path(what)
        if self.path is None or self.session.family.open:
            self.desk.go(Place.FAMILY)

    def focusInEvent(self, _: QFocusEvent) -> None:
        """Hand the keyboard to the line: no proxy does, for Tab would then jump over what lies before the line."""
        self.entry.line.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave nothing in the line."""
        if not event.spontaneous():
            self.entry.clear()
            self.entry.tell("")
        super().hideEvent(event)

    def forward(self) -> None:
        """Try the words."""
        assert self.foot is not None  # noqa: S101 (asked for above)
        if self.path is None or self.unlocking.busy or not self.entry.words.strip():
            return
        words = self.entry.take()
        self.foot.next.setEnabled(False)
        self.entry.tell(N_("One moment…"))
        self.unlocking.open(self.path, words)

    def _in(self) -> None:
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.foot.next.setEnabled(True)
        self.entry.tell("")
        self.path = None
        resume(self.desk)

    def _failed(self, error: Exception) -> None:
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.foot.next.setEnabled(True)
        if isinstance(error, KyrError):
            self.entry.tell(error.said if error.hint is None else Together((error.said, error.hint)))
        else:
            self.entry.tell("")
            self.desk.failed(error)
        self.entry.line.setFocus()

    def back(self) -> None:
        """Use the program without the file, which stays closed."""
        self.path = None
        self.desk.go(Place.HOME)

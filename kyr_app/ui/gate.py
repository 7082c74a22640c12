"""What stands between the neutral picture and what it hides: the words of the family file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kyr_app.model.errors import KyrError
from kyr_app.model.text import N_, Together
from kyr_app.ui import background
from kyr_app.ui.desk import Desk
from kyr_app.ui.standing import is_open
from kyr_app.ui.unlocking import Fits, Unlocking, resume
from kyr_app.ui.widgets.comeback import ComeBack

if TYPE_CHECKING:
    from collections.abc import Callable

    from kyr_app.model.text import Words

WRONG = N_("Those words do not lead back. Capitals and accents do not matter. Try again.")


class FileGate(QObject):
    """Needs words while a family file is open, and while one that was locked behind the picture waits."""

    def __init__(self, desk: Desk, end: Callable[[], object]) -> None:
        super().__init__(desk)
        self._desk, self._end = desk, end
        self.waiting: Path | None = None
        """The file that was locked behind the picture: this process knows nothing of it but where it is."""
        self._panel: ComeBack | None = None
        self._unlocking = Unlocking(desk, self)
        self._unlocking.opened.connect(self._in_again)
        self._unlocking.failed.connect(self._failed)

    def needed(self) -> bool:
        """Tell whether words are needed to come back."""
        return self.waiting is not None or is_open(self._desk.session)

    def panel(self) -> ComeBack:
        """Return a place to type them."""
        panel = ComeBack(self._desk.session)
        panel.tried.connect(self._try)
        panel.end_wanted.connect(self._end)
        panel.destroyed.connect(self._gone)
        self._panel = panel
        return panel

    def _gone(self) -> None:
        self._panel = None

    def _try(self, words: str) -> None:
        if is_open(self._desk.session):
            background.run(Fits(self._desk.session.family, words), self._fitted, self._failed)
        elif self.waiting is not None:
            self._unlocking.open(self.waiting, words)

    def _fitted(self, said: bytes) -> None:
        if said:
            self._back()
        else:
            self._say(WRONG)

    def _in_again(self) -> None:
        self.waiting = None
        self._back()
        resume(self._desk)

    def _back(self) -> None:
        if self._panel is not None:
            self._panel.opened.emit()

    def _failed(self, error: Exception) -> None:
        from kyr_app.store.troubles import WrongPhrase  # noqa: PLC0415 (only where words were tried)

        if isinstance(error, KyrError) and not isinstance(error, WrongPhrase):
            self._say(error.said if error.hint is None else Together((error.said, error.hint)))
        else:
            self._say(WRONG)

    def _say(self, words: Words) -> None:
        if self._panel is not None:
            self._panel.wrong(words)

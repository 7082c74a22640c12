"""Opening and making a family file from a screen: half a second of work off the window's thread, then the sitting."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kyr_app.model.errors import KyrError
from kyr_app.model.text import Together
from kyr_app.ui import background
from kyr_app.ui.desk import Desk, Place

if TYPE_CHECKING:
    from kyr_app.session.family.family import Family
    from kyr_app.session.family.meeting import Meet
    from kyr_app.session.family.opening import Opening


class Unlocking(QObject):
    """One opening at a time. Exactly one of `opened`, `met` and `failed` answers each try."""

    opened = Signal()
    failed = Signal(object)
    met = Signal()
    """Something was answered before: a person must say what becomes of it."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent or desk)
        self._desk = desk
        self._work: Opening | None = None

    @property
    def busy(self) -> bool:
        """Whether an opening is under way."""
        return self._work is not None

    def open(self, path: Path, words: str, meet: Meet | None = None) -> None:
        """Open a family file with its words."""
        from kyr_app.session.family.meeting import SittingInTheWay  # noqa: PLC0415 (only where a file is wanted)

        try:
            work = self._desk.session.family.opening(path, words, meet)
        except SittingInTheWay:
            self.met.emit()
        except KyrError as error:
            self.failed.emit(error)
        else:
            self._begin(work)

    def make(self, folder: Path, words: str) -> None:
        """Make a family file that these words open."""
        try:
            work = self._desk.session.family.making(folder, words)
        except KyrError as error:
            self.failed.emit(error)
        else:
            self._begin(work)

    def _begin(self, work: Opening) -> None:
        if self._work is not None:
            return
        self._work = work
        background.run(work, self._enter, self._fail)

    def _enter(self, _: bytes) -> None:
        work, self._work = self._work, None
        try:
            if work is not None:
                self._desk.session.family.enter(work)
        except KyrError as error:
            self.failed.emit(error)
        else:
            self.opened.emit()

    def _fail(self, error: Exception) -> None:
        self._work = None
        self.failed.emit(error)


class Fits:
    """Work: whether words open the family file that is open already."""

    def __init__(self, family: Family, words: str) -> None:
        self._family, self._words = family, words

    def run(self, progress: object = None) -> bytes:  # noqa: ARG002 (as other work)
        """Return something where they do, nothing where they do not."""
        return b"yes" if self._family.fits(self._words) else b""


def resume(desk: Desk) -> None:
    """Go where the family stopped, and say what is to be said of the opening."""
    from kyr_app.ui.marks import stopped_at  # noqa: PLC0415 (only where a file was opened)

    told = desk.session.family.told
    desk.go(*stopped_at(desk.session))
    if told:
        desk.tell(Together(told), trouble=desk.session.family.opened_previous)


def leave_file(desk: Desk) -> None:
    """Show what comes after a file was closed: the place where family files begin."""
    desk.go(Place.FAMILY)

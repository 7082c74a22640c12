"""A sheet that is printed or saved without a preview: made in the background, then handed to the printer or a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Signal
from PySide6.QtPdf import QPdfDocument

from kyr_app.model.text import N_
from kyr_app.ui import background
from kyr_app.ui.desk import Desk
from kyr_app.ui.output import Output

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from kyr_app.ui.background import Task, Work


class SheetOut(QObject):
    """One sheet at a time. Nothing of it is written anywhere but where a person said."""

    made = Signal(bytes)

    def __init__(self, desk: Desk, screen: QWidget) -> None:
        super().__init__(screen)
        self._desk = desk
        self.output = Output(desk, screen)
        self._task: Task | None = None
        self._then: Callable[[bytes], object] | None = None

    def print(self, work: Work) -> None:
        """Make a sheet and print it."""
        self._begin(work, self._print)

    def save(self, work: Work, folder: str) -> None:
        """Make a sheet and save it in a folder, under a name that tells nothing."""
        self._begin(work, lambda made: self.output.save(folder, made))

    def save_elsewhere(self, work: Work) -> None:
        """Make a sheet and ask for a folder to save it in."""
        self._begin(work, self.output.save_elsewhere)

    def _begin(self, work: Work, then: Callable[[bytes], object]) -> None:
        if self._task is not None:
            return
        self._desk.tell(N_("Preparing the sheet…"))
        self._then = then
        self._task = background.run(work, self._done, self._failed)

    def _done(self, made: bytes) -> None:
        then, self._task, self._then = self._then, None, None
        self._desk.hush()
        self.made.emit(made)
        if then is not None:
            then(made)

    def _print(self, made: bytes) -> None:
        document, buffer = QPdfDocument(self), QBuffer(self)
        buffer.setData(QByteArray(made))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document.load(buffer)
        self.output.print(made, document)

    def _failed(self, error: Exception) -> None:
        self._task = None
        self._desk.failed(error)

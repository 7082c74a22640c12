"""What leaves the program, and only when a person presses: to a stick, to a folder, to a printer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from kyr_app.model.text import N_
from kyr_app.session.family.receipt import Way
from kyr_app.ui import printing, saving
from kyr_app.ui.desk import Desk
from kyr_app.ui.dialogs import choose_folder

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument


class Output(QObject):
    """Saves and prints a paper for a screen, and tells how that went."""

    def __init__(self, desk: Desk, screen: QWidget) -> None:
        super().__init__(screen)
        self._desk, self._screen = desk, screen
        self._queue: printing.Queue | None = None

    def save(self, folder: str, made: bytes, ending: str = "pdf") -> str:
        """Save under a name that tells nothing; return that name, and "" where that did not go well."""
        with self._desk.caught():
            path = saving.free_name(Path(folder), self._desk.session.today, ending)
            saving.write(path, made)
            self._desk.session.handed.note_at(Way.SAVED, path.parent)
            self._desk.tell(N_("Saved: {name}, in {folder}.", name=path.name, folder=str(path.parent)))
            return path.name
        return ""  # type: ignore[unreachable]  # `caught` told of the error and went on

    def save_elsewhere(self, made: bytes, ending: str = "pdf") -> None:
        """Ask for a folder, and save there."""
        choose_folder(
            self._desk,
            self._screen,
            lambda folder: self.save(folder, made, ending),
            N_("Save here"),
        )

    def print(self, made: bytes, document: QPdfDocument) -> None:
        """Print, where this computer can."""
        if not printing.has_queue():
            self._desk.failed(printing.no_queue())
        elif printing.QUEUED:
            self._queue = printing.Queue(made, parent=self)
            self._queue.done.connect(self._printed)
            self._queue.failed.connect(self._desk.failed)
            self._queue.start()
        else:
            self._ask_printer(document)

    def _ask_printer(self, document: QPdfDocument) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 (looks for printers)

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setResolution(printing.DPI)
        printer.setDocName("Documento")
        dialog = QPrintDialog(printer, self._screen)
        self._desk.guard(dialog)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            with self._desk.caught():
                printing.draw(document, printer, self._desk.session.settings.paper)
                self._printed()

    def _printed(self) -> None:
        self._desk.session.handed.note(Way.PRINTED)
        self._desk.tell(N_("The sheet went to the printer."))

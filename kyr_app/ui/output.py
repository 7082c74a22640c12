"""What leaves the program, and only when a person presses: to a stick, to a folder, to a printer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QObject
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from kyr_app.model.text import N_
from kyr_app.ui import printing, saving
from kyr_app.ui.desk import Desk

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument


class Output(QObject):
    """Saves and prints a paper for a screen, and tells how that went."""

    def __init__(self, desk: Desk, screen: QWidget) -> None:
        super().__init__(screen)
        self._desk, self._screen = desk, screen
        self._queue: printing.Queue | None = None

    def save(self, folder: str, made: bytes, ending: str = "pdf") -> bool:
        """Save under a name that tells nothing; return whether that went well."""
        with self._desk.caught():
            path = saving.free_name(Path(folder), self._desk.session.today, ending)
            saving.write(path, made)
            self._desk.sheets_out += 1
            self._desk.tell(N_("Saved: {name}, in {folder}.", name=path.name, folder=str(path.parent)))
            return True
        return False  # type: ignore[unreachable]  # `caught` told of the error and went on

    def save_elsewhere(self, made: bytes, ending: str = "pdf") -> None:
        """Ask for a folder in Qt's own dialog, over which the hide key works, and save there."""
        dialog = QFileDialog(self._screen)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setWindowTitle(self._desk.session.locale.render(N_("Choose a folder")))
        dialog.setDirectory(QDir.homePath())
        label = QFileDialog.DialogLabel
        for part, words in ((label.LookIn, N_("Look in:")), (label.FileType, N_("Kind:"))):
            dialog.setLabelText(part, self._desk.session.locale.render(words))
        self._desk.guard(dialog)
        dialog.fileSelected.connect(lambda folder: self.save(folder, made, ending))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

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
        self._desk.sheets_out += 1
        self._desk.tell(N_("The sheet went to the printer."))

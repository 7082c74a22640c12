"""Printing, only when it is asked for: nothing looks for printers before that.

On Linux our own PDF goes to the print queue as it is. Elsewhere its pages are drawn at 300 dots to the inch, on
the paper that the PDF has, whatever the dialog made of it.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPageSize, QPainter

from kyr_app.model.errors import KyrError
from kyr_app.model.settings import Paper
from kyr_app.model.text import N_

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPrintSupport import QPrinter

QUEUE = Path("/run/cups/cups.sock")
QUEUED: bool = sys.platform.startswith("linux")
"""Whether papers go to a print queue as they are."""
DPI = 300
COMMAND = ("lp", "-t", "Documento")
SIZES = {Paper.LETTER: QPageSize.PageSizeId.Letter, Paper.A4: QPageSize.PageSizeId.A4}


class NotPrinted(KyrError):
    """A paper could not be printed."""


def has_queue() -> bool:
    """Tell whether this computer can print: on Linux only where the print queue listens on its own socket."""
    return not QUEUED or QUEUE.exists()


def no_queue() -> NotPrinted:
    """Return what to say where there is no print queue."""
    return NotPrinted(
        N_("This computer has no printer ready."),
        N_("Save the sheet to a USB stick, and print it on another computer."),
    )


class Queue(QObject):
    """Hands a PDF to the print queue of Linux by its standard input: it never touches the disk of the program."""

    done = Signal()
    failed = Signal(object)

    def __init__(
        self, data: bytes, command: tuple[str, ...] = COMMAND, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._data = data
        self._process = QProcess(self)
        self._process.setProgram(command[0])
        self._process.setArguments(list(command[1:]))
        self._process.started.connect(self._send)
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._broke)

    def start(self) -> None:
        """Begin; `done` or `failed` will tell how it ended."""
        self._process.start()

    def _send(self) -> None:
        self._process.write(self._data)
        self._data = b""  # the queue has it: nothing of it is kept behind the print
        self._process.closeWriteChannel()

    def _ended(self, code: int) -> None:
        if code == 0:
            self.done.emit()
        else:
            self.failed.emit(refused())

    def _broke(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self.failed.emit(no_queue())


def refused() -> NotPrinted:
    """Return what to say where the printer did not take the sheet."""
    return NotPrinted(
        N_("The printer did not take the sheet."),
        N_("Is it on, and does it have paper? Try again, or save the sheet to a USB stick."),
    )


def draw(document: QPdfDocument, printer: QPrinter, paper: Paper) -> None:
    """Draw every page of `document`, on `paper` as it is and not as a dialog left it."""
    layout = printer.pageLayout()
    layout.setPageSize(QPageSize(SIZES[paper]))
    printer.setPageLayout(layout)
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise refused()
    for page in range(document.pageCount()):
        if page:
            printer.newPage()
        points = document.pagePointSize(page)
        size = QSize(round(points.width() / 72 * DPI), round(points.height() / 72 * DPI))
        image = document.render(page, size)
        target = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
        painter.fillRect(target, Qt.GlobalColor.white)
        painter.drawImage(target, image)
    painter.end()

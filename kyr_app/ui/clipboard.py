"""The clipboard: what was copied here is gone after half a minute, and at once when the program locks or ends.

Histories of clipboards are asked not to keep it: Windows by the formats it knows for that, KDE's by its own.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

KEPT = 30_000
"""Milliseconds."""
_WINDOWS = 'application/x-qt-windows-mime;value="{}"'
NOT_IN_HISTORY: dict[str, bytes] = {
    _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): b"\0\0\0\0",
    _WINDOWS.format("CanIncludeInClipboardHistory"): b"\0\0\0\0",
    _WINDOWS.format("CanUploadToCloudClipboard"): b"\0\0\0\0",
    "x-kde-passwordManagerHint": b"secret",
}


def marked(text: str) -> QMimeData:
    """Return `text` with the request to keep it in no history."""
    made = QMimeData()
    made.setText(text)
    for name, value in NOT_IN_HISTORY.items():
        made.setData(name, QByteArray(value))
    return made


def _says(data: QMimeData | None) -> bool:
    return data is not None and data.hasText()


class Clipboard(QObject):
    """Looks after what this program put on the clipboard; what another one put there is left alone."""

    def __init__(self, parent: QObject | None = None, owns: Callable[[], bool] | None = None) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self.owns = self._clipboard.ownsClipboard if owns is None else owns
        """Whether this program put there what is there; no question to ask where there is no screen."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEPT)
        self._timer.timeout.connect(self.clear)
        self._clipboard.dataChanged.connect(self._changed)
        self._clipboard.selectionChanged.connect(self._timer.start)

    def _changed(self) -> None:
        if not self.owns():
            return
        data = self._clipboard.mimeData()
        if not _says(data):
            return
        if not all(map(data.hasFormat, NOT_IN_HISTORY)):
            self._clipboard.setMimeData(marked(data.text()))  # comes back here, marked
        else:
            self._timer.start()

    def clear(self) -> None:
        """Take away what this program put there: on the clipboard, and in the selection where there is one."""
        self._timer.stop()
        if self.owns():
            self._clipboard.clear()
        if self._clipboard.supportsSelection() and self._clipboard.ownsSelection():
            self._clipboard.clear(QClipboard.Mode.Selection)

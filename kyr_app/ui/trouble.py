"""Why the program cannot start: a small window of its own, never larger than the screen, whose words scroll."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QScrollArea, QVBoxLayout

from kyr_app.ui import theme

MOST = 0.8
"""How much of the screen it may take, each way."""
LINE = 34
"""How wide it would like to be, in times the size of its letters."""


class Trouble(QDialog):
    """Says `paragraphs`, each in a language of its own, and is closed by one button that is always in sight.

    `close` is the word on it; without one it is Qt's own.
    """

    def __init__(self, paragraphs: list[str], close: str = "") -> None:
        super().__init__()
        self.setWindowTitle("Guía")
        self.words = QLabel("\n\n".join(paragraphs))
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self.words)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok)
        if close:
            self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(close)
        self.buttons.accepted.connect(self.accept)
        column = QVBoxLayout(self)
        edge = theme.space(3)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(theme.space(2))
        column.addWidget(self.area, 1)
        column.addWidget(self.buttons)
        self.resize(self._room())

    def _room(self) -> QSize:
        """Return room for all its words, where the screen has it."""
        screen = QGuiApplication.primaryScreen().availableSize() * MOST
        self.words.ensurePolished()
        wide = min(screen.width(), self.words.fontMetrics().height() * LINE)
        edge = theme.space(3)
        inside = wide - 2 * edge - self.area.verticalScrollBar().sizeHint().width()
        high = (
            self.words.heightForWidth(inside) + self.buttons.sizeHint().height() + 2 * edge + theme.space(3)
        )
        return QSize(wide, min(screen.height(), high))

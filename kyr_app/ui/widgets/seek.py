"""A field to look for words, which asks after a short pause in typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from kyr_app.model.text import N_
from kyr_app.ui import theme
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.icon import Glyph, Tone

if TYPE_CHECKING:
    from kyr_app.model.text import Words
    from kyr_app.ui.words import Speaks

PAUSE = 180
"""How long nothing is typed before the question is asked, in milliseconds."""
MOST_LETTERS = 80


class SeekField(QWidget):
    """A picture, the field, and while there is something in it a button that clears it. Escape clears it too."""

    asked = Signal(str)
    entered = Signal()

    def __init__(self, say: Speaks, hint: Words) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(1.5))
        row.addWidget(Glyph("magnifying-glass", 1.4, Tone.ACCENT))
        self.line = QLineEdit()
        self.line.setMaxLength(MOST_LETTERS)
        say(self.line.setPlaceholderText, hint)
        say(self.line.setAccessibleName, hint)
        row.addWidget(self.line, 1)
        self.clear_button = Button(say, N_("Clear"), "x", "link")
        self.clear_button.clicked.connect(self.clear)
        self.clear_button.hide()
        row.addWidget(self.clear_button)
        self.setFocusProxy(self.line)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._ask)
        self.line.textChanged.connect(self._typed)
        self.line.returnPressed.connect(self._at_once)

    @property
    def text(self) -> str:
        """What is looked for."""
        return self.line.text().strip()

    def clear(self) -> None:
        """Look for nothing; what was typed cannot be brought back."""
        self.line.setText("")
        self.line.setFocus()
        self._ask()

    def _typed(self) -> None:
        self.clear_button.setVisible(bool(self.line.text()))
        self._pause.start()

    def _ask(self) -> None:
        self._pause.stop()
        self.asked.emit(self.text)

    def _at_once(self) -> None:
        if self._pause.isActive():
            self._ask()
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear with Escape; keep Enter, which would lead on to the next screen."""
        if event.key() == Qt.Key.Key_Escape and self.line.text():
            self.clear()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

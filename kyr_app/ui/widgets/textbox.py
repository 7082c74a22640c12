"""A large quiet place to write: nothing in it is checked, completed, coloured or corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy

if TYPE_CHECKING:
    from kyr_app.model.text import Words
    from kyr_app.ui.words import Speaks


class TextBox(QPlainTextEdit):
    """Holds words as they are typed, and tells each letter at once: whatever happens next, none is lost."""

    typed = Signal(str)

    def __init__(self, say: Speaks, name: Words, lines: int = 6) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        hint = Qt.InputMethodHint
        self.setInputMethodHints(hint.ImhSensitiveData | hint.ImhNoPredictiveText | hint.ImhMultiLine)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._lines, self._told = lines, ""
        say(self.setAccessibleName, name)
        self.textChanged.connect(self._tell)
        self._fit()

    def _fit(self) -> None:
        self.ensurePolished()
        self.setMinimumHeight(round(self.fontMetrics().lineSpacing() * (self._lines + 1.5)))

    def sizeHint(self) -> QSize:
        """Ask for no more than the least: a page gives what room it has left."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def show_words(self, words: str) -> None:
        """Show words kept before, telling nobody."""
        self._told = words
        self.blockSignals(True)
        self.setPlainText(words)
        self.blockSignals(False)

    @property
    def words(self) -> str:
        """What stands in it now."""
        return self.toPlainText()

    def _tell(self) -> None:
        """Tell what was typed, and not that only the look of it has changed."""
        if self.words != self._told:
            self._told = self.words
            self.typed.emit(self._told)

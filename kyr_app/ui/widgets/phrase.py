"""A place to type words that open a file: covered until somebody asks to see them; no keyboard learns them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kyr_app.model.text import N_
from kyr_app.ui import theme
from kyr_app.ui.watch import keep_quiet
from kyr_app.ui.widgets.button import ENTER, Button
from kyr_app.ui.widgets.icon import em
from kyr_app.ui.widgets.label import Pair

if TYPE_CHECKING:
    from kyr_app.model.text import Words
    from kyr_app.ui.words import Speaks

LONGEST = 400
NARROW = 30
"""In letters: under so much room the button stands below the line."""


class _Line(QLineEdit):
    """Takes Enter for itself and tells of it."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Enter; let everything else be typed."""
        if event.key() in ENTER:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class PhraseEntry(QWidget):
    """A line for words, *show* beside it, and under it what there is to say about them."""

    entered = Signal()
    edited = Signal()

    def __init__(self, say: Speaks, name: Words, *, shown: bool = False) -> None:
        super().__init__()
        self._say = say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1))
        column.addWidget(Pair(say, name, "lead"))
        row = QHBoxLayout()
        row.setSpacing(theme.space(1))
        self.line = _Line()
        self.line.setMaxLength(LONGEST)
        self.line.setMinimumWidth(em() * 14)
        self.line.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        say(self.line.setAccessibleName, name)
        self.line.entered.connect(self.entered)
        self.line.textChanged.connect(self._changed)
        self.look = Button(say, N_("Show"), "eye")
        self.look.clicked.connect(lambda: self.show_words(on=self.covered))
        row.addWidget(self.line, 1)
        row.addWidget(self.look)
        column.addLayout(row)
        self.remark = Pair(say, "", "strong")
        column.addWidget(self.remark)
        self.show_words(on=shown)
        keep_quiet(self.line)

    @property
    def covered(self) -> bool:
        """Whether the words cannot be read on the screen."""
        return self.line.echoMode() == QLineEdit.EchoMode.Password

    def show_words(self, *, on: bool) -> None:
        """Let the words be read, or cover them."""
        mode = QLineEdit.EchoMode
        self.line.setEchoMode(mode.Normal if on else mode.Password)
        self._say(self.look.setText, N_("Cover") if on else N_("Show"))
        self.look.show_icon("eye-slash" if on else "eye")
        keep_quiet(self.line)

    def _changed(self) -> None:
        self.tell("")
        self.edited.emit()

    @property
    def words(self) -> str:
        """What was typed."""
        return self.line.text()

    def tell(self, words: Words) -> None:
        """Say something about the words, until they are changed."""
        self._say.both(self.remark.say_both, words)

    def take(self) -> str:
        """Return what was typed, and leave nothing of it in the line."""
        words = self.line.text()
        self.clear()
        return words

    def clear(self) -> None:
        """Show nothing."""
        self.line.blockSignals(True)
        self.line.clear()
        self.line.setModified(False)
        self.line.blockSignals(False)

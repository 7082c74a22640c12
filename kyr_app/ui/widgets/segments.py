"""A few choices side by side, of which one is taken: language, size of letters, paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton

from kyr_app.content import tokens
from kyr_app.ui import theme
from kyr_app.ui.widgets.button import ENTER

if TYPE_CHECKING:
    from kyr_app.model.text import Words
    from kyr_app.ui.words import Sayable, Speaks


class Segment(QPushButton):
    """One of the choices."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "segment")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumWidth(tokens.theme().shape.target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as a press."""
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)


class Segments(QFrame):
    """Choices by key; tells the key of the one that a person takes."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "segments")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.space(1))
        self._group = QButtonGroup(self)
        self.buttons: dict[str, Segment] = {}

    def add(self, say: Speaks, key: str, shown: Sayable, name: Words) -> Segment:
        """Add a choice that shows `shown` and is called `name`."""
        button = Segment()
        say(button.setText, shown)
        say(button.setAccessibleName, name)
        say(button.setToolTip, name)
        button.setAutoExclusive(True)  # a screen reader says that it is one of several
        self._group.addButton(button)
        self._row.addWidget(button)
        self.buttons[key] = button
        button.clicked.connect(lambda: self.chosen.emit(key))
        return button

    def show_choice(self, key: str) -> None:
        """Show which choice holds, telling nobody."""
        self.buttons[key].setChecked(True)

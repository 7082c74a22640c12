"""Something more to read, put away until somebody asks for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyr_app.model.text import N_
from kyr_app.ui import theme
from kyr_app.ui.widgets.button import Button

if TYPE_CHECKING:
    from kyr_app.model.text import Words
    from kyr_app.ui.words import Speaks

OPENED, CLOSED = N_("It is open"), N_("It is closed")
"""What a screen reader says besides its name."""


class Fold(QWidget):
    """A small button that opens what `make` returns under it, made when it is first asked for, and closes it again."""

    def __init__(self, say: Speaks, words: Words, make: Callable[[], QWidget]) -> None:
        super().__init__()
        self._make = make
        self.inside: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space(1))
        self.ask = Button(say, words, "caret-down", "link")
        self.ask.clicked.connect(self._open_or_close)
        self._say = say
        say(self.ask.setAccessibleDescription, CLOSED)
        self._column.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def opened(self) -> bool:
        """Whether what is inside is shown."""
        return self.inside is not None and not self.inside.isHidden()

    def _order_tabs(self, inside: QWidget) -> None:
        """Let Tab go from the button into what was opened; a list that drops down is a window of its own."""
        before: QWidget = self.ask
        for each in inside.findChildren(QWidget):
            if each.window() is self.window() and each.focusPolicy() & Qt.FocusPolicy.TabFocus:
                QWidget.setTabOrder(before, each)
                before = each

    def _open_or_close(self) -> None:
        opened = not self.opened
        if self.inside is None:
            self.inside = self._make()
            self._column.addWidget(self.inside)
            self._order_tabs(self.inside)
        self.inside.setVisible(opened)
        self.ask.show_icon("caret-up" if opened else "caret-down")
        self._say(self.ask.setAccessibleDescription, OPENED if opened else CLOSED)

"""A pause: nothing to do, nothing to read, and the way back to where one was."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kyr_app.model.text import N_
from kyr_app.ui import theme
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.frame import plain_column
from kyr_app.ui.widgets.icon import Glyph
from kyr_app.ui.widgets.label import Pair


class PauseScreen(Screen):
    """Waits. The place it came from keeps its state."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, foot=False)
        self._from = Place.HOME
        page, column = plain_column(2)
        column.setContentsMargins(0, theme.space(2), 0, 0)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(Glyph("coffee", 2.8, rounded=True), 0, middle)
        for words, role in (
            (N_("Take the time you need."), "title"),
            (N_("Breathe in slowly. Breathe out slowly. Look at something near you that you like."), "body"),
            (N_("Your answers wait here while the program is open."), "body"),
        ):
            pair = Pair(self.say, words, role)
            pair.setAlignment(middle)
            column.addWidget(pair)
        self.resume = Button(self.say, N_("Go on where I was"), "arrow-right", "primary", after=True)
        self.resume.clicked.connect(self.forward)
        column.addWidget(self.resume, 0, middle)
        column.addStretch(1)
        self.show_page(page)

    def open(self, what: str) -> None:
        """Remember where to go back to."""
        self._from = Place(what)

    def back(self) -> None:
        """Go back to where one was."""
        self.desk.go(self._from)

    def forward(self) -> None:
        """Likewise."""
        self.back()

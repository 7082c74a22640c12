"""A short pause to breathe: nothing to read, nothing to do, and the way back to where one was."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kyr_app.model.text import N_
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.widgets.breath import Breath
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.frame import plain_column, plain_row
from kyr_app.ui.widgets.label import Pair

WRITTEN = N_("What you wrote is kept. It can wait until you want to go on.")
NOTHING = N_("There is no hurry. It can wait until you want to go on.")
PRACTISED = {Place.PRACTICE, Place.REHEARSE, Place.TEACHBACK}
"""Places where nothing is written."""


class BreathingScreen(Screen):
    """Leads a slow breath for as long as it is shown. What was typed is kept."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, foot=False)
        self._from = Place.HOME
        page, column = plain_column(2)
        middle = Qt.AlignmentFlag.AlignHCenter
        self.breath = Breath(self.say)
        column.addWidget(self.breath, 1, middle)
        for words, role in (
            (N_("Put your feet on the floor. Look at five things round you. Drink some water."), "body"),
            (WRITTEN, "small"),
        ):
            self.words = Pair(self.say, words, role)
            self.words.setAlignment(middle)
            column.addWidget(self.words)
        ways, row = plain_row(1)
        row.addStretch(1)
        self.resume = Button(self.say, N_("Go on where I was"), "arrow-right", "primary", after=True)
        self.resume.clicked.connect(self.forward)
        self.stop = Button(self.say, N_("Enough for today"), "house")
        self.stop.clicked.connect(lambda: self.desk.go(Place.HOME))
        row.addWidget(self.resume)
        row.addWidget(self.stop)
        row.addStretch(1)
        column.addWidget(ways)
        column.addStretch(1)
        self.show_page(page)

    def open(self, what: str) -> None:
        """Remember where to go back to."""
        self._from = Place(what) if what else self.desk.before
        self.say.both(self.words.say_both, NOTHING if self._from in PRACTISED else WRITTEN)

    def back(self) -> None:
        """Go back to where one was."""
        self.desk.go(self._from)

    def forward(self) -> None:
        """Likewise."""
        self.back()

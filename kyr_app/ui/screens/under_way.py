"""The page that is shown while something takes its time: what is done, how far it is, and the way to stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar

from kyr_app.model.text import N_, Words
from kyr_app.ui.screens.point import Page
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.frame import Framed, plain_row
from kyr_app.ui.widgets.heading import heading
from kyr_app.ui.widgets.label import Pair

if TYPE_CHECKING:
    from kyr_app.session.session import Session


class UnderWayPage(Page):
    """Says what is done, and in `told` and on `bar` how far it is. `stopped`: somebody wants no more of it."""

    stopped = Signal()

    def __init__(self, session: Session, title: Words, below: Words, begun: Words = "") -> None:
        super().__init__(session)
        self.add(heading(self.say, "hourglass", title, below))
        frame = Framed("sheet")
        self.told = Pair(self.say, begun, "lead")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.say(self.bar.setAccessibleName, N_("Progress"))
        frame.column.addWidget(self.told)
        frame.column.addWidget(self.bar)
        self.add(frame)
        row, ways = plain_row(1)
        self.stop = Button(self.say, N_("Stop here"), "hand-palm")
        self.stop.clicked.connect(self.stopped)
        ways.addWidget(self.stop)
        ways.addStretch(1)
        self.add(row)
        self.end()

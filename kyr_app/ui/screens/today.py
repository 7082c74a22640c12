"""What day is it? Asked only where this computer's clock cannot be right."""

from __future__ import annotations

import datetime as dt

from kyr_app.model.errors import KyrError
from kyr_app.model.text import N_, Day
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.point import Page
from kyr_app.ui.widgets.entries import DayEntry
from kyr_app.ui.widgets.frame import TOP, plain_column, plain_row
from kyr_app.ui.widgets.icon import Glyph
from kyr_app.ui.widgets.label import Pair


class TodayScreen(Screen):
    """Takes the day from the person: a date that is counted from a wrong day is worse than none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.entry: DayEntry | None = None

    def open(self, what: str) -> None:  # noqa: ARG002 (there is one of it)
        """Ask for the day."""
        page = Page(self.session)
        head, row = plain_row(2)
        row.addWidget(Glyph("calendar", 2.1, rounded=True), 0, TOP)
        words, column = plain_column(1)
        column.addWidget(Pair(page.say, N_("What day is it today?"), "title"))
        said = N_(
            "This computer says {day}. That cannot be right. Look at a phone or a paper calendar.",
            day=Day(self.session.today.isoformat()),
        )
        column.addWidget(Pair(page.say, said))
        row.addWidget(words, 1)
        page.add(head)
        self.entry = DayEntry(page.say, N_("What day is it today?"))
        self.entry.edited.connect(self.desk.hush)
        page.add(self.entry)
        page.end()
        self.show_page(page)

    def forward(self) -> None:
        """Count from the day that was typed."""
        day = self.entry.value() if self.entry is not None else None
        if not isinstance(day, dt.date):
            self.desk.tell(N_("Write the day, the month and the year."))
            return
        try:
            self.session.use_today(day)
        except KyrError as error:
            self.desk.failed(error)
        else:
            self.desk.go(Place.DEADLINES)

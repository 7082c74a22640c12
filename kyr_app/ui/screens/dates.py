"""My dates: what was counted in this sitting, the first to act on first. To print, or to save for a calendar."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kyr_app.documents.situation import calendar
from kyr_app.documents.situation.calendar import Entry
from kyr_app.model.text import N_
from kyr_app.session.plan import Date
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.output import Output
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.paper_choices import SavePlaces
from kyr_app.ui.screens.point import Page
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.due import chosen_day, day_view
from kyr_app.ui.widgets.frame import plain_row
from kyr_app.ui.widgets.label import Pair

if TYPE_CHECKING:
    from kyr_app.model.changes import Changes
    from kyr_app.model.deadline import Due


class DatesScreen(Screen):
    """Lists the dates. Nothing of them is kept, but what a person prints or saves."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.places: SavePlaces | None = None
        self.removes: list[Button] = []
        self.output = Output(desk, self)
        self.save_button = self.foot.add(N_("For a calendar"), "download-simple")
        self.save_button.clicked.connect(self._ask_where)
        self.say(self.foot.next.setText, N_("Print or save"))
        self.foot.next.show_icon("printer")

    def open(self, what: str) -> None:  # noqa: ARG002 (there is one of it)
        """Show the dates of the sitting."""
        self.places = None
        self._show()

    def refresh(self, changes: Changes) -> None:
        """Follow the dates."""
        if changes.answers and self.places is None:
            self._show()

    def _show(self) -> None:
        assert self.foot is not None  # noqa: S101 (made in __init__)
        dues = self._dues()
        page = Page(self.session)
        page.add(self._head(page))
        self.removes = []
        if dues:
            words = N_(
                "A legal team must check these with your papers. Nothing is kept here: print or save them."
            )
            page.add(Pair(page.say, words))
        else:
            page.add(Pair(page.say, N_("There are no dates yet. Count the first one, and it stands here.")))
        for due in dues:
            page.add(self._line(page, due))
            page.add(day_view(page.say, due, self.session.today))
        page.end()
        self.show_page(page)
        self.foot.next.setEnabled(bool(dues))
        self.save_button.setEnabled(any(chosen_day(due) for due in dues))

    def _head(self, page: Page) -> QWidget:
        head, row = plain_row(2)
        row.addWidget(Pair(page.say, N_("My dates"), "title"), 1)
        another = Button(page.say, N_("Count another"), "plus")
        another.clicked.connect(lambda: self.desk.go(Place.DEADLINES))
        row.addWidget(another)
        return head

    def _line(self, page: Page, due: Due) -> QWidget:
        line, row = plain_row(2)
        row.addWidget(Pair(page.say, due.rule.name, "lead"), 1)
        date = Date(due.trigger, due.rule.id)
        if date in self.session.plan.dates:
            remove = Button(page.say, N_("Remove"), "x", "link")
            remove.clicked.connect(lambda: self.session.plan.remove(date))
            row.addWidget(remove)
            self.removes.append(remove)
        else:
            row.addWidget(Pair(page.say, N_("From your answers"), "small"))
        return line

    def _dues(self) -> list[Due]:
        """Return the dates, the first to act on first."""
        return sorted(self.session.sheets.dues(), key=lambda due: chosen_day(due) or dt.date.max)

    def calendar(self) -> bytes:
        """Return the calendar file: the days, with names that tell nobody what they are for."""
        render = self.session.locale.render
        entries = [
            Entry(day, render(due.rule.neutral_name))
            for due in self._dues()
            if (day := chosen_day(due)) is not None
        ]
        return calendar.build(entries, self.session.today)

    def _ask_where(self) -> None:
        self.places = SavePlaces(self.session)
        self.places.chosen.connect(self._save)
        self.places.elsewhere.connect(lambda: self.output.save_elsewhere(self.calendar(), "ics"))
        self.show_page(self.places)

    def _save(self, folder: str) -> None:
        if self.output.save(folder, self.calendar(), "ics"):
            self.open("")

    def back(self) -> None:
        """Show the dates again, or what can be counted."""
        if self.places is not None:
            self.open("")
        else:
            self.desk.go(Place.DEADLINES)

    def forward(self) -> None:
        """Show them as a paper."""
        if self._dues():
            self.desk.go(Place.PREVIEW, "dates:")

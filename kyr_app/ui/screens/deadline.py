"""One date: on what day it happened, and then until when one has, with the safe day first."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from kyr_app.model.errors import KyrError
from kyr_app.model.text import N_
from kyr_app.rules import deadlines
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.deadlines import happening_of
from kyr_app.ui.screens.point import Page
from kyr_app.ui.widgets.banner import expiry
from kyr_app.ui.widgets.due import due_views
from kyr_app.ui.widgets.entries import DayEntry
from kyr_app.ui.widgets.frame import TOP, plain_column, plain_row
from kyr_app.ui.widgets.icon import Glyph
from kyr_app.ui.widgets.label import Pair
from kyr_app.ui.widgets.source import reviewed

if TYPE_CHECKING:
    from kyr_app.model.deadline import DeadlineFile, DeadlineRule


class DeadlineScreen(Screen):
    """Asks for the day, then shows what it comes to; only then it can be put among the family's dates."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.rule: DeadlineRule | None = None
        self.entry: DayEntry | None = None
        self._day: dt.date | None = None
        self.pause_button()

    def open(self, what: str) -> None:
        """Ask for the day of a rule; without a name, show what was shown before."""
        if what:
            self.rule, self._day = self.session.library.deadline(what), None
            self._ask(self.rule)
        elif self.rule is None:
            self.desk.go(Place.DEADLINES)

    @property
    def counted(self) -> bool:
        """Whether the date is shown, and not the question."""
        return self.entry is None

    def _head(self, page: Page, rule: DeadlineRule) -> None:
        file = self._file(rule)
        if self.session.today > file.good_until:
            page.add(expiry(page.say, file.good_until))
        head, row = plain_row(2)
        row.addWidget(Glyph("calendar-check", 2.1, rounded=True), 0, TOP)
        words, column = plain_column(1)
        column.addWidget(Pair(page.say, rule.name, "title"))
        row.addWidget(words, 1)
        page.add(head)

    def _ask(self, rule: DeadlineRule) -> None:
        page = Page(self.session)
        self._head(page, rule)
        page.add(Pair(page.say, rule.trigger, "lead"))
        page.add(
            Pair(page.say, N_("Look at the paper, if you have it. If you do not know, ask a legal team."))
        )
        self.entry = DayEntry(page.say, rule.trigger)
        if self._day is not None:
            self.entry.show_value(self._day)
        self.entry.edited.connect(self.desk.hush)
        page.add(self.entry)
        page.end()
        self.show_page(page)
        self._say_next()

    def _say_next(self) -> None:
        assert self.foot is not None  # noqa: S101 (made in __init__)
        self.say(self.foot.next.setText, N_("Put it in my dates") if self.counted else N_("Count"))
        self.foot.next.show_icon("plus" if self.counted else "arrow-right")
        self.setFocus()

    def _show(self, rule: DeadlineRule, day: dt.date) -> None:
        due = deadlines.count(rule, day)
        self.entry, self._day = None, day
        page, file = Page(self.session), self._file(rule)
        self._head(page, rule)
        facts = self.session.library.facts
        dates = reviewed(file.reviewed, file.good_until, "")
        for part in due_views(page.say, due, self.session.today, facts, dates):
            page.add(part)
        page.end()
        self.show_page(page)
        self._say_next()

    def _file(self, rule: DeadlineRule) -> DeadlineFile:
        return next(each for each in self.session.library.deadline_files if rule in each.rules)

    def back(self) -> None:
        """Ask for the day again, or show the dates that count from the same."""
        self.desk.hush()
        if self.rule is None:
            self.desk.go(Place.DEADLINES)
        elif self.counted:
            self._ask(self.rule)
        else:
            self.desk.go(Place.DEADLINES, happening_of(self.rule.id, self.session.library.deadlines))

    def forward(self) -> None:
        """Count from the day that was typed, or put what was counted among the family's dates."""
        if self.rule is None:
            return
        if self.entry is None:
            if self._day is not None:
                self.session.plan.add(self.rule.id, self._day)
                self.desk.go(Place.DATES)
            return
        day = self.entry.value()
        if not isinstance(day, dt.date):
            self.desk.tell(N_("Write the day, the month and the year."))
            return
        try:
            self._show(self.rule, day)
        except KyrError as error:
            self.desk.failed(error)

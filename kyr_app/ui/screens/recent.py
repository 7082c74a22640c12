"""What changed not long ago: the lessons' own sentences about it, newest first, each with the way to its lesson."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from kyr_app.content.changes import Change, changes
from kyr_app.model.text import N_, Together
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.point import Page
from kyr_app.ui.screens.reference import Reference
from kyr_app.ui.when import when
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.frame import Framed
from kyr_app.ui.widgets.icon import Tone
from kyr_app.ui.widgets.label import Pair
from kyr_app.ui.widgets.mark import mark
from kyr_app.ui.widgets.source import cited_line

if TYPE_CHECKING:
    from kyr_app.model.text import Words

FIRST = 20
"""How many are shown before a person asks for the older ones."""


class RecentScreen(Reference):
    """Shows the changes that a word is in, or all of them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, N_("Look for a word: fee, court, form…"), "changes", lines=1.0)
        self.rows: list[Button] = []
        self._most = FIRST
        self.shown_changes: list[Change] = []
        self.more: Button | None = None

    def open(self, what: str) -> None:
        """Show the newest first."""
        if self.desk.before is Place.LOOKUP:
            self._most = FIRST
        super().open(what)

    def show_rows(self, what: str = "") -> None:  # noqa: ARG002 (none is asked for by name)
        """Show the changes that are wanted now."""
        locale, library = self.session.locale, self.session.library
        word = locale.collate(self.seek.text)[0]
        found = [
            each
            for each in changes(library.lessons.values(), library.facts)
            if word in locale.collate(" ".join((*each.said.every, *each.citations)))[0]
        ]
        page = Page(self.session)
        page.add(Pair(page.say, N_("What changed not long ago"), "title"))
        about = N_("Newest first. Before you act on any of this, ask a legal team if it is still so.")
        page.add(Pair(page.say, about))
        self.rows = []
        self.shown_changes = found[: self._most]
        for change in self.shown_changes:
            self._add(page, change)
        if not found:
            page.add(Pair(page.say, N_("Nothing on this list fits. Try a shorter word.")))
        if len(found) > self._most:
            self.more = Button(page.say, N_("Show the older ones"), "caret-down")
            self.more.clicked.connect(self._show_older)
            page.add(self.more)
        page.end()
        self.show_page(page)

    def _add(self, page: Page, change: Change) -> None:
        frame = Framed("sheet")
        state: Words = N_("in court now") if change.in_court else N_("changed not long ago")
        head = Together((when(change.as_of), state), "  ·  ")
        frame.column.addWidget(mark(page.say, "clock-counter-clockwise", head, Tone.ACCENT))
        frame.column.addWidget(Pair(page.say, change.point.title, "lead"))
        frame.column.addWidget(Pair(page.say, change.said))
        if change.citations:
            frame.column.addWidget(cited_line(page.say, change.citations))
        frame.column.addWidget(Pair(page.say, N_("Lesson: {title}", title=change.lesson.title), "small"))
        way = Button(page.say, N_("See it in the lesson"), "book-open", "link")
        place = f"{change.lesson.id}/{change.point.id}/{change.block}"
        way.clicked.connect(lambda: self.desk.go(Place.LESSON, place))
        frame.column.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)
        self.rows.append(way)
        page.add(frame)

    def _show_older(self) -> None:
        at = self.column.verticalScrollBar().value()
        self._most += FIRST * 2
        self.show_rows()
        self.column.show_at(at)

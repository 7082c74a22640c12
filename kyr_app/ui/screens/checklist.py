"""A checklist: first what to talk about with a legal team, then what to have, to do and to learn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from kyr_app.model.text import N_
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.point import Page
from kyr_app.ui.widgets.banner import expiry
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.finding import finding_view
from kyr_app.ui.widgets.frame import TOP, plain_column, plain_row
from kyr_app.ui.widgets.icon import Glyph
from kyr_app.ui.widgets.item import ItemView
from kyr_app.ui.widgets.label import Pair, placed
from kyr_app.ui.widgets.source import SourceLine, reviewed

if TYPE_CHECKING:
    from kyr_app.model.changes import Changes
    from kyr_app.model.checklist import PersonalChecklist


class ChecklistScreen(Screen):
    """Shows a checklist for the answers of this sitting. Ticks live as long as the answers do, and no longer."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        assert self.foot is not None  # noqa: S101 (asked for above)
        self._shown = ""
        self._personal: PersonalChecklist | None = None
        self.items: dict[str, ItemView] = {}
        self.say(self.foot.next.setText, N_("Print or save"))
        self.foot.next.show_icon("printer")
        self.pause_button()
        end = self.foot.add(N_("Finish and forget"), "eraser")
        end.clicked.connect(lambda: self.desk.go(Place.FORGET, Place.CHECKLIST))

    def open(self, what: str) -> None:
        """Show a checklist; without a name the one that was shown before."""
        self._shown = what or self._shown
        if not self._shown:
            self.desk.go(Place.PREPARE)
            return
        personal = self.session.checklist(self._shown)
        if (
            personal != self._personal
        ):  # the same list is left as it stands: where it was read, and what is open
            self._personal = personal
            self._show(personal)

    def refresh(self, changes: Changes) -> None:
        """Follow the answers; with them the ticks are forgotten."""
        if changes.answers and not self.session.answers:
            self._personal = None

    def _show(self, personal: PersonalChecklist) -> None:
        page, checklist = Page(self.session), personal.checklist
        if self.session.today > checklist.good_until:
            page.add(expiry(page.say, checklist.good_until))
        head, row = plain_row(2)
        row.addWidget(Glyph(checklist.icon, 2.1, rounded=True), 0, TOP)
        words, column = plain_column(0.5)
        column.addWidget(Pair(page.say, checklist.title, "title"))
        column.addWidget(Pair(page.say, checklist.intro))
        blank = Button(page.say, N_("Print it blank, to fill in by hand"), "pencil-simple", "link")
        blank.clicked.connect(lambda: self.desk.go(Place.PREVIEW, f"blank:{checklist.id}"))
        column.addWidget(blank, 0, Qt.AlignmentFlag.AlignLeft)
        row.addWidget(words, 1)
        page.add(head)
        if personal.findings:
            page.add(Pair(page.say, N_("What to talk about with a legal team"), "subtitle"))
            page.add(
                Pair(page.say, N_("These are topics, not results. Only a legal team can tell you more."))
            )
        facts = self.session.library.facts
        for finding in personal.findings:
            page.add(finding_view(page.say, finding, facts))
        self.items = {}
        for part in personal.parts:
            page.add(Pair(page.say, part.title, "subtitle"))
            for each in part.items:
                view = placed(ItemView(page.say, each, facts), f"{checklist.id}/{each.item.id}")
                view.tick.setChecked(self.session.plan.ticked(checklist.id, each.item.id))
                view.tick.toggled.connect(lambda on, key=each.item.id: self._tick(key, on))
                self.items[each.item.id] = view
                page.add(view)
        cited = [facts[each] for each in personal.facts if each in facts]
        page.add(
            SourceLine(page.say, cited, reviewed(checklist.reviewed, checklist.good_until, checklist.review))
        )
        page.end()
        self.show_page(page)

    def _tick(self, item_id: str, on: bool) -> None:  # noqa: FBT001 (Qt's signal)
        self.session.plan.tick(self._shown, item_id, on=on)

    def back(self) -> None:
        """Show the answers it rests on, or the choice of checklists."""
        self.desk.go(Place.REVIEW if self.session.interviews.under_way else Place.PREPARE)

    def forward(self) -> None:
        """Show it as a paper."""
        self.desk.go(Place.PREVIEW, f"checklist:{self._shown}")

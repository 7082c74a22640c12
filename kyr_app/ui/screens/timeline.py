"""The timeline of *Remain in Mexico*: what the governments and the courts did, and when."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from kyr_app.model.text import N_, Words
from kyr_app.ui.desk import Desk
from kyr_app.ui.screens.point import Page
from kyr_app.ui.screens.reference import Reference
from kyr_app.ui.widgets.banner import expiry
from kyr_app.ui.widgets.chips import Chips
from kyr_app.ui.widgets.label import Label, Pair
from kyr_app.ui.widgets.milestone import Milestone

if TYPE_CHECKING:
    from kyr_app.model.timeline import Event

ALL = "all"
TRACKS: dict[str, tuple[Words, str]] = {
    ALL: (N_("Everything"), "squares-four"),
    "mpp": (N_("Remain in Mexico (MPP)"), "hourglass"),
    "border": (N_("The border"), "map-pin"),
    "mexico": (N_("Mexico"), "house-line"),
}


class TimelineScreen(Reference):
    """Shows events in the order of time, those of one matter or all of them; a word narrows them further."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, N_("Look for a year or a word: 2025, court…"), "timeline", lines=1.0)
        self.track = ALL
        self.rows: list[Milestone] = []
        self.chips = Chips()

    def show_rows(self, what: str = "") -> None:  # noqa: ARG002 (no event is asked for by name)
        """Show the events that are wanted now."""
        locale = self.session.locale
        word = locale.collate(self.seek.text)[0]
        self._show(
            [
                each
                for each in self.session.library.events
                if self.track in {ALL, each.track}
                and word in locale.collate(" ".join((each.date, *each.text.every)))[0]
            ]
        )

    def _show(self, events: list[Event]) -> None:
        page = Page(self.session)
        dated = self.session.library.dated.get("timeline")
        if dated is not None and self.session.today > dated.good_until:
            page.add(expiry(page.say, dated.good_until))
        page.add(Pair(page.say, N_("“Remain in Mexico”: what happened, and when"), "title"))
        self.chips = Chips()
        for key, (words, icon) in TRACKS.items():
            self.chips.add_chip(page.say, key, words, icon)
        self.chips.show_choice(self.track)
        self.chips.chosen.connect(self._take)
        page.add(self.chips)
        self.rows = []
        for year, there in groupby(sorted(events, key=lambda each: each.date), lambda each: each.date[:4]):
            head = Label("subtitle")
            head.say(year)
            page.add(head)
            group = Page(self.session)
            group.parts.setSpacing(0)
            for event in there:
                self.rows.append(Milestone(group.say, event))
                group.parts.addWidget(self.rows[-1])
            page.add(group)
        if not events:
            page.add(Pair(page.say, N_("Nothing on this list fits. Try a shorter word.")))
        page.end()
        self.show_page(page)

    def _take(self, key: str) -> None:
        self.track = key
        self.show_rows()
        self.chips.buttons[key].setFocus()

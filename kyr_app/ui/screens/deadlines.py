"""Dates: first what happened, in groups with plain names, then the rule that counts from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from kyr_app.model.text import N_, P_, Words
from kyr_app.session import clock
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.point import Page
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.card import Card
from kyr_app.ui.widgets.frame import Framed, plain_column, plain_row
from kyr_app.ui.widgets.grid import Grid
from kyr_app.ui.widgets.icon import Glyph
from kyr_app.ui.widgets.label import Pair

if TYPE_CHECKING:
    from kyr_app.model.changes import Changes
    from kyr_app.model.deadline import DeadlineRule


class Happening(Struct, frozen=True):
    """Something that happened, and the rules that may count from it."""

    icon: str
    name: Words
    rules: tuple[str, ...]


HAPPENINGS: dict[str, Happening] = {
    "arrived": Happening("map-pin", N_("I arrived in a country"), ("asylum-one-year", "comar-30-days")),
    "moved": Happening(
        "house-line", N_("I moved, or my phone changed"), ("eoir33-court", "eoir33-bia", "ar11")
    ),
    "hearing": Happening(
        "bank",
        N_("I have a hearing, or a paper to hand in"),
        ("merits-evidence", "master-filing", "response-to-motion", "first-hearing-minimum", "portal-id"),
    ),
    "decision": Happening(
        "scales",
        N_("The judge or the Board decided"),
        (
            "bia-appeal",
            "bia-appeal-safe-target",
            "bia-brief",
            "fee-waiver-cure",
            "petition-for-review",
            "pfr-opening-brief",
            "motion-reconsider",
            "motion-reopen",
            "motion-reopen-vawa",
            "voluntary-departure-pre",
        ),
    ),
    "absent": Happening(
        "user",
        N_("There was an order, and I was not there"),
        ("in-absentia-exceptional", "in-absentia-no-notice"),
    ),
    "detained": Happening(
        "lock",
        N_("Detention, bond, or the fear interview"),
        ("cf-ij-review", "rf-interview", "bond-amelioration", "ice-automatic-stay"),
    ),
    "work": Happening(
        "briefcase",
        N_("I want to work with a permit"),
        ("ead-file", "ead-eligible", "ead-decision", "ead-renew-window"),
    ),
    "asylum": Happening(
        "users-four",
        N_("A fee notice, or asylum was granted"),
        ("annual-asylum-fee-uscis", "annual-asylum-fee-court", "i730"),
    ),
}
OTHER = "other"
"""Where rules stand that a newer content brings."""


def happenings(known: dict[str, DeadlineRule]) -> dict[str, Happening]:
    """Return what happened with the rules that there are; each rule stands in exactly one group."""
    found = {
        key: Happening(each.icon, each.name, tuple(rule for rule in each.rules if rule in known))
        for key, each in HAPPENINGS.items()
    }
    grouped = {rule for each in found.values() for rule in each.rules}
    found[OTHER] = Happening("calendar", N_("Something else"), tuple(r for r in known if r not in grouped))
    return {key: each for key, each in found.items() if each.rules}


def happening_of(rule_id: str, known: dict[str, DeadlineRule]) -> str:
    """Return the group in which a rule stands."""
    return next(key for key, each in happenings(known).items() if rule_id in each.rules)


class DeadlinesScreen(Screen):
    """Shows what may have happened; after one was pressed, the dates that count from it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, lines=1.5)
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.shown, self._from = "", Place.HOME
        self.cards: dict[str, Card] = {}
        self.foot.next.hide()

    def open(self, what: str) -> None:
        """Show what may have happened, or with `what` the rules of one of them.

        Where the clock cannot be right, ask for the day first.
        """
        session = self.session
        if self.desk.before in {Place.HOME, Place.PREPARE}:
            self._from = self.desk.before
        if not session.day_told and clock.is_wrong(session.today, session.library.built):
            self.desk.go(Place.TODAY)
            return
        self._show(what)

    def refresh(self, changes: Changes) -> None:
        """Follow how many dates there are."""
        if changes.answers:
            self._show(self.shown)

    def _show(self, key: str) -> None:
        known = self.session.library.deadlines
        groups = happenings(known)
        self.shown = key if key in groups else ""
        page = Page(self.session)
        self.cards = {}
        if self.shown:
            self._add_rules(page, groups[self.shown])
        else:
            self._add_happenings(page, groups)
        page.end()
        self.show_page(page)
        self.setFocus()

    def _head(self, page: Page, icon: str, title: Words, intro: Words) -> None:
        head, row = plain_row(2)
        row.addWidget(Glyph(icon, 2.0, rounded=True))
        words, column = plain_column(0.5)
        column.addWidget(Pair(page.say, title, "title"))
        column.addWidget(Pair(page.say, intro))
        row.addWidget(words, 1)
        page.add(head)

    def _add_happenings(self, page: Page, groups: dict[str, Happening]) -> None:
        intro = N_(
            "Choose one. Then say on what day it was. A legal team must check every date with your papers."
        )
        self._head(page, "calendar-check", N_("What happened?"), intro)
        count = len(self.session.sheets.dues())
        if count:
            frame = Framed("phrase", "calendar")
            words = P_("You have {n} date counted.", "You have {n} dates counted.", count)
            frame.column.addWidget(Pair(page.say, words, "strong"))
            mine = Button(page.say, N_("My dates"), "arrow-right", after=True)
            mine.clicked.connect(lambda: self.desk.go(Place.DATES))
            frame.put_beside(mine)
            page.add(frame)
        for key, each in groups.items():
            card = Card(page.say, each.name, each.icon)
            card.clicked.connect(lambda _=False, key=key: self._show(key))
            self.cards[key] = card
        page.add(Grid(self.cards.values(), 16))

    def _add_rules(self, page: Page, group: Happening) -> None:
        self._head(page, group.icon, group.name, N_("Which of these is it? You can count one after another."))
        rules = self.session.library.deadlines
        for rule in (rules[each] for each in group.rules):
            card = Card(page.say, rule.name, "calendar-blank")
            card.add_note(page.say, rule.trigger)
            card.clicked.connect(lambda _=False, rule=rule: self.desk.go(Place.DEADLINE, rule.id))
            self.cards[rule.id] = card
        page.add(Grid(self.cards.values(), 18))

    def back(self) -> None:
        """Show what may have happened; from there, go where a person came from."""
        if self.shown:
            self._show("")
        else:
            self.desk.go(self._from)

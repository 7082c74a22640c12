"""The directory: places that help, by side of the border and by what one needs."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kyr_app.documents.captions_reference import CATEGORIES, OTHER_HELP, SIDES
from kyr_app.model.directory import Contact, Side
from kyr_app.model.text import N_, P_, Words
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.point import Page
from kyr_app.ui.screens.reference import Reference
from kyr_app.ui.widgets.banner import expiry
from kyr_app.ui.widgets.chips import Chips
from kyr_app.ui.widgets.contact import ContactView
from kyr_app.ui.widgets.grid import Grid
from kyr_app.ui.widgets.label import Pair

if TYPE_CHECKING:
    from kyr_app.content.search import Hit

MOST = 200
ALL = "all"
_WHERE: dict[str, tuple[Words, str]] = {
    Side.MEXICO.value: (N_("In Mexico"), "map-pin"),
    Side.US.value: (N_("In the United States"), "map-pin-line"),
    ALL: (N_("All places"), "globe-hemisphere-west"),
}
FEW = 8
"""Up to so many places nobody needs a way to jump among them."""
_ICONS = {
    "emergency": "warning",
    "legal": "scales",
    "legal-hotline": "scales",
    "legal-children": "scales",
    "legal-and-humanitarian": "scales",
    "class-counsel": "briefcase",
    "hotline": "phone-call",
    "shelter": "house-line",
    "shelter-and-rights": "house-line",
    "shelter-women-children": "house-line",
    "health": "first-aid",
    "mental-health": "first-aid",
    "humanitarian": "handshake",
    "community": "handshake",
    "services-hub": "handshake",
    "rights": "shield-check",
    "human-rights": "shield-check",
    "crime-report": "megaphone",
    "missing-people": "magnifying-glass",
    "official": "buildings",
    "official-aid": "buildings",
    "information": "buildings",
    "un-agency": "globe",
    "consular": "flag",
    "official-hotline": "phone",
    "official-web": "phone",
}
_BOTH = (Side.BOTH, Side.INTERNATIONAL)
_KINDS = list(CATEGORIES.values())


class DirectoryScreen(Reference):
    """Shows the places of one side, with those that help on both; or those in which a word was found."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, N_("Look for a place: Tijuana, lawyer, shelter…"), "directory", lines=1.5)
        self.side = Side.MEXICO.value
        self.rows: dict[str, ContactView] = {}
        self.chips, self.kinds = Chips(), Chips()

    def show_rows(self, what: str = "") -> None:
        """Show the places that are wanted now."""
        contacts = self.session.library.contacts
        if what in contacts:
            self.side = ALL
            self._show([contacts[what]], what)
        elif self.seek.text:
            self.desk.finder.find(self.seek.text, self._show_found, MOST)
        else:
            self._show([each for each in contacts.values() if self._here(each)], "")

    def _here(self, contact: Contact) -> bool:
        return self.side in {ALL, contact.side.value} or contact.side in _BOTH

    def _show_found(self, hits: tuple[Hit, ...]) -> None:
        contacts = self.session.library.contacts
        self._show([contacts[hit.id] for hit in hits if hit.kind.value == "contact"], "")

    def _show(self, contacts: list[Contact], wanted: str) -> None:
        page = Page(self.session)
        dated = self.session.library.dated.get("directory")
        if dated is not None and self.session.today > dated.good_until:
            page.add(expiry(page.say, dated.good_until))
        page.add(Pair(page.say, N_("Places that help"), "title"))
        page.add(Pair(page.say, N_("Numbers and places change. Check them with somebody you trust.")))
        self._ask_side(page, shown=not self.seek.text)
        self.rows = {}
        if self.seek.text:
            count = P_("{n} place", "{n} places", len(contacts))
            page.add(Pair(page.say, count if contacts else N_("No place fits. Try a shorter word."), "lead"))
        self.kinds = Chips()
        asked = page.add(Pair(page.say, N_("What do you need?"), "lead"))
        page.add(self.kinds)
        for side, there in groupby(sorted(contacts, key=_rank), lambda each: each.side):
            page.add(Pair(page.say, SIDES[side], "subtitle"))
            for kind, group in groupby(there, _kind):
                head = page.add(Pair(page.say, kind, "kicker"))
                there_are = list(group)
                self._add_kind(page, kind, there_are[0].category, head)
                self._add(page, there_are, wanted)
        last: QWidget = list(self.chips.buttons.values())[-1]
        for jump in self.kinds.jumps.values():  # they were made as what they lead to was, and stand above it
            QWidget.setTabOrder(last, jump)
            last = jump
        for part in (asked, self.kinds):
            part.setVisible(len(contacts) > FEW)
        page.end()
        self.show_page(page)

    def forward(self) -> None:
        """Show the one place that is shown as a paper, or all of them."""
        only = next(iter(self.rows)) if len(self.rows) == 1 else ""
        self.desk.go(Place.PREVIEW, f"{self.paper}:{only}")

    def _ask_side(self, page: Page, *, shown: bool) -> None:
        self.chips = Chips()
        for key, (words, icon) in _WHERE.items():
            self.chips.add_chip(page.say, key, words, icon)
        self.chips.show_choice(self.side)
        self.chips.chosen.connect(self._take_side)
        page.add(self.chips)
        self.chips.setVisible(shown)

    def _add_kind(self, page: Page, kind: Words, category: str, head: QWidget) -> None:
        """Let a chip lead to a kind of places, the first of its name on the page."""
        key = self.session.locale.render(kind)
        if key not in self.kinds.jumps:
            jump = self.kinds.add_jump(page.say, key, kind, _ICONS.get(category, "info"))
            jump.clicked.connect(lambda: self.column.reveal(head))

    def _take_side(self, key: str) -> None:
        self.side = key
        self.show_rows()
        self.chips.buttons[key].setFocus()

    def _add(self, page: Page, contacts: list[Contact], wanted: str) -> None:
        views = []
        for contact in contacts:
            view = ContactView(page.say, contact, wanted=contact.id == wanted)
            view.print_wanted.connect(
                lambda name=contact.id: self.desk.go(Place.PREVIEW, f"{self.paper}:{name}")
            )
            self.rows[contact.id] = view
            views.append(view)
        page.add(Grid(views, 20))


def _kind(contact: Contact) -> Words:
    return CATEGORIES.get(contact.category, OTHER_HELP)


def _rank(contact: Contact) -> tuple[int, int]:
    kind = _kind(contact)
    return list(SIDES).index(contact.side), _KINDS.index(kind) if kind in _KINDS else len(_KINDS)

"""The directory: places that help, by side of the border and by what one needs."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from kyr_app.documents.reference.captions import CATEGORIES, OTHER_HELP, SIDES
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
    from collections.abc import Iterator

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
        self._made: dict[str, ContactView] = {}
        self._shown: list[Contact] = []
        self.chips, self.kinds = Chips(), Chips()

    @property
    def rows(self) -> dict[str, ContactView]:
        """The places shown, by id."""
        self.whole()
        return self._made

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
        self._made, self._shown = {}, sorted(contacts, key=_rank)
        if self.seek.text:
            count = P_("{n} place", "{n} places", len(contacts))
            page.add(Pair(page.say, count if contacts else N_("No place fits. Try a shorter word."), "lead"))
        self.kinds = Chips()
        asked = page.add(Pair(page.say, N_("What do you need?"), "lead"))
        page.add(self.kinds)
        heads = self._heads(page)
        for part in (asked, self.kinds):
            part.setVisible(len(contacts) > FEW)
        self.fill(page, self._rows(page, heads, wanted), self._made)

    def forward(self) -> None:
        """Show the one place that is shown as a paper, or all of them."""
        only = self._shown[0].id if len(self._shown) == 1 else ""
        self.desk.go(Place.PREVIEW, f"{self.paper}:{only}")

    def _heads(self, page: Page) -> dict[tuple[Side, str], Pair]:
        """Return the head of each kind of places on each side; a chip leads to the first of each kind."""
        heads: dict[tuple[Side, str], Pair] = {}
        for contact in self._shown:
            kind = _kind(contact)
            key = self.session.locale.render(kind)
            if (contact.side, key) not in heads:
                heads[contact.side, key] = head = Pair(page.say, kind, "kicker")
                if key not in self.kinds.jumps:
                    icon = _ICONS.get(contact.category, "info")
                    self.kinds.add_jump(page.say, key, kind, icon).clicked.connect(
                        lambda _=False, head=head: self._jump(head)
                    )
        return heads

    def _jump(self, head: Pair) -> None:
        self.whole()
        self.column.reveal(head)

    def _rows(self, page: Page, heads: dict[tuple[Side, str], Pair], wanted: str) -> Iterator[None]:
        """Put one place after the other on the page, each kind under its head."""
        for side, there in groupby(self._shown, lambda each: each.side):
            page.add(Pair(page.say, SIDES[side], "subtitle"))
            for kind, group in groupby(there, _kind):
                page.add(heads[side, self.session.locale.render(kind)])
                grid = Grid((), 20)
                page.add(grid)
                for contact in group:
                    view = self._view(page, contact, wanted=contact.id == wanted)
                    grid.add(view)
                    page.let_ask(view, grid)
                    yield

    def _view(self, page: Page, contact: Contact, *, wanted: bool) -> ContactView:
        view = ContactView(page.say, contact, wanted=wanted)
        view.print_wanted.connect(lambda name=contact.id: self.desk.go(Place.PREVIEW, f"{self.paper}:{name}"))
        self._made[contact.id] = view
        return view

    def _ask_side(self, page: Page, *, shown: bool) -> None:
        self.chips = Chips()
        for key, (words, icon) in _WHERE.items():
            self.chips.add_chip(page.say, key, words, icon)
        self.chips.show_choice(self.side)
        self.chips.chosen.connect(self._take_side)
        page.add(self.chips)
        self.chips.setVisible(shown)

    def _take_side(self, key: str) -> None:
        self.side = key
        self.show_rows()
        self.chips.buttons[key].setFocus()


def _kind(contact: Contact) -> Words:
    return CATEGORIES.get(contact.category, OTHER_HELP)


def _rank(contact: Contact) -> tuple[int, int]:
    kind = _kind(contact)
    return list(SIDES).index(contact.side), _KINDS.index(kind) if kind in _KINDS else len(_KINDS)

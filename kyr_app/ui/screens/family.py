"""The family file: keep nothing, make one, open one; and while one is open, everything that can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kyr_app.model.errors import KyrError
from kyr_app.model.text import N_, Words
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.phrase_pages import advice
from kyr_app.ui.screens.point import Page
from kyr_app.ui.standing import is_open
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.card import Card
from kyr_app.ui.widgets.flow import Flow
from kyr_app.ui.widgets.grid import Grid
from kyr_app.ui.widgets.heading import heading

if TYPE_CHECKING:
    from kyr_app.model.changes import Changes
    from kyr_app.session.family.whereabouts import Where

WHAT = N_(
    "A family file keeps your answers in one sealed file, best on a stick of your own. "
    "Only your words open it: nobody at this computer can read it without them. "
    "If the words and the card are lost, it stays closed for ever."
)
CLOSED: tuple[tuple[Place, str, Words, Words], ...] = (
    (
        Place.HOME,
        "shield-check",
        N_("Keep nothing"),
        N_("As it is now. What you answer is gone when you finish."),
    ),
    (
        Place.CREATE,
        "lock-simple",
        N_("Make a sealed file"),
        N_("To go on tomorrow, here or on another computer. It takes five minutes."),
    ),
    (
        Place.OPENING,
        "lock-simple-open",
        N_("Open a file"),
        N_("You have one already, on a stick or on this computer."),
    ),
)
OPEN: tuple[tuple[Place, str, Words, Words], ...] = (
    (Place.KEPT, "list", N_("See what is kept"), N_("A plain list, and other copies of the file.")),
    (
        Place.PHRASES,
        "key",
        N_("Words and recovery card"),
        N_("Change your words, print a card, let a helper in."),
    ),
    (
        Place.ROOMS,
        "users-three",
        N_("A file for each adult"),
        N_("Each with words of their own. Here one passes on what all may know."),
    ),
    (
        Place.EXPORT,
        "copy",
        N_("A copy that opens anywhere"),
        N_("Sealed, with your papers, without this program."),
    ),
)


class FamilyScreen(Screen):
    """What is kept of a family's answers is decided here, and only here."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, lines=1.5)
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.foot.next.hide()
        self.cards: dict[Place, Card] = {}
        self.closed: Where | None = None
        self.lock: Card | None = None
        self.close_file: Card | None = None

    def open(self, what: str) -> None:  # noqa: ARG002 (there is one of it)
        """Show what can be done now."""
        self._show()

    def refresh(self, changes: Changes) -> None:
        """Follow a file that is opened or closed."""
        if changes.family and self.desk.session.family.open != (self.lock is not None):
            self._show()

    def _show(self) -> None:
        self.cards, self.lock, self.close_file = {}, None, None
        page = Page(self.session)
        if is_open(self.session):
            self._open_page(page)
        else:
            self._closed_page(page)
        page.end()
        self.show_page(page)

    def _closed_page(self, page: Page) -> None:
        if self.closed is not None:
            page.add(advice(page, ejected(self.closed), "eject"))
        page.add(heading(page.say, "lock-simple", N_("What do you want to keep?"), WHAT))
        for place, icon, title, below in CLOSED:
            self._card(page, place, icon, title, below)
        page.add(Grid(self.cards.values(), 16, most=3))
        page.add(self._links(page))

    def _open_page(self, page: Page) -> None:
        family = self.session.family
        assert family.where is not None  # noqa: S101 (it is open)
        self.closed = None
        said: list[Words] = [N_("It is kept on {place}.", place=family.where.called)]
        if family.read_only:
            said.append(N_("It can be read and not written: nothing new is kept in it."))
        page.add(heading(page.say, "lock-simple-open", N_("Your file is open"), *said))
        self.lock = Card(
            page.say, N_("Lock it now"), "lock-simple", N_("Saves, and asks for your words. Shift and F9.")
        )
        self.lock.clicked.connect(self._lock)
        self.close_file = Card(
            page.say,
            N_("Finish and close it"),
            "eject",
            N_("Saves, closes, and tells you when to take the stick."),
        )
        self.close_file.clicked.connect(self._close)
        page.add(Grid((self.lock, self.close_file), 18))
        for place, icon, title, below in OPEN:
            self._card(page, place, icon, title, below)
        page.add(Grid(self.cards.values(), 18))
        page.add(self._links(page, delete=True))

    def _card(self, page: Page, place: Place, icon: str, title: Words, below: Words) -> None:
        card = Card(page.say, title, icon, below)
        card.clicked.connect(lambda: self.desk.go(place))
        self.cards[place] = card

    def _links(self, page: Page, *, delete: bool = False) -> Flow:
        links = Flow()
        crossing = Button(page.say, N_("See what is on this computer, before a journey"), "suitcase", "link")
        crossing.clicked.connect(lambda: self.desk.go(Place.CROSSING))
        links.add(crossing)
        if delete:
            away = Button(page.say, N_("Delete this file"), "trash", "link")
            away.clicked.connect(lambda: self.desk.go(Place.DELETE))
            links.add(away)
        return links

    def _lock(self) -> None:
        if self.desk.sentry is not None:
            self.desk.sentry.lock_now()

    def _close(self) -> None:
        where = self.session.family.where
        try:
            self.session.family.close()
        except KyrError as error:
            self.desk.failed(error)
            self.desk.go(Place.UNSAVED)
            return
        self.closed = where
        self._show()


def ejected(where: Where) -> Words:
    """Return what to do once a file is closed: a stick is ejected before it is pulled out."""
    if where.removable:
        return N_(
            "Saved and closed: {place}. Before you pull it out, let the computer eject it safely: in its files "
            "window, beside the name of the stick.",
            place=where.called,
        )
    return N_("Saved and closed: {place}. Nothing of it is left in this window.", place=where.called)

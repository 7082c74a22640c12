"""People and rooms: what a family shares, what is each adult's own, and handing over shared facts on purpose."""

from __future__ import annotations

from kyr_app.model.errors import KyrError
from kyr_app.model.text import N_, Words
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.point import Page
from kyr_app.ui.widgets.card import Card
from kyr_app.ui.widgets.frame import Framed
from kyr_app.ui.widgets.grid import Grid
from kyr_app.ui.widgets.heading import heading
from kyr_app.ui.widgets.icon import Tone
from kyr_app.ui.widgets.label import Pair

ROOMS: tuple[tuple[str, Words, Words], ...] = (
    (
        "users",
        N_("What a family can share"),
        N_(
            "How many you are, the address, the court and its dates, the children's school. Nothing goes by itself."
        ),
    ),
    (
        "lock-simple",
        N_("What is yours alone"),
        N_(
            "Your story, your fears, your notes, your name and papers. They stay in your file. They are never offered."
        ),
    ),
)
NEXT, HAND, TAKE = "next", "hand", "take"


class RoomsScreen(Screen):
    """One file for each adult: nobody sees the other's part, and the files do not know of each other."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, lines=1.5)
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.foot.next.hide()
        page = Page(self.session)
        said = N_(
            "Each adult has a file of their own, with words of their own. One cannot look into the other's."
        )
        page.add(heading(page.say, "users-three", N_("A file for each adult"), said))
        page.add(Grid([self._room(page, *each) for each in ROOMS], 18))
        self.cards = {
            HAND: Card(page.say, N_("Hand over shared facts"), "share",
                       N_("You choose them one by one, for the file of another adult.")),
            TAKE: Card(page.say, N_("Receive shared facts"), "download-simple",
                       N_("Another adult gave you a file and its words.")),
            NEXT: Card(page.say, N_("Make a file for another adult"), "user-plus",
                       N_("Yours is saved and closed first. Each one types their words alone.")),
        }  # fmt: skip
        for key, press in ((HAND, self._hand), (TAKE, self._take), (NEXT, self._next)):
            self.cards[key].clicked.connect(press)
        page.add(Grid(self.cards.values(), 16, most=3))
        page.end()
        self.show_page(page)

    def _room(self, page: Page, icon: str, title: Words, words: Words) -> Framed:
        frame = Framed("phrase", icon, Tone.ACCENT)
        frame.column.addWidget(Pair(page.say, title, "word"))
        frame.column.addWidget(Pair(page.say, words))
        return frame

    def _hand(self) -> None:
        self.desk.go(Place.HANDING)

    def _take(self) -> None:
        self.desk.go(Place.TAKING)

    def _next(self) -> None:
        if self.session.family.open:
            try:
                self.session.family.close()
            except KyrError as error:
                self.desk.failed(error)
                self.desk.go(Place.UNSAVED)
                return
        self.desk.go(Place.CREATE)
        self.desk.tell(N_("The file before is saved and closed. Now the other adult sits here."))

    def back(self) -> None:
        """Go back to the file."""
        self.desk.go(Place.FAMILY)

"""The packet: photos and papers that become exhibits, in the order in which they will be handed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from kyr_app.model.text import N_, P_, Words
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.exhibits import shown
from kyr_app.ui.gallery import Gallery
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.packet_bringing import Bringing
from kyr_app.ui.screens.packet_list import ListPage
from kyr_app.ui.screens.packet_pages import FoundPage
from kyr_app.ui.widgets.chosen import Below
from kyr_app.ui.widgets.label import Label
from kyr_app.ui.widgets.undoing import Undoing

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from kyr_app.model.changes import Changes
    from kyr_app.session.packet.incoming import Refused
    from kyr_app.ui.screens.point import Page

NEXT = "assemble"
"""The place where the packet is put together."""


class PacketScreen(Screen):
    """Shows the list; brings photos and papers in; leads to one of them, and to the file made of all."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, lines=1.5)
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.gallery = Gallery(desk.session.packet, self)
        self.gallery.failed.connect(desk.failed)
        self.page: Page | None = None
        self.below = Below(self, self.foot)
        self.refused: tuple[Refused, ...] = ()
        self.bringing = Bringing(desk, self)
        self.bringing.turned.connect(self._turn_to)
        self.bringing.ended.connect(self._ended)
        self.where = Label("lead")
        self.head.addWidget(self.where, 1)
        self.steps = Undoing(self.say, self)
        self.steps.undone.connect(self._undo)
        self.steps.redone.connect(desk.session.packet.redo)
        self.head.addWidget(self.steps)
        self.bring = self.foot.add(N_("Bring more in"), "plus", "")
        self.bring.clicked.connect(self.bringing.ask)
        for button in (self.bring, self.foot.next):
            button.hide()  # until it is known what there is
        if desk.cover is not None:
            desk.cover.dropped.connect(self._hidden)
            desk.cover.dropped.connect(self.gallery.cover)
            desk.cover.lifted.connect(self.gallery.uncover)

    def open(self, what: str) -> None:
        """Show the list, at the paper of a number where one is named; `bring` asks at once what is to come in."""
        if isinstance(self.page, ListPage) and self._fits(self.page):
            self.page.choose_none()
            self._fill(self.page)  # sixty rows are not made anew: whoever comes back finds the list as it was
        else:
            self.show_list()
        if what == "bring":
            self.bringing.ask()
        elif what.isdecimal() and isinstance(self.page, ListPage) and int(what) in self.page.list.rows:
            row = self.page.list.rows[int(what)]
            self.column.reveal(row)
            QTimer.singleShot(0, row.card, row.card.setFocus)  # behind the screen itself, which comes last

    def refresh(self, changes: Changes) -> None:
        """Show what is there now."""
        if (changes.packet or changes.family) and isinstance(self.page, ListPage):
            if self._fits(self.page):
                self._fill(self.page)
            else:
                self.show_list()

    def _fits(self, page: ListPage) -> bool:
        """Return whether a page can show what there is now."""
        told = page.told == self.refused and page.sealed == self.session.packet.sealed
        return told and bool(page.list.order) == self._any

    @property
    def _any(self) -> bool:
        return bool(self.session.packet.packet.exhibits)

    def show_list(self) -> None:
        """Show the papers; where there are none, how to begin."""
        page = ListPage(self.session, self.gallery, self.refused, any_there=self._any)
        page.list.opened.connect(self._open)
        page.list.moved.connect(self.session.packet.move)
        page.begin.clicked.connect(self.bringing.ask)
        page.keep.clicked.connect(lambda: self.desk.go(Place.FAMILY))
        page.read.connect(self._have_read)
        page.merge.clicked.connect(self._merge)
        page.remove.clicked.connect(self._remove)
        self._turn_to(page)
        self._fill(page)

    def _fill(self, page: ListPage) -> None:
        packing = self.session.packet
        page.show_exhibits([shown(packing, each.number) for each in packing.packet.exhibits])
        self.order_tabs()
        self._show_steps()

    def _turn_to(self, page: Page) -> None:
        assert self.foot is not None  # noqa: S101 (made in __init__)
        self.page = page
        self.below.show_bar(page.choice if isinstance(page, ListPage) else None)
        self.show_page(page)
        self.setFocus()
        listed = isinstance(page, ListPage)
        ready = Place.__members__.get(NEXT.upper())
        self.foot.next.setVisible(listed and self._any and ready is not None)
        self.say(self.foot.next.setText, N_("Put it together"))
        self.foot.next.show_icon("files")
        self.bring.setVisible(listed and self._any)
        self._show_steps()

    def order_tabs(self) -> None:
        """Let Tab go through the list, then what can be done with what is chosen, then the row of buttons."""
        super().order_tabs()
        self.below.order_tabs()

    def _show_steps(self) -> None:
        packing, listed = self.session.packet, isinstance(self.page, ListPage)
        self.steps.show_steps(packing.undoes, packing.redoes)
        self.steps.setVisible(listed and not (packing.undoes is None and packing.redoes is None))
        count = len(packing.packet.exhibits)
        words: Words = P_("Your packet: {n} exhibit", "Your packet: {n} exhibits", count)
        self.say(self.where.say, words if listed and count else "")  # beside other pages it says nothing

    def _undo(self) -> None:
        if self.session.packet.undo() is not None:
            self.desk.hush()

    def _open(self, number: int) -> None:
        paper = self.session.packet.exhibit(number).paper
        if paper:
            self.desk.go(Place.PAPERS, paper)
        else:
            self.desk.go(Place.EXHIBIT, str(number))

    def _merge(self) -> None:
        assert isinstance(self.page, ListPage)  # noqa: S101 (its button was pressed)
        with self.desk.caught():
            kept = self.session.packet.merge(self.page.list.chosen_numbers)
            self.page.list.choose()
            self.page.show_choice()
            self.page.list.rows[kept].card.setFocus()

    def _remove(self) -> None:
        assert isinstance(self.page, ListPage)  # noqa: S101 (its button was pressed)
        numbers = self.page.list.chosen_numbers
        self.session.packet.remove(numbers)
        words = P_(
            "{n} paper was taken out. “Undo” brings it back.",
            "{n} papers were taken out. “Undo” brings them back.",
            len(numbers),
        )
        self.desk.tell(words)

    def _have_read(self) -> None:
        self.refused = ()
        self.show_list()

    def _ended(self, refused: tuple[Refused, ...], said: Words) -> None:
        """Show what came in; what did not stays told until it was read."""
        self.refused = refused
        self.show_list()
        if said:
            self.desk.tell(said)

    def _hidden(self) -> None:
        if isinstance(self.page, ListPage):
            self.page.list.stop()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop what is under way, and hold no picture of what is not seen."""
        if not event.spontaneous():
            self.bringing.stop()
            self._hidden()
            self.gallery.let_go()
        super().hideEvent(event)

    def back(self) -> None:
        """Go back to the list; from there, to what is being prepared."""
        if self.bringing.under_way:
            self.bringing.stop()
        elif isinstance(self.page, ListPage):
            self.desk.go(Place.PREPARE)
        elif isinstance(self.page, FoundPage):
            self.bringing.ask()
        else:
            self.show_list()

    def forward(self) -> None:
        """Put the packet together."""
        place = Place.__members__.get(NEXT.upper())
        if isinstance(self.page, ListPage) and self._any and place is not None:
            self.desk.go(place)

"""All pages of an exhibit under one another: their order, those to take out, and where a new paper begins."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import structs
from PySide6.QtCore import Signal

from kyr_app.model.packet import Exhibit, Sheet
from kyr_app.model.text import N_, P_, Words
from kyr_app.ui.exhibits import page_shown
from kyr_app.ui.screens.point import Page
from kyr_app.ui.widgets.chosen import ChosenBar
from kyr_app.ui.widgets.exhibits import Exhibits
from kyr_app.ui.widgets.label import Pair

if TYPE_CHECKING:
    from kyr_app.session.session import Session
    from kyr_app.ui.gallery import Gallery


class PagesPage(Page):
    """A PDF of many papers is parted here in one step, and pages that lie crosswise are put in order."""

    wanted = Signal(int)
    """This page is to be made readable; counted from 0."""
    told = Signal(object)

    def __init__(self, session: Session, gallery: Gallery, number: int) -> None:
        super().__init__(session)
        self.number = number
        self._numbers: dict[tuple[str, int], int] = {}
        words = N_("Press a page to work on it. Drag it to put it in order, or press Alt with an arrow.")
        self.add(Pair(self.say, N_("All pages of this paper"), "subtitle"))
        self.add(Pair(self.say, words, "small"))
        self._choice()
        self.list = Exhibits(self.say, gallery)
        self.list.opened.connect(lambda page: self.wanted.emit(self.list.order.index(page)))
        self.list.moved.connect(self._move)
        self.list.chosen.connect(self.show_choice)
        self.add(self.list)
        self.end()

    def _choice(self) -> None:
        ways: tuple[tuple[Words, str], ...] = (
            (P_("A new paper begins here", "New papers begin here", 1), "scissors"),
            (N_("Turn to the right"), "arrow-clockwise"),
            (N_("Take out"), "trash"),
        )
        self.choice = ChosenBar(self.say, self, ways)
        self.part, self.turn, self.remove = self.choice.ways
        for button, act in zip(self.choice.ways, (self._part, self._turn, self._remove), strict=True):
            button.clicked.connect(act)
        self.choice.none.connect(self.choose_none)

    def choose_none(self) -> None:
        """Choose no page any more."""
        self.list.choose()
        self.show_choice()

    @property
    def exhibit(self) -> Exhibit:
        """The exhibit whose pages these are, as it is kept."""
        return self.session.packet.exhibit(self.number)

    def show_exhibit(self, exhibit: Exhibit) -> None:
        """Show the pages that there are now; one that moved keeps its row, and the keyboard."""
        seen: Counter[str] = Counter()
        shown = []
        for at, sheet in enumerate(exhibit.sheets):
            own = (sheet.picture, seen[sheet.picture])
            seen[sheet.picture] += 1
            shown.append(page_shown(sheet, at, self._numbers.setdefault(own, len(self._numbers))))
        self.list.show_exhibits(shown)
        self.show_choice()

    def show_choice(self) -> None:
        """Offer what can be done with the pages that are chosen."""
        places = self._places
        self.say(self.part.setText, P_("A new paper begins here", "New papers begin here", len(places)))
        self.part.setEnabled(any(places))
        self.choice.show_count(len(places))

    @property
    def _places(self) -> list[int]:
        """Where the chosen pages stand, from 0."""
        return [self.list.order.index(each) for each in self.list.chosen_numbers]

    def _move(self, page: int, to: int) -> None:
        self.session.packet.move_page(self.number, self.list.order.index(page), to)

    def _part(self) -> None:
        """Let a new paper begin at each chosen page, as one step."""
        packing, places = self.session.packet, [each for each in self._places if each]
        packet = packing.packet
        for at in reversed(places):
            packet = packet.split(self.number, at)
        self.list.choose()
        packing.use(packet, N_("making several papers of one"))
        self.told.emit(
            P_("There is {n} more paper now, behind this one.", "There are {n} more papers now.", len(places))
        )

    def _turn(self) -> None:
        places = self._places
        self._use(
            [
                structs.replace(each, turn=(each.turn + 1) % 4) if at in places else each
                for at, each in enumerate(self.exhibit.sheets)
            ]
        )

    def _remove(self) -> None:
        places = self._places
        self.list.choose()
        if len(places) == len(self.exhibit.sheets):
            self.session.packet.remove([self.number])
        else:
            self._use([each for at, each in enumerate(self.exhibit.sheets) if at not in places])
        self.told.emit(
            P_(
                "{n} page was taken out. “Undo” brings it back.",
                "{n} pages were taken out. “Undo” brings them back.",
                len(places),
            )
        )

    def _use(self, sheets: list[Sheet]) -> None:
        packing = self.session.packet
        made = structs.replace(self.exhibit, sheets=tuple(sheets))
        packing.use(packing.packet.with_changed(made), N_("the pages of a paper"))

"""What stays over one exhibit: its letter, its two sides, and the ways to take a step back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kyr_app.model.text import N_
from kyr_app.ui import theme
from kyr_app.ui.desk import Place
from kyr_app.ui.screens.exhibit_spread import LOOK, WORDS
from kyr_app.ui.widgets.chips import Chips
from kyr_app.ui.widgets.label import Label
from kyr_app.ui.widgets.undoing import Undoing

if TYPE_CHECKING:
    from kyr_app.session.packet.packet import Packing
    from kyr_app.ui.screens.base import Screen
    from kyr_app.ui.widgets.foot import Foot


class ExhibitHead:
    """Puts its parts into the head of a screen; who made it listens to `sides` and `steps`."""

    def __init__(self, screen: Screen) -> None:
        self._say = screen.say
        screen.head.setSpacing(theme.space(1))
        self.name = Label("title")
        self.name.setWordWrap(False)
        screen.head.addWidget(self.name)
        self.sides = Chips()
        self.sides.add_chip(screen.say, LOOK, N_("Readable"), "")
        self.sides.add_chip(screen.say, WORDS, N_("Say what it is"), "")
        screen.head.addWidget(self.sides, 1)
        self.steps = Undoing(screen.say, screen)
        screen.head.addWidget(self.steps)

    def show_exhibit(self, packing: Packing, number: int) -> None:
        """Say which exhibit it is now, and what can be taken back."""
        letter = packing.packet.letter(number)
        self.name.say(letter)
        self._say(self.name.setAccessibleName, N_("Exhibit {letter}", letter=letter))
        self.steps.show_steps(packing.undoes, packing.redoes)


class Following:
    """The way to the next exhibit while one is described: of sixty photos nobody looks for each in the list."""

    def __init__(self, screen: Screen, foot: Foot) -> None:
        self._screen, self._number = screen, 0
        self.button = foot.add(N_("Go on with {letter}", letter=""), "arrow-right", "")
        self.button.hide()
        self.button.clicked.connect(self._go)

    def show_behind(self, packing: Packing, number: int, *, wanted: bool) -> None:
        """Offer the next exhibit behind one, other than a paper that the program makes; none behind the last."""
        exhibits = packing.packet.exhibits
        at = [each.number for each in exhibits].index(number)
        behind = (each.number for each in exhibits[at + 1 :] if not each.paper)
        self._number = next(behind, 0) if wanted else 0
        self.button.setVisible(bool(self._number))
        if self._number:
            letter = packing.packet.letter(self._number)
            self._screen.say(self.button.setText, N_("Go on with {letter}", letter=letter))

    def _go(self) -> None:
        self._screen.desk.go(Place.EXHIBIT, f"{self._number}/{LOOK}")

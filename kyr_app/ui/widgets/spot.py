"""Where a card without a date stands on paper: where it was told, a place earlier or later, at the beginning or end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyr_app.model.story import Spot
from kyr_app.model.text import N_
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.chips import Chips
from kyr_app.ui.widgets.flow import Flow
from kyr_app.ui.widgets.fold import Fold
from kyr_app.ui.widgets.frame import Framed
from kyr_app.ui.widgets.label import Pair

if TYPE_CHECKING:
    from kyr_app.model.text import Words
    from kyr_app.ui.words import Speaks

SPOTS: tuple[tuple[Spot, Words, str], ...] = (
    (Spot.TOLD, N_("Where I told it"), ""),
    (Spot.START, N_("At the beginning"), "arrow-line-up"),
    (Spot.END, N_("At the end"), "arrow-line-down"),
)


class SpotEntry(QWidget):
    """Tells `chosen` where the card stands, and `moved` by how many places it is told earlier (below 0) or later."""

    chosen = Signal(object)
    moved = Signal(int)

    def __init__(self, say: Speaks, spot: Spot, place: int, count: int) -> None:
        super().__init__()
        self._say, self._spot, self._place, self._count = say, spot, place, count
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.fold = Fold(say, N_("Where it stands on paper, if it has no date"), self._inside)
        column.addWidget(self.fold)

    def _inside(self) -> QWidget:
        frame = Framed("phrase")
        self.spots = Chips()
        for spot, words, icon in SPOTS:
            self.spots.add_chip(self._say, spot.value, words, icon)
        self.spots.show_choice(self._spot.value)
        self.spots.chosen.connect(lambda key: self.chosen.emit(Spot(key)))
        frame.column.addWidget(self.spots)
        self.told = Pair(self._say, "", "small")
        frame.column.addWidget(self.told)
        ways = Flow()
        self.earlier = Button(self._say, N_("One place earlier"), "arrow-up")
        self.later = Button(self._say, N_("One place later"), "arrow-down")
        for button, by in ((self.earlier, -1), (self.later, 1)):
            button.clicked.connect(lambda _=False, by=by: self._move(by))
            ways.add(button)
        frame.column.addWidget(ways)
        self._show()
        return frame

    def _move(self, by: int) -> None:
        self._place = min(max(self._place + by, 1), self._count)
        self._show()
        self.moved.emit(by)

    def _show(self) -> None:
        words = N_("Told as number {n} of {total}", n=self._place, total=self._count)
        self._say.both(self.told.say_both, words)
        self.earlier.setEnabled(self._place > 1)
        self.later.setEnabled(self._place < self._count)

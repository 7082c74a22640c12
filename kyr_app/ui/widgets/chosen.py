"""What can be done with what is chosen in a list: it stands under the list and is always in sight."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QWidget

from kyr_app.model.text import N_, P_
from kyr_app.ui import theme
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.flow import Flow
from kyr_app.ui.widgets.foot import WIDTH
from kyr_app.ui.widgets.label import Label
from kyr_app.ui.widgets.lane import Lane

if TYPE_CHECKING:
    from kyr_app.model.text import Words
    from kyr_app.ui.widgets.foot import Foot
    from kyr_app.ui.words import Speaks


class ChosenBar(QFrame):
    """Says how many are chosen, and what can be done with them: `ways`, each with its icon.

    No row of the list moves when it comes, so that the next press meets what it was meant for.
    """

    none = Signal()
    """Nothing is to be chosen any more."""

    def __init__(self, say: Speaks, page: QWidget, ways: Sequence[tuple[Words, str]]) -> None:
        super().__init__(page)
        self.hide()
        self.setProperty("kind", "foot")
        self._say = say
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, theme.space(1), 0, theme.space(1))
        lane, flow = Lane(WIDTH), Flow()
        outer.addWidget(lane)
        self.told = Label("strong")  # in one language, as every button: each line is taken from the list
        lane.row.addWidget(self.told, 1)
        lane.row.addWidget(flow, 4)
        self.ways = [Button(say, words, icon) for words, icon in ways]
        leave = Button(say, N_("Choose none"), "x", "link")
        leave.clicked.connect(self.none)
        self.buttons = [*self.ways, leave]
        for button in self.buttons:
            flow.add(button)

    def show_count(self, count: int) -> None:
        """Say how many are chosen; go where none is."""
        self._say(self.told.say, P_("{n} is chosen", "{n} are chosen", count))
        self.setVisible(bool(count))


class Below:
    """The place between a screen's column and its row of buttons: the bar of the page shown stands there."""

    def __init__(self, screen: QWidget, foot: Foot) -> None:
        self._screen, self._foot = screen, foot
        self._bar: ChosenBar | None = None

    def show_bar(self, bar: ChosenBar | None) -> None:
        """Let a bar stand there, or none; the one before goes."""
        outer, old = self._screen.layout(), self._bar
        assert isinstance(outer, QBoxLayout)  # noqa: S101 (every screen has one)
        self._bar = bar
        if bar is not None:
            outer.insertWidget(outer.indexOf(self._foot), bar)
        if old is not None:
            old.hide()
            old.deleteLater()

    def order_tabs(self) -> None:
        """Let Tab come there behind the page, and go on to the row of buttons."""
        first = self._foot.buttons[0]
        before = first.previousInFocusChain()
        if self._bar is not None and before is not None and before not in self._bar.buttons:
            for one, two in pairwise((before, *self._bar.buttons, first)):
                QWidget.setTabOrder(one, two)

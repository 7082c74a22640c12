"""The row of buttons under a screen: back on the left, the one main action on the right, always in the same places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout

from kyr_app.model.text import N_
from kyr_app.ui import theme
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.lane import Lane

if TYPE_CHECKING:
    from kyr_app.model.text import Words
    from kyr_app.ui.words import Speaks


WIDTH = 1.5
"""How many lines wide the row is at most, on every screen alike."""


class Foot(QFrame):
    """Back, what can be done besides, and what comes next."""

    def __init__(self, say: Speaks) -> None:
        super().__init__()
        self.setProperty("kind", "foot")
        self._say = say
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, theme.space(1.25), 0, theme.space(1.25))
        lane = Lane(WIDTH)
        outer.addWidget(lane)
        self.row = lane.row
        self.row.setSpacing(theme.space(1))
        self.back = Button(say, N_("Back"), "arrow-left")
        self.row.addWidget(self.back)
        self.row.addStretch(1)
        self.row.addStretch(1)
        self.next = Button(say, N_("Next"), "arrow-right", "primary", after=True)
        self.row.addWidget(self.next)

    @property
    def buttons(self) -> list[Button]:
        """Its buttons from left to right."""
        parts = (self.row.itemAt(at) for at in range(self.row.count()))
        widgets = [part.widget() for part in parts if part is not None]
        return [each for each in widgets if isinstance(each, Button)]

    def add(self, words: Words, icon: str, kind: str = "plain") -> Button:
        """Put a further button in the middle."""
        button = Button(self._say, words, icon, kind)
        self.row.insertWidget(self.row.count() - 2, button)
        return button

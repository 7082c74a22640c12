"""A shelf: cards to choose from, in groups with a title. What there is none of has a sentence and a button."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from kyr_app.model.text import P_, Words
from kyr_app.ui import theme
from kyr_app.ui.desk import Desk
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.widgets.card import Card
from kyr_app.ui.widgets.frame import plain_column, plain_row
from kyr_app.ui.widgets.grid import Grid
from kyr_app.ui.widgets.icon import Glyph
from kyr_app.ui.widgets.label import Pair

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Shelf(Screen):
    """A title, what to do here, and cards."""

    def __init__(self, desk: Desk, icon: str, title: Words, intro: Words) -> None:
        super().__init__(desk, lines=1.5)
        assert self.foot is not None  # noqa: S101 (a shelf has a way back)
        self.foot.next.hide()
        self._page, self.page = plain_column(2)
        head, row = plain_row(2)
        row.addWidget(Glyph(icon, 2.0, rounded=True))
        words, column = plain_column(0.5)
        column.addWidget(Pair(self.say, title, "title"))
        column.addWidget(Pair(self.say, intro))
        row.addWidget(words, 1)
        self.page.addWidget(head)
        self.groups = QVBoxLayout()
        self.groups.setSpacing(theme.space(2))
        self.page.addLayout(self.groups)
        self.page.addStretch(1)
        self.cards: dict[str, Card] = {}
        self.show_page(self._page)

    def add_group(self, title: Words | None, cards: dict[str, Card], press: Callable[[str], object]) -> None:
        """Add cards by the key with which `press` is called; `title` stands above them."""
        if title is not None:
            self.groups.addWidget(Pair(self.say, title, "kicker"))
        for key, card in cards.items():
            card.clicked.connect(lambda _=False, key=key: press(key))
        self.cards.update(cards)
        self.groups.addWidget(Grid(cards.values(), 18))

    def add(self, part: QWidget) -> None:
        """Add anything else."""
        self.groups.addWidget(part)


def minutes(count: int) -> Words:
    """Return how long something takes, in words."""
    return P_("about {n} minute", "about {n} minutes", count)

"""Home: one question, and a large card for each thing that can be done now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent

from kyr_app.model.settings import Look
from kyr_app.model.text import N_
from kyr_app.ui import theme
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.standing import is_open
from kyr_app.ui.widgets.card import TallCard
from kyr_app.ui.widgets.frame import plain_column, plain_row
from kyr_app.ui.widgets.grid import Grid
from kyr_app.ui.widgets.icon import Glyph, Tone
from kyr_app.ui.widgets.label import Pair
from kyr_app.ui.widgets.landscape import paint_hills

if TYPE_CHECKING:
    from kyr_app.model.text import Words

CARDS: tuple[tuple[Place, str, Words, Words], ...] = (
    (
        Place.LIBRARY,
        "book-open",
        N_("Learn my rights"),
        N_("Short lessons, one step at a time. To read together or alone."),
    ),
    (
        Place.SITUATION,
        "path",
        N_("Look at my situation"),
        N_("Answer some questions. See what to talk about with a legal team."),
    ),
    (
        Place.PREPARE,
        "list-bullets",
        N_("Prepare my papers"),
        N_("Lists for your family, your story, and the packet of photos and papers for the court."),
    ),
    (
        Place.DEADLINES,
        "calendar-check",
        N_("Count my dates"),
        N_("Say what happened and when. See until what day you have."),
    ),
    (
        Place.INTAKE,
        "clipboard-text",
        N_("For a legal team"),
        N_("You choose what to share, and print it here."),
    ),
    (
        Place.LOOKUP,
        "books",
        N_("Look something up"),
        N_("Places that help, hard words explained, dates, and what changed."),
    ),
)
PROMISES: tuple[tuple[str, Words], ...] = (
    ("shield-check", N_("Nothing you answer is kept on this computer.")),
    ("wifi-slash", N_("It does not use the internet.")),
    ("info", N_("It is free. It is information, not legal advice.")),
)

IN_FILE = N_("What you answer is kept in your sealed file, and nowhere else.")
"""The first promise, while a family file is open."""

PALE = (0.04, 0.07, 0.10)
"""How much of the accent the hills have."""
HILLS = 0.42
"""How much of the height they have."""


class HomeScreen(Screen):
    """Asks one thing: what a person wants to do now."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, lines=1.5, foot=False)
        page, column = plain_column(2)
        column.setContentsMargins(0, 0, 0, 0)
        self.over = Pair(self.say, N_("What do you want to do now?"), "display")
        self.head.addWidget(self.over, 1)
        self.cards: dict[Place, TallCard] = {}
        self.promises: list[Pair] = []
        for place, icon, title, below in CARDS:
            card = TallCard(self.say, title, icon, below, role="subtitle")
            card.clicked.connect(lambda _=False, place=place: self.desk.go(place))
            self.cards[place] = card
        column.addWidget(Grid(self.cards.values(), 14, most=3))
        column.addWidget(self._promises())
        column.addStretch(1)
        self.show_page(page)

    def open(self, what: str) -> None:  # noqa: ARG002 (there is one of it)
        """Promise what holds now."""
        promise = IN_FILE if is_open(self.session) else PROMISES[0][1]
        self.say.both(self.promises[0].say_both, promise)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint hills at the foot of the page, so pale that words on them read as on paper."""
        if self.session.settings.look is Look.HIGH:
            return
        colours = theme.style(self.session.settings).colours
        tints = [QColor(theme.mix(colours.accent, colours.ground, part)) for part in PALE]
        high = self.height() * HILLS
        paint_hills(QPainter(self), QRectF(0, self.height() - high, self.width(), high), tints)

    def _promises(self) -> Grid:
        lines = []
        for icon, words in PROMISES:
            line, row = plain_row(1)
            row.addWidget(Glyph(icon, 1.2, Tone.ACCENT))
            said = Pair(self.say, words, "small")
            self.promises.append(said)
            row.addWidget(said, 1)
            lines.append(line)
        return Grid(lines, 14, most=3)

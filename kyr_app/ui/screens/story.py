"""The story: ways to begin, and the cards there are, in the order they were told. The list shows no word of them.

Whoever looks over a shoulder sees numbers and pictures; first words only where the person asked for them, for as long
as this screen is shown, and never those of a card that is kept closed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from kyr_app.model.inline import literal
from kyr_app.model.story import Ask, Card
from kyr_app.model.text import N_, P_, Words
from kyr_app.ui import theme
from kyr_app.ui.asks import named, picture
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.point import Page
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.card import Card as CardButton
from kyr_app.ui.widgets.fold import Fold
from kyr_app.ui.widgets.frame import TOP, Framed, plain_column, plain_row
from kyr_app.ui.widgets.grid import Grid
from kyr_app.ui.widgets.icon import Glyph, Tone
from kyr_app.ui.widgets.label import Label, Pair, hushed

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kyr_app.model.changes import Changes

FIRST_WORDS = 40
"""So many letters of a card stand in the list at most, where the person wants to see them."""

FREE, BLANK = "free", "blank"
"""What the card screen is asked for: a card for anything, or one with every question."""


class StoryScreen(Screen):
    """Lists the cards and opens one; says how to begin."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, lines=1.5)
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.cards: dict[int, CardButton] = {}
        self.ways: dict[str, CardButton] = {}
        self.words_shown = False
        self.bring_back: Button | None = None
        self.words_button: Button | None = None
        self.pause_button()
        self.paper = self.foot.add(N_("Put it on paper"), "printer")
        self.paper.clicked.connect(lambda: self.desk.go(Place.STATEMENT))

    def open(self, what: str) -> None:  # noqa: ARG002 (there is one of it)
        """Show the cards without their words."""
        self.words_shown = False
        self._show()

    def refresh(self, changes: Changes) -> None:
        """Show the cards there are now."""
        if changes.story or changes.family:
            self._show()

    def _show(self) -> None:
        assert self.foot is not None  # noqa: S101 (made in __init__)
        story = self.session.story.story
        page = Page(self.session)
        self._head(page)
        if self.session.story.can_undo:
            page.add(self._undo(page))
        if not story.cards:
            page.add(self._care(page))
        page.add(self._begin(page))
        self.cards = {}
        if story.cards:
            page.add(self._list_head(page, len(story.cards)))
            self.cards = {card.number: self._card(page, card) for card in story.cards}
            page.add(hushed(Grid(self.cards.values(), 13, most=3)))
            page.add(Fold(page.say, N_("Before you write"), lambda: self._care(page)))
        page.end()
        self.show_page(page)
        here = self.session.story.here
        self.paper.setVisible(bool(story.cards))
        self.foot.next.setVisible(here is not None)
        if here is not None:
            self.say(self.foot.next.setText, N_("Go on with card {n}", n=here.number))

    def _head(self, page: Page) -> None:
        head, row = plain_row(2)
        row.addWidget(Glyph("cards", 2.0, rounded=True), 0, TOP)
        words, column = plain_column(0.5)
        column.addWidget(Pair(page.say, N_("Your story, card by card"), "title"))
        intro = N_(
            "One card for each thing that happened, in any order. You can stop, skip and come back. "
            "Nothing is corrected and nothing is graded."
        )
        column.addWidget(Pair(page.say, intro))
        row.addWidget(words, 1)
        page.add(head)

    def _care(self, page: Page) -> QWidget:
        frame = Framed("phrase")
        for file in self.session.library.prompt_files:
            for care in file.care:
                line, row = plain_row(1)
                row.addWidget(Glyph(care.icon, 1.2, line=True), 0, TOP)
                row.addWidget(Pair(page.say, care.text), 1)
                frame.column.addWidget(line)
        return frame

    def _begin(self, page: Page) -> QWidget:
        ways: tuple[tuple[str, str, Words, Words], ...] = (
            (
                FREE,
                "pencil-line",
                N_("Tell anything"),
                N_("What you want to tell now. Only a place to write."),
            ),
            ("prompts", "question", N_("With help to begin"), N_("Choose the beginning of a sentence.")),
            (BLANK, "note-blank", N_("A blank card"), N_("What, who, where, when: one after the other.")),
        )
        self.ways = {}
        for key, icon, title, below in ways:
            way = CardButton(page.say, title, icon, below)
            way.clicked.connect(lambda _=False, key=key: self._start(key))
            self.ways[key] = way
        return Grid(self.ways.values(), 15, most=3)

    def _start(self, key: str) -> None:
        if key == "prompts":
            self.desk.go(Place.PROMPTS)
        else:
            self.desk.go(Place.CARD, key)

    def _undo(self, page: Page) -> Framed:
        frame = Framed("phrase", "arrow-counter-clockwise")
        frame.column.addWidget(Pair(page.say, N_("The card was removed."), "strong"))
        self.bring_back = Button(page.say, N_("Bring it back"), "arrow-counter-clockwise")
        self.bring_back.clicked.connect(self.session.story.undo)
        frame.put_beside(self.bring_back)
        return frame

    def _list_head(self, page: Page, count: int) -> QWidget:
        holder, row = plain_row(2)
        row.setContentsMargins(0, theme.space(1), 0, 0)
        row.addWidget(
            Pair(page.say, P_("{n} card, as you told it", "{n} cards, as you told them", count), "lead"), 1
        )
        shown = self.words_shown
        words = N_("Hide the first words") if shown else N_("Show the first words")
        self.words_button = Button(page.say, words, "eye-slash" if shown else "eye", "link")
        self.words_button.clicked.connect(self._show_words)
        row.addWidget(self.words_button)
        return holder

    def _show_words(self) -> None:
        self.words_shown = not self.words_shown
        with self.place_kept():
            self._show()

    def _card(self, page: Page, card: Card) -> CardButton:
        button = CardButton(page.say, named(card), picture(card.number))
        state = self._state(card)
        if state:
            button.add_note(page.say, state)
        elif self.words_shown:
            button.add_line(_own(card))
        if card.closed:
            button.add_mark("lock-simple")
        elif card.number == self.session.story.story.at:
            button.add_mark("bookmark-simple", Tone.ACCENT)
        button.clicked.connect(lambda: self.desk.go(Place.CARD, str(card.number)))
        return button

    def _state(self, card: Card) -> Words:
        if card.not_today:
            return N_("Closed: not today")
        if card.painful:
            return N_("Closed: something hard")
        if card.blank:
            return N_("Nothing written yet")
        return ""

    def back(self) -> None:
        """Go to what is being prepared."""
        self.desk.go(Place.PREPARE)

    def forward(self) -> None:
        """Go on where the person was."""
        here = self.session.story.here
        if here is not None:
            self.desk.go(Place.CARD, f"{here.number}/{self.session.story.story.ask.value}")


def _own(card: Card) -> Label:
    """Return the first words of a card: in the person's language alone, whichever languages are shown."""
    label = Label("small")
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    label.say(literal(first_words(card)))
    return label


def first_words(card: Card) -> str:
    """Return the first words of a card, never in the middle of one."""
    told = " ".join(next((said for ask in Ask if (said := card.said(ask).strip())), "").split())
    if len(told) <= FIRST_WORDS:
        return told
    return (
        told[: FIRST_WORDS + 1].rpartition(" ")[0].rstrip(" ,.;:") + " …"
        if " " in told[:FIRST_WORDS]
        else "…"
    )

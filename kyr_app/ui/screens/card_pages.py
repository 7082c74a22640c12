"""The pages of a card: a question with its place to write, and what announces a card that is kept closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs
from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kyr_app.model.story import Ask, Card
from kyr_app.model.text import N_, Words
from kyr_app.ui.asks import ASKED
from kyr_app.ui.screens.point import Page
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.flow import Flow
from kyr_app.ui.widgets.frame import Framed, plain_column
from kyr_app.ui.widgets.icon import Tone
from kyr_app.ui.widgets.label import Pair
from kyr_app.ui.widgets.rough import RoughEntry
from kyr_app.ui.widgets.spot import SpotEntry
from kyr_app.ui.widgets.textbox import TextBox

if TYPE_CHECKING:
    from kyr_app.model.prompt import Prompt
    from kyr_app.session.session import Session

ROOMY, SMALL = 5, 2
"""Lines that a place to write has at least: for what is told, and for when it was."""


class AskPage(Page):
    """One question of a card. What is typed goes to the session by itself."""

    left = Signal(str)
    """Another question of the card is wanted."""
    closed = Signal(bool)
    """Whether the card is to be kept closed from now on."""
    opened = Signal()
    """The card is to be *not today* no longer."""
    removed = Signal()

    def __init__(self, session: Session, card: Card, ask: Ask, prompt: Prompt | None) -> None:
        super().__init__(session)
        self.number, self.ask = card.number, ask
        self.jumps: dict[Ask, Button] = {}
        self.add(self._asks(card))
        self.add(self._question())
        if prompt is not None and ask is Ask.WHAT:
            self.add(self._prompt(prompt))
        self.box = TextBox(self.say, ASKED[ask].question, SMALL if ask is Ask.WHEN else ROOMY)
        self.box.show_words(card.said(ask))
        self.box.typed.connect(self._write)
        self.parts.addWidget(self.box, 0 if ask is Ask.WHEN else 1)
        self.rough: RoughEntry | None = None
        if ask is Ask.WHEN:
            self.add(self._rough(card))
            self.add(self._spot(card))
        self.add(self._below(card))
        if ask is Ask.WHEN:
            self.end()

    def minimumSizeHint(self) -> QSize:
        """Ask for the height that is needed at the width there is: the place to write fills a screen, and no more."""
        least, layout = super().minimumSizeHint(), self.layout()
        if layout is None or self.width() < least.width():
            return least
        return QSize(least.width(), min(least.height(), layout.heightForWidth(self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask again at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _asks(self, card: Card) -> Flow:
        flow = Flow()
        for ask, words in ASKED.items():
            here = ask is self.ask
            told = bool(card.said(ask).strip())
            icon = "pencil-simple" if here else "check" if told else ""
            jump = Button(self.say, words.name, icon, "chip" if here else "jump")
            jump.setCheckable(here)
            jump.setChecked(here)
            if here:
                jump.clicked.connect(lambda: self.jumps[self.ask].setChecked(True))
            else:
                jump.clicked.connect(lambda _=False, ask=ask: self.left.emit(ask.value))
            self.jumps[ask] = jump
            flow.add(jump)
        return flow

    def _question(self) -> QWidget:
        words, column = plain_column(0.5)
        column.addWidget(Pair(self.say, ASKED[self.ask].question, "subtitle"))
        column.addWidget(Pair(self.say, ASKED[self.ask].help))
        return words

    def _prompt(self, prompt: Prompt) -> Framed:
        frame = Framed("phrase", "pencil-line")
        frame.column.addWidget(Pair(self.say, prompt.ask, "strong"))
        frame.column.addWidget(Pair(self.say, prompt.tip, "small"))
        return frame

    def _rough(self, card: Card) -> RoughEntry:
        others = [each.number for each in self.session.story.story.cards if each.number != card.number]
        self.rough = RoughEntry(self.say, card.when, others)
        self.rough.changed.connect(lambda _: self._date())
        return self.rough

    def _spot(self, card: Card) -> SpotEntry:
        told = [each.number for each in self.session.story.story.cards]
        self.spot = SpotEntry(self.say, card.spot, told.index(card.number) + 1, len(told))
        self.spot.chosen.connect(lambda spot: self.session.story.stand(self.number, spot))
        self.spot.moved.connect(lambda by: self.session.story.move(self.number, by))
        return self.spot

    def _below(self, card: Card) -> Flow:
        flow = Flow()
        self.keep_closed = Button(self.say, *_closing(painful=card.painful), "link")
        self.keep_closed.clicked.connect(self._toggle)
        self._painful = card.painful
        self.remove = Button(self.say, N_("Remove this card"), "trash", "link")
        self.remove.clicked.connect(self.removed)
        self.today = Button(self.say, N_("Take away “not today”"), "sun", "link")
        self.today.clicked.connect(self.opened)
        self.today.clicked.connect(self.today.hide)
        flow.add(self.keep_closed)
        flow.add(self.today)
        flow.add(self.remove)
        self.today.setVisible(card.not_today)
        return flow

    def _toggle(self) -> None:
        self._painful = not self._painful
        words, icon = _closing(painful=self._painful)
        self.say(self.keep_closed.setText, words)
        self.keep_closed.show_icon(icon)
        self.closed.emit(self._painful)

    def _write(self, words: str) -> None:
        self.session.story.write(self.number, self.ask, words)

    def _date(self) -> None:
        assert self.rough is not None  # noqa: S101 (it told of a change)
        words = self.session.story.card(self.number).when.words
        self.session.story.date(self.number, structs.replace(self.rough.when, words=words))


def _closing(*, painful: bool) -> tuple[Words, str]:
    if painful:
        return N_("It may stand open in the list"), "lock-simple-open"
    return N_("It is hard: keep this card closed"), "lock-simple"


def announced(session: Session, card: Card) -> Page:
    """Return the page that comes before a closed card: what it is, and that nobody has to open it."""
    page = Page(session)
    frame = Framed("phrase", "hand-palm", Tone.ACCENT, 2.0)
    title = N_("This card is about something hard.") if card.painful else N_("This card is closed.")
    frame.column.addWidget(Pair(page.say, title, "title"))
    words = (
        N_("You left it for another day. It can wait longer.")
        if card.not_today
        else N_("You choose. Open it, leave it for another day, or take a pause first.")
    )
    frame.column.addWidget(Pair(page.say, words))
    page.add(frame)
    page.end()
    return page

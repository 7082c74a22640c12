"""One card: one question at a time with a large place to write. Going anywhere keeps what was typed, without asking.

What is hard is announced before it can be read, and can be left for another day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kyr_app.model.errors import InputError
from kyr_app.model.story import Ask, Card
from kyr_app.model.text import N_, Words
from kyr_app.ui.asks import named, picture
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.card_pages import AskPage, announced
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.icon import Glyph
from kyr_app.ui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from kyr_app.model.changes import Changes

ORDER = tuple(Ask)
WIDE = 1.25
"""In lines of running text: letters are larger where one writes, and the questions stand in one row."""
NEW, FREE, BLANK = "new", "free", "blank"


class CardScreen(Screen):
    """Shows a card. `what` of `open` is its number, with a question after a slash; or `free` or `blank` for a new one.

    `free` is a card with nothing but a place to write: its other questions are there for who wants them.
    """

    HEARD = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, lines=WIDE)
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.number, self.ask, self.free = 0, Ask.WHAT, False
        self.page: AskPage | None = None
        self._faced = 0
        self._pausing = False
        self._picture, self._where = Glyph("leaf", 1.2), Label("small-strong")
        self.head.addWidget(self._picture)
        self.head.addWidget(self._where, 1)
        self.all = Button(self.say, N_("All my cards"), "cards")
        self.all.clicked.connect(self._leave)
        self.head.addWidget(self.all)
        self.not_today = self.foot.add(N_("Not today"), "skip-forward")
        self.not_today.clicked.connect(self._close)
        self.pause = self.foot.add(N_("Pause"), "coffee")
        self.pause.clicked.connect(self._pause)

    def open(self, what: str) -> None:
        """Show a card; without a name, the one where the person was."""
        name, _, ask = what.partition("/")
        telling = self.session.story
        new = name in {FREE, BLANK} or ask == NEW
        if name in {FREE, BLANK}:
            self.number, self.free = (
                telling.story.last + 1,
                name == FREE,
            )  # known before anybody is told of it
            telling.begin()
        elif name:
            self.free = self.free and int(name) == self.number
            self.number = int(name)
        elif telling.story.card(self.number) is None:
            self.number, self.ask = telling.story.at, telling.story.ask
        if telling.story.card(self.number) is None:
            self._drop()
            self.desk.go(Place.STORY)
            return
        if new or (name and self._faced != self.number):
            self._faced = 0
        self.show_ask(Ask(ask) if ask in set(Ask) else self.ask if not name else Ask.WHAT)

    @property
    def card(self) -> Card:
        """The card shown. Raise `InputError` where it is gone."""
        return self.session.story.card(self.number)

    def show_ask(self, ask: Ask) -> None:
        """Show a question of the card; where the card is closed, what announces it."""
        assert self.foot is not None  # noqa: S101 (made in __init__)
        card, self.ask = self.session.story.go_to(self.number, ask), ask
        self._picture.show_icon(picture(self.number))
        self.say(self._where.say, named(card))
        prompt = self.session.library.prompts.get(card.prompt)
        if card.closed and self._faced != self.number:
            self.page = None
            self.show_page(announced(self.session, card))
            self.say(self.foot.next.setText, N_("Open it"))
        else:
            self._faced = self.number
            self.page = AskPage(self.session, card, ask, prompt)
            self.page.left.connect(self._jump)
            self.page.closed.connect(self._mark)
            self.page.opened.connect(self._today)
            self.page.removed.connect(self._remove)
            self.show_page(self.page)
            self.page.box.setFocus()
            self.say(self.foot.next.setText, self._next_words())
        self.foot.next.show_icon("check" if self.page is not None and self._last else "arrow-right")
        self.not_today.setVisible(not (self.page is None and card.not_today))

    def _next_words(self) -> Words:
        return N_("Done") if self._last else N_("Next")

    @property
    def _last(self) -> bool:
        return self.free or self.ask is ORDER[-1]

    def _drop(self) -> None:
        """Show nothing: what was typed stands in the session and nowhere else."""
        self.page = None
        self.show_page(QWidget())

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave no word on a screen that is not shown: it is kept already."""
        if not event.spontaneous():  # the window itself may be made small, and comes back as it was
            self._drop()
            self._faced = self._faced if self._pausing else 0
        super().hideEvent(event)

    def refresh(self, changes: Changes) -> None:
        """Leave a card that is gone."""
        if (changes.story or changes.family) and self.session.story.story.card(self.number) is None:
            self._drop()
            self.desk.go(Place.STORY)

    def _jump(self, ask: str) -> None:
        self.free = False
        self.show_ask(Ask(ask))

    def _mark(self, painful: bool) -> None:  # noqa: FBT001 (Qt's signal)
        self.session.story.close(self.number, painful=painful)

    def _close(self) -> None:
        """Close the card for today; it stays closed until somebody opens it."""
        self.session.story.close(self.number, not_today=True)
        self.desk.go(Place.STORY)

    def _today(self) -> None:
        self.session.story.close(self.number, not_today=False)

    def _remove(self) -> None:
        self.page = None
        self.session.story.remove(self.number)

    def _pause(self) -> None:
        self._pausing = True
        self.desk.go(Place.BREATHING, Place.CARD.value)
        self._pausing = False

    def _leave(self) -> None:
        """Go back to the cards; a new one on which nothing was told goes away by itself."""
        number = self.number
        self.page = None
        self.desk.go(Place.STORY)
        try:
            self.session.story.put_down(number)
        except InputError:
            return

    def back(self) -> None:
        """Show the question before, or the cards."""
        at = ORDER.index(self.ask)
        if self.page is None or self.free or at == 0:
            self._leave()
        else:
            self.show_ask(ORDER[at - 1])

    def forward(self) -> None:
        """Open what was announced; show the next question, or after the last one the cards."""
        if self.page is None:
            self._faced = self.number
            self.show_ask(self.ask)
        elif self._last:
            self._leave()
        else:
            self.show_ask(ORDER[ORDER.index(self.ask) + 1])

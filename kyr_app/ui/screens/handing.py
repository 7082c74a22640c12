"""Handing over shared facts: chosen one by one, sealed under words of their own, written to a stick."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kyr_app.model.text import N_, P_, Words
from kyr_app.ui import background
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.keep_places import KeepPlaces
from kyr_app.ui.screens.phrase_pages import advice
from kyr_app.ui.screens.point import Page
from kyr_app.ui.widgets.card import AnswerCard
from kyr_app.ui.widgets.fold import Fold
from kyr_app.ui.widgets.frame import plain_column
from kyr_app.ui.widgets.grid import Grid
from kyr_app.ui.widgets.heading import heading
from kyr_app.ui.widgets.label import Pair
from kyr_app.ui.widgets.wordgrid import WordGrid

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent
    from PySide6.QtWidgets import QWidget

CHOOSE, WORDS, PLACE, DONE = "choose", "words", "place", "done"


class HandingScreen(Screen):
    """Nothing is ticked before somebody ticks it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.stage, self.words, self._sealed = CHOOSE, "", b""
        self.names: tuple[str, ...] = ()
        self.cards: dict[str, AnswerCard] = {}
        self.places: KeepPlaces | None = None
        self._busy = False

    def open(self, what: str) -> None:  # noqa: ARG002 (there is one of it)
        """Offer what can go."""
        from kyr_app.session.family import handover  # noqa: PLC0415 (only where something is handed over, here and below)

        self._forget()
        self.stage, page = CHOOSE, Page(self.session)
        facts = handover.offer(self.session)
        said = N_("Tick what the other adult may know. Nothing else goes.")
        page.add(heading(page.say, "share", N_("Hand over shared facts"), said))
        cards = {each.name: AnswerCard(page.say, each.asked, "", each.answered, quiet=True) for each in facts}
        for card in cards.values():
            card.hush_below()
        for name, card in cards.items():
            card.setChecked(name in self.names)
        self.cards = cards
        if facts:
            page.add(Grid(cards.values(), 15))
        else:
            page.add(advice(page, N_("There is nothing to share yet. Answer some questions first.")))
        page.add(Fold(page.say, N_("What can never go"), lambda: _lines(page, handover.NEVER)))
        page.end()
        self._show(page, N_("Next") if facts else None)

    def _show(self, page: Page, go: Words | None) -> None:
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.foot.next.setVisible(go is not None)
        if go is not None:
            self.say(self.foot.next.setText, go)
        self.show_page(page)

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget the words as soon as another screen is shown."""
        if not event.spontaneous():
            self._forget()
            self.names = ()
        super().hideEvent(event)

    def _forget(self) -> None:
        self.words, self._sealed = "", b""

    def _show_words(self) -> None:
        self.stage = WORDS
        self.words = self.words or self.session.family.new_phrase(self.session.locale.language)
        page = Page(self.session)
        said = N_(
            "They are not the words of your file. Say them to the other adult yourself, and to nobody else."
        )
        page.add(heading(page.say, "key", N_("These words open what you hand over"), said))
        page.add(WordGrid(page.say, self.words))
        page.end()
        self._show(page, N_("I have them"))

    def _seal(self) -> None:
        from kyr_app.session.family import handover  # noqa: PLC0415
        from kyr_app.session.family.opening import Doing  # noqa: PLC0415

        if self._busy:
            return
        self._busy = True
        names, words = self.names, self.words
        self.desk.tell(N_("Sealing. This takes some seconds…"))
        work = Doing(lambda: handover.sealed(self.session, names, words))
        background.run(work, self._ask_where, self._failed)

    def _ask_where(self, sealed: bytes = b"") -> None:
        self._busy = False
        self._sealed = sealed or self._sealed
        if not self.isVisible():
            return
        self.desk.hush()
        self.stage = PLACE
        page = KeepPlaces(self.session, computer=False)
        page.add(heading(page.say, "hard-drive", N_("On which stick?")))
        page.chosen.connect(self._write)
        page.again.connect(self._ask_where)
        page.add_places()
        self.places = page
        self._show(page, None)

    def _write(self, folder: Path) -> None:
        from kyr_app.session.family import handover  # noqa: PLC0415

        with self.desk.caught():
            path = handover.write(self.session, folder, self._sealed)
            self.stage = DONE
            page = Page(self.session)
            said = P_("{n} fact is in it, sealed.", "{n} facts are in it, sealed.", len(self.names))
            page.add(heading(page.say, "check-circle", N_("Handed over: {name}", name=path.name), said))
            page.add(advice(page, N_("Eject the stick safely before you pull it out."), "eject"))
            page.end()
            self._forget()
            self._show(page, N_("Finish"))

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self.desk.failed(error)

    def forward(self) -> None:
        """Go one step on."""
        if self.stage == CHOOSE:
            self.names = tuple(name for name, card in self.cards.items() if card.isChecked())
            if self.names:
                self._show_words()
            elif self.cards:
                self.desk.tell(N_("Tick at least one."))
        elif self.stage == WORDS:
            self._seal()
        elif self.stage == DONE:
            self.desk.go(Place.ROOMS)

    def back(self) -> None:
        """Go one step back."""
        self.desk.hush()
        if self.stage == PLACE:
            self._show_words()
        elif self.stage == WORDS:
            self.open("")
        else:
            self.desk.go(Place.ROOMS)


def _lines(page: Page, lines: tuple[Words, ...]) -> QWidget:
    holder, column = plain_column(0.5)
    for each in lines:
        column.addWidget(Pair(page.say, each))
    return holder

"""Making a sealed file: where, with which words, written once; then it is there, and a recovery card is offered."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kyr_app.model.text import N_, Words
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.keep_places import KeepPlaces
from kyr_app.ui.screens.phrase_pages import PhraseSteps, advice
from kyr_app.ui.screens.point import Page
from kyr_app.ui.unlocking import Unlocking
from kyr_app.ui.widgets.dots import Dots
from kyr_app.ui.widgets.heading import heading
from kyr_app.ui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

STEPS: tuple[Words, ...] = (N_("Where it will be"), N_("Your words"), N_("Practice"), N_("It is made"))
_AT = {"words": 1, "own": 1, "practise": 2}


class CreateScreen(Screen):
    """Four small steps. Nothing is written before the words were practised."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.folder: Path | None = None
        self.made = False
        self.places: KeepPlaces | None = None
        self.steps = PhraseSteps(self.session, self._show_words, self)
        self.steps.chosen.connect(self._make)
        self.steps.left.connect(self._ask_where)
        self.unlocking = Unlocking(desk, self)
        self.unlocking.opened.connect(self._there)
        self.unlocking.failed.connect(self._failed)
        self.dots, self._where = Dots(), Label("small-strong")
        self._where.setWordWrap(False)
        self.head.addWidget(self.dots)
        self.head.addWidget(self._where)
        self.head.addStretch(1)

    def open(self, what: str) -> None:  # noqa: ARG002 (there is one of it)
        """Begin anew."""
        self.made, self.folder = False, None
        if self.session.family.open:
            self.desk.go(Place.FAMILY)
            return
        self._ask_where()

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget the words as soon as another screen is shown."""
        if not event.spontaneous():
            self.steps.forget()
            if not self.unlocking.busy:
                self.show_page(Page(self.session))
        super().hideEvent(event)

    def _show_step(self, at: int) -> None:
        self.dots.show_step(at, len(STEPS))
        said = N_("Step {n} of {total}: {title}", n=at + 1, total=len(STEPS), title=STEPS[at])
        self.say(self._where.say, said)

    def _ask_where(self) -> None:
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.steps.forget()
        self._show_step(0)
        page = KeepPlaces(self.session)
        said = N_("It is one sealed file. Best on a stick of your own, that you carry with you.")
        page.add(heading(page.say, "lock-simple", N_("Where do you want to keep it?"), said))
        page.chosen.connect(self._take_place)
        page.again.connect(self._ask_where)
        page.add_places()
        self.places = page
        self.foot.next.hide()
        self.show_page(page)

    def _take_place(self, folder: Path) -> None:
        self.folder = folder
        self.desk.hush()
        self.steps.begin(N_("These six words open your file"))

    def _show_words(self, page: Page, go: Words) -> None:
        assert self.foot is not None  # noqa: S101 (asked for above)
        self._show_step(_AT[self.steps.page])
        self.say(self.foot.next.setText, go)
        self.foot.next.show()
        self.foot.next.setEnabled(True)
        self.show_page(page)

    def _make(self, words: str) -> None:
        assert self.foot is not None  # noqa: S101 (asked for above)
        if self.folder is None or self.unlocking.busy:
            return
        self.foot.next.setEnabled(False)
        self.desk.tell(N_("Sealing the file. One moment…"))
        self.unlocking.make(self.folder, words)
        self.steps.forget()

    def _failed(self, error: Exception) -> None:
        self._ask_where()
        self.desk.failed(error)

    def _there(self) -> None:
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.desk.hush()
        self.made = True
        self._show_step(3)
        page, where = Page(self.session), self.session.family.where
        said = N_("From now on what you answer is kept there by itself, sealed.")
        title: Words = N_("Your file is made")
        if where is not None:
            title = N_("Your file is made: {place}", place=where.called)
        page.add(heading(page.say, "check-circle", title, said))
        more = N_(
            "Now a recovery card: twelve words on paper. If you forget your six words, only this card opens "
            "the file. Without words and without card nobody can, not us either."
        )
        page.add(advice(page, more, "identification-card"))
        page.end()
        self.say(self.foot.next.setText, N_("Make the recovery card"))
        self.say(self.foot.back.setText, N_("Not now"))
        self.foot.next.setEnabled(True)
        self.foot.next.show()
        self.show_page(page)

    def back(self) -> None:
        """Go one step back; once the file is made, to what can be done with it."""
        if self.made or not self.steps.page:
            self._plain_back()
            self.desk.go(Place.FAMILY)
        else:
            self.desk.hush()
            self.steps.back()

    def _plain_back(self) -> None:
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.say(self.foot.back.setText, N_("Back"))

    def forward(self) -> None:
        """Go one step on."""
        if self.unlocking.busy:
            return
        if self.made:
            self._plain_back()
            self.desk.go(Place.PHRASES, "card")
        else:
            self.steps.forward()

"""The words that open a file: change them, print a recovery card, let a second person in, take a way in away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kyr_app.model.text import N_, Words
from kyr_app.ui import background
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.paper_choices import usual
from kyr_app.ui.screens.phrase_pages import PhraseSteps, advice
from kyr_app.ui.screens.point import Page
from kyr_app.ui.sheets_out import SheetOut
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.card import Card
from kyr_app.ui.widgets.flow import Flow
from kyr_app.ui.widgets.frame import Framed
from kyr_app.ui.widgets.heading import heading
from kyr_app.ui.widgets.icon import Tone
from kyr_app.ui.widgets.label import Pair
from kyr_app.ui.widgets.wordgrid import WordGrid

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent

    from kyr_app.session.family.sealing import SlotRow

LIST, CARD, CHANGE, VOLUNTEER = "list", "card", "change", "volunteer"
ICONS = {"family": "key", "card": "identification-card", "volunteer": "user-plus"}


class PhrasesScreen(Screen):
    """Where it stands is in `stage`. Words are on this screen only while somebody looks at them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.stage, self.words = LIST, ""
        self.busy = False
        self.cards: dict[str, Card] = {}
        self.drops: dict[int, Button] = {}
        self.out = SheetOut(desk, self)
        self.steps = PhraseSteps(self.session, self._show, self)
        self.steps.chosen.connect(self._seal)
        self.steps.left.connect(self._list)

    def open(self, what: str) -> None:
        """Show who can open the file; `what` may be `card`: then a recovery card is made at once."""
        if not self.session.family.open:
            self.desk.go(Place.FAMILY)
        elif what == CARD:
            self.make_card()
        else:
            self._list()

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget the words as soon as another screen is shown."""
        if not event.spontaneous():
            self.words = ""
            self.steps.forget()
            self.show_page(Page(self.session))
        super().hideEvent(event)

    def _show(self, page: Page, go: Words | None) -> None:
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.foot.next.setVisible(go is not None)
        self.foot.next.setEnabled(True)
        if go is not None:
            self.say(self.foot.next.setText, go)
        self.show_page(page)

    def _list(self) -> None:
        self.stage, self.words, self.cards, self.drops = LIST, "", {}, {}
        slots = self.session.family.slots()
        page = Page(self.session)
        page.add(heading(page.say, "key", N_("Who can open your file"), N_("Each has words of their own.")))
        for slot in slots:
            page.add(self._slot(page, slot))
        has = {slot.kind for slot in slots}
        self._card(page, CARD, N_("Make a new recovery card") if CARD in has else N_("Make a recovery card"),
                   N_("Twelve words on paper. An earlier card then opens nothing."), self.make_card)  # fmt: skip
        self._card(page, CHANGE, N_("Change your words"),
                   N_("Copies that were made before still open with the former words."), self._change)  # fmt: skip
        self._card(page, VOLUNTEER, N_("Words for a second person"),
                   N_("Someone you trust, who helps you. They can read all of it."), self._second)  # fmt: skip
        page.end()
        self._show(page, None)

    def _slot(self, page: Page, slot: SlotRow) -> Framed:
        frame = Framed("sheet", ICONS.get(slot.kind, "key"), Tone.ACCENT)
        frame.column.addWidget(Pair(page.say, slot.called, "word"))
        if slot.kind != "family":
            drop = Button(page.say, N_("Take away"), "x", "link")
            drop.clicked.connect(lambda: self._drop(slot.number))
            self.drops[slot.number] = drop
            frame.put_beside(drop)
        return frame

    def _card(self, page: Page, key: str, title: Words, below: Words, press: Callable[[], object]) -> None:
        icons = {CARD: "identification-card", CHANGE: "arrows-clockwise", VOLUNTEER: "user-plus"}
        card = Card(page.say, title, icons[key], below)
        card.clicked.connect(lambda _=False: press())
        self.cards[key] = card
        page.add(card)

    def _change(self) -> None:
        self.stage = CHANGE
        self.steps.begin(N_("These six words will open your file"))

    def _second(self) -> None:
        self.stage = VOLUNTEER
        self.steps.begin(N_("These six words are for the second person"))

    def _do(self, what: Callable[[], None], then: Callable[[], object]) -> None:
        """Do what takes half a second, off the window's thread."""
        from kyr_app.session.family.opening import Doing  # noqa: PLC0415 (only where words are changed)

        if self.busy:
            return
        self.busy = True
        self.desk.tell(N_("Sealing the file. One moment…"))

        def done(_: bytes) -> None:
            self.busy = False
            self.desk.hush()
            then()

        background.run(Doing(what), done, self._failed)

    def _failed(self, error: Exception) -> None:
        self.busy = False
        self._list()
        self.desk.failed(error)

    def _seal(self, words: str) -> None:
        family, change = self.session.family, self.stage == CHANGE
        self.steps.forget()
        put = family.change_phrase if change else family.add_volunteer
        said = (
            N_("Your new words open the file.")
            if change
            else N_("The second person's words open the file, too.")
        )
        self._do(lambda: put(words), lambda: self._sealed(said))

    def _sealed(self, said: Words) -> None:
        self._list()
        self.desk.tell(said)

    def _drop(self, number: int) -> None:
        said = N_("Taken away. Those words no longer open this file.")
        self._do(lambda: self.session.family.drop_slot(number), lambda: self._sealed(said))

    def make_card(self) -> None:
        """Make a recovery card: its words open the file before anybody can see them."""
        self.stage = CARD
        words = self.session.family.new_card(self.session.locale.language)
        page = Page(self.session)
        page.add(heading(page.say, "identification-card", N_("Recovery card")))
        page.end()
        self._show(page, None)
        self._do(lambda: self.session.family.add_card(words), lambda: self._show_card(words))

    def _show_card(self, words: str) -> None:
        if not self.isVisible():
            return
        self.words = words
        page = Page(self.session)
        said = N_(
            "These twelve words open your file if the six are forgotten. Print them once, or copy them by hand. "
            "Keep the paper far from the stick, with someone you trust."
        )
        page.add(heading(page.say, "identification-card", N_("Recovery card"), said))
        page.add(WordGrid(page.say, words))
        printing = Button(page.say, N_("Print the card, once"), "printer")
        printing.clicked.connect(self.print_card)
        line = Flow()
        line.add(printing)
        page.add(line)
        page.add(
            advice(
                page, N_("The program shows these words only now. A new card takes the place of this one.")
            )
        )
        page.end()
        self._show(page, N_("I have the card"))

    def print_card(self) -> None:
        """Print the card, one copy."""
        if self.words:
            from kyr_app.session.family import receipt  # noqa: PLC0415 (only where a card is printed)

            self.out.print(self.session.receipt_sheet(receipt.card(self.words), usual(self.session)))

    def forward(self) -> None:
        """Go one step on."""
        if self.busy:
            return
        if self.stage == CARD:
            self.desk.hush()
            self.desk.go(Place.FAMILY)
        else:
            self.steps.forward()

    def back(self) -> None:
        """Go one step back."""
        self.desk.hush()
        if self.stage in {CHANGE, VOLUNTEER}:
            self.steps.back()
        elif self.stage == CARD:
            self._list()
        else:
            self.desk.go(Place.FAMILY)

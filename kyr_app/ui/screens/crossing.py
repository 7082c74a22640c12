"""Before a journey: what is on this computer and its sticks, taking the program's own traces away, and a receipt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kyr_app.model.errors import KyrError
from kyr_app.model.text import N_, P_, Together, Words
from kyr_app.ui import background
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.phrase_pages import advice
from kyr_app.ui.screens.point import Page
from kyr_app.ui.widgets.card import AnswerCard
from kyr_app.ui.widgets.countdown import Countdown
from kyr_app.ui.widgets.fold import Fold
from kyr_app.ui.widgets.frame import Framed, plain_column
from kyr_app.ui.widgets.heading import heading
from kyr_app.ui.widgets.icon import Tone
from kyr_app.ui.widgets.label import Pair

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kyr_app.session.family.crossing import Group, Inventory

LOOKING, LISTED, COUNTING = "looking", "listed", "counting"
MANY = 3
"""So many things of a kind are named at once; more are put away until somebody asks."""


class Look:
    """Work: looking through the computer and its sticks, and holding the program against its release."""

    def __init__(self) -> None:
        self.found: Inventory | None = None

    def run(self, progress: object = None) -> bytes:  # noqa: ARG002 (as other work)
        """Look; what was found is in `found`."""
        from kyr_app.session.family import crossing  # noqa: PLC0415 (only where it is asked for)

        self.found = crossing.look()
        return b""


class CrossingScreen(Screen):
    """Looks first, removes only when told to, looks again, and says what is left."""

    ENTER_GOES_ON = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.stage = LOOKING
        self.inventory: Inventory | None = None
        self.families: AnswerCard | None = None
        self.papers: AnswerCard | None = None
        self.countdown: Countdown | None = None
        self._work: Look | None = None
        self._removed = False
        self.say(self.foot.next.setText, N_("Take the program's traces away"))
        self.foot.next.show_icon("eraser")
        self.receipt_button = self.foot.add(N_("Receipt"), "clipboard-text", "")
        self.receipt_button.clicked.connect(self._receipt)

    def open(self, what: str) -> None:  # noqa: ARG002 (there is one of it)
        """Look."""
        self._look(removed=False)

    def _look(self, *, removed: bool) -> None:
        self.stage, self._removed = LOOKING, removed
        page = Page(self.session)
        page.add(heading(page.say, "suitcase", N_("Looking at this computer and its sticks…")))
        page.end()
        self._show(page, ready=False)
        self._work = Look()
        background.run(self._work, self._looked, self._failed)

    def _show(self, page: Page, *, ready: bool) -> None:
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.foot.next.setVisible(ready)
        self.receipt_button.setVisible(ready)
        self.show_page(page)

    def _looked(self, _: bytes) -> None:
        if self._work is None or self._work.found is None or self.stage != LOOKING:
            return
        self.inventory = self._work.found
        if self._removed and self.isVisible():
            self._receipt()
        else:
            self._list(self.inventory)

    def _list(self, found: Inventory) -> None:
        self.stage = LISTED
        page = Page(self.session)
        page.add(heading(page.say, "suitcase", N_("What is on this computer and its sticks"), _summed(found)))
        for group in found.groups:
            page.add(self._group(page, group))
        frame = Framed("sheet", "shield-check", Tone.ACCENT)
        frame.column.addWidget(Pair(page.say, N_("The program itself"), "word"))
        frame.column.addWidget(Pair(page.say, found.program))
        page.add(frame)
        self._ask_more(page, found)
        page.end()
        self._show(page, ready=True)

    def _group(self, page: Page, group: Group) -> Framed:
        frame = Framed("sheet", group.icon, Tone.ACCENT)
        count = str(len(group.things))
        frame.column.addWidget(Pair(page.say, Together((group.title, count), ": "), "word"))
        called = tuple(each.called for each in group.things)
        if len(called) <= MANY:
            frame.column.addWidget(_lines(page, called))
        else:
            frame.column.addWidget(Fold(page.say, N_("Show the list"), lambda: _lines(page, called)))
        return frame

    def _ask_more(self, page: Page, found: Inventory) -> None:
        kinds = {group.kind.name for group in found.groups}
        self.families = self.papers = None
        if "FAMILY" in kinds:
            said = N_("On every stick that is in, too. Without another copy your answers are gone for ever.")
            self.families = AnswerCard(page.say, N_("Take the sealed family files away, too"), "", said)
            page.add(self.families)
        if "PAPER" in kinds:
            said = N_("Those in the list above. What is printed stays with you.")
            self.papers = AnswerCard(page.say, N_("Take the saved papers away, too"), "", said)
            page.add(self.papers)
        own = N_(
            "Settings, notes about errors and half-written papers always go. What you answered now is forgotten."
        )
        page.add(advice(page, own, "info"))

    def forward(self) -> None:
        """Count five seconds, then take away what was chosen."""
        if self.stage != LISTED or self.inventory is None:
            return
        families = self.families is not None and self.families.isChecked()
        papers = self.papers is not None and self.papers.isChecked()
        self.stage = COUNTING
        page = Page(self.session)
        page.add(heading(page.say, "eraser", N_("Taking traces away")))
        said: list[Words] = [
            N_("The program's own traces on this computer and its sticks will be taken away.")
        ]
        said += [N_("The sealed family files, too.")] * families + [N_("The saved papers, too.")] * papers
        self.countdown = Countdown(page.say, Together(tuple(said)))
        self.countdown.done.connect(lambda: self._remove(families=families, papers=papers))
        self.countdown.stopped.connect(self._stopped)
        page.add(self.countdown)
        page.end()
        self._show(page, ready=False)
        self.countdown.start()

    def _stopped(self) -> None:
        if self.isVisible() and self.inventory is not None:
            self._list(self.inventory)
            self.desk.tell(N_("Stopped. Nothing was taken away."))

    def _remove(self, *, families: bool, papers: bool) -> None:
        from kyr_app.session.family import crossing  # noqa: PLC0415 (only where it is asked for)

        if self.inventory is None:
            return
        try:
            stayed = crossing.remove(self.session, self.inventory, families=families, papers=papers)
        except KyrError as error:
            self._list(self.inventory)
            self.desk.failed(error)
            return
        self._look(removed=True)
        if stayed:
            said = P_(
                "{n} thing could not be taken away.", "{n} things could not be taken away.", len(stayed)
            )
            self.desk.tell(said, trouble=True)

    def _receipt(self) -> None:
        from kyr_app.session.family import crossing  # noqa: PLC0415 (only where it is asked for)

        if self.inventory is not None:
            self.desk.receipt = crossing.receipt(self.inventory)
            self.desk.go(Place.RECEIPT)

    def _failed(self, error: Exception) -> None:
        self.desk.go(Place.FAMILY)
        self.desk.failed(error)

    def back(self) -> None:
        """Stop what is counted; otherwise go back to what is kept."""
        if self.stage == COUNTING and self.countdown is not None and self.countdown.counting:
            self.countdown.cancel()
        else:
            self.desk.go(Place.FAMILY)


def _summed(found: Inventory) -> Words:
    if found.clean:
        return N_("Nothing that says something about a family.")
    if not found.personal:
        return N_("Nothing personal was found, but not every folder could be looked at to its end.")
    return P_(
        "{n} thing may say something about a family.",
        "{n} things may say something about a family.",
        found.personal,
    )


def _lines(page: Page, lines: tuple[Words, ...]) -> QWidget:
    holder, column = plain_column(0.25)
    for each in lines:
        column.addWidget(Pair(page.say, each, "small"))
    return holder

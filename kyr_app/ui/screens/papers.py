"""My papers: little sheets with their state in words; beside them what the one chosen needs, and how it looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kyr_app.model.text import N_, P_
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import UNDER, Screen
from kyr_app.ui.screens.paper_panel import PaperPanel
from kyr_app.ui.screens.point import Page
from kyr_app.ui.whom import named
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.card import Card
from kyr_app.ui.widgets.chips import Chips
from kyr_app.ui.widgets.column import Column
from kyr_app.ui.widgets.frame import Framed
from kyr_app.ui.widgets.icon import Tone, em
from kyr_app.ui.widgets.label import Pair

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from kyr_app.model.changes import Changes
    from kyr_app.session.my_papers import Sheet

BESIDE = 44
"""From so many letters on, the list and what is beside it have room next to one another."""
ME, OTHER = "me", "other"


class PapersScreen(Screen):
    """Chooses a paper; asks just what it still needs; leads to its print."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, lines=2)
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.person: int | None = None
        self.shown_id = ""
        self._alone = False
        self.cards: dict[str, Card] = {}
        self.whom = Chips()
        self.all_missing: Button | None = None
        self.panel: PaperPanel | None = None
        self.side = Column(1, UNDER)
        self._arrange()
        self.pause_button()
        self.foot.add(N_("My packet"), "package").clicked.connect(lambda: self.desk.go(Place.PACKET))

    def _arrange(self) -> None:
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        outer = self.layout()
        assert outer is not None  # noqa: S101 (every screen has one)
        outer.replaceWidget(self.column, middle)
        row.addWidget(self.column, 5)
        row.addWidget(self.side, 6)

    def open(self, what: str) -> None:
        """Show the papers of the person last looked at; `what` names one, and for whom: `motion-venue:2`."""
        paper_id, _, number = what.partition(":")
        here = {each.number for each in self.session.people.here}
        if what:
            self.person = int(number) if number.isdecimal() else None
            self.shown_id = paper_id
        if self.person not in here:
            self.person = None
        self._show()

    def refresh(self, changes: Changes) -> None:
        """Follow the answers."""
        if changes.answers:
            self.open("")

    def _show(self) -> None:
        piles = self.session.my_papers.piles(self.person)
        every = {each.offer.id: each for pile in piles for each in pile.sheets}
        if self.shown_id not in every:
            self.shown_id = next(iter(every), "")
        page = Page(self.session)
        page.add(Pair(page.say, N_("My papers"), "title"))
        page.add(
            Pair(page.say, N_("Choose a paper. The program asks only what it still needs, and only once."))
        )
        page.add(self._whom(page))
        self._gathered(page, [each for each in every.values() if each.chosen])
        self.cards = {}
        for pile in piles:
            page.add(Pair(page.say, pile.title, "kicker"))
            for sheet in pile.sheets:
                page.add(self._card(page, sheet))
        if not every:
            page.add(Pair(page.say, N_("There are no papers in this copy of the program.")))
        page.end()
        self.show_page(page)
        self._show_sheet(every.get(self.shown_id))
        self._fit()

    def _card(self, page: Page, sheet: Sheet) -> Card:
        card = Card(page.say, sheet.offer.title, sheet.offer.icon, role="word")
        card.add_note(page.say, sheet.said)
        if sheet.chosen:
            card.add_mark("bookmark-simple", Tone.ACCENT)
        if sheet.ready and not sheet.offer.first:
            card.add_mark("check-circle-fill", Tone.ACCENT)
        elif sheet.ready:
            card.add_mark("scales", Tone.WARM)
        card.setCheckable(True)
        card.setChecked(sheet.offer.id == self.shown_id)
        card.clicked.connect(lambda _=False: self._choose(sheet.offer.id))
        self.cards[sheet.offer.id] = card
        return card

    def _whom(self, page: Page) -> Chips:
        """Return for whom the papers are: those who are here, and a way to somebody else of the family."""
        self.whom = Chips()
        mine = self.session.my_papers
        for number in mine.whom(self.person):
            key = ME if number is None else str(number)
            self.whom.add_chip(page.say, key, mine.called(number), "user")
        for key, words in mine.relatives():
            self.whom.add_chip(page.say, key, words, "plus")
        if not mine.family_known:
            other = self.whom.add_jump(page.say, OTHER, N_("For somebody else of the family"), "plus")
            other.clicked.connect(lambda: self._begin(mine.ask_family))
        self.whom.show_choice(ME if self.person is None else str(self.person))
        self.whom.chosen.connect(self._for)
        return self.whom

    def _for(self, key: str) -> None:
        if key == ME:
            self.person = None
        elif key.isdecimal():
            self.person = int(key)
        else:
            self.person = self.session.my_papers.join(key)
        self._show()

    def _gathered(self, page: Page, chosen: list[Sheet]) -> None:
        """Say what all the papers that are chosen still need together."""
        self.all_missing = None
        if not chosen:
            return
        frame = Framed("phrase", "bookmark-simple")
        lacking = len({words for each in chosen for words in each.lacking})
        papers = P_("{n} paper is on your list.", "{n} papers are on your list.", len(chosen))
        frame.column.addWidget(Pair(page.say, papers, "strong"))
        if lacking:
            words = P_("Answer the {n} question", "Answer the {n} questions", lacking)
            self.all_missing = Button(page.say, words, "pencil-simple", "")
            ids = [each.offer.id for each in chosen]
            self.all_missing.clicked.connect(lambda: self._ask(ids))
            frame.column.addWidget(self.all_missing)
        else:
            frame.column.addWidget(Pair(page.say, N_("Nothing is missing for them.")))
        page.add(frame)

    def _choose(self, paper_id: str) -> None:
        self.shown_id = paper_id
        for each, card in self.cards.items():
            card.setChecked(each == paper_id)
        self._alone = True
        self._show_sheet(self.session.my_papers.sheet(paper_id, self.person))
        self._fit()

    def _show_sheet(self, sheet: Sheet | None) -> None:
        assert self.foot is not None  # noqa: S101 (made in __init__)
        self.foot.next.setVisible(sheet is not None)
        if sheet is None:
            self.panel = None
            self.side.show_page(QWidget())
            return
        self.panel = PaperPanel(self.session, sheet, self.person)
        self.panel.print.clicked.connect(self._print)
        self.panel.english.clicked.connect(self._english)
        self.panel.keep.clicked.connect(self._keep)
        self.panel.packet.clicked.connect(self._pack)
        self.panel.blank.clicked.connect(lambda: self.desk.go(Place.BLANK, sheet.offer.id))
        self.side.show_page(self.panel)
        self.panel.look()
        words = N_("Look and print") if sheet.ready else N_("Answer what is missing")
        self.say(self.foot.next.setText, words)
        self.foot.next.show_icon("printer" if sheet.ready else "pencil-simple")

    def _keep(self) -> None:
        if self.panel is not None:
            chosen = not self.panel.sheet.chosen
            self.session.my_papers.choose(self.shown_id, self.person, chosen=chosen)
            with self.place_kept():
                self._show()

    def _pack(self) -> None:
        with self.desk.caught():
            self.session.packet.add_paper(self.shown_id, self.person)
            self.desk.tell(N_("It is in the packet now."))

    def _begin(self, ask: Callable[[], bool]) -> None:
        """Go to the questions that `ask` begins, where there are any."""
        with self.desk.caught():
            if ask():
                self.desk.ask(Place.PAPERS)

    def _ask(self, ids: list[str]) -> None:
        self._begin(lambda: self.session.my_papers.ask(ids, self.person))

    def _english(self) -> None:
        self._begin(lambda: self.session.my_papers.ask_english(self.shown_id, self.person))

    def _print(self) -> None:
        self.desk.go(Place.PREVIEW, f"paper:{named(self.shown_id, self.person)}")

    def forward(self) -> None:
        """Ask what the paper shown still needs; print it where nothing is missing."""
        if self.panel is None:
            return
        if self._narrow and not self._alone:
            self._choose(self.shown_id)
        elif self.panel.sheet.ready:
            self._print()
        else:
            self._ask([self.shown_id])

    def back(self) -> None:
        """Go back to the list, where only one of the two can be seen; else home."""
        if self._narrow and self._alone:
            self._alone = False
            self._fit()
        else:
            super().back()

    @property
    def _narrow(self) -> bool:
        return self.width() < BESIDE * em()

    def _fit(self) -> None:
        narrow = self._narrow
        self.column.setVisible(not narrow or not self._alone)
        self.side.setVisible(not narrow or self._alone)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show both beside one another, or one after the other where there is no room."""
        super().resizeEvent(event)
        self._fit()

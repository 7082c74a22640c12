"""A sheet for a legal team: the family ticks what goes on it, and nothing else does."""

from __future__ import annotations

from msgspec import Struct

from kyr_app.model.answers import Open
from kyr_app.model.interview import Reached
from kyr_app.model.text import N_, P_, Words
from kyr_app.model.wording import said
from kyr_app.rules.screening import names as names_read
from kyr_app.session.intake import PEOPLE
from kyr_app.session.session import Session
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.point import Page
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.card import AnswerCard
from kyr_app.ui.widgets.frame import Framed
from kyr_app.ui.widgets.grid import Grid
from kyr_app.ui.widgets.label import Pair

NARROW = 15.0
"""The least width of a card in letters."""


class Offer(Struct, frozen=True):
    """Something that can go on the sheet: what it is, what was answered, and under which names it is shared."""

    asked: Words
    answered: Words | None
    names: tuple[str, ...]


def offers(session: Session) -> list[tuple[Words, list[Offer]]]:
    """Return what can be shared, in the order of the interviews, each answer once; *not today* is never offered."""
    found: list[tuple[Words, list[Offer]]] = []
    people = session.people.here
    if people:
        words = P_("{n} person", "{n} people", len(people))
        found.append((N_("Family"), [Offer(N_("Who is in the family, without names"), words, (PEOPLE,))]))
    seen: set[str] = set()
    for interview in session.library.interviews.values():
        if interview.reached is not Reached.SITUATION:
            continue  # names and addresses are for papers
        rows = []
        for screen in interview.screens:
            answer = session.answers.get(screen.answer.name)
            if answer is None or answer is Open.SKIPPED or screen.answer.name in seen:
                continue
            seen.add(screen.answer.name)
            rows.append(Offer(screen.short, said(screen.answer, answer), (screen.answer.name,)))
        if rows:
            found.append((interview.title, rows))
    return found + _of_each(session)


def _of_each(session: Session) -> list[tuple[Words, list[Offer]]]:
    """Return what the screenings came to for each person: shared whole, with all answers it rests on, or not at all."""
    found: list[tuple[Words, list[Offer]]] = []
    for screening in session.library.screenings.values():
        names = names_read(screening)
        own = [each for each in session.people.own if any(name in each for name in names)]
        if screening.each_person and own:
            words = P_("for {n} person", "for {n} people", len(own))
            found.append((screening.title, [Offer(N_("What the questions came to"), words, names)]))
    return found


class IntakeScreen(Screen):
    """Offers every answer that was given; none of them is ticked before somebody ticks it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, lines=1.5)
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.cards: list[tuple[Offer, AnswerCard]] = []
        self.all: Button | None = None
        self._count: Pair | None = None
        self.pause_button()
        end = self.foot.add(N_("Finish and forget"), "eraser")
        end.clicked.connect(lambda: self.desk.go(Place.FORGET, Place.INTAKE))
        self.say(self.foot.next.setText, N_("See the sheet"))

    def open(self, what: str) -> None:  # noqa: ARG002 (there is one of it)
        """Offer the answers of the sitting; without any, the way to the questions and a sheet to fill in by hand."""
        assert self.foot is not None  # noqa: S101 (made in __init__)
        page = Page(self.session)
        page.add(Pair(page.say, N_("A sheet for a legal team"), "title"))
        self.cards, groups = [], offers(self.session)
        self.foot.next.setVisible(bool(groups))
        if groups:
            self._offer(page, groups)
        else:
            words = N_("Answer some questions first. Then you choose here what goes on paper.")
            page.add(Pair(page.say, words))
            ask = Button(page.say, N_("Answer the questions"), "path")
            ask.clicked.connect(lambda: self.desk.go(Place.SITUATION))
            page.add(Grid([ask], NARROW, most=3))
        blank = Button(page.say, N_("Print it blank, to fill in by hand"), "pencil-simple", "link")
        blank.clicked.connect(lambda: self.desk.go(Place.PREVIEW, "blank-intake:"))
        page.add(blank)
        page.end()
        self.show_page(page)

    def _offer(self, page: Page, groups: list[tuple[Words, list[Offer]]]) -> None:
        words = N_("Tick what you want to share. Nothing else goes on the paper. Names are written by hand.")
        page.add(Pair(page.say, words))
        frame = Framed("phrase", "clipboard-text")
        self._count = Pair(page.say, "", "strong")
        frame.column.addWidget(self._count)
        self.all = Button(page.say, N_("All that I answered"), "check-square")
        self.all.clicked.connect(self._take_all)
        frame.put_beside(self.all)
        page.add(frame)
        for title, rows in groups:
            page.add(Pair(page.say, title, "kicker"))
            page.add(Grid([self._card(page, each) for each in rows], NARROW))
        self._show_count(page)

    def _card(self, page: Page, offer: Offer) -> AnswerCard:
        card = AnswerCard(page.say, offer.asked, "", offer.answered, quiet=True)
        card.hush_below()
        card.setChecked(set(offer.names) <= self.session.plan.shared)
        card.clicked.connect(lambda: self._take(page))
        self.cards.append((offer, card))
        return card

    def _take(self, page: Page) -> None:
        self.session.plan.share(
            name for offer, card in self.cards if card.isChecked() for name in offer.names
        )
        self._show_count(page)

    def _take_all(self) -> None:
        """Tick everything; where everything is ticked, nothing."""
        on = not all(card.isChecked() for _, card in self.cards)
        for _, card in self.cards:
            card.setChecked(on)
        self.session.plan.share(name for offer, _ in self.cards if on for name in offer.names)
        self.open("")

    def _show_count(self, page: Page) -> None:
        count = sum(card.isChecked() for _, card in self.cards)
        if self._count is not None:
            page.say.both(self._count.say_both, P_("{n} answer goes on it", "{n} answers go on it", count))
        if self.all is not None:
            every = count == len(self.cards)
            page.say(self.all.setText, N_("None of them") if every else N_("All that I answered"))

    def back(self) -> None:
        """Show what there is to talk about, or where the questions are."""
        self.desk.go(Place.FINDINGS if self.session.answers else Place.SITUATION)

    def forward(self) -> None:
        """Show the sheet as it would be printed."""
        self.desk.go(Place.PREVIEW, "intake:")

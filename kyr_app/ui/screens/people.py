"""The people of a family: what is the same for all is answered once, what is each one's own with each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kyr_app.model.person import Person, Who, called
from kyr_app.model.text import N_, P_
from kyr_app.session.interviews import State
from kyr_app.session.people import MOST
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.point import Page
from kyr_app.ui.whom import named
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.card import Card
from kyr_app.ui.widgets.frame import Framed, plain_row
from kyr_app.ui.widgets.grid import Grid
from kyr_app.ui.widgets.icon import Tone
from kyr_app.ui.widgets.label import Pair

if TYPE_CHECKING:
    from kyr_app.model.changes import Changes
    from kyr_app.model.screening import Screening
    from kyr_app.model.text import Words

PICTURES = {
    Who.ME: "user",
    Who.PARTNER: "heart",
    Who.CHILD: "baby",
    Who.PARENT: "user-circle",
    Who.SIBLING: "users",
    Who.OTHER: "users-three",
}


class PeopleScreen(Screen):
    """Adds people by who they are, never by name, and opens the questions of each."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, lines=1.5)
        assert self.foot is not None  # noqa: S101 (asked for above)
        self._screening: Screening | None = None
        self.cards: dict[int, Card] = {}
        self.removes: dict[int, Button] = {}
        self.adds: dict[Who, Button] = {}
        self.shared: Card | None = None
        self._sure: set[int] = set()
        self.pause_button()
        self.foot.next.hide()

    def open(self, what: str) -> None:
        """Show the people for a screening; without its name, for the one shown before."""
        if what:
            self._screening = self.session.library.screening(what)
        if self._screening is None:
            self.desk.go(Place.SITUATION)
        else:
            self._show(self._screening)

    def refresh(self, changes: Changes) -> None:
        """Show who is there now."""
        if changes.answers and self._screening is not None:
            self._show(self._screening)

    def _show(self, screening: Screening) -> None:
        page = Page(self.session)
        page.add(Pair(page.say, screening.title, "title"))
        intro = N_("The result is for one person. Add each person of your family. No name is asked.")
        page.add(Pair(page.say, intro))
        self.cards, self.removes, self.adds, self._sure = {}, {}, {}, set[int]()
        here = self.session.people.here
        self.shared = None
        if len(here) > 1:
            page.add(self._shared_card(page, screening))
        if here:
            page.add(Grid([self._row(page, screening, each) for each in here], 17))
        page.add(Pair(page.say, N_("Who else is there?") if here else N_("Who is there?"), "lead"))
        page.add(self._add_buttons(page) if len(here) < MOST else self._full(page))
        page.end()
        self.show_page(page)

    def _shared_card(self, page: Page, screening: Screening) -> Card:
        words = N_(
            "Answer once what is the same for everyone. Choose “Not today” for what is not: each person is asked that."
        )
        card = Card(page.say, N_("For all of us at once"), "users-four", words)
        card.add_note(page.say, self._state(screening, None))
        card.clicked.connect(lambda: self.desk.go(Place.INTERVIEW, screening.interview))
        self.shared = card
        return card

    def _row(self, page: Page, screening: Screening, person: Person) -> QWidget:
        holder, row = plain_row(1)
        card = Card(page.say, person.name, PICTURES[person.who])
        card.add_note(page.say, self._state(screening, person.number))
        if self.session.interviews.state(screening.interview, person.number) is State.DONE:
            card.add_mark("check-circle-fill", Tone.ACCENT)
        card.clicked.connect(lambda: self._begin(screening, person.number))
        remove = Button(page.say, N_("Remove"), "x", "link")
        remove.clicked.connect(lambda: self._remove(page, person.number))
        self.cards[person.number], self.removes[person.number] = card, remove
        row.addWidget(card, 1)
        row.addWidget(remove)
        return holder

    def _remove(self, page: Page, person: int) -> None:
        """Let a person go; one for whom something was answered only at the second press."""
        if person in self._sure or not self.session.people.own_of(person):
            self._sure.discard(person)
            self.session.remove_person(person)
        else:
            self._sure.add(person)
            page.say(self.removes[person].setText, N_("Yes, remove with the answers"))

    def _state(self, screening: Screening, person: int | None) -> Words:
        interviews = self.session.interviews
        state = interviews.state(screening.interview, person)
        if state is State.DONE:
            if person is None:
                return N_("Done. Each person can still answer differently.")
            return self.session.screened(screening.id, person).outcome.title
        if state is State.TO_GO_ON or interviews.left(screening.interview, person) == 0:
            left = interviews.left(screening.interview, person)
            return P_("To go on: {n} question left", "To go on: {n} questions left", left)
        return N_("Not started")

    def _add_buttons(self, page: Page) -> QWidget:
        for who in Who:
            button = Button(page.say, called(who), "plus")
            button.clicked.connect(lambda _=False, who=who: self._join(who))
            self.adds[who] = button
        return Grid(self.adds.values(), 17, most=3)

    def _join(self, who: Who) -> None:
        """Take somebody in, and stay on the same button: a family may have four children."""
        self.session.add_person(who)
        self.adds.get(who, self).setFocus()

    def _full(self, page: Page) -> Framed:
        frame = Framed("phrase", "users-four")
        words = N_(
            "There is room for {n} people. For a larger family, print the results and finish. "
            "Then begin again with the others.",
            n=MOST,
        )
        frame.column.addWidget(Pair(page.say, words))
        return frame

    def _begin(self, screening: Screening, person: int) -> None:
        """Open the questions of a person; where all are answered, what they came to."""
        if self.session.interviews.state(screening.interview, person) is State.DONE:
            self.session.interviews.start(screening.interview, person)
            self.desk.go(Place.REVIEW)
        else:
            self.desk.go(Place.INTERVIEW, named(screening.interview, person))

    def back(self) -> None:
        """Show all questions there are."""
        self.desk.go(Place.SITUATION)

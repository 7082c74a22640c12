"""The answers of an interview, section by section: a press on one changes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kyr_app.model.interview import Reached
from kyr_app.model.text import N_
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.point import Page
from kyr_app.ui.whom import called, chosen_at, named, screening_of
from kyr_app.ui.widgets.card import Card
from kyr_app.ui.widgets.label import Pair

if TYPE_CHECKING:
    from kyr_app.model.changes import Changes
    from kyr_app.model.interview import Interview
    from kyr_app.model.screening import Screening
    from kyr_app.model.text import Words


class ReviewScreen(Screen):
    """Shows what was answered before it is used."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.cards: dict[str, Card] = {}
        self.pause_button()
        end = self.foot.add(N_("Finish and forget"), "eraser")
        end.clicked.connect(lambda: self.desk.go(Place.FORGET, Place.REVIEW))

    def open(self, what: str) -> None:  # noqa: ARG002 (there is one of it)
        """Show the answers of the interview under way."""
        if self.session.interviews.under_way:
            self._show()
        else:
            self.desk.go(Place.SITUATION)

    def refresh(self, changes: Changes) -> None:
        """Show the answers as they are now."""
        if changes.answers and self.session.interviews.under_way:
            self._show()

    def _show(self) -> None:
        assert self.foot is not None  # noqa: S101 (made in __init__)
        interviews = self.session.interviews
        self.say(self.foot.next.setText, _onward(interviews.interview, self.desk.asking[0]))
        page = Page(self.session)
        whom = called(self.session, interviews.person)
        if whom is not None:
            page.add(Pair(page.say, whom, "kicker"))
        page.add(Pair(page.say, N_("These are your answers"), "title"))
        page.add(Pair(page.say, N_("Press an answer to change it. When they are right, go on.")))
        self.cards = {}
        for section in interviews.review():
            page.add(Pair(page.say, section.title, "kicker"))
            for row in section.rows:
                card = Card(page.say, row.asked, "", _begun(row.answered), role="small")
                card.hush_below()
                card.add_mark("pencil-simple")
                card.clicked.connect(lambda _=False, row=row: self._change(row.screen_id))
                self.cards[row.screen_id] = card
                page.add(card)
        page.end()
        self.show_page(page)

    def _change(self, screen_id: str) -> None:
        self.session.interviews.go_to(screen_id)
        self.desk.go(Place.INTERVIEW)

    def back(self) -> None:
        """Show the last question again."""
        if self.session.interviews.back():
            self.desk.go(Place.INTERVIEW)
        else:
            self.desk.go(*chosen_at(self.session, self.desk.asking))

    def forward(self) -> None:
        """Show the list that the answers make, or what they call for where no list follows."""
        interview = self.session.interviews.interview
        if interview.reached is Reached.PAPERS:
            self.desk.go(*self.desk.asking)
            return
        screening = screening_of(self.session, interview.id)
        if screening is not None:
            self._show_outcome(screening)
        elif interview.leads_to:
            self.desk.go(Place.CHECKLIST, interview.leads_to)
        else:
            self.desk.go(Place.FINDINGS)

    def _show_outcome(self, screening: Screening) -> None:
        """Show the outcome for whom it was answered; what a family shares is only the beginning of each one's."""
        person = self.session.interviews.person
        if screening.each_person and person is None:
            self.desk.go(Place.PEOPLE)
        else:
            self.desk.go(Place.RESULT, named(screening.id, person))


_SHOWN = 240
"""So many letters of a long text are shown here; it is whole where it was written, and on paper."""


def _begun(answered: Words) -> Words:
    """Return the beginning of a long text, and anything else as it is."""
    long = isinstance(answered, str) and len(answered) > _SHOWN
    return f"{answered[:_SHOWN].rstrip()} …" if isinstance(answered, str) and long else answered


def _onward(interview: Interview, asking: Place) -> Words:
    if interview.reached is Reached.PAPERS:
        return N_("Back to my packet") if asking is Place.ASSEMBLE else N_("See my papers")
    return N_("See my list") if interview.leads_to else N_("See what they call for")

"""My situation: the interviews there are, each with how long it takes."""

from __future__ import annotations

from kyr_app.model.interview import Interview
from kyr_app.model.text import N_
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.shelf import Shelf, minutes
from kyr_app.ui.widgets.card import Card


class SituationScreen(Shelf):
    """Chooses an interview. One that was begun is taken up where it was left."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            "path",
            N_("What is your situation?"),
            N_("One question at a time. You can skip any of them. No name is asked, and nothing is kept."),
        )
        cards = {each.id: self._card(each) for each in self.session.library.interviews.values()}
        self.add_group(None, cards, self._start)

    def _card(self, interview: Interview) -> Card:
        card = Card(self.say, interview.title, interview.icon, interview.summary)
        card.add_note(self.say, minutes(interview.minutes))
        return card

    def _start(self, interview_id: str) -> None:
        self.desk.go(Place.INTERVIEW, interview_id)

"""The library: lessons, by the moment of the journey at which they are needed."""

from __future__ import annotations

from kyr_app.model.lesson import Lesson, Moment
from kyr_app.model.text import N_, Together, Words
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.shelf import Shelf, minutes
from kyr_app.ui.widgets.card import Card

MOMENTS: dict[Moment, Words] = {
    Moment.WAITING: N_("While we wait in Mexico"),
    Moment.BORDER: N_("At the border"),
    Moment.CUSTODY: N_("In custody"),
    Moment.COURT: N_("In immigration court"),
    Moment.AFTER: N_("After release"),
    Moment.FAMILY: N_("Family and children"),
    Moment.HELP: N_("Finding help and avoiding fraud"),
}


class LibraryScreen(Shelf):
    """Every lesson as a card; one that is past its date says so."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            "book-open",
            N_("What do you want to learn?"),
            N_("Each lesson is short. You can stop at any time."),
        )
        for moment, title in MOMENTS.items():
            lessons = [each for each in self.session.library.lessons.values() if each.moment is moment]
            cards = {each.id: self._card(each) for each in lessons}
            if cards:
                self.add_group(title, cards, self._read)

    def _card(self, lesson: Lesson) -> Card:
        card = Card(self.say, lesson.title, lesson.icon, lesson.summary)
        card.add_note(self.say, self._note(lesson))
        return card

    def _note(self, lesson: Lesson) -> Words:
        length = minutes(lesson.minutes)
        if not lesson.expired(self.session.today):
            return length
        return Together((length, N_("This page may be out of date.")), "  ·  ")

    def _read(self, lesson_id: str) -> None:
        self.desk.go(Place.LESSON, lesson_id)

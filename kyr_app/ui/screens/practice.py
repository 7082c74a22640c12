"""Practise: what one can say, hear and remember before the day comes. Nothing is graded, nothing is kept."""

from __future__ import annotations

from kyr_app.model.text import N_, Words
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.shelf import Shelf
from kyr_app.ui.widgets.card import Card

DRILL, TEACHBACK, BREATHING = "two telephone numbers", "teach-back", "breathing"

OTHERS: tuple[tuple[str, str, Words, Words], ...] = (
    (
        DRILL,
        "brain",
        N_("Learn two telephone numbers by heart"),
        N_("One number of someone you trust, one of a legal team. Nothing is kept."),
    ),
    (
        TEACHBACK,
        "chalkboard-teacher",
        N_("Explain a lesson in my own words"),
        N_("Tell it to somebody. Then one question, to see if we explained it well."),
    ),
    (BREATHING, "wind", N_("Breathe slowly for a moment"), N_("Nothing to read and nothing to do.")),
)
PAPERS: tuple[tuple[str, str, Words, Words], ...] = (
    (
        "fear-card",
        "cards",
        N_("Cards to say that I am afraid"),
        N_("To cut out and to carry. They ask for no name."),
    ),
    (
        "teen-card",
        "cards",
        N_("Cards for teens"),
        N_("Words to say, and what to know. They ask for no name."),
    ),
    (
        "hearing-card",
        "cards",
        N_("Cards for the hearing"),
        N_("Words for the judge, in both languages."),
    ),
    (
        "practice-hearing",
        "scales",
        N_("The hearing, for two people"),
        N_("One reads what the judge says, the other one answers."),
    ),
    (
        "practice-questions",
        "file-text",
        N_("Questions for whoever helps"),
        N_("The questions by topic, and why they are asked."),
    ),
)
"""What can be practised from paper: the id of the paper, its picture, what it is called, what it is."""


class PracticeScreen(Shelf):
    """Chooses what to practise."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            "chats-circle",
            N_("What do you want to practice?"),
            N_("To feel calm and to speak clearly. There is no grade, and nothing is kept."),
        )
        cards = {
            each.id: Card(self.say, each.title, each.icon, each.intro)
            for each in self.session.library.practice.values()
        }
        cards |= {key: Card(self.say, title, icon, below) for key, icon, title, below in OTHERS}
        self.add_group(None, cards, self._open)
        papers = {key: Card(self.say, title, icon, below) for key, icon, title, below in PAPERS}
        self.add_group(N_("On paper"), papers, lambda paper: self.desk.go(Place.PREVIEW, f"practice:{paper}"))

    def _open(self, key: str) -> None:
        if key == DRILL:
            self.desk.go(Place.DRILL)
        elif key == TEACHBACK:
            self.desk.go(Place.TEACHBACK)
        elif key == BREATHING:
            self.desk.go(Place.BREATHING, Place.PRACTICE.value)
        else:
            self.desk.go(Place.REHEARSE, key)

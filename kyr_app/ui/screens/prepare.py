"""Prepare: what is done here, and the checklists. Without answers a checklist is general, and a sentence says so."""

from __future__ import annotations

from kyr_app.model.changes import Changes
from kyr_app.model.text import N_
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.shelf import Shelf
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.card import Card
from kyr_app.ui.widgets.frame import Framed
from kyr_app.ui.widgets.label import Pair

EVIDENCE = "evidence"
"""The checklist that is planned, part by part: who can send each thing, and by when."""

DRILL = "two telephone numbers"
"""No checklist: practice, beside them because it belongs to getting ready."""

STORY = "story"
"""Nor is this one: it stands here until it is put on paper."""

PACKET = "packet"
"""Nor this one: what shows what the story tells."""

FILL = "papers"
"""Nor this one: the papers that are filled in, which whoever begins at home looks for here."""

DATES = "dates"
"""Nor this one: until what day a family has for what it prepares."""

AWAY: dict[str, Place] = {
    DRILL: Place.DRILL,
    STORY: Place.STORY,
    FILL: Place.PAPERS,
    PACKET: Place.PACKET,
    EVIDENCE: Place.EVIDENCE,
    DATES: Place.DEADLINES,
}
"""Where a card leads that is no checklist, or has a screen of its own."""


class PrepareScreen(Shelf):
    """Chooses a checklist."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            "list-bullets",
            N_("What do you want to prepare?"),
            N_("What to gather, why, and what to do if you do not have it."),
        )
        self.advice = Framed("phrase", "lightbulb")
        words = N_(
            "Answer the questions first, and the list will be your family's own. Or look at the general list."
        )
        self.advice.column.addWidget(Pair(self.say, words))
        self.ask = Button(self.say, N_("Answer the questions"), "path")
        self.ask.clicked.connect(lambda: self.desk.go(Place.SITUATION))
        self.advice.put_beside(self.ask)
        self.add_group(N_("Do it here, step by step"), self._made_here(), self._show)
        self.add(self.advice)
        lists = {
            each.id: Card(self.say, each.title, each.icon, each.intro)
            for each in self.session.library.checklists.values()
        }
        self.add_group(N_("Lists: what to gather"), lists, self._show)

    def _made_here(self) -> dict[str, Card]:
        """Return the cards that lead to what is done here, and not only listed."""
        cards: dict[str, Card] = {}
        told = N_(
            "Card by card, in any order, in your own words. Then it goes on paper in the order of time."
        )
        cards[STORY] = Card(self.say, N_("Tell my story, for a statement"), "cards", told)
        filled = N_("Forms, letters and court papers. What you answer once is put into all of them.")
        cards[FILL] = Card(self.say, N_("Fill in my papers"), "file-text", filled)
        made = N_("What shows what you tell, in order, with letters and page numbers, as one file.")
        cards[PACKET] = Card(self.say, N_("Put my photos and papers together"), "package", made)
        counted = N_("Say what happened and when. See until what day you have.")
        cards[DATES] = Card(self.say, N_("Count my dates"), "calendar-check", counted)
        below = N_("One number of someone you trust, one of a legal team. Nothing is kept.")
        cards[DRILL] = Card(self.say, N_("Learn two telephone numbers by heart"), "brain", below)
        return cards

    def open(self, what: str) -> None:  # noqa: ARG002 (there is one of it)
        """Show the advice only while nothing was answered."""
        self.advice.setVisible(not self.session.answers)

    def refresh(self, changes: Changes) -> None:
        """Likewise when answers come and go."""
        if changes.answers:
            self.advice.setVisible(not self.session.answers)

    def _show(self, key: str) -> None:
        if key in AWAY:
            self.desk.go(AWAY[key])
        else:
            self.desk.go(Place.CHECKLIST, key)

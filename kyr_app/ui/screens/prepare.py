"""Prepare: the checklists there are. Without answers a checklist is general, and a sentence says so."""

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


class PrepareScreen(Shelf):
    """Chooses a checklist."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            "list",
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
        self.advice.row.addWidget(self.ask)
        self.add(self.advice)
        cards = {
            each.id: Card(self.say, each.title, each.icon, each.intro)
            for each in self.session.library.checklists.values()
        }
        below = N_("One number of someone you trust, one of a legal team. Nothing is kept.")
        cards[DRILL] = Card(self.say, N_("Learn two telephone numbers by heart"), "brain", below)
        told = N_(
            "Card by card, in any order, in your own words. Then it goes on paper in the order of time."
        )
        cards[STORY] = Card(self.say, N_("Tell my story, for a statement"), "cards", told)
        made = N_("What shows what you tell, in order, with letters and page numbers, as one file.")
        cards[PACKET] = Card(self.say, N_("Put my photos and papers together"), "package", made)
        self.add_group(None, cards, self._show)

    def open(self, what: str) -> None:  # noqa: ARG002 (there is one of it)
        """Show the advice only while nothing was answered."""
        self.advice.setVisible(not self.session.answers)

    def refresh(self, changes: Changes) -> None:
        """Likewise when answers come and go."""
        if changes.answers:
            self.advice.setVisible(not self.session.answers)

    def _show(self, checklist_id: str) -> None:
        if checklist_id == DRILL:
            self.desk.go(Place.DRILL)
        elif checklist_id == STORY:
            self.desk.go(Place.STORY)
        elif checklist_id == PACKET:
            self.desk.go(Place.PACKET)
        elif checklist_id == EVIDENCE:
            self.desk.go(Place.EVIDENCE)
        else:
            self.desk.go(Place.CHECKLIST, checklist_id)

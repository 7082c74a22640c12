"""The pages of filling a blank: where it is, what it is and for whom, and what to know of the filled one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kyr_app.documents.official.planned import About
from kyr_app.model.text import N_, P_, Together
from kyr_app.session.making import official
from kyr_app.ui import saving
from kyr_app.ui.screens.point import Page
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.card import AnswerCard, Card
from kyr_app.ui.widgets.frame import Framed, plain_row
from kyr_app.ui.widgets.icon import Glyph, Tone
from kyr_app.ui.widgets.label import Pair

if TYPE_CHECKING:
    from kyr_app.documents.official.planned import Note
    from kyr_app.model.form import OfficialForm
    from kyr_app.model.text import Words
    from kyr_app.session.making.official import Blank
    from kyr_app.session.session import Session


_BRING = N_(
    "Bring the empty form, as a PDF, on a stick. A helper with internet can get it free from the government. "
    "The program fills in a copy, and does not change your file."
)


class WherePage(Page):
    """Asks where the blank is: on a stick, in a folder. The program has none of its own."""

    chosen = Signal(str)

    def __init__(self, session: Session, form: OfficialForm) -> None:
        super().__init__(session)
        self.cards: list[Card] = []
        self.add(Pair(self.say, form.title, "title"))
        self.add(Pair(self.say, _BRING))
        self.add(Pair(self.say, N_("Where is the empty form?"), "lead"))
        for shelter in saving.shelters():
            card = Card(self.say, shelter.called, shelter.icon, role="strong")
            card.clicked.connect(lambda _=False, folder=shelter.folder: self.chosen.emit(str(folder)))
            self.cards.append(card)
            self.add(card)
        other = Card(self.say, N_("Another folder…"), "folder-open", role="strong")
        other.clicked.connect(lambda: self.chosen.emit(""))
        self.cards.append(other)
        self.add(other)
        self.waiting = Pair(self.say, "", "strong")
        self.add(self.waiting)
        self.end()


class WhatPage(Page):
    """Says in words what the PDF is, and, where it can be filled, asks for whom."""

    def __init__(self, session: Session, blank: Blank) -> None:
        super().__init__(session)
        self.blank = blank
        self.people: dict[int | None, AnswerCard] = {}
        identity = blank.identity
        good = identity.fillable
        frame = Framed("phrase" if good else "warm", "check-circle" if good else "warning", _tone(good=good))
        frame.column.addWidget(Pair(self.say, identity.said, "lead"))
        frame.column.addWidget(Pair(self.say, identity.hint))
        for words in identity.warnings:
            frame.column.addWidget(Pair(self.say, words, "small"))
        self.add(frame)
        if good and blank.form is not None:
            self._whom(blank.form)
        self.again = Button(self.say, N_("Choose another file"), "folder-open", "link")
        self.add(self.again)
        self.end()

    def _whom(self, form: OfficialForm) -> None:
        people = official.whom(self.session, form.id)
        if len(people) < 2:
            return
        self.add(Pair(self.say, N_("Each person has a form of their own. For whom?"), "lead"))
        for number, words in people:
            card = AnswerCard(self.say, words, "user", quiet=True)
            card.setChecked(number is None)
            self.people[number] = card
            self.add(card)

    def chosen(self) -> tuple[int | None, ...]:
        """Return for whom the form is filled."""
        found = tuple(number for number, card in self.people.items() if card.isChecked())
        return found if self.people else (None,)


def _tone(*, good: bool) -> Tone:
    return Tone.ACCENT if good else Tone.WARM


class FilledPage(Page):
    """What to know of the filled form before it is printed: by hand, continued, in Spanish, still missing."""

    def __init__(self, session: Session, notes: tuple[Note, ...]) -> None:
        super().__init__(session)
        self.add(Pair(self.say, N_("The form is filled in"), "subtitle"))
        self.add(Pair(self.say, N_("Look at each page. Sign by hand, only when a lawyer has read it.")))
        missing = len({note.question for note in notes if note.about is About.MISSING})
        others = [note for note in notes if note.about is not About.MISSING]
        if missing:
            frame = Framed("phrase", "pencil-simple", Tone.ACCENT)
            said = P_("{n} question has no answer yet.", "{n} questions have no answer yet.", missing)
            frame.column.addWidget(Pair(self.say, said, "strong"))
            words = N_("Go back to your papers to answer them, or write them in by hand.")
            frame.column.addWidget(Pair(self.say, words, "small"))
            self.add(frame)
        if others:
            said = P_("{n} thing to know", "{n} things to know", len(others))
            self.add(Pair(self.say, said, "kicker"))
        for note in others:
            holder, row = plain_row(1)
            row.addWidget(Glyph("info", 1.1, Tone.SOFT))
            about: Words = Together((f"{note.question} ·", note.label, "·", note.said))
            row.addWidget(Pair(self.say, about, "small"), 1)
            self.add(holder)
        self.end()

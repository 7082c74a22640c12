"""How a question is answered: one view for each kind of field, and *I don't know* under every one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyr_app.model.answers import Answer, Open
from kyr_app.model.interview import (
    AnyField,
    DayField,
    Line,
    LongText,
    Month,
    Number,
    Picture,
    PlainField,
)
from kyr_app.model.text import N_
from kyr_app.ui import theme
from kyr_app.ui.widgets.card import AnswerCard
from kyr_app.ui.widgets.entries import Count, DayEntry, Entry, LineEntry
from kyr_app.ui.widgets.grid import Grid
from kyr_app.ui.widgets.radios import Question, Radios
from kyr_app.ui.widgets.writing import MonthEntry, TextEntry

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kyr_app.model.text import Words
    from kyr_app.ui.words import Speaks

NONE = "none"
"""The value of an option that goes with no other: *none of these* in the question's own words."""
NARROW, WIDE = 13.0, 17.0
"""The least width of a card in letters: with one line, and with an explanation under it."""


class AnswerView(QWidget):
    """Holds what a person is about to answer; the screen reads `value` when she goes on."""

    changed = Signal()
    kept = Signal()
    """What is held now is worth keeping, although nobody has gone on yet."""
    KEEPS = False
    """Whether that can be: then whatever changes is held at once."""

    def __init__(self, say: Speaks) -> None:
        super().__init__()
        self.say = say
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.space(2))
        self.unsure = AnswerCard(say, N_("I don't know"), "question", quiet=True)

    def value(self) -> Answer | None:
        """Return the answer, None where there is none yet."""
        return Open.UNSURE if self.unsure.isChecked() else None

    def given(self) -> object:
        """Return what is given to the session: the answer, for a group one for each name; None where nothing is."""
        return self.value()

    def held(self) -> object:
        """Return what is worth keeping although nobody has gone on yet: what is given, if there is no more."""
        return self.given()

    def show_answer(self, answer: Answer | None) -> None:
        """Show what was answered before."""
        self.unsure.setChecked(answer is Open.UNSURE)

    def show_given(self, name: str, given: Mapping[str, Answer]) -> None:
        """Show what was answered before under `name`."""
        self.show_answer(given.get(name))

    def step(self) -> bool:
        """Take one step on inside the view; return False where there is none, and the screen goes on."""
        return False

    def step_back(self) -> bool:
        """Take one step back inside the view; return False where there is none."""
        return False

    def gap(self) -> QWidget | None:
        """Return the first place where something is missing, None where there is none or only one."""
        return None


class ChoiceAnswer(AnswerView):
    """One of several cards, or several of them; *none of these* is a card of its own, so that nothing is left empty."""

    def __init__(self, say: Speaks, name: Words, options: tuple[Picture, ...], *, several: bool) -> None:
        super().__init__(say)
        self._several = several
        self.cards = self._made(options)
        self.none = AnswerCard(say, N_("None of these"), "prohibit", quiet=True)
        offered = several and NONE not in self.cards
        if not offered:
            self.none.setParent(self)
            self.none.hide()
        quiet = [self.none, self.unsure] if offered else [self.unsure]
        ems = WIDE if any(option.help for option in options) else NARROW
        question = Question(say, name)
        self.column.addWidget(question)
        question.column.addWidget(Grid(self.cards.values(), ems))
        question.column.addWidget(Grid(quiet, NARROW))
        every = (*self.cards.values(), self.unsure)
        self._radios = None if several else Radios(question, say, every)
        for card in (*every, self.none):
            card.clicked.connect(lambda _=False, card=card: self._choose(card))

    def _made(self, options: tuple[Picture, ...]) -> dict[str, AnswerCard]:
        return {each.value: AnswerCard(self.say, each.text, each.icon, each.help) for each in options}

    def _choose(self, card: AnswerCard) -> None:
        alone = {self.none, self.unsure, self.cards.get(NONE)}
        for other in (*self.cards.values(), self.none, self.unsure) if self._several else ():
            if other is not card and (card in alone or other in alone):
                other.setChecked(False)
        self.changed.emit()

    def value(self) -> Answer | None:
        """Return the value chosen; several as a tuple, which is empty for *none of these*."""
        chosen = tuple(value for value, card in self.cards.items() if card.isChecked())
        if self._several and (chosen or self.none.isChecked()):
            return chosen
        return chosen[0] if chosen else super().value()

    def show_answer(self, answer: Answer | None) -> None:
        """Show what was answered before."""
        if self._radios is not None:
            open_card = self.unsure if answer is Open.UNSURE else None
            self._radios.choose(self.cards.get(answer, open_card) if isinstance(answer, str) else open_card)
            return
        super().show_answer(answer)
        chosen = answer if isinstance(answer, tuple) else (answer,)
        for value, card in self.cards.items():
            card.setChecked(value in chosen)
        self.cards.get(NONE, self.none).setChecked(answer in {(), (NONE,)})


class EntryAnswer(AnswerView):
    """Something to type, with *I don't know* beside it, and *there is none* where that is an answer."""

    def __init__(self, say: Speaks, entry: Entry, field: AnyField) -> None:
        super().__init__(say)
        self.entry = entry
        self.none = AnswerCard(say, field.none or N_("There is none"), "prohibit", quiet=True)
        self.column.addWidget(entry)
        quiet = [self.none, self.unsure] if field.optional else [self.unsure]
        self.column.addWidget(Grid(quiet, NARROW))
        if not field.optional:
            self.none.setParent(self)
            self.none.hide()
        entry.edited.connect(self._edited)
        for card in (self.none, self.unsure):
            card.clicked.connect(lambda _=False, card=card: self._open(card))

    def _edited(self) -> None:
        self.unsure.setChecked(False)
        self.none.setChecked(False)
        self.changed.emit()

    def _open(self, card: AnswerCard) -> None:
        if self.entry.LONG and self.entry.value() is not None:
            card.setChecked(False)  # what was written at length is not wiped by one press
            return
        self.entry.clear()
        for each in (self.none, self.unsure):
            each.setChecked(each is card)
        self.changed.emit()

    def value(self) -> Answer | None:
        """Return what was typed, or that it is not known, or that there is none."""
        typed = self.entry.value()
        if typed is not None:
            return typed
        return Open.NONE if self.none.isChecked() else super().value()

    def show_answer(self, answer: Answer | None) -> None:
        """Show what was answered before."""
        super().show_answer(answer)
        self.none.setChecked(answer is Open.NONE)
        if answer is not None and not isinstance(answer, Open):
            self.entry.show_value(answer)


_YES_NO: tuple[tuple[str, Words, str], ...] = (("yes", N_("Yes"), "check"), ("no", N_("No"), "x"))


class YesNoAnswer(ChoiceAnswer):
    """Yes or no, as two large cards."""

    def __init__(self, say: Speaks, name: Words) -> None:
        super().__init__(say, name, (), several=False)

    def _made(self, options: tuple[Picture, ...]) -> dict[str, AnswerCard]:  # noqa: ARG002 (these two are always it)
        return {value: AnswerCard(self.say, words, icon) for value, words, icon in _YES_NO}


def entry(say: Speaks, field: PlainField, name: Words) -> Entry:
    """Return the place to type for a field that is typed."""
    if isinstance(field, Number):
        return Count(say, field, name)
    if isinstance(field, DayField):
        return DayEntry(say, name)
    if isinstance(field, Month):
        return MonthEntry(say, name)
    if isinstance(field, LongText):
        return TextEntry(say, name)
    assert isinstance(field, Line)  # noqa: S101 (tells the type checker that every kind is above)
    return LineEntry(say, field, name)

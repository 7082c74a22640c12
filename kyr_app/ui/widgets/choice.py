"""A teach-back question: it asks whether the lesson was clear, and whatever one chooses is answered kindly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyr_app.ui import telling, theme
from kyr_app.ui.widgets.card import AnswerCard
from kyr_app.ui.widgets.frame import Framed
from kyr_app.ui.widgets.icon import Tone
from kyr_app.ui.widgets.label import Pair
from kyr_app.ui.widgets.radios import Question, Radios

if TYPE_CHECKING:
    from kyr_app.model.block import Choice, Option
    from kyr_app.ui.words import Speaks


class ChoiceView(QWidget):
    """The question, its answers as cards, and under the chosen one the reply to it."""

    def __init__(self, say: Speaks, choice: Choice) -> None:
        super().__init__()
        self._say = say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1.5))
        column.addWidget(Pair(say, choice.question, "subtitle"))
        question = Question(say, choice.question, 1.5)
        column.addWidget(question)
        self._column = question.column
        self.cards: list[AnswerCard] = []
        self._replies: list[Framed] = []
        for option in choice.options:
            self._add(option)
        Radios(question, say, self.cards)

    def _add(self, option: Option) -> None:
        card, at = AnswerCard(self._say, option.text), len(self.cards)
        card.toggled.connect(lambda chosen: self._answer(at, chosen=chosen))
        self.cards.append(card)
        self._column.addWidget(card)
        icon, tone = ("check-circle", Tone.ACCENT) if option.right else ("lightbulb", Tone.WARM)
        reply = Framed("term" if option.right else "warm", icon, tone)
        reply.column.addWidget(Pair(self._say, option.reply))
        reply.hide()
        self._replies.append(reply)
        self._column.addWidget(reply)

    def _answer(self, at: int, *, chosen: bool) -> None:
        reply = self._replies[at]
        reply.setVisible(chosen)
        words = telling.title(reply) if chosen else None
        if words is not None:
            telling.announce(words, telling.without_marks(words.text()))

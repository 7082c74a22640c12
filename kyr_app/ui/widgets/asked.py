"""A question as it is heard: who asks it, and large what is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kyr_app.model.text import N_
from kyr_app.ui import theme
from kyr_app.ui.widgets.frame import Framed, plain_column, plain_row
from kyr_app.ui.widgets.grid import Grid
from kyr_app.ui.widgets.icon import Glyph, Tone
from kyr_app.ui.widgets.label import PLACE, Pair

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kyr_app.model.block import Phrase
    from kyr_app.model.practice import PracticeQuestion
    from kyr_app.model.text import Words
    from kyr_app.ui.words import Speaks

NARROW = 17
"""How many letters wide each of the two helps is at least."""
SHORT = 9
"""Likewise each of the words that may be said at any time."""


def asked(say: Speaks, voice: Words, question: PracticeQuestion, icon: str) -> Framed:
    """Return the voice of an officer or a judge: who it is, then the words. A recorded clip has the question's id."""
    frame = Framed("found", icon, Tone.ACCENT, 2.1)
    frame.column.addWidget(Pair(say, voice, "kicker"))
    words = Pair(say, question.question, "say")
    words.setProperty(PLACE, question.id)
    frame.column.addWidget(words)
    return frame


def helps(say: Speaks, question: PracticeQuestion) -> Grid:
    """Return why it is asked and what to think of, beside each other."""
    parts: tuple[tuple[str, Words, Words], ...] = (
        ("info", N_("Why it is asked"), question.why),
        ("lightbulb", N_("What helps"), question.remember),
    )
    sheets = []
    for icon, title, words in parts:
        frame = Framed("sheet", icon, Tone.ACCENT, 1.3)
        frame.column.addWidget(Pair(say, title, "strong"))
        frame.column.addWidget(Pair(say, words))
        frame.column.addStretch(1)
        sheets.append(frame)
    return Grid(sheets, NARROW)


def always(say: Speaks, phrases: tuple[Phrase, ...]) -> QWidget:
    """Return the words that may be said at any question."""
    holder, column = plain_column(0.5)
    column.setContentsMargins(0, theme.space(1), 0, 0)
    column.addWidget(Pair(say, N_("You can always say:"), "small-strong"))
    column.addWidget(Grid([_one(say, each) for each in phrases], SHORT, most=len(phrases)))
    return holder


def _one(say: Speaks, phrase: Phrase) -> QWidget:
    line, row = plain_row(0.5)
    row.addWidget(Glyph("chat-circle-text", 1.1))
    row.addWidget(Pair(say, phrase.say, "small-strong"), 1)
    return line

"""A mark on a card: a small picture with its word, for whom a lesson is or that it may be out of date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from kyr_app.ui.widgets.frame import TOP, plain_row
from kyr_app.ui.widgets.icon import Glyph, Tone
from kyr_app.ui.widgets.label import Pair

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kyr_app.model.text import Words
    from kyr_app.ui.words import Speaks

_ROLES = {Tone.WARM: "warm-small", Tone.ACCENT: "kicker"}


def mark(say: Speaks, icon: str, words: Words, tone: Tone = Tone.SOFT) -> QWidget:
    """Return the mark; the picture and the word are of one colour."""
    holder, row = plain_row(0.75)
    row.addWidget(Glyph(icon, 1.0, tone), 0, TOP)
    row.addWidget(Pair(say, words, _ROLES.get(tone, "small")), 1)
    holder.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return holder

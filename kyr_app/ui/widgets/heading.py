"""What a page begins with: a round picture, a title, and what to do here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kyr_app.ui.widgets.frame import TOP, plain_column, plain_row
from kyr_app.ui.widgets.icon import Glyph
from kyr_app.ui.widgets.label import Pair

if TYPE_CHECKING:
    from kyr_app.model.text import Words
    from kyr_app.ui.words import Speaks


def heading(say: Speaks, icon: str, title: Words, *below: Words) -> QWidget:
    """Return the beginning of a page."""
    head, row = plain_row(2)
    row.addWidget(Glyph(icon, 2.0, rounded=True), 0, TOP)
    words, column = plain_column(0.75)
    column.addWidget(Pair(say, title, "title"))
    for each in below:
        column.addWidget(Pair(say, each))
    row.addWidget(words, 1)
    return head

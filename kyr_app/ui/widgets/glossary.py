"""A glossary term explained in place: under the block in which it stands, not over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from kyr_app.model.text import N_
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.frame import TOP, Framed
from kyr_app.ui.widgets.icon import Tone
from kyr_app.ui.widgets.label import Pair

if TYPE_CHECKING:
    from kyr_app.model.glossary import Term
    from kyr_app.ui.words import Speaks


class TermCard(Framed):
    """The term, what it means, the way to all terms, and a button that puts it away."""

    closed = Signal()

    def __init__(self, say: Speaks, term: Term) -> None:
        super().__init__("term", "book-open", Tone.ACCENT, 1.5)
        self.term = term
        self.column.addWidget(Pair(say, term.term, "lead"))
        self.column.addWidget(Pair(say, term.meaning))
        self.close_button = Button(say, N_("Close"), "x", "link")
        self.close_button.clicked.connect(self.closed)
        self.row.addWidget(self.close_button, 0, TOP)
        self.whole = Button(say, N_("See it in the glossary"), "books", "link")
        self.column.addWidget(self.whole, 0, Qt.AlignmentFlag.AlignLeft)

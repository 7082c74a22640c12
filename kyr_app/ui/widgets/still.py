"""A quiet word before the program closes by itself, and a button that says: I am still here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from kyr_app.model.text import N_
from kyr_app.ui import telling, theme
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.icon import Glyph
from kyr_app.ui.widgets.label import Label

if TYPE_CHECKING:
    from kyr_app.ui.words import Speaks

CLOSES = N_("In half a minute the program closes your file, so that nobody else can read it. It is kept.")
HIDES = N_("In half a minute a picture covers the screen. Nothing is lost: any key brings it back.")


class StillHere(QFrame):
    """Hidden until it is time."""

    def __init__(self, say: Speaks) -> None:
        super().__init__()
        self.setProperty("kind", "notice")
        self._say = say
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(3), theme.space(1), theme.space(2), theme.space(1))
        row.setSpacing(theme.space(2))
        row.addWidget(Glyph("coffee", 1.4), 0, Qt.AlignmentFlag.AlignVCenter)
        self.words = Label("strong")
        row.addWidget(self.words, 1)
        self.here = Button(say, N_("I am still here"), "hand-waving")
        row.addWidget(self.here)
        self.hide()

    def warn(self, *, on: bool, has_file: bool) -> None:
        """Say what is about to happen, or go."""
        if on:
            self._say(self.words.say, CLOSES if has_file else HIDES)
            telling.announce(self.words, telling.without_marks(self.words.text()), urgent=True)
        self.setVisible(on)

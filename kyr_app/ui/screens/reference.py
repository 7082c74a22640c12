"""What every page has in which something is looked up: a field to find it, a way to print it, the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kyr_app.model.text import N_
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.widgets.seek import SeekField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kyr_app.model.changes import Changes
    from kyr_app.model.text import Words

KEEPING = (Place.PREVIEW, Place.PAUSE, Place.FORGET, Place.LESSON)
"""Coming back from these leads on to where one was going back to before."""


class Reference(Screen):
    """A page that can be narrowed by a word. `paper` names what is printed of it."""

    def __init__(self, desk: Desk, hint: Words, paper: str, lines: float = 1.25) -> None:
        super().__init__(desk, lines=lines)
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.paper, self._from, self._spoken = paper, Place.LOOKUP, ""
        self.seek = SeekField(self.say, hint)
        self.seek.asked.connect(lambda _words: self.show_rows())
        self.head.addWidget(self.seek, 1)
        self.say(self.foot.next.setText, N_("Print or save"))
        self.foot.next.show_icon("printer")

    def open(self, what: str) -> None:
        """Show the page; `what` names one row of it, which is then shown alone or brought into sight.

        Coming back from a paper or a lesson, it is as it was left.
        """
        if what:
            self._from = self.desk.before
            self.seek.line.clear()
        elif self.desk.before in KEEPING and self._spoken == self.session.locale.language:
            return
        elif self.desk.before not in KEEPING:
            self._from = Place.LOOKUP
            self.seek.line.clear()
        self.show_rows(what)

    def show_page(self, page: QWidget) -> None:
        """Show a page, and know in which language it was put in order."""
        self._spoken = self.session.locale.language
        super().show_page(page)

    def refresh(self, changes: Changes) -> None:
        """Forget with the sitting what was looked for."""
        if changes.answers and not self.session.answers:
            self.seek.line.clear()

    def show_rows(self, what: str = "") -> None:
        """Show the rows that are wanted now."""

    def back(self) -> None:
        """Look for nothing any more, or go back."""
        if self.seek.line.text():
            self.seek.clear()
        else:
            self.desk.go(self._from)

    def forward(self) -> None:
        """Show the page as a paper."""
        self.desk.go(Place.PREVIEW, f"{self.paper}:")

"""What every page has in which something is looked up: a field to find it, a way to print it, the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kyr_app.model.text import N_
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.filling import Filling
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.widgets.seek import SeekField

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from PySide6.QtWidgets import QWidget

    from kyr_app.model.changes import Changes
    from kyr_app.model.text import Words
    from kyr_app.ui.aloud import Part
    from kyr_app.ui.screens.point import Page

KEEPING = (Place.PREVIEW, Place.PAUSE, Place.FORGET, Place.LESSON)
"""Coming back from these leads on to where one was going back to before."""
FOR_THE_EYE = 8
"""So many rows fill the largest window."""


class Reference(Screen):
    """A page that can be narrowed by a word. `paper` names what is printed of it."""

    def __init__(self, desk: Desk, hint: Words, paper: str, lines: float = 1.25) -> None:
        super().__init__(desk, lines=lines)
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.paper, self._from, self._spoken = paper, Place.LOOKUP, ""
        self._filling: Filling | None = None
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

    def fill(self, page: Page, rows: Iterator[None], made: Collection[object], wanted: str = "") -> None:
        """Show a page at once; `rows` puts one more row on it each time, into `made`, until it ends.

        The one `wanted` is there from the beginning.
        """
        if self._filling is not None:
            self._filling.stop()

        def end() -> None:
            page.end()
            self.order_tabs()

        self._filling = Filling(page, rows, end)
        self._filling.begin(lambda: len(made) >= FOR_THE_EYE and (not wanted or wanted in made))
        self.show_page(page)

    def whole(self) -> None:
        """Put what is still missing on the page."""
        if self._filling is not None:
            self._filling.finish()

    def heard(self) -> tuple[Part, ...]:
        """Return what is read aloud here: all of the page."""
        self.whole()
        return super().heard()

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

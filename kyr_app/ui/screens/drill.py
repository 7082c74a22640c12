"""Two telephone numbers by heart: write one, cover it, write it again. Nothing of it outlives the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kyr_app.model.interview import Line
from kyr_app.model.text import N_, Words
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.point import Page
from kyr_app.ui.widgets.entries import LineEntry
from kyr_app.ui.widgets.frame import TOP, plain_column, plain_row
from kyr_app.ui.widgets.icon import Glyph
from kyr_app.ui.widgets.label import Pair

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

NUMBERS = 2
LEAST_DIGITS = 7
FIELD = Line(name="telephone", most=30)


def digits(written: object) -> str:
    """Return the digits of a number however it is written."""
    return "".join(each for each in str(written or "") if each.isdecimal())


class DrillScreen(Screen):
    """Asks for a number, then for the same number without seeing it, twice. It is practice: there is no grade."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.pause_button()
        self.entry: LineEntry | None = None
        self.known, self.number = 0, ""
        self._from = Place.PREPARE

    def open(self, what: str) -> None:  # noqa: ARG002 (there is one of it)
        """Begin anew."""
        if self.desk.before is not Place.PAUSE:
            practising = self.desk.before in {Place.PRACTICE, Place.REHEARSE}
            self._from = Place.PRACTICE if practising else Place.PREPARE
        self.known, self.number = 0, ""
        self._write()

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget the numbers as soon as another screen is shown."""
        self.number = ""
        if self.entry is not None:
            self.entry.clear()
        super().hideEvent(event)

    def _write(self) -> None:
        title = N_("Number {n} of {total}: write it here", n=self.known + 1, total=NUMBERS)
        self._ask(title, N_("For example, of someone you trust. Say it aloud three times. It is not kept."))

    def _repeat(self) -> None:
        self._ask(
            N_("Now without looking"),
            N_("Write the number again. If it does not come, go back: it is there."),
        )

    def _ask(self, title: Words, below: Words) -> None:
        page = self._page(title, below)
        self.entry = LineEntry(page.say, FIELD, title)
        self.entry.edited.connect(self.desk.hush)
        page.add(self.entry)
        page.end()
        self.show_page(page)
        self.entry.line.setFocus()

    def _page(self, title: Words, below: Words) -> Page:
        page = Page(self.session)
        head, row = plain_row(2)
        row.addWidget(Glyph("phone", 2.1, rounded=True), 0, TOP)
        words, column = plain_column(1)
        column.addWidget(Pair(page.say, title, "title"))
        column.addWidget(Pair(page.say, below))
        row.addWidget(words, 1)
        page.add(head)
        return page

    def forward(self) -> None:
        """Go from writing to repeating, from the first number to the second, and back at the end."""
        if self.known == NUMBERS:
            self.desk.go(self._from)
            return
        written = digits(self.entry.value() if self.entry is not None else "")
        if not self.number:
            self._learn(written)
        elif written == self.number:
            self._right()
        else:
            self.desk.tell(N_("Almost. Go back, look at it again, and say it aloud."))

    def _learn(self, written: str) -> None:
        if len(written) < LEAST_DIGITS:
            self.desk.tell(N_("Write the whole number, with its area code."))
            return
        self.number = written
        self._repeat()

    def _right(self) -> None:
        self.known, self.number = self.known + 1, ""
        if self.known < NUMBERS:
            self.desk.tell(N_("That is it. You know this number. Now another one."))
            self._write()
            return
        self.entry = None
        page = self._page(
            N_("You know two numbers by heart"), N_("Repeat them tomorrow. Teach them to the children.")
        )
        page.end()
        self.show_page(page)

    def back(self) -> None:
        """Show the number again while it is being learnt; leave otherwise."""
        if not self.number:
            self.desk.go(self._from)
            return
        shown, self.number = self.number, ""
        self._write()
        assert self.entry is not None  # noqa: S101 (just asked)
        self.entry.show_value(shown)

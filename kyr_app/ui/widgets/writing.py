"""More places to type: a month of a year, and a text of any length."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from kyr_app.model.text import N_, Words
from kyr_app.ui import theme
from kyr_app.ui.days import MONTHS, read_year
from kyr_app.ui.widgets.entries import YEAR, Entry, digits
from kyr_app.ui.widgets.frame import plain_column
from kyr_app.ui.widgets.icon import em
from kyr_app.ui.widgets.label import Pair
from kyr_app.ui.widgets.textbox import TextBox

if TYPE_CHECKING:
    from kyr_app.model.answers import Value
    from kyr_app.ui.words import Speaks

LINES = 9
"""How many lines of a long text can be seen at once."""


class MonthEntry(Entry):
    """A month and a year; the year alone is enough where no more is known."""

    def __init__(self, say: Speaks, name: Words) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(2))
        self.month, self.year = QComboBox(), digits(YEAR)
        self.month.addItem("")
        for number, month in enumerate(MONTHS, 1):
            self.month.addItem("")
            say(partial(self.month.setItemText, number), month)
        parts: tuple[tuple[QWidget, Words, int], ...] = (
            (self.month, N_("Month, if you know it"), 11),
            (self.year, N_("Year"), 6),
        )
        for part, words, ems in parts:
            holder, above = plain_column(0.5)
            above.addWidget(Pair(say, words, "small"))
            above.addWidget(part)
            part.setMinimumWidth(em() * ems)
            say(part.setAccessibleName, words)
            row.addWidget(holder)
        row.addStretch(1)
        say(self.setAccessibleName, name)
        self.year.textChanged.connect(self.edited)
        self.month.currentIndexChanged.connect(self.edited)

    def value(self) -> Value | None:
        """Return the month as `2021-03`, the year alone as `2021`; None without a year."""
        year = read_year(self.year.text())
        if year is None:
            return None
        month = self.month.currentIndex()
        return f"{year}-{month:02}" if month > 0 else str(year)

    def show_value(self, value: Value) -> None:
        """Show a month given before."""
        year, _, month = str(value).partition("-")
        self.year.setText(year)
        self.month.setCurrentIndex(int(month) if month.isdecimal() else 0)

    def clear(self) -> None:
        """Show nothing."""
        self.year.clear()
        self.month.setCurrentIndex(0)


class TextEntry(Entry):
    """A text of one's own. What is typed is never cut; whether it is too long is for the session to say."""

    LONG = True

    def __init__(self, say: Speaks, name: Words) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(0.5))
        self.box = TextBox(say, name, LINES)
        self.box.typed.connect(lambda _: self.edited.emit())
        column.addWidget(self.box)

    def value(self) -> Value | None:
        """Return the text; None where there is nothing but blanks."""
        return self.box.words if self.box.words.strip() else None

    def show_value(self, value: Value) -> None:
        """Show a text given before."""
        self.box.show_words(str(value))

    def clear(self) -> None:
        """Show nothing."""
        self.box.show_words("")

"""Places to type: a whole number with − and +, a day in whatever form it comes, a few words."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QIntValidator, QRegularExpressionValidator
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kyr_app.model.answers import Value
from kyr_app.model.text import N_, Words
from kyr_app.ui import theme
from kyr_app.ui.days import MONTHS, read_day
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.frame import plain_column
from kyr_app.ui.widgets.icon import em
from kyr_app.ui.widgets.label import Label, Pair

if TYPE_CHECKING:
    from kyr_app.model.interview import Line, Number
    from kyr_app.ui.words import Speaks


DAY, YEAR = r"[\d./\- ]{0,12}", r"\d{0,4}"
"""What can be typed into a day, which may be a whole date (22/11/2026), and into a year."""


def digits(pattern: str) -> QLineEdit:
    """Return a place to type that takes what `pattern` allows and nothing else."""
    line = unseen(QLineEdit())
    line.setValidator(QRegularExpressionValidator(QRegularExpression(pattern), line))
    return line


def unseen(line: QLineEdit) -> QLineEdit:
    """Let no keyboard learn what is typed in `line`, and none suggest words there."""
    hint = Qt.InputMethodHint
    line.setInputMethodHints(hint.ImhSensitiveData | hint.ImhNoPredictiveText)
    return line


class Entry(QWidget):
    """A place to type one value."""

    LONG = False
    """Whether what is typed may be long, and is not to be wiped by one press."""

    edited = Signal()

    def value(self) -> Value | None:
        """Return what was typed; None where there is nothing, or nothing that can be understood."""

    def show_value(self, value: Value) -> None:
        """Show a value given before."""

    def clear(self) -> None:
        """Show nothing."""


STEPPED = 999
"""Numbers up to this one can be stepped to."""


class Count(Entry):
    """A whole number: two large buttons and a place to type between them; of large numbers the place alone."""

    def __init__(self, say: Speaks, field: Number, name: Words) -> None:
        super().__init__()
        self._field = field
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(2))
        self.less = Button(say, N_("Less"), "minus")
        self.more = Button(say, N_("More"), "plus")
        self.line = unseen(QLineEdit())
        self.line.setProperty("role", "count")
        self.line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.line.setMaxLength(len(str(field.most)))
        self.line.setValidator(QIntValidator(0, 10 ** len(str(field.most)) - 1, self))
        self.line.setFixedWidth(em() * 6)
        say(self.line.setAccessibleName, name)
        self.less.clicked.connect(lambda: self._step(-1))
        self.more.clicked.connect(lambda: self._step(1))
        self.line.textChanged.connect(self.edited)
        for part in (self.less, self.line, self.more):
            part.setMinimumHeight(theme.space(8))
            row.addWidget(part)
        if field.most > STEPPED:  # nobody presses a button eight hundred times
            self.less.hide()
            self.more.hide()
        if field.unit is not None:
            row.addWidget(Pair(say, field.unit, "lead"))
        row.addStretch(1)

    def _step(self, by: int) -> None:
        """Take one step. The first *More* says one, as a person who counts herself means it: never none."""
        now = self.value()
        first = 1 if by > 0 else self._field.most if self._field.least else 0
        wanted = now + by if isinstance(now, int) else max(first, self._field.least)
        self.line.setText(str(min(max(wanted, self._field.least), self._field.most)))

    def value(self) -> Value | None:
        """Return the number typed; whether it is within its limits is for the session to say."""
        text = self.line.text().strip()
        return int(text) if text.isdecimal() else None

    def show_value(self, value: Value) -> None:
        """Show a number given before."""
        self.line.setText(str(value))

    def clear(self) -> None:
        """Show nothing."""
        self.line.clear()


class DayEntry(Entry):
    """A day: three places, and under them how it was understood, so that a mistake is seen at once."""

    def __init__(self, say: Speaks, name: Words) -> None:
        super().__init__()
        self._say = say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1))
        row = QHBoxLayout()
        row.setSpacing(theme.space(2))
        self.day, self.month, self.year = digits(DAY), QComboBox(), digits(YEAR)
        self.month.addItem("")
        for number, month in enumerate(MONTHS, 1):
            self.month.addItem("")
            say(partial(self.month.setItemText, number), month)
        parts: tuple[tuple[QWidget, Words, int], ...] = (
            (self.day, N_("Day"), 5),
            (self.month, N_("Month"), 11),
            (self.year, N_("Year"), 6),
        )
        for part, words, ems in parts:
            holder, above = plain_column(0.5)
            above.addWidget(Pair(say, words, "small-strong"))
            above.addWidget(part)
            part.setMinimumWidth(em() * ems)
            say(part.setAccessibleName, words)
            row.addWidget(holder)
        row.addStretch(1)
        column.addLayout(row)
        self.understood = Label("strong")
        column.addWidget(self.understood)
        say(self.setAccessibleName, name)
        self.day.textChanged.connect(self._changed)
        self.year.textChanged.connect(self._changed)
        self.month.currentIndexChanged.connect(self._changed)
        self._show_understood()

    def _changed(self) -> None:
        self._show_understood()
        self.edited.emit()

    def _show_understood(self) -> None:
        day = self.value()
        if isinstance(day, dt.date):
            self._say(self.understood.say, lambda locale: locale.date(day))
        elif self.day.text().strip() and self.year.text().strip() and self.month.currentIndex():
            self._say(self.understood.say, N_("There is no such day. Look again, or choose “I don't know”."))
        else:
            self._say(self.understood.say, "")

    def value(self) -> Value | None:
        """Return the day as it was understood."""
        first = self._say.session.locale.language == "en"
        return read_day(self.day.text(), self.month.currentIndex(), self.year.text(), month_first=first)

    def show_value(self, value: Value) -> None:
        """Show a day given before."""
        if isinstance(value, dt.date):
            self.day.setText(str(value.day))
            self.month.setCurrentIndex(value.month)
            self.year.setText(str(value.year))

    def clear(self) -> None:
        """Show nothing."""
        self.day.clear()
        self.year.clear()
        self.month.setCurrentIndex(0)


class LineEntry(Entry):
    """A few words of one's own: whatever letters they are written in."""

    def __init__(self, say: Speaks, field: Line, name: Words) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1))
        self.line = unseen(QLineEdit())
        self.line.setMaxLength(field.most)
        self.line.textChanged.connect(self.edited)
        say(self.line.setAccessibleName, name)
        column.addWidget(self.line)
        if field.example is not None:
            column.addWidget(Pair(say, N_("For example: {example}", example=field.example), "small"))

    def value(self) -> Value | None:
        """Return the words typed."""
        return self.line.text().strip() or None

    def show_value(self, value: Value) -> None:
        """Show words given before."""
        self.line.setText(str(value))

    def clear(self) -> None:
        """Show nothing."""
        self.line.clear()

"""When something was, as it is said; and only where a person wants to, what puts it in order: dates, another card."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec import structs
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kyr_app.model.rough_date import RoughDate, Side, bound
from kyr_app.model.text import N_
from kyr_app.ui import theme
from kyr_app.ui.days import MONTHS
from kyr_app.ui.widgets.chips import Chips
from kyr_app.ui.widgets.fold import Fold
from kyr_app.ui.widgets.frame import Framed, plain_column
from kyr_app.ui.widgets.icon import em
from kyr_app.ui.widgets.label import Label, Pair

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kyr_app.model.text import Words
    from kyr_app.ui.words import Speaks

NO_SIDE = "none"
SIDES: tuple[tuple[str, Words, str], ...] = (
    (NO_SIDE, N_("I did not say so"), ""),
    (Side.BEFORE.value, N_("Before"), "arrow-left"),
    (Side.SAME.value, N_("At the same time"), "equals"),
    (Side.AFTER.value, N_("After"), "arrow-right"),
)


class BoundEntry(QWidget):
    """A day, a month or a year: each of the three places may stay empty, but for those before it."""

    edited = Signal()

    def __init__(self, say: Speaks, name: Words) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(0.5))
        column.addWidget(Pair(say, name, "small-strong"))
        row = QHBoxLayout()
        row.setSpacing(theme.space(1))
        self.day, self.month, self.year = QLineEdit(), QComboBox(), QLineEdit()
        self.month.addItem("")
        for number, month in enumerate(MONTHS, 1):
            self.month.addItem("")
            say(partial(self.month.setItemText, number), month)
        parts: tuple[tuple[QWidget, Words, float], ...] = (
            (self.day, N_("Day"), 3.4),
            (self.month, N_("Month"), 9.0),
            (self.year, N_("Year"), 4.6),
        )
        for part, words, ems in parts:
            holder, above = plain_column(0.5)
            above.addWidget(Pair(say, words, "small"))
            above.addWidget(part)
            part.setFixedWidth(round(em() * ems))
            say(part.setAccessibleName, words)
            row.addWidget(holder)
        row.addStretch(1)
        column.addLayout(row)
        self._say = say
        self.wrong = Label("small-strong")
        column.addWidget(self.wrong)
        self.wrong.hide()
        self.day.textChanged.connect(self._changed)
        self.year.textChanged.connect(self._changed)
        self.month.currentIndexChanged.connect(self._changed)

    def value(self) -> str | None:
        """Return the bound, empty where nothing is typed, None where it is no date."""
        return bound(self.day.text(), self.month.currentIndex(), self.year.text())

    def show_value(self, value: str) -> None:
        """Show a bound given before."""
        year, month, day = ([*value.split("-"), "", "", ""])[:3]
        self.year.setText(year)
        self.month.setCurrentIndex(int(month or 0))
        self.day.setText(day.lstrip("0"))

    def _changed(self) -> None:
        unclear = self.value() is None and len(self.year.text().strip()) >= 4
        missing = self.value() is None and bool(self.day.text().strip() or self.month.currentIndex())
        words: Words = ""
        if unclear:
            words = N_("There is no such date. Look again, or leave it empty.")
        elif missing:
            words = N_("Write the year with four numbers. A day needs its month too.")
        self._say(self.wrong.say, words)
        self.edited.emit()


class RoughEntry(QWidget):
    """Dates and links of a card; `changed` tells the whole of them. The words stand in a box of their own above it."""

    changed = Signal(object)

    def __init__(self, say: Speaks, when: RoughDate, others: Sequence[int]) -> None:
        super().__init__()
        self._say, self.when, self._others = say, when, list(others)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(0.5))
        self.dates = Fold(say, N_("If you know a day, a month or a year"), self._dates)
        self.beside = Fold(say, N_("If it was before or after another card"), self._beside)
        column.addWidget(self.dates)
        column.addWidget(self.beside)
        self.beside.setVisible(bool(self._others))
        if when.earliest or when.latest:
            self.dates.ask.click()
        if when.side is not None:
            self.beside.ask.click()

    def _dates(self) -> QWidget:
        frame = Framed("phrase")
        words = N_(
            "It only helps to put the cards in order. For one date, fill in the first. Never guess: leave it empty."
        )
        frame.column.addWidget(Pair(self._say, words, "small"))
        self.earliest = BoundEntry(self._say, N_("It was then, or from then on"))
        self.latest = BoundEntry(self._say, N_("Not later than"))
        self.earliest.show_value(self.when.earliest)
        self.latest.show_value(self.when.latest)
        self.earliest.edited.connect(self._dated)
        self.latest.edited.connect(self._dated)
        frame.column.addWidget(self.earliest)
        frame.column.addWidget(self.latest)
        return frame

    def _dated(self) -> None:
        earliest, latest = self.earliest.value(), self.latest.value()
        if earliest is not None and latest is not None:
            self._use(structs.replace(self.when, earliest=earliest, latest=latest))

    def _beside(self) -> QWidget:
        frame = Framed("phrase")
        self.sides = Chips()
        for key, words, icon in SIDES:
            self.sides.add_chip(self._say, key, words, icon)
        self.sides.show_choice(self.when.side.value if self.when.side is not None else NO_SIDE)
        self.sides.chosen.connect(self._sided)
        self.other = QComboBox()
        for at, number in enumerate(self._others):
            self.other.addItem("")
            self._say(partial(self.other.setItemText, at), N_("Card {n}", n=number))
        self.other.setFixedWidth(em() * 10)
        self._say(self.other.setAccessibleName, N_("Which card?"))
        if self.when.of in self._others:
            self.other.setCurrentIndex(self._others.index(self.when.of))
        self.other.setVisible(self.when.side is not None)
        self.other.currentIndexChanged.connect(self._sided)
        frame.column.addWidget(self.sides)
        frame.column.addWidget(self.other)
        return frame

    def _sided(self) -> None:
        key = next(key for key, chip in self.sides.buttons.items() if chip.isChecked())
        self.other.setVisible(key != NO_SIDE)
        side = None if key == NO_SIDE else Side(key)
        of = self._others[self.other.currentIndex()] if side is not None else 0
        self._use(structs.replace(self.when, side=side, of=of))

    def _use(self, when: RoughDate) -> None:
        if when != self.when:
            self.when = when
            self.changed.emit(when)

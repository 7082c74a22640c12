"""One field among several: its name, the place to answer, and beside it *I don't know* and *there is none*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kyr_app.model.answers import Answer, Open
from kyr_app.model.interview import Line, Number, OneOf, SomeOf, YesNo, options_of
from kyr_app.model.text import N_
from kyr_app.ui import theme
from kyr_app.ui.widgets.answers import entry
from kyr_app.ui.widgets.chips import Chip
from kyr_app.ui.widgets.entries import STEPPED
from kyr_app.ui.widgets.flow import Flow
from kyr_app.ui.widgets.label import Label, Pair
from kyr_app.ui.widgets.radios import Question, Radios

if TYPE_CHECKING:
    from kyr_app.model.interview import Column
    from kyr_app.model.text import Words
    from kyr_app.ui.widgets.entries import Entry
    from kyr_app.ui.words import Speaks

UNSURE, NONE = Open.UNSURE.value, Open.NONE.value
_YES_NO: tuple[tuple[str, Words], ...] = (("yes", N_("Yes")), ("no", N_("No")))


class FieldBox(QWidget):
    """Answers one column. An answer without a value is a press on a word of its own: nothing stays empty unseen."""

    changed = Signal()

    def __init__(self, say: Speaks, column: Column) -> None:
        super().__init__()
        self._say, self.column = say, column
        self.entry: Entry | None = None
        self.chips: dict[str, Chip] = {}
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme.space(0.5))
        outer.addWidget(Pair(say, column.label, "word"))
        if column.help is not None:
            outer.addWidget(Pair(say, column.help, "small"))
        self._flow = Flow()
        self._several = isinstance(column.answer, SomeOf)
        self._choices()
        self._open_ways()
        self._radios: Radios | None = None
        self._arrange(outer)
        self.lack = Label("warm-small")
        outer.addWidget(self.lack)
        self.lack.hide()

    def _choices(self) -> None:
        field = self.column.answer
        if isinstance(field, YesNo):
            for key, words in _YES_NO:
                self._chip(key, words, "")
        elif isinstance(field, OneOf | SomeOf):
            for option in options_of(field):
                self._chip(option.value, option.text, option.icon)
        else:
            self.entry = entry(self._say, field, self.column.label)
            self.entry.edited.connect(self._typed)

    def _open_ways(self) -> None:
        field = self.column.answer
        if field.optional:
            self._chip(NONE, field.none or N_("There is none"), "")
        self._chip(UNSURE, N_("I don't know"), "")

    def _chip(self, key: str, words: Words, icon: str) -> None:
        chip = Chip(self._say, words, icon)
        chip.clicked.connect(lambda: self._press(key))
        label = self.column.label
        self._say(chip.setAccessibleName, lambda locale: f"{locale.render(label)}: {locale.render(words)}")
        self.chips[key] = chip
        self._flow.add(chip)

    def _arrange(self, outer: QVBoxLayout) -> None:
        """Put what is typed on one line beside the words to press, and what is larger above them."""
        field = self.column.answer
        amount = isinstance(field, Number) and field.most > STEPPED
        if self.entry is None or not (amount or isinstance(field, Line)):
            if self.entry is not None:
                outer.addWidget(self.entry)
            outer.addWidget(self._held())
            return
        row = QHBoxLayout()
        row.setSpacing(theme.space(1))
        row.addWidget(self.entry, 1)
        for chip in self.chips.values():
            row.addWidget(chip, 0, Qt.AlignmentFlag.AlignVCenter)
        self._flow.hide()
        outer.addLayout(row)

    def _held(self) -> QWidget:
        """Return the words to press; those of which one is chosen are told as such, under the name of the field."""
        if self.entry is not None or self._several:
            return self._flow
        question = Question(self._say, self.column.label)
        question.column.addWidget(self._flow)
        self._radios = Radios(question, self._say, self.chips.values())
        return question

    def _typed(self) -> None:
        if self.entry is not None and self.entry.value() is not None:
            for chip in self.chips.values():
                chip.setChecked(False)
        self._tell()

    def _press(self, key: str) -> None:
        alone = not self._several or key in {UNSURE, NONE}
        for each, chip in self.chips.items() if self._radios is None else ():
            if each != key and (alone or each in {UNSURE, NONE}):
                chip.setChecked(False)
        if self.entry is not None and self.chips[key].isChecked():
            self.entry.blockSignals(True)
            self.entry.clear()
            self.entry.blockSignals(False)
        self._tell()

    def _tell(self) -> None:
        self.lack.hide()
        self.changed.emit()

    def value(self) -> Answer | None:
        """Return the answer, None where there is none yet."""
        if self.entry is not None and (typed := self.entry.value()) is not None:
            return typed
        chosen = [key for key, chip in self.chips.items() if chip.isChecked()]
        for key, answer in ((UNSURE, Open.UNSURE), (NONE, Open.NONE)):
            if key in chosen and key not in self._own_values():
                return answer
        if self._several:
            return tuple(chosen) or None
        return chosen[0] if chosen else None

    def _own_values(self) -> set[str]:
        return {option.value for option in options_of(self.column.answer)}

    def show_answer(self, answer: Answer | None) -> None:
        """Show what was answered before; *not today* is an answer that is still missing."""
        chosen = answer if isinstance(answer, tuple) else (answer,)
        now = {
            key: chip
            for key, chip in self.chips.items()
            if key in chosen or (isinstance(answer, Open) and key == answer.value)
        }
        if self._radios is not None:
            self._radios.choose(next(iter(now.values()), None))
        for key, chip in self.chips.items() if self._radios is None else ():
            chip.setChecked(key in now)
        if self.entry is not None:
            self.entry.blockSignals(True)
            self.entry.clear()
            if answer is not None and not isinstance(answer, Open):
                self.entry.show_value(answer)
            self.entry.blockSignals(False)

    def show_gap(self) -> None:
        """Say beside the place that something is missing here, and how it need not be."""
        words = N_("This is missing. If you do not know it, press “I don't know”.")
        self._say(self.lack.say, words)

    def place(self) -> QWidget:
        """Return where the keyboard goes to answer."""
        if self.entry is not None:
            typed = self.entry.findChildren(QLineEdit)
            return typed[0] if typed else self.entry
        return next(iter(self.chips.values()))

"""Several fields under one another: a group of a screen, or one row of an answer that has several."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kyr_app.model import fields
from kyr_app.model.answers import Answer, Open
from kyr_app.ui import theme
from kyr_app.ui.widgets.answers import AnswerView
from kyr_app.ui.widgets.button import ENTER
from kyr_app.ui.widgets.fieldbox import FieldBox

if TYPE_CHECKING:
    from kyr_app.model.interview import Column, Group
    from kyr_app.ui.words import Speaks


class Fields(QWidget):
    """The boxes of some columns; those whose condition does not hold are not shown, and not asked."""

    changed = Signal()

    def __init__(self, say: Speaks, columns: tuple[Column, ...], before: Mapping[str, Answer]) -> None:
        super().__init__()
        self._columns, self._before = columns, before
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(2))
        self.boxes = {each.answer.name: FieldBox(say, each) for each in columns}
        for box in self.boxes.values():
            column.addWidget(box)
            box.changed.connect(self._changed)
            for line in box.findChildren(QLineEdit):
                line.installEventFilter(self)
        self._show_asked()

    def _changed(self) -> None:
        self._show_asked()
        self.changed.emit()

    def _show_asked(self) -> None:
        asked = fields.asked(self._columns, self._filled(), self._before)
        for each in self._columns:
            box = self.boxes[each.answer.name]
            if box.isHidden() is (each in asked):
                box.setVisible(each in asked)

    def _filled(self) -> dict[str, Answer]:
        return {name: value for name, box in self.boxes.items() if (value := box.value()) is not None}

    def shown(self) -> list[FieldBox]:
        """Return the boxes that are asked."""
        return [box for box in self.boxes.values() if not box.isHidden()]

    def values(self) -> dict[str, Answer]:
        """Return what is answered, by name, of what is asked."""
        return {box.column.answer.name: value for box in self.shown() if (value := box.value()) is not None}

    def show_values(self, given: Mapping[str, Answer]) -> None:
        """Show what was answered before."""
        for name, box in self.boxes.items():
            box.show_answer(given.get(name))
        self._show_asked()

    def first_gap(self) -> FieldBox | None:
        """Return the first box that is asked and has no answer."""
        return next((box for box in self.shown() if box.value() is None), None)

    def mark_gaps(self) -> QWidget | None:
        """Say at every gap that something is missing; return the first place, None where there is none."""
        for box in self.shown():
            if box.value() is None:
                box.show_gap()
        first = self.first_gap()
        return first.place() if first is not None else None

    def rest_unsure(self) -> None:
        """Answer *I don't know* wherever nothing is answered, also where that opens further questions."""
        while (box := self.first_gap()) is not None:
            box.show_answer(Open.UNSURE)
            self._changed()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on with Enter to the next box without an answer; at the last one, the screen goes on."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in ENTER:
            after = self._after(watched)
            if after is not None:
                after.place().setFocus()
                return True
        return False

    def _after(self, watched: QObject) -> FieldBox | None:
        shown = self.shown()
        here = next((at for at, box in enumerate(shown) if box.isAncestorOf(watched)), None)  # type: ignore[arg-type]  # only lines are watched
        later = shown[here + 1 :] if here is not None else []
        return next((box for box in later if box.value() is None), None)


class GroupAnswer(AnswerView):
    """A few short fields on one screen, and *I don't know* for all of them at once. What is typed is kept at once."""

    KEEPS = True

    def __init__(self, say: Speaks, field: Group, before: Mapping[str, Answer]) -> None:
        super().__init__(say)
        self.fields = Fields(say, field.fields, before)
        self.column.addWidget(self.fields)
        self.column.addWidget(self.unsure)
        self.fields.changed.connect(self._changed)
        self.unsure.clicked.connect(self._not_sure)

    def _changed(self) -> None:
        known = any(value is not Open.UNSURE for value in self.fields.values().values())
        if known:
            self.unsure.setChecked(False)
        self.changed.emit()

    def _not_sure(self) -> None:
        """Take *I don't know* for what is not answered; what is answered stays."""
        self.fields.rest_unsure()
        self.unsure.setChecked(True)
        self.changed.emit()

    def value(self) -> Answer | None:
        """Return that none of it is known; what is known is given by name (`given`)."""
        values = self.fields.values().values()
        return Open.UNSURE if values and all(each is Open.UNSURE for each in values) else None

    def given(self) -> object:
        """Return the answers by name; None where nothing is answered."""
        return self.fields.values() or None

    def show_given(self, name: str, given: Mapping[str, Answer]) -> None:  # noqa: ARG002 (no answer is its own)
        """Show what was answered before, each field by its own name."""
        self.fields.show_values(given)
        self.unsure.setChecked(self.value() is Open.UNSURE)

    def gap(self) -> QWidget | None:
        """Say at every gap that something is missing, and return the first place."""
        return self.fields.mark_gaps()

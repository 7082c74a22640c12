"""Undo and do again: two buttons, their keys, and in a word what each would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kyr_app.model.text import N_, Words
from kyr_app.ui import theme
from kyr_app.ui.widgets.button import Button

if TYPE_CHECKING:
    from kyr_app.ui.words import Speaks


class Undoing(QWidget):
    """Tells what was pressed. Ctrl+Z and Ctrl+Y do the same anywhere on `screen`."""

    undone = Signal()
    redone = Signal()

    def __init__(self, say: Speaks, screen: QWidget) -> None:
        super().__init__()
        self._say = say
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(1))
        self.undo = Button(say, N_("Undo"), "arrow-counter-clockwise")
        self.redo = Button(say, N_("Redo"), "arrow-clockwise")
        keys = QKeySequence.StandardKey
        for button, key, signal in (
            (self.undo, keys.Undo, self.undone),
            (self.redo, keys.Redo, self.redone),
        ):
            button.clicked.connect(signal)
            shortcut = QShortcut(QKeySequence(key), screen)
            shortcut.activated.connect(button.click)
            row.addWidget(button)

    def show_steps(self, undoes: Words | None, redoes: Words | None) -> None:
        """Say what each would do; None for nothing."""
        for button, plain, named, what in (
            (self.undo, N_("Undo"), N_("Undo: {what}"), undoes),
            (self.redo, N_("Redo"), N_("Redo: {what}"), redoes),
        ):
            button.setEnabled(what is not None)
            said = plain if what is None else named.with_values(what=what)
            self._say(button.setToolTip, said)
            self._say(button.setAccessibleName, said)

"""Chips: short answers side by side, of which one holds; they narrow what is shown below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup

from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.flow import Flow

if TYPE_CHECKING:
    from kyr_app.model.text import Words
    from kyr_app.ui.words import Speaks


class Chip(Button):
    """One of the answers; a tick takes the place of its picture while it holds. `aloud` is what the voice reads."""

    aloud: Words | None = None

    def __init__(self, say: Speaks, words: Words, icon: str) -> None:
        super().__init__(say, words, icon, "chip")
        self.setCheckable(True)
        self._own = icon
        self.toggled.connect(lambda on: self.show_icon("check" if on else self._own))


class Chips(Flow):
    """Answers by key; tells the key of the one that a person takes."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.buttons: dict[str, Chip] = {}
        self.jumps: dict[str, Button] = {}

    def add_chip(self, say: Speaks, key: str, words: Words, icon: str) -> Chip:
        """Add an answer."""
        chip = Chip(say, words, icon)
        chip.setAutoExclusive(True)  # a screen reader says that it is one of several
        self._group.addButton(chip)
        self.buttons[key] = chip
        self.add(chip)
        chip.clicked.connect(lambda: self.chosen.emit(key))
        return chip

    def add_jump(self, say: Speaks, key: str, words: Words, icon: str = "") -> Button:
        """Add a way to another part of the page: it is pressed and does not hold."""
        jump = Button(say, words, icon, "jump")
        self.jumps[key] = jump
        self.add(jump)
        return jump

    def show_choice(self, key: str) -> None:
        """Show which answer holds, telling nobody."""
        self.buttons[key].setChecked(True)

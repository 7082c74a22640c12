"""Buttons of which one is chosen, as everybody who cannot see them expects: radio buttons, counted, with arrow keys."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGroupBox, QVBoxLayout

from kyr_app.model.inline import plain
from kyr_app.model.text import N_
from kyr_app.ui import theme
from kyr_app.ui.widgets.card import AnswerCard

if TYPE_CHECKING:
    from kyr_app.model.text import Words
    from kyr_app.ui.words import Speaks

ON, BACK = (Qt.Key.Key_Down, Qt.Key.Key_Right), (Qt.Key.Key_Up, Qt.Key.Key_Left)
REACHED = Qt.FocusPolicy(Qt.FocusPolicy.TabFocus.value | 8)
"""Reached by Tab, and by no click. Qt takes Tab away from all but one of a group; the 8, of which nothing else makes
anything, then still says that the others take the keyboard: a screen reader is told so, and arrows lead to them."""


class Radios(QButtonGroup):
    """At most one of its buttons is chosen. Arrows go from one to the next and choose nothing; the space bar does."""

    def __init__(self, parent: QObject, say: Speaks, buttons: Iterable[QAbstractButton]) -> None:
        super().__init__(parent)
        every = list(buttons)
        for at, button in enumerate(every, 1):
            button.setCheckable(True)
            button.setAutoExclusive(True)  # what makes it a radio button for a screen reader
            button.setFocusPolicy(REACHED)
            if isinstance(button, AnswerCard):
                button.be_one_of_several()
            button.installEventFilter(self)
            self.addButton(button)
            say(button.setAccessibleDescription, N_("{n} of {total}", n=at, total=len(every)))

    def choose(self, button: QAbstractButton | None) -> None:
        """Show which one is chosen; None is that none is, which no press of a person can bring back."""
        self.setExclusive(False)
        for each in self.buttons():
            each.setChecked(each is button)
        self.setExclusive(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrows lead from button to button, round and round, in the order in which they are read."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() not in ON + BACK:
            return False
        there = [each for each in self.buttons() if each.isVisible() and each.isEnabled()]
        if watched in there and len(there) > 1:
            step = 1 if event.key() in ON else -1
            after = there[(there.index(watched) + step) % len(there)]
            after.setFocus(Qt.FocusReason.TabFocusReason)
        return True


class Question(QGroupBox):
    """What holds the answers to one question, called by the question; nothing of it is seen."""

    def __init__(self, say: Speaks, name: Words, spacing: float = 2) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.space(spacing))
        say(self.setAccessibleName, lambda locale: plain(locale.render(name)))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint nothing."""

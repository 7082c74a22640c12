"""Words to keep: each with its number, large enough to copy by hand without a mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QWidget

from kyr_app.ui import theme
from kyr_app.ui.widgets.label import Label

if TYPE_CHECKING:
    from kyr_app.ui.words import Speaks

ACROSS = 3
FEW = 6


class WordGrid(QFrame):
    """Six words or twelve, read from left to right. They are no text to copy: nothing of them reaches a clipboard."""

    def __init__(self, say: Speaks, words: str) -> None:
        super().__init__()
        self.setProperty("kind", "sheet")
        self.said = words
        grid = QGridLayout(self)
        edge = theme.space(2)
        grid.setContentsMargins(edge, edge, edge, edge)
        grid.setHorizontalSpacing(theme.space(3))
        grid.setVerticalSpacing(theme.space(1.5))
        parts = words.split()
        self._role = "title" if len(parts) <= FEW else "subtitle"
        for at, word in enumerate(parts):
            grid.addWidget(self._word(at + 1, word), at // ACROSS, at % ACROSS)
        for column in range(ACROSS):
            grid.setColumnStretch(column, 1)
        spoken = ", ".join(f"{at} {word}" for at, word in enumerate(parts, 1))
        say(self.setAccessibleName, lambda _: spoken)

    def _word(self, number: int, word: str) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(1))
        count, shown = Label("small"), Label(self._role)
        for label, said in ((count, str(number)), (shown, word)):
            label.setWordWrap(False)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setText(said)
        row.addWidget(count, 0, Qt.AlignmentFlag.AlignBaseline)
        row.addWidget(shown, 1, Qt.AlignmentFlag.AlignBaseline)
        return holder

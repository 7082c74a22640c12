"""Framed parts of a page: a sheet, something to take care of, a rule between two parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kyr_app.content import tokens
from kyr_app.ui import theme
from kyr_app.ui.widgets.icon import Glyph, Tone
from kyr_app.ui.widgets.label import Label

if TYPE_CHECKING:
    from kyr_app.model.text import Words
    from kyr_app.ui.words import Speaks

TOP = Qt.AlignmentFlag.AlignTop


def plain_column(spacing: float = 1) -> tuple[QWidget, QVBoxLayout]:
    """Return a widget whose parts stand under one another, without margins."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.space(spacing))
    return holder, column


def plain_row(spacing: float = 2) -> tuple[QWidget, QHBoxLayout]:
    """Return a widget whose parts stand beside one another, without margins."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.space(spacing))
    return holder, row


def rule() -> QFrame:
    """Return a thin line between two parts."""
    line = QFrame()
    line.setProperty("kind", "rule")
    line.setFixedHeight(tokens.theme().shape.border)
    return line


class Framed(QFrame):
    """A picture with a column of words, in one of the frames of the style sheet."""

    def __init__(self, kind: str, icon: str = "", tone: Tone = Tone.ACCENT, ems: float = 1.5) -> None:
        super().__init__()
        self.setProperty("kind", kind)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        edge = theme.space(2)
        row.setContentsMargins(theme.space(2.5), edge, theme.space(2.5), edge)
        row.setSpacing(theme.space(2))
        self.picture = Glyph(icon, ems, tone) if icon else None
        if self.picture is not None:
            row.addWidget(self.picture, 0, TOP)
        self.column = QVBoxLayout()
        self.column.setSpacing(theme.space(1))
        row.addLayout(self.column, 1)
        self.row = row

    def put_beside(self, part: QWidget) -> None:
        """Put a button beside one line of words; the picture stands as high as they do."""
        if self.picture is not None:
            self.row.setAlignment(self.picture, Qt.AlignmentFlag.AlignVCenter)
        self.row.addWidget(part)

    def name(self, say: Speaks, words: Words, role: str) -> None:
        """Say first what this is: a word beside the picture and the colour."""
        label = Label(role)
        say(label.say, words)
        self.column.addWidget(label)

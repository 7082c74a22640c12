"""On the neutral picture: a plain place to type the words that lead back. It says no more than any locked screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from kyr_app.model.text import N_
from kyr_app.ui import theme
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.icon import em
from kyr_app.ui.widgets.phrase import PhraseEntry
from kyr_app.ui.words import Speaks

if TYPE_CHECKING:
    from kyr_app.model.text import Words
    from kyr_app.session.session import Session

WAITS = 30_000
"""Milliseconds without a key after which the picture is alone again."""
WIDE = 26
"""In letters."""


class ComeBack(QFrame):
    """Tells `tried` for words that were typed, `opened` once they were right, `left` when nobody goes on."""

    tried = Signal(str)
    opened = Signal()
    left = Signal()
    end_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("kind", "sheet")
        self.say = Speaks(self, session)
        column = QVBoxLayout(self)
        edge = theme.space(3)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(theme.space(2))
        self.entry = PhraseEntry(self.say, N_("To come back, type your words"))
        self.entry.entered.connect(self._try)
        self.entry.edited.connect(self._wait)
        column.addWidget(self.entry)
        row = QHBoxLayout()
        row.setSpacing(theme.space(2))
        self.close_button = Button(self.say, N_("Close"), "x", "plain")
        self.close_button.clicked.connect(self.end_wanted)
        self.go = Button(self.say, N_("Come back"), "arrow-right", "primary", after=True)
        self.go.clicked.connect(self._try)
        row.addWidget(self.close_button)
        row.addStretch(1)
        row.addWidget(self.go)
        column.addLayout(row)
        self._alone = QTimer(self)
        self._alone.setSingleShot(True)
        self._alone.setInterval(WAITS)
        self._alone.timeout.connect(self.left)

    def place(self) -> None:
        """Stand in the lower half of the picture, in the middle."""
        over = self.parentWidget()
        if over is None:
            return
        wide = min(em() * WIDE, over.width() - theme.space(4))
        high = max(self.heightForWidth(wide), self.sizeHint().height())
        left, top = (over.width() - wide) // 2, round(over.height() * 0.55)
        self.setGeometry(QRect(left, min(top, over.height() - high - theme.space(3)), wide, high))

    def begin(self) -> None:
        """Be ready to type."""
        self.raise_()
        self.entry.line.setFocus()
        self._wait()

    def end(self) -> None:
        """Go, with whatever was typed."""
        self._alone.stop()
        self.entry.clear()
        self.hide()
        self.deleteLater()

    def _wait(self) -> None:
        self._alone.start()

    def _try(self) -> None:
        words = self.entry.take()
        if not words.strip():
            return
        self._alone.stop()
        self.setEnabled(False)
        self.entry.tell(N_("One moment…"))
        self.place()
        self.tried.emit(words)

    def wrong(self, words: Words) -> None:
        """Say that this did not lead back, and let it be tried again."""
        self.setEnabled(True)
        self.entry.tell(words)
        self.place()
        self.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the picture alone again; no key goes on to the picture."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let no click go on to the picture."""
        event.accept()

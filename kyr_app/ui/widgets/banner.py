"""Banners: what a person must know about a page, and what the program has to tell."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from kyr_app.model.text import N_, Day
from kyr_app.ui import telling, theme
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.frame import Framed
from kyr_app.ui.widgets.icon import Glyph, Tone
from kyr_app.ui.widgets.label import Label, Pair

if TYPE_CHECKING:
    from kyr_app.model.text import Words
    from kyr_app.ui.words import Speaks


class Notice(QFrame):
    """What happened, what was kept, what to do: under the bar, until it is read. Hidden while there is nothing."""

    def __init__(self, say: Speaks) -> None:
        super().__init__()
        self._say = say
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(3), theme.space(1), theme.space(2), theme.space(1))
        row.setSpacing(theme.space(2))
        self._picture = Glyph("info", 1.4)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignVCenter)
        self.words = Label("strong")
        self.words.echoes = True
        row.addWidget(self.words, 1)
        self.close_button = Button(say, N_("Understood"), "check", "link")
        self.close_button.clicked.connect(self.hide)
        row.addWidget(self.close_button)
        self.hide()

    def tell(self, words: Words, trouble: bool) -> None:  # noqa: FBT001 (a Qt signal's argument)
        """Show `words`, as trouble or as good news; nothing takes the notice away."""
        self.setVisible(bool(words))
        if not words:
            return
        self._picture.show_icon(
            "warning-circle" if trouble else "info", Tone.WARM if trouble else Tone.ACCENT
        )
        self._say(self.words.say, words)
        telling.announce(self.words, telling.without_marks(self.words.text()), urgent=trouble)
        self.setProperty("kind", "trouble" if trouble else "notice")
        self.style().unpolish(self)
        self.style().polish(self)


def expiry(say: Speaks, good_until: dt.date) -> Framed:
    """Return the banner of a page that is past its date: still to be read, with a question to somebody first."""
    frame = Framed("warm", "calendar-x", Tone.WARM)
    frame.column.addWidget(Pair(say, N_("This page may be out of date."), "warm"))
    until = Day(good_until.isoformat())
    frame.column.addWidget(
        Pair(
            say,
            N_(
                "It was good until {day}. You can read it. Before you act on it, ask a legal team.", day=until
            ),
        )
    )
    return frame

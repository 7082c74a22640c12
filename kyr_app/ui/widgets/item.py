"""An item of a checklist: a tick, a sentence, the reason, and what to do if one does not have it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from kyr_app.content import tokens
from kyr_app.model.fact import citations
from kyr_app.model.inline import plain
from kyr_app.model.text import N_, Text, Words
from kyr_app.ui import theme
from kyr_app.ui.widgets.button import ENTER, LOOK_CHANGES, Button
from kyr_app.ui.widgets.finding import because_said
from kyr_app.ui.widgets.frame import TOP, Framed
from kyr_app.ui.widgets.icon import Glyph, Tone, em, icon
from kyr_app.ui.widgets.label import Pair, own
from kyr_app.ui.widgets.source import cited_line

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from kyr_app.model.checklist import PersonalItem
    from kyr_app.model.fact import Fact
    from kyr_app.ui.words import Speaks


class Tick(QPushButton):
    """A box to tick, as large as a target."""

    def __init__(self, say: Speaks, words: Words) -> None:
        super().__init__()
        self.setProperty("kind", "link")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedWidth(round(tokens.theme().shape.target * 1.2))
        say(self.setAccessibleName, lambda locale: plain(locale.render(words)))
        self.toggled.connect(self._paint)
        self._paint()

    def _paint(self) -> None:
        side = round(em() * 1.6)
        self.setIconSize(QSize(side, side))
        self.setIcon(icon("check-square-fill" if self.isChecked() else "square", side, self, Tone.ACCENT))

    def changeEvent(self, event: QEvent) -> None:
        """Paint the box again in another look."""
        if event.type() in LOOK_CHANGES:
            self._paint()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as a press."""
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)


class ItemView(Framed):
    """One item; whatever it has to say besides its sentence is shown, but what to do without it opens in place."""

    def __init__(self, say: Speaks, personal: PersonalItem, facts: Mapping[str, Fact]) -> None:
        super().__init__("sheet")
        item = personal.item
        self._say = say
        self.tick = Tick(say, personal.text)
        self.row.insertWidget(0, self.tick, 0, TOP)
        self.row.setContentsMargins(theme.space(1), theme.space(1.5), theme.space(2), theme.space(1.5))
        self.row.setSpacing(theme.space(1))
        if personal.open:
            self.column.addWidget(Pair(say, N_("Find this out"), "kicker"))
        self.column.addWidget(Pair(say, personal.text, "strong"))
        if personal.because is not None:
            self.column.addWidget(own(Pair(say, personal.because)))
        for reason in personal.reasons:
            self.column.addWidget(own(Pair(say, because_said(reason), "small")))
        for name, words in (("users", item.who), ("clock", item.by), ("shield-warning", item.safety)):
            self._line(name, words)
        if item.missing is not None and not personal.open:
            self._if_missing(item.missing)
        cited = citations(facts[each] for each in item.facts if each in facts)
        if cited:
            self.column.addWidget(cited_line(say, cited))
        self.row.addWidget(Glyph(item.icon, 1.5, rounded=True), 0, TOP)

    def _line(self, name: str, words: Text | None) -> None:
        if words is not None:
            row = QHBoxLayout()
            row.setSpacing(theme.space(1))
            row.addWidget(Glyph(name, 1.2, line=True), 0, TOP)
            row.addWidget(Pair(self._say, words), 1)
            self.column.addLayout(row)

    def _if_missing(self, words: Text) -> None:
        self._words = words
        self.missing: Framed | None = None
        self.ask = Button(self._say, N_("And if I do not have it?"), "caret-down", "link")
        self.ask.clicked.connect(self._open_or_close)
        self.column.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignLeft)

    def _open_or_close(self) -> None:
        if self.missing is None:
            self.missing = Framed("phrase")
            self.missing.column.addWidget(Pair(self._say, self._words))
            self.column.insertWidget(self.column.indexOf(self.ask) + 1, self.missing)
            opened = True
        else:
            opened = self.missing.isHidden()
            self.missing.setVisible(opened)
        self.ask.show_icon("caret-up" if opened else "caret-down")

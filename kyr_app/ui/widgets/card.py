"""Cards: a large thing to press, with a picture, a sentence and, where it helps, a second one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from kyr_app.model.inline import plain
from kyr_app.ui import theme
from kyr_app.ui.widgets.button import ENTER
from kyr_app.ui.widgets.icon import Glyph, Tone
from kyr_app.ui.widgets.label import Pair, hushed

if TYPE_CHECKING:
    from kyr_app.i18n.locale import Locale
    from kyr_app.model.text import Words
    from kyr_app.ui.words import Speaks


BOX, CIRCLE = ("square", "check-square-fill"), ("circle", "check-circle-fill")
"""What a card shows before and after it is chosen: where several can be, and where one alone can."""


class Card(QPushButton):
    """A picture with words that is pressed as a whole."""

    TALL = False
    """Whether the picture stands above the words."""

    def __init__(
        self,
        say: Speaks,
        title: Words,
        icon: str = "",
        below: Words | None = None,
        role: str = "lead",
    ) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._frame()
        if icon:
            picture = Glyph(icon, 1.7 if self.TALL else 1.5, rounded=True)
            self._row.addWidget(picture, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._side, 1)
        self._add(Pair(say, title, role))
        self.below: Pair | None = None
        if below is not None:
            self.below = Pair(say, below, "body" if role != "small" else "strong")
            self._add(self.below)
        say(self.setAccessibleName, lambda locale: _named(locale, title, below))

    def _frame(self) -> None:
        flow = QBoxLayout.Direction.TopToBottom if self.TALL else QBoxLayout.Direction.LeftToRight
        self._row = QBoxLayout(flow, self)
        edge = theme.space(2)
        self._row.setContentsMargins(edge, edge, edge, edge)
        self._row.setSpacing(theme.space(2))
        self._side = QWidget()
        self._side.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._column = QVBoxLayout(self._side)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space(0.5))
        self._column.addStretch(0 if self.TALL else 1)
        self._column.addStretch(1)

    def _add(self, pair: Pair) -> None:
        self._column.insertWidget(self._column.count() - 1, pair)
        pair.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def hush_below(self) -> None:
        """Let the words under the title never be read aloud: they are somebody's answer."""
        if self.below is not None:
            hushed(self.below)

    def add_note(self, say: Speaks, words: Words) -> None:
        """Put a small line under the words."""
        self._add(Pair(say, words, "small"))

    def add_line(self, part: QWidget) -> None:
        """Put anything else under the words; it takes no press of its own."""
        self._column.insertWidget(self._column.count() - 1, part)

    def add_mark(self, icon: str, tone: Tone = Tone.SOFT) -> Glyph:
        """Put a small picture at the end of the card."""
        mark = Glyph(icon, 1.2, tone)
        self._row.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        return mark

    def sizeHint(self) -> QSize:
        """Return what the words and the picture need."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return what the words and the picture need, and never less than a target."""
        least = self._row.minimumSize()
        target = theme.space(7)
        return QSize(max(least.width(), target), max(least.height(), target))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as a press, but let it go on to the next screen once the answer is chosen."""
        if event.key() not in ENTER:
            super().keyPressEvent(event)
        elif self.isCheckable() and self.isChecked():
            event.ignore()
        else:
            self.click()


class TallCard(Card):
    """A card whose picture stands above its words: for what there are few of."""

    TALL = True


class AnswerCard(Card):
    """A card that can be chosen, and shows that it is by more than its colour."""

    def __init__(
        self, say: Speaks, title: Words, icon: str = "", below: Words | None = None, *, quiet: bool = False
    ) -> None:
        super().__init__(say, title, "" if quiet else icon, below, role="word" if quiet else "lead")
        if quiet:
            tight = theme.space(1.25)
            self._row.setContentsMargins(theme.space(2), tight, theme.space(2), tight)
            if icon:
                self._row.insertWidget(0, Glyph(icon, 1.3, Tone.SOFT), 0, Qt.AlignmentFlag.AlignVCenter)
        self.setCheckable(True)
        self.setProperty("kind", "quiet-card" if quiet else "card")
        self.setProperty("answer", "yes")
        self._marks = BOX
        self._mark = self.add_mark(BOX[0])
        self.toggled.connect(self._show_chosen)

    def be_one_of_several(self) -> None:
        """Show from now on a circle, for what is chosen alone; a box is for what can be chosen beside others."""
        self._marks = CIRCLE
        self._show_chosen(self.isChecked())

    def _show_chosen(self, chosen: bool) -> None:  # noqa: FBT001 (Qt's signal)
        self._mark.show_icon(self._marks[chosen], Tone.ACCENT if chosen else Tone.SOFT)


def _named(locale: Locale, title: Words, below: Words | None) -> str:
    parts = [title] if below is None else [title, below]
    return ". ".join(plain(locale.render(part)).rstrip(".") for part in parts)

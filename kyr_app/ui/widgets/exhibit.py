"""A paper of the packet in the list, or a page of a paper: its sign, its picture in small, its words, what moves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QWidget

from kyr_app.model.inline import literal, plain
from kyr_app.model.text import N_, Text, Together, Words
from kyr_app.ui import theme
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.card import Card
from kyr_app.ui.widgets.chips import Chip
from kyr_app.ui.widgets.icon import em
from kyr_app.ui.widgets.label import Label, Pair
from kyr_app.ui.widgets.thumb import Thumb

if TYPE_CHECKING:
    from kyr_app.i18n.locale import Locale
    from kyr_app.model.packet import Sheet
    from kyr_app.ui.gallery import Gallery
    from kyr_app.ui.words import Sayable, Speaks

MIDDLE = Qt.AlignmentFlag.AlignVCenter
ALT = Qt.KeyboardModifier.AltModifier
BESIDE = 44
"""From so many letters on a card has room beside what can be done with it."""
LONGEST = 90
"""So many letters of what a paper is called are shown; it is whole where it was written."""
SIGN = 1.2
"""The least room for what stands before a paper, in letters: pictures then stand under each other."""
MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -100_000, Qt.Key.Key_PageDown: 100_000}
"""With Alt: where a paper goes, as places from its own; to the first and the last place too."""


class Shown(Struct, frozen=True):
    """What the list says of a paper, or of a page. `sign` stands before it, `called` is that sign in words."""

    number: int
    sign: str
    called: Words
    title: Words
    about: tuple[Words, ...]
    sheet: Sheet | None
    missing: tuple[Words, ...] = ()
    icon: str = "file-text"


def beginning(words: str) -> str:
    """Return the beginning of long words, up to the end of one."""
    if len(words) <= LONGEST:
        return words
    whole = words[:LONGEST].rpartition(" ")[0] or words[:LONGEST]
    return f"{whole.rstrip(' ,;:.')} …"


class ExhibitCard(Card):
    """Opens a paper when it is pressed, and takes it along when it is dragged."""

    dragged = Signal(QPoint)
    """It is being dragged, and the pointer is here; on the screen."""
    dropped = Signal(QPoint)
    let_go = Signal()
    """It is not dragged any more, and stays where it was."""
    moved = Signal(int)
    """It is to go so many places."""

    def __init__(self, say: Speaks, gallery: Gallery) -> None:
        super().__init__(say, "")
        self._say = say
        self._pressed: QPoint | None = None
        self.dragging = False
        self.letter, self.thumb = Label("title"), Thumb(gallery)
        self.letter.setWordWrap(False)
        self.letter.setMinimumWidth(round(em() * SIGN))
        self.letter.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._row.insertWidget(0, self.letter, 0, MIDDLE)
        self._row.insertWidget(1, self.thumb, 0, MIDDLE)
        edge = theme.space(1)
        self._row.setContentsMargins(theme.space(2), edge, theme.space(2), edge)
        self._title, self._about, self._lacks = (
            Pair(say, "", role) for role in ("word", "small", "warm-small")
        )
        for pair in (self._title, self._about, self._lacks):
            self._add(pair)

    def show_exhibit(self, shown: Shown) -> None:
        """Say what is known of a paper now."""
        title, about = shown.title or N_("Not described yet"), Together(shown.about, " · ")
        lacks = N_("Missing: {what}", what=Together(shown.missing, ", ")) if shown.missing else ""
        self.letter.say(shown.sign)
        self.thumb.show_sheet(shown.sheet, shown.icon)
        for pair, words in ((self._title, title), (self._about, about), (self._lacks, lacks)):
            self._say.both(pair.say_both, self._own(words))

        def named(locale: Locale) -> str:
            own = beginning(locale.render(title))
            parts = (shown.called, own, about, lacks)
            return ". ".join(plain(locale.render(each)) for each in parts if each)

        self._say(self.setAccessibleName, named)

    def _own(self, words: Words) -> Sayable:
        """Return words; what a person typed as it is, and once where both languages are shown."""
        if isinstance(words, Text):
            return lambda locale: literal(beginning(locale.render(words)))
        if not isinstance(words, str):
            return words
        own = literal(beginning(words))
        return lambda locale: own if locale is self._say.session.locale else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move it with Alt and an arrow, or a page key."""
        by = MOVES.get(Qt.Key(event.key())) if event.modifiers() & ALT else None
        if by is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(by)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where it was taken."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Take it along once the pointer has gone far enough not to be a press."""
        far = QApplication.startDragDistance()
        if self._pressed is not None and not self.dragging:
            self.dragging = (event.position().toPoint() - self._pressed).manhattanLength() >= far
            if self.dragging:
                self.setDown(False)
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self.dragging:
            self.dragged.emit(event.globalPosition().toPoint())
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put it down where it is."""
        if self.dragging:
            self.stop()
            self.dropped.emit(event.globalPosition().toPoint())
        else:
            self._pressed = None
            super().mouseReleaseEvent(event)

    def stop(self) -> None:
        """Drag it no longer."""
        self._pressed, self.dragging = None, False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.let_go.emit()


class ExhibitRow(QWidget):
    """A card, and what can be done without opening it: beside it, or under it where there is little room."""

    chosen = Signal()

    def __init__(self, say: Speaks, gallery: Gallery) -> None:
        super().__init__()
        flow = QBoxLayout.Direction.LeftToRight
        self._row, self._moves = QBoxLayout(flow, self), QBoxLayout(flow)
        self.card = ExhibitCard(say, gallery)
        self.choose = Chip(say, N_("Choose"), "circle")
        self.choose.clicked.connect(self.chosen)
        self.earlier = Button(say, N_("Earlier"), "arrow-up")
        self.later = Button(say, N_("Later"), "arrow-down")
        for button, by in ((self.earlier, -1), (self.later, 1)):
            button.clicked.connect(lambda _=False, by=by: self.card.moved.emit(by))
            self._moves.addWidget(button)
        ways = self._ways = QHBoxLayout()
        ways.addWidget(self.choose, 0, MIDDLE)
        ways.addLayout(self._moves)
        self._row.setContentsMargins(0, 0, 0, 0)
        for each in (self._row, self._moves, ways):
            each.setSpacing(theme.space(1))
        self._row.addWidget(self.card, 1)
        self._row.addLayout(ways)
        self._say = say
        self._now: tuple[Shown, int, int] | None = None

    def _fit(self) -> None:
        beside = self.width() >= round(em() * BESIDE)
        flow = QBoxLayout.Direction
        self._row.setDirection(flow.LeftToRight if beside else flow.TopToBottom)
        self._moves.setDirection(flow.TopToBottom if beside else flow.LeftToRight)
        self._row.setAlignment(self._ways, MIDDLE if beside else Qt.AlignmentFlag.AlignLeft)

    def minimumSizeHint(self) -> QSize:
        """Return room for the wider of the two: what can be done can always stand under the card."""
        ways = (self.choose, self.earlier, self.later)
        wide = sum(each.minimumSizeHint().width() + theme.space(1) for each in ways)
        return QSize(max(self.card.minimumSizeHint().width(), wide), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find out again what there is room for."""
        super().resizeEvent(event)
        self._fit()

    def show_exhibit(self, shown: Shown, at: int, count: int) -> None:
        """Say what is known of a paper that stands at place `at` of `count`, from 0; once, until that changes."""
        if (shown, at, count) == self._now:
            return
        self._now = (shown, at, count)
        self.card.show_exhibit(shown)
        self.earlier.setEnabled(at > 0)
        self.later.setEnabled(at + 1 < count)
        for button, words in (
            (self.choose, N_("Choose: {what}", what=shown.called)),
            (self.earlier, N_("One place earlier: {what}", what=shown.called)),
            (self.later, N_("One place later: {what}", what=shown.called)),
        ):
            self._say(button.setAccessibleName, words)

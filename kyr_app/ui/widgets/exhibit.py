"""A paper of the packet in the list: its letter, its first page in small, its words, and what moves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from kyr_app.model.inline import literal, plain
from kyr_app.model.text import N_, P_, Together, Words
from kyr_app.ui import theme
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.card import Card
from kyr_app.ui.widgets.chips import Chip
from kyr_app.ui.widgets.frame import plain_column
from kyr_app.ui.widgets.label import Label, Pair
from kyr_app.ui.widgets.thumb import Thumb

if TYPE_CHECKING:
    from kyr_app.i18n.locale import Locale
    from kyr_app.model.packet import Sheet
    from kyr_app.ui.gallery import Gallery
    from kyr_app.ui.words import Sayable, Speaks

ALT = Qt.KeyboardModifier.AltModifier
MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -100_000, Qt.Key.Key_PageDown: 100_000}
"""With Alt: where a paper goes, as places from its own; to the first and the last place too."""


class Shown(Struct, frozen=True):
    """What the list says of a paper."""

    number: int
    letter: str
    title: Words
    pages: int
    about: tuple[Words, ...]
    missing: tuple[Words, ...]
    sheet: Sheet | None
    icon: str = "file-text"


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
        self.letter.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._row.insertWidget(0, self.letter, 0, middle)
        self._row.insertWidget(1, self.thumb, 0, middle)
        edge = theme.space(1)
        self._row.setContentsMargins(theme.space(2), edge, theme.space(2), edge)
        self._title, self._about, self._lacks = (
            Pair(say, "", role) for role in ("word", "small", "warm-small")
        )
        for pair in (self._title, self._about, self._lacks):
            self._add(pair)

    def show_exhibit(self, shown: Shown) -> None:
        """Say what is known of a paper now."""
        title = shown.title or N_("Not described yet")
        pages = P_("{n} page", "{n} pages", shown.pages)
        about = Together((*((pages,) if shown.pages else ()), *shown.about), " · ")
        lacks = N_("Missing: {what}", what=Together(shown.missing, ", ")) if shown.missing else ""
        self.letter.say(shown.letter)
        self.thumb.show_sheet(shown.sheet, shown.icon)
        for pair, words in ((self._title, title), (self._about, about), (self._lacks, lacks)):
            self._say.both(pair.say_both, self._own(words))

        def named(locale: Locale) -> str:
            parts = (N_("Exhibit {letter}", letter=shown.letter), title, about, lacks)
            return ". ".join(plain(locale.render(each)) for each in parts if each)

        self._say(self.setAccessibleName, named)

    def _own(self, words: Words) -> Sayable:
        """Return words; what a person typed as it is, and once where both languages are shown."""
        if not isinstance(words, str):
            return words
        return lambda locale: literal(words) if locale is self._say.session.locale else ""

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
    """A card, and beside it what can be done without opening it."""

    chosen = Signal()

    def __init__(self, say: Speaks, gallery: Gallery) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(1))
        self.card = ExhibitCard(say, gallery)
        self.choose = Chip(say, N_("Choose"), "circle")
        self.choose.clicked.connect(self.chosen)
        self.earlier = Button(say, N_("Earlier"), "arrow-up")
        self.later = Button(say, N_("Later"), "arrow-down")
        for button, by in ((self.earlier, -1), (self.later, 1)):
            button.clicked.connect(lambda _=False, by=by: self.card.moved.emit(by))
        ways, column = plain_column(0.5)
        column.addStretch(1)
        column.addWidget(self.earlier)
        column.addWidget(self.later)
        column.addStretch(1)
        row.addWidget(self.card, 1)
        row.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(ways)
        self._say = say

    def show_exhibit(self, shown: Shown, at: int, count: int) -> None:
        """Say what is known of a paper that stands at place `at` of `count`, from 0."""
        self.card.show_exhibit(shown)
        self.earlier.setEnabled(at > 0)
        self.later.setEnabled(at + 1 < count)
        letter = shown.letter
        for button, words in (
            (self.choose, N_("Choose exhibit {letter}", letter=letter)),
            (self.earlier, N_("Exhibit {letter} one place earlier", letter=letter)),
            (self.later, N_("Exhibit {letter} one place later", letter=letter)),
        ):
            self._say(button.setAccessibleName, words)

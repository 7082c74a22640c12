"""Buttons: a word with its icon, always both."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QIcon, QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton

from kyr_app.ui import theme
from kyr_app.ui.widgets.icon import Tone, em, icon, turned

if TYPE_CHECKING:
    from kyr_app.model.text import Words
    from kyr_app.ui.words import Speaks

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
LOOK_CHANGES = (QEvent.Type.StyleChange, QEvent.Type.PaletteChange, QEvent.Type.ApplicationFontChange)
_TONES = {"primary": Tone.ON_ACCENT, "link": Tone.ACCENT, "jump": Tone.ACCENT, "ear": Tone.ACCENT}


class Button(QPushButton):
    """A word and an icon. Kinds: primary (the one main action), link (a small one), plain, or none.

    `after` puts the icon behind the word, as the language is read; arrows point on and back as it is read, too.
    """

    def __init__(
        self, say: Speaks, words: Words, name: str = "", kind: str = "", *, after: bool = False
    ) -> None:
        super().__init__()
        self._icon, self._kind, self._after, self._read = name, kind, after, say.session
        self.setProperty("kind", kind)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self._turn()
        self._paint_icon()
        say(self.setText, words)

    def show_icon(self, name: str) -> None:
        """Show another icon from now on."""
        self._icon = name
        self._paint_icon()

    def _turn(self) -> None:
        """Put the icon behind the word, whichever way that is now."""
        way, self._reversed = Qt.LayoutDirection, self._read.locale.right_to_left
        if self._after:
            self.setLayoutDirection(way.LeftToRight if self._reversed else way.RightToLeft)

    def _paint_icon(self) -> None:
        if self._icon:
            side = round(em() * 1.3)
            name = turned(self._icon) if self._reversed else self._icon
            self.setIconSize(QSize(side, side))
            self.setIcon(icon(name, side, self, _TONES.get(self._kind, Tone.INK)))
        elif not self.icon().isNull():
            self.setIcon(QIcon())

    def changeEvent(self, event: QEvent) -> None:
        """Paint the icon again in another look, and where lines begin on another side."""
        if (
            event.type() == QEvent.Type.LanguageChange
            and self._reversed is not self._read.locale.right_to_left
        ):
            self._turn()
            self._paint_icon()
        elif event.type() in LOOK_CHANGES:
            self._paint_icon()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as a press."""
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)


@lru_cache(maxsize=256)
def _bold(text: str, pixels: int) -> int:
    """Return how wide a text of the bar is in bold letters; asked hundreds of times while a window is laid out."""
    font = QGuiApplication.font()
    font.setPixelSize(pixels)
    font.setBold(True)
    return QFontMetrics(font).horizontalAdvance(text)


class BarButton(QToolButton):
    """An icon above its word, for the bar that is always there."""

    def __init__(self, say: Speaks, words: Words, name: str, *, checkable: bool = False) -> None:
        super().__init__()
        self._icon = name
        self._painted: tuple[object, ...] = ()
        self._rooms: dict[bool, QSize] = {}
        self.setProperty("kind", "place")
        self.setCheckable(checkable)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.toggled.connect(self._paint_again)
        say(self.setText, words)

    def setText(self, text: str) -> None:
        """Show another word from now on."""
        self._rooms.clear()
        super().setText(text)

    def show_icon(self, name: str) -> None:
        """Show another icon from now on."""
        self._icon = name
        self._paint_again()

    def _paint_again(self) -> None:
        """Paint the icon anew, where it was painted before: the first time waits for somebody who wants to see it."""
        if self._painted:
            self._paint_icon()

    def _paint_icon(self) -> None:
        side = round(self.fontMetrics().height() * 1.1)
        tone = Tone.ACCENT if self.isChecked() else Tone.INK
        painted = (self._icon, side, tone, QGuiApplication.palette().cacheKey(), self.devicePixelRatioF())
        if (
            painted != self._painted
        ):  # many changes of a look leave the icon as it is, and Qt would lay out again
            self._painted = painted
            self._rooms.clear()
            self.setIconSize(QSize(side, side))
            self.setIcon(icon(self._icon, side, self, tone))

    def stand_beside(self, beside: bool) -> None:  # noqa: FBT001 (one of two ways)
        """Put the word beside the icon, where height is short, or under it."""
        style = Qt.ToolButtonStyle
        self.setToolButtonStyle(style.ToolButtonTextBesideIcon if beside else style.ToolButtonTextUnderIcon)

    def sizeHint(self) -> QSize:
        """Return room for the word when it is bold, so that nothing moves when it is chosen."""
        beside = self.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        room = self._rooms.get(beside)  # the layouts of a window ask hundreds of times
        if room is None:
            room = self._rooms[beside] = self._room(beside)
        return room

    def _room(self, beside: bool) -> QSize:  # noqa: FBT001 (one of two ways)
        self.ensurePolished()  # its letters are those of the style sheet now, and its icon is painted once
        self._paint_icon()
        hint = super().sizeHint()
        wide = _bold(self.text(), self.font().pixelSize()) + theme.space(2)
        if beside:
            wide = max(hint.width(), wide + self.iconSize().width() + theme.space(0.5))
        return QSize(max(wide, theme.space(8)), max(hint.height(), theme.space(5.5)))

    def changeEvent(self, event: QEvent) -> None:
        """Paint the icon again in another look."""
        self._rooms.clear()
        if event.type() in LOOK_CHANGES:
            self._paint_again()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as a press."""
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

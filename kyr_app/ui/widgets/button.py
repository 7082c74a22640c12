"""Buttons: a word with its icon, always both."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton

from kyr_app.ui import theme
from kyr_app.ui.widgets.icon import Tone, em, icon

if TYPE_CHECKING:
    from kyr_app.model.text import Words
    from kyr_app.ui.words import Speaks

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
LOOK_CHANGES = (QEvent.Type.StyleChange, QEvent.Type.PaletteChange, QEvent.Type.ApplicationFontChange)
_TONES = {"primary": Tone.ON_ACCENT, "link": Tone.ACCENT, "jump": Tone.ACCENT, "ear": Tone.ACCENT}


class Button(QPushButton):
    """A word and an icon. Kinds: primary (the one main action), link (a small one), plain, or none."""

    def __init__(
        self, say: Speaks, words: Words, name: str = "", kind: str = "", *, after: bool = False
    ) -> None:
        super().__init__()
        self._icon, self._kind = name, kind
        self.setProperty("kind", kind)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        if after:
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._paint_icon()
        say(self.setText, words)

    def show_icon(self, name: str) -> None:
        """Show another icon from now on."""
        self._icon = name
        self._paint_icon()

    def _paint_icon(self) -> None:
        if self._icon:
            side = round(em() * 1.3)
            self.setIconSize(QSize(side, side))
            self.setIcon(icon(self._icon, side, self, _TONES.get(self._kind, Tone.INK)))

    def changeEvent(self, event: QEvent) -> None:
        """Paint the icon again in another look."""
        if event.type() in LOOK_CHANGES:
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
        self.ensurePolished()  # its letters are those of the style sheet now, and its icon is painted once
        self._paint_icon()
        self.toggled.connect(self._paint_icon)
        say(self.setText, words)

    def setText(self, text: str) -> None:
        """Show another word from now on."""
        self._rooms.clear()
        super().setText(text)

    def show_icon(self, name: str) -> None:
        """Show another icon from now on."""
        self._icon = name
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
        hint = super().sizeHint()
        wide = _bold(self.text(), self.font().pixelSize()) + theme.space(2)
        if beside:
            wide = max(hint.width(), wide + self.iconSize().width() + theme.space(0.5))
        return QSize(max(wide, theme.space(8)), max(hint.height(), theme.space(5.5)))

    def changeEvent(self, event: QEvent) -> None:
        """Paint the icon again in another look."""
        self._rooms.clear()
        if event.type() in LOOK_CHANGES:
            self._paint_icon()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as a press."""
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

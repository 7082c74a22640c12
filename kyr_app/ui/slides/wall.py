"""The wall: a window without a frame that shows one slide, and what the group may see of the time, which is a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kyr_app.content import tokens
from kyr_app.model.deck import Kind
from kyr_app.ui.slides.keys import Do, meant
from kyr_app.ui.slides.view import SlideView

if TYPE_CHECKING:
    from collections.abc import Callable

    from kyr_app.model.theme import Colours
    from kyr_app.ui.slides.fit import Fitter, Slide


class Keyed(QWidget):
    """A window that tells what its keys mean. Closing it leaves the workshop."""

    wanted = Signal(object, int)

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.ending = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell what is wanted."""
        found = meant(event.key())
        if found is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat() or found[0] in {Do.NEXT, Do.BACK}:
            self.wanted.emit(*found)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave, and let whoever shows it put it away."""
        if not self.ending:
            event.ignore()
            self.wanted.emit(Do.LEAVE, 0)
        else:
            super().closeEvent(event)


class TimeMark(QWidget):
    """A thin line at the foot of the wall that grows with the time of a part. To the group it says nothing."""

    def __init__(self, parent: QWidget, colours: Colours) -> None:
        super().__init__(parent)
        self._colours, self.part = colours, 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_part(self, part: float) -> None:
        """Show how much of a part is over, from 0 to 1."""
        self.part = part
        self.update()

    def place(self) -> None:
        """Lie at the foot of the wall."""
        wall = self.parentWidget()
        high = tokens.theme().shape.space // 2
        if wall is not None:
            self.setGeometry(0, wall.height() - high, wall.width(), high)
        self.raise_()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the line."""
        QPainter(self).fillRect(
            0, 0, round(self.width() * self.part), self.height(), QColor(self._colours.line)
        )


class Wall(Keyed):
    """Shows one slide at a time, as large as it is itself."""

    resized = Signal(QSize)

    def __init__(self, colours: Colours) -> None:
        super().__init__()
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), QColor(colours.ground))
        self.setPalette(palette)
        self.view: SlideView | None = None
        self.mark = TimeMark(self, colours)
        self.mark.hide()

    def show_slide(self, slide: Slide, fitter: Fitter, hand: Callable[[int], object]) -> None:
        """Show a slide in the place of the one before."""
        before = self.view
        self.view = SlideView(slide, fitter, hand)
        self.view.setParent(self)
        self.view.move(0, 0)
        self.view.show()
        self.mark.raise_()
        pointed = slide.leaf.kind is Kind.ASK
        self.setCursor(Qt.CursorShape.PointingHandCursor if pointed else Qt.CursorShape.BlankCursor)
        if before is not None:
            before.hide()
            before.deleteLater()

    def blank(self, *, empty: bool) -> None:
        """Show nothing at all, or the slide again."""
        if self.view is not None:
            self.view.setVisible(not empty)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell how large the wall is now."""
        super().resizeEvent(event)
        self.mark.place()
        self.resized.emit(self.size())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go on with a click, back with the other button."""
        self.wanted.emit(Do.BACK if event.button() == Qt.MouseButton.RightButton else Do.NEXT, 0)

    def event(self, event: QEvent) -> bool:
        """Take Tab as nothing: there is nowhere to go to."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Tab
        ):
            return True
        return super().event(event)

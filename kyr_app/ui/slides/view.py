"""One slide: a title, a few thoughts under one another in both languages, and what they rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kyr_app.model.deck import Kind
from kyr_app.model.pieces import Look, Piece
from kyr_app.ui import theme
from kyr_app.ui.html import escape
from kyr_app.ui.slides.fit import Fitter, Slide
from kyr_app.ui.slides.letters import WallLabel
from kyr_app.ui.widgets.icon import draw

if TYPE_CHECKING:
    from collections.abc import Callable

    from kyr_app.model.theme import Colours

TOP = Qt.AlignmentFlag.AlignTop
LETTERS = "ABCDEF"


class Sign(QWidget):
    """A picture, a dot, or a number on a round, before a thought."""

    def __init__(self, side: int, colours: Colours, icon: str = "", label: str = "") -> None:
        super().__init__()
        self.setFixedSize(side, side)
        self._colours, self._icon, self.label = colours, icon, label

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint it."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        box, accent = QRectF(self.rect()), QColor(self._colours.accent)
        if self.label:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent)
            painter.drawEllipse(box)
            font = QFont(theme.FAMILY)
            font.setPixelSize(round(box.height() * 0.86))
            font.setBold(True)
            painter.setFont(font)
            painter.setPen(QColor(self._colours.on_accent))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.label)
        elif self._icon:
            draw(painter, self._icon, box, accent)
        else:
            side = box.height() / 4
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent)
            painter.drawEllipse(QRectF((box.width() - side) / 2, (box.height() - side) / 2, side, side))


class Answer(QWidget):
    """An answer for which hands are raised: a press adds one."""

    pressed = Signal()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Add a hand."""
        self.pressed.emit()
        event.accept()


class SlideView(QWidget):
    """A slide as large as the wall. `hand` is called with the number of an answer, from 0, when it is pressed."""

    def __init__(self, slide: Slide, fitter: Fitter, hand: Callable[[int], object] | None = None) -> None:
        super().__init__()
        self.slide, self._fitter, self._hand = slide, fitter, hand
        self._letters, self._told = fitter.letters, fitter.told
        self.hands: dict[int, WallLabel] = {}
        self.setFixedSize(self._letters.wall)
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), QColor(self._told.colours.ground))
        self.setPalette(palette)
        column = QVBoxLayout(self)
        margin, gap = self._letters.margin, self._letters.gap
        column.setContentsMargins(margin, margin // 2, margin, margin // 2)
        column.setSpacing(gap)
        column.addWidget(self._head())
        column.addSpacing(gap)
        if slide.leaf.kind in {Kind.TITLE, Kind.REST}:
            column.addStretch(1)
        for piece in slide.pieces:
            column.addWidget(self._piece(piece))
        column.addStretch(2)
        column.addWidget(self._foot())
        self.setAccessibleName(self._told.line(slide.leaf.title))

    def _head(self) -> QWidget:
        leaf = self.slide.leaf
        head = self._row(leaf.icon, "", self._fitter.title(leaf))
        row = head.layout()
        assert isinstance(row, QHBoxLayout)  # noqa: S101 (every row is one)
        mark = WallLabel(self._letters.body)
        mark.setWordWrap(False)
        mark.setText(self._soft(escape(self.slide.mark)))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        return head

    def _piece(self, piece: Piece) -> QWidget:
        rich = self._told.rich(piece.words, piece.look)
        icon = piece.icon
        if not icon and piece.look in {Look.TEXT, Look.WARN, Look.SAY, Look.ASKED}:
            return self._row(None, "", rich, piece.look)
        row = self._row(icon, piece.label, rich, piece.look)
        if piece.look is Look.ANSWER:
            self._count(row, LETTERS.index(piece.label))
        return row

    def _row(self, icon: str | None, label: str, rich: str, look: Look | None = None) -> QWidget:
        """Return words after their picture; those of no look are a title."""
        holder = Answer() if look is Look.ANSWER else QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._letters.gap)
        if icon is None:
            row.addSpacing(self._letters.indent)
        else:
            row.addWidget(Sign(self._letters.sign, self._told.colours, icon, label), 0, TOP)
        words = WallLabel(self._letters.title if look is None else self._letters.of(look))
        words.setText(rich)
        words.setFixedWidth(self._letters.title_wide if look is None else self._letters.wide(look))
        words.setFixedHeight(words.heightForWidth(words.width()))
        row.addWidget(words)
        row.addStretch(1)
        return holder

    def _count(self, row: QWidget, option: int) -> None:
        """Let hands be counted for an answer; the number stands at the end of its line."""
        number = WallLabel(self._letters.body, row)
        number.setWordWrap(False)
        number.hide()
        self.hands[option] = number
        if isinstance(row, Answer) and self._hand is not None:
            hand = self._hand
            row.pressed.connect(lambda: hand(option))

    def show_hands(self, totals: tuple[int, ...]) -> None:
        """Show how many hands were raised for each answer, once there are any."""
        colours = self._told.colours
        for option, number in self.hands.items():
            total = totals[option]
            number.setText(f'<b style="color:{colours.accent}">{total}</b>' if total else "")
            number.adjustSize()
            number.move(self._letters.width - number.width(), 0)
            number.setVisible(bool(total))

    def _foot(self) -> WallLabel:
        said = WallLabel(self._letters.body)
        said.setWordWrap(False)
        said.setText(self._soft("<br>".join(map(escape, self.slide.foot))))
        return said

    def _soft(self, rich: str) -> str:
        return f'<span style="color:{self._told.colours.ink_soft}">{rich}</span>' if rich else ""

    def sizeHint(self) -> QSize:
        """Return the size of the wall."""
        return self._letters.wall

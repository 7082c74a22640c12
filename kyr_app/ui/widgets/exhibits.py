"""The papers of the packet under one another, put in order by dragging, by keyboard or by a press."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from kyr_app.ui import theme
from kyr_app.ui.widgets.exhibit import ExhibitRow, Shown

if TYPE_CHECKING:
    from kyr_app.ui.gallery import Gallery
    from kyr_app.ui.words import Speaks

_SOON = 40
"""Milliseconds between two looks at whether the list must scroll under the pointer."""


class Mark(QWidget):
    """A bar between two papers: here it will stand."""

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint it in the accent."""
        QPainter(self).fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Highlight))


class Exhibits(QWidget):
    """Keeps a row for each paper, so that the keyboard stays on one that moves."""

    opened = Signal(int)
    moved = Signal(int, int)
    """A paper is to go to a place, from 0."""
    chosen = Signal()

    def __init__(self, say: Speaks, gallery: Gallery) -> None:
        super().__init__()
        self._say, self._gallery = say, gallery
        self.rows: dict[int, ExhibitRow] = {}
        self.order: list[int] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space(1))
        self.mark = Mark(self)
        self.mark.hide()
        self._pointer = QPoint()
        self._scroll = QTimer(self)
        self._scroll.setInterval(_SOON)
        self._scroll.timeout.connect(self._follow)

    def show_exhibits(self, shown: Sequence[Shown]) -> None:
        """Show these, in this order."""
        wanted = [each.number for each in shown]
        for number in [each for each in self.rows if each not in wanted]:
            row = self.rows.pop(number)
            row.hide()
            row.deleteLater()
        for at, each in enumerate(shown):
            row = self.rows.get(each.number) or self._new(each.number)
            if self._column.indexOf(row) != at:
                self._column.insertWidget(at, row)
            row.show_exhibit(each, at, len(shown))
        if wanted != self.order:
            self.order = wanted
            self._tabs()

    def _new(self, number: int) -> ExhibitRow:
        row = self.rows[number] = ExhibitRow(self._say, self._gallery)
        card = row.card
        card.clicked.connect(lambda: self.opened.emit(number))
        card.moved.connect(lambda by: self._move(number, by))
        card.dragged.connect(self._drag)
        card.dropped.connect(lambda place: self._drop(number, place))
        card.let_go.connect(self._stop)
        row.chosen.connect(self.chosen)
        return row

    def _tabs(self) -> None:
        """Let Tab go from each paper to the next one, as they stand now."""
        parts = [
            part
            for number in self.order
            for row in (self.rows[number],)
            for part in (row.card, row.choose, row.earlier, row.later)
        ]
        for one, two in pairwise(parts):
            QWidget.setTabOrder(one, two)

    @property
    def chosen_numbers(self) -> list[int]:
        """The papers that are chosen, in their order."""
        return [number for number in self.order if self.rows[number].choose.isChecked()]

    def choose(self, numbers: Sequence[int] = ()) -> None:
        """Choose these and no others, telling nobody."""
        for number, row in self.rows.items():
            row.choose.setChecked(number in numbers)

    def _move(self, number: int, by: int) -> None:
        at = self.order.index(number)
        to = max(0, min(at + by, len(self.order) - 1))
        if to != at:
            self.moved.emit(number, to)

    # Dragging

    def _gap(self, place: QPoint) -> int:
        """Return before which row a point on the screen lies, from 0 to as many as there are."""
        y = self.mapFromGlobal(place).y()
        return sum(y > self.rows[number].geometry().center().y() for number in self.order)

    def _drag(self, place: QPoint) -> None:
        self._pointer = place
        if not self._scroll.isActive():
            self._scroll.start()
        gap, thick = self._gap(place), theme.space(0.5)
        if gap < len(self.order):
            y = self.rows[self.order[gap]].y() - (self._column.spacing() + thick) // 2
        else:
            y = self.rows[self.order[-1]].geometry().bottom()
        self.mark.setGeometry(0, max(0, min(y, self.height() - thick)), self.width(), thick)
        self.mark.show()
        self.mark.raise_()

    def _drop(self, number: int, place: QPoint) -> None:
        at, gap = self.order.index(number), self._gap(place)
        to = gap - 1 if gap > at else gap
        if to != at:
            self.moved.emit(number, to)

    def _stop(self) -> None:
        self._scroll.stop()
        self.mark.hide()

    def stop(self) -> None:
        """Drag nothing any more: the screen goes, or the hide key was pressed."""
        for row in self.rows.values():
            if row.card.dragging:
                row.card.stop()

    def _follow(self) -> None:
        """Scroll while a paper is held near an edge."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if isinstance(area, QScrollArea):
            inside = area.widget()
            assert inside is not None  # noqa: S101 (a column holds one)
            here = inside.mapFromGlobal(self._pointer)
            area.ensureVisible(area.viewport().width() // 2, here.y(), 0, theme.space(8))
            self._drag(self._pointer)

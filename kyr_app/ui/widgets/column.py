"""The column that a screen is read in: centred, never wider than a line should be, scrolling inside."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kyr_app.ui import theme
from kyr_app.ui.widgets.lane import FONT_CHANGES, edge, line_width

SETTLED = 300
"""After how long a new page has found its size at the latest, in milliseconds."""


MOST_PAST = 0.9
"""So much of a part may have gone past the top at most: what is left of it stays in sight."""
AGAIN = 1
"""After how many milliseconds a page is brought back for the second time."""


class Column(QScrollArea):
    """Holds one page at a time, `lines` times as wide as a line of text may be.

    The page begins `top` times the unit of every distance below the edge, which is less where something stands over it.
    """

    def __init__(self, lines: float = 1.0, top: float = 3) -> None:
        super().__init__()
        self._lines = lines
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        self._row = QHBoxLayout(holder)
        self._row.setContentsMargins(edge(), theme.space(top), edge(), theme.space(4))
        self._row.addStretch(1)
        self.body = QWidget()
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.space(2))
        self._row.addWidget(self.body, 1000)
        self._row.addStretch(1)
        self.setWidget(holder)
        self._page: QWidget | None = None
        self._revealed: QWidget | None = None
        self.verticalScrollBar().rangeChanged.connect(self._balance)
        self.verticalScrollBar().rangeChanged.connect(self._bring_up)
        self._fit()

    def _fit(self) -> None:
        self.body.setMaximumWidth(line_width(self._lines))

    def _balance(self) -> None:
        """Let the scroll bar stand in the room at the side: the column stays in the middle, under what is over it."""
        edges = self._row.contentsMargins()
        bar = self.verticalScrollBar()
        edges.setRight(edge() - (bar.sizeHint().width() if bar.maximum() > 0 else 0))
        if edges != self._row.contentsMargins():
            self._row.setContentsMargins(edges)

    @property
    def page(self) -> QWidget | None:
        """The page shown."""
        return self._page

    def show_page(self, page: QWidget) -> None:
        """Show `page` in the place of the one before, from its top."""
        if self._page is not None:
            self._page.hide()
            self.column.removeWidget(self._page)
            self._page.deleteLater()
        self._page = page
        self.column.insertWidget(0, page)
        self.verticalScrollBar().setValue(0)

    def changeEvent(self, event: QEvent) -> None:
        """Stay as wide as a line of the letters now used."""
        if event.type() in FONT_CHANGES:
            self._fit()
        super().changeEvent(event)

    def first_visible(self) -> tuple[QWidget, int] | None:
        """Return the first part of the page that can be seen, and how far below the top it begins; pixels."""
        if self._page is None:
            return None
        parts = self._page.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        tops = [
            (part, part.mapTo(self.viewport(), QPoint(0, 0)).y()) for part in parts if not part.isHidden()
        ]
        seen = [(top, part) for part, top in tops if top + part.height() > 0]
        first = min(seen, key=lambda each: each[0], default=None)
        return (first[1], first[0]) if first else None

    def keep(self, place: tuple[QWidget, int] | None) -> None:
        """Bring a part back to where it was seen, once everything has found its new size."""
        if place is not None and self.verticalScrollBar().value() > 0:
            part, top = place
            seen = max(min(top, 0) / max(part.height(), 1), -MOST_PAST)
            for wait in (0, AGAIN):  # what stands deep inside finds its size only after the first time
                QTimer.singleShot(wait, self, lambda: self._bring_back(part, seen))

    def reveal(self, part: QWidget) -> None:
        """Bring a part of the page into sight, near the top, as soon as everything has found its size."""
        self._revealed = part
        part.destroyed.connect(self._let_go)
        QTimer.singleShot(0, self, self._bring_up)
        QTimer.singleShot(SETTLED, self, self._let_go)

    def show_at(self, at: int) -> None:
        """Show the page so far down, in pixels, as soon as it has found its size."""

        def show() -> None:
            self._row.activate()
            self.verticalScrollBar().setValue(at)

        QTimer.singleShot(0, self, show)

    def _let_go(self) -> None:
        self._revealed = None

    def _bring_up(self) -> None:
        if self._revealed is not None:
            self._row.activate()
            top = self._revealed.mapTo(self.viewport(), QPoint(0, 0)).y() - theme.space(2)
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + top)

    def _bring_back(self, part: QWidget, seen: float) -> None:
        """Bring a part back so that as much of it is above the edge as was: `seen`, a part of its height."""
        if not shiboken6.isValid(part):
            return
        self._row.activate()
        bar, top = self.verticalScrollBar(), round(seen * part.height())
        bar.setValue(bar.value() + part.mapTo(self.viewport(), QPoint(0, 0)).y() - top)

"""What is said and what is seen of an exhibit, side by side, as there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kyr_app.ui import theme
from kyr_app.ui.widgets.icon import em

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from kyr_app.ui.screens.exhibit_panes import Panes
    from kyr_app.ui.widgets.column import Column

LOOK, WORDS, PAGES = "look", "words", "pages"
"""The sides of an exhibit: how its pages look, what it is, and its pages in order."""
BESIDE, MOST, WIDEST = 27, 0.42, 16_777_215
"""The width of what is beside the pictures, in letters and at most as part of all; and Qt's own for none."""
ROOM, SAID = 60, 0.6
"""From so many letters on there is room for a picture beside what is asked of it, which has so much of the width."""


class Spread(QWidget):
    """While pages are made readable the pictures have most of the room; while they are described, what is left."""

    def __init__(self, column: Column, panes: Panes) -> None:
        super().__init__()
        self._column, self._panes, self._side = column, panes, LOOK
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, theme.space(3), 0)
        self._row.setSpacing(0)

    def take(self) -> None:
        """Take both parts, once the column stands nowhere else."""
        self._row.addWidget(self._column, 1)
        self._row.addWidget(self._panes, 2)

    def turn_to(self, side: str) -> None:
        """Give each part the room that it has on a side; `fit` follows once the page of that side is shown."""
        self._side = side
        self._panes.hide()
        self._panes.show_both(both=side == LOOK)
        self._column.setMinimumWidth(0)
        self._column.setMaximumWidth(WIDEST)
        self._row.setStretch(0, 1 if side == LOOK else round(100 * SAID))
        self._row.setStretch(1, 2 if side == LOOK else round(100 * (1 - SAID)))
        self.fit_soon()

    def fit_soon(self) -> None:
        """Find out once more: a page knows what it needs after it has been given its letters."""
        QTimer.singleShot(0, self, self.fit)

    def fit(self) -> None:
        """Leave the pictures as much room as there is."""
        wide, page = self.width(), self._column.page
        least = 0 if page is None else page.minimumSizeHint().width() + theme.space(10)
        free = wide - theme.space(3)
        said = min(free * SAID, free - self._panes.minimumSizeHint().width())
        room = wide >= ROOM * em() and said >= least
        self._panes.setVisible(self._side == LOOK or (self._side == WORDS and room))
        if self._side == LOOK and page is not None:
            self._column.setFixedWidth(max(least, round(min(em() * BESIDE, wide * MOST))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find out again what there is room for."""
        super().resizeEvent(event)
        self.fit()

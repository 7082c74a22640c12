"""A grid that has as many columns as there is room for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from kyr_app.ui import theme
from kyr_app.ui.widgets.icon import em


class Grid(QWidget):
    """Lays its parts out in at most `most` columns, each at least `ems` letters wide and with room for its parts."""

    _parts: Sequence[QWidget] = ()
    """What is left where Python has taken a page apart before Qt has: events may still come then."""
    _blanks: Sequence[QWidget] = ()
    """What holds a column open that has no part: Qt would leave out its gap, and the others would be wider."""
    _columns = 0

    def __init__(self, parts: Iterable[QWidget], ems: float, most: int = 2) -> None:
        super().__init__()
        self._parts, self._ems, self._most = [*parts], ems, most
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.space(2))
        self._lay(most)

    def add(self, part: QWidget) -> None:
        """Add one more part after the others."""
        at = len(self._parts)
        self._parts = [*self._parts, part]
        self._grid.addWidget(part, at // self._columns, at % self._columns, Qt.AlignmentFlag(0))
        self._fill()

    def _fitting(self) -> int:
        least = max(self._ems * em(), self._widest()) + self._grid.spacing()
        return max(1, min(self._most, int((self.width() + self._grid.spacing()) // least)))

    def _widest(self) -> int:
        return max((part.minimumSizeHint().width() for part in self._parts if not part.isHidden()), default=0)

    def minimumSizeHint(self) -> QSize:
        """Ask for one column: as many as there are now would hold the page as wide as they once were."""
        return QSize(self._widest(), super().minimumSizeHint().height())

    def _lay(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for part in self._parts:
            self._grid.removeWidget(part)
        for at in range(self._most):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)
        for at, part in enumerate(self._parts):
            self._grid.addWidget(part, at // columns, at % columns, Qt.AlignmentFlag(0))
        self._fill()

    def _fill(self) -> None:
        """Hold open each column of a first row that is not full, so that every card of a page is as wide."""
        for blank in self._blanks:
            self._grid.removeWidget(blank)
            blank.deleteLater()
        self._blanks = [QWidget(self) for _ in range(len(self._parts), self._columns)]
        for at, blank in enumerate(self._blanks, len(self._parts)):
            self._grid.addWidget(blank, 0, at)

    def _fit(self) -> None:
        if self._columns:
            self._lay(self._fitting())

    def event(self, event: QEvent) -> bool:
        """Take fewer columns as soon as a part has come, or has grown, that has no room beside the others."""
        taken = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return taken

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many columns as fit now."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Take as many columns as fit letters of another size."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._fit()
        super().changeEvent(event)

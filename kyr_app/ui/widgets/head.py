"""The line over a page: where one is, what else can be done, and at its end *Listen*, always in the same place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from kyr_app.ui import theme
from kyr_app.ui.widgets.lane import Lane


class Head(Lane):
    """Holds `words`, and a part at its end; where both do not fit beside each other, that part stands above them."""

    def __init__(self, lines: float) -> None:
        super().__init__(lines)
        self.row.setContentsMargins(0, theme.space(1.5), 0, theme.space(1))
        self.row.setSpacing(theme.space(1))
        self.words = QHBoxLayout()
        self.words.setSpacing(theme.space(2))
        self.row.addLayout(self.words, 1)
        self._end: QWidget | None = None

    def put_at_end(self, end: QWidget) -> None:
        """Put a part at the end of the line."""
        self._end = end
        self.row.addWidget(end, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)

    def _edges(self) -> int:
        layout = self.layout()
        edges = layout.contentsMargins() if layout is not None else self.contentsMargins()
        return edges.left() + edges.right()

    def _arrange(self) -> None:
        if self._end is None:
            return
        words, end = self.words.minimumSize().width(), self._end.sizeHint().width()
        room = min(self.width() - self._edges(), self.inner.maximumWidth())
        flow = QBoxLayout.Direction
        wanted = flow.BottomToTop if words + end + self.row.spacing() > room else flow.LeftToRight
        if wanted != self.row.direction():
            self.row.setDirection(wanted)

    def minimumSizeHint(self) -> QSize:
        """Return room for the wider of the two: the other one stands above or below it."""
        hint = super().minimumSizeHint()
        if self._end is None:
            return hint
        widest = max(self.words.minimumSize().width(), self._end.sizeHint().width())
        return QSize(widest + self._edges(), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find out again whether one line is enough."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """So too where the parts have grown."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return done

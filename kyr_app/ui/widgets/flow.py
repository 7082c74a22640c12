"""A line of things that goes on in the next line where there is no more room."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from kyr_app.ui import theme


class Lines(QLayout):
    """Sets its parts beside one another, each as large as it wants to be, in as many lines as they need."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(theme.space(1))

    def addItem(self, item: QLayoutItem) -> None:
        """Take a further part."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many parts there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return a part; None past the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give a part back."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no more room than is needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Be higher where there is less width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how high the lines are at a width; pixels."""
        return self._lay(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Lay the parts out."""
        super().setGeometry(rect)
        self._lay(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the least size."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return room for the widest part."""
        least = QSize()
        for item in self._items:
            least = least.expandedTo(item.minimumSize())
        return least

    def _lay(self, rect: QRect, *, move: bool) -> int:
        """Return how high the lines are within `rect`; with `move`, put every part in its place."""
        left, top, high, gap = rect.x(), rect.y(), 0, self.spacing()
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if left + size.width() > rect.right() + 1 and high:
                left, top, high = rect.x(), top + high + gap, 0
            if move:
                item.setGeometry(QRect(QPoint(left, top), size))
            left += size.width() + gap
            high = max(high, size.height())
        return top + high - rect.y()


class Flow(QWidget):
    """Holds parts in lines."""

    def __init__(self) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._lines = Lines(self)

    def minimumSizeHint(self) -> QSize:
        """Return room for one part: how high it is follows from its width, and no page grows for the narrowest."""
        return self._lines.minimumSize()

    def sizeHint(self) -> QSize:
        """Ask for the same, for the same reason."""
        return self.minimumSizeHint()

    def add(self, part: QWidget) -> None:
        """Add a part at the end."""
        self._lines.addWidget(part)

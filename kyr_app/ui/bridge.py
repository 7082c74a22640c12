"""From the session's own signal to a Qt signal, which arrives on the window's thread wherever it was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from kyr_app.model.changes import Changes
    from kyr_app.session.session import Session


class Bridge(QObject):
    """Tells the window what changed."""

    changed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        session.changed.connect(self._pass_on)

    def _pass_on(self, changes: Changes) -> None:
        self.changed.emit(changes)

"""Five seconds to think again: what cannot be undone waits that long, behind one large button that stops it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from kyr_app.model.text import N_, P_
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.frame import Framed
from kyr_app.ui.widgets.icon import Tone
from kyr_app.ui.widgets.label import Pair

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from kyr_app.model.text import Words
    from kyr_app.ui.words import Speaks

SECONDS = 5


class Countdown(Framed):
    """Exactly one of `done` and `stopped` comes. Whoever goes elsewhere meanwhile has stopped it."""

    done = Signal()
    stopped = Signal()

    def __init__(self, say: Speaks, what: Words) -> None:
        super().__init__("warm", "clock", Tone.WARM, 2.0)
        self._say, self._left = say, SECONDS
        self.column.addWidget(Pair(say, what, "lead"))
        self._count = Pair(say, "", "body")
        self.column.addWidget(self._count)
        self.stop = Button(say, N_("Stop, do not do it"), "hand", "primary")
        self.stop.clicked.connect(self.cancel)
        self.column.addWidget(self.stop)
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.tick)
        self._tell()

    def start(self) -> None:
        """Begin to count; Enter and the space bar stop it."""
        self._timer.start()
        self.stop.setFocus()

    @property
    def counting(self) -> bool:
        """Whether it is still to be decided."""
        return self._left > 0

    def _tell(self) -> None:
        said = P_(
            "In {n} second. You can still stop it.", "In {n} seconds. You can still stop it.", self._left
        )
        self._say.both(self._count.say_both, said)

    def tick(self) -> None:
        """One second less; at the end it is done."""
        if not self.counting:
            return
        self._left -= 1
        if self._left:
            self._tell()
            return
        self._timer.stop()
        self.stop.setEnabled(False)
        self._say.both(self._count.say_both, N_("One moment…"))
        self.done.emit()

    def cancel(self) -> None:
        """Stop it; nothing was done."""
        if self.counting:
            self._left = 0
            self._timer.stop()
            self.stopped.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop where somebody goes elsewhere; making the window small is not that."""
        if not event.spontaneous():
            self.cancel()
        super().hideEvent(event)

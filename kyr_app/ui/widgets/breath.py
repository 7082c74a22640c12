"""A circle that grows while one breathes in and shrinks while one breathes out; still where motion is not wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QPointF, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QHideEvent, QPainter, QPaintEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyr_app.content import tokens
from kyr_app.model.text import N_
from kyr_app.ui.widgets.icon import em
from kyr_app.ui.widgets.label import Pair

if TYPE_CHECKING:
    from kyr_app.ui.words import Speaks

IN, OUT = 4, 6
"""Seconds of a breath in and of a breath out."""
STEP = 50
"""Milliseconds from one picture to the next."""
SMALL = 0.75
"""How large the circle is when the breath is out, of what it is when it is in."""


def still() -> bool:
    """Return whether nothing may move: the system asks for less motion, or the look has none."""
    if not tokens.theme().shape.fade:
        return True
    hints = QGuiApplication.styleHints()  # held by name: what it returns ends with it
    return hints.accessibility().motionPreference() == Qt.MotionPreference.ReducedMotion


class Breath(QWidget):
    """Leads the breath for as long as it is shown. Where nothing may move, only its words change."""

    def __init__(self, say: Speaks) -> None:
        super().__init__()
        self._say = say
        self._clock = QElapsedTimer()
        self.still = still()
        self._timer = QTimer(self)
        self._timer.setInterval(1000 if self.still else STEP)
        self._timer.timeout.connect(self._go_on)
        self.inward = True
        column = QVBoxLayout(self)
        self.words = Pair(say, N_("Breathe in slowly"), "subtitle")
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.words)

    def sizeHint(self) -> QSize:
        """Ask for room for the whole circle."""
        side = em() * 15
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Be readable on a small screen too."""
        side = em() * 12
        return QSize(side, side)

    @property
    def moving(self) -> bool:
        """Whether it is leading the breath now."""
        return self._timer.isActive()

    def at(self, seconds: float) -> tuple[bool, float]:
        """Return whether one breathes in after so many seconds, and how full the breath is, from 0 to 1."""
        now = seconds % (IN + OUT)
        return (True, now / IN) if now < IN else (False, 1 - (now - IN) / OUT)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with a breath in."""
        super().showEvent(event)
        self._clock.start()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop."""
        super().hideEvent(event)
        self._timer.stop()

    def _go_on(self) -> None:
        inward, _ = self.at(self._clock.elapsed() / 1000)
        if inward != self.inward:
            self.inward = inward
            words = N_("Breathe in slowly") if inward else N_("Breathe out slowly")
            self._say.both(self.words.say_both, words)
        if not self.still:
            self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the circle as large as the breath is full; always the same size where nothing may move."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(QPalette.ColorRole.AlternateBase))
        full = 1.0 if self.still else self.at(self._clock.elapsed() / 1000 if self._clock.isValid() else 0)[1]
        radius = min(self.width(), self.height()) / 2 * (SMALL + (1 - SMALL) * full)
        painter.drawEllipse(QPointF(self.rect().center()), radius, radius)

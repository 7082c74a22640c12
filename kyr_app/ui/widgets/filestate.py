"""In the bar: what becomes of what a person answers, in a word and a picture; pressed, it leads to the family file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics, QGuiApplication

from kyr_app.model.text import N_, Words
from kyr_app.ui.standing import State
from kyr_app.ui.widgets.button import BarButton

if TYPE_CHECKING:
    from kyr_app.ui.words import Speaks

SAID: dict[State, tuple[str, Words]] = {
    State.NOTHING: ("shield-check", N_("Nothing is kept")),
    State.KEPT: ("lock-simple", N_("Kept in your file")),
    State.SAVING: ("lock-simple", N_("Saving…")),
    State.UNSAVED: ("warning-circle", N_("Not saved")),
}
WITH_FILE = (State.KEPT, State.SAVING, State.UNSAVED)


class FileState(BarButton):
    """Says one of four things, always as wide as the widest of those that follow one another."""

    def __init__(self, say: Speaks) -> None:
        icon, words = SAID[State.NOTHING]
        super().__init__(say, words, icon, checkable=True)
        self._say, self.state = say, State.NOTHING
        say(self.setToolTip, N_("What is kept of your answers, and where."))

    def show_state(self, state: State) -> None:
        """Say how things stand."""
        self.state = state
        icon, words = SAID[state]
        self.show_icon(icon)
        self._say(self.setText, words)

    def sizeHint(self) -> QSize:
        """Return room for every word that may come next, so that nothing in the bar moves while it saves."""
        hint = super().sizeHint()
        if getattr(self, "state", State.NOTHING) not in WITH_FILE:
            return hint
        font = QGuiApplication.font()
        font.setPixelSize(self.font().pixelSize())
        font.setBold(True)
        metrics, render = QFontMetrics(font), self._say.session.locale.render
        widths = {state: metrics.horizontalAdvance(render(SAID[state][1])) for state in WITH_FILE}
        return QSize(hint.width() + max(widths.values()) - widths[self.state], hint.height())

"""*Listen*: the button that reads a screen aloud, in the same place on every screen; beside it how it is read."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kyr_app.model.text import N_
from kyr_app.ui import theme
from kyr_app.ui.widgets.button import Button

if TYPE_CHECKING:
    from kyr_app.ui.words import Speaks


class Hearing(Enum):
    """How things stand: the icon, the word, and what a screen reader says of it."""

    READY = ("speaker-high", N_("Listen"), N_("Reads this page aloud. F8."))
    READING = ("stop-circle", N_("Stop"), N_("Reading aloud. Space says the sentence again, Escape stops."))
    NO_VOICE = ("speaker-slash", N_("No voice"), N_("The voice is missing here. Press to try again."))
    NO_SOUND = ("speaker-slash", N_("No sound"), N_("Nothing here can play sound. Press to try again."))


class ListenButton(Button):
    """The button itself, as wide as its widest word, so that nothing moves when it changes."""

    def __init__(self, say: Speaks) -> None:
        self._session = say.session
        super().__init__(say, Hearing.READY.value[1], Hearing.READY.value[0], "ear")

    def sizeHint(self) -> QSize:
        """Return room for each of its words."""
        hint, render = super().sizeHint(), self._session.locale.render
        wide = QFontMetrics(self.font()).horizontalAdvance
        widest = max(wide(render(each.value[1])) for each in Hearing)
        return QSize(hint.width() + max(0, widest - wide(self.text())), hint.height())

    def minimumSizeHint(self) -> QSize:
        """Return the same: its word is never cut."""
        return self.sizeHint()


class Ear(QWidget):
    """Tells what was pressed; whoever reads knows what to do, and says how things stand."""

    pressed_to_hear = Signal()
    choices_wanted = Signal()

    def __init__(self, say: Speaks) -> None:
        super().__init__()
        self._say, self.state = say, Hearing.READY
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(1))
        self.choices = Button(say, N_("Voice"), "gauge", "link")
        say(self.choices.setToolTip, N_("How fast it reads, and with which voice."))
        self.choices.hide()
        self.button = ListenButton(say)
        for part in (self.choices, self.button):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        self.button.clicked.connect(self.pressed_to_hear)
        self.choices.clicked.connect(self.choices_wanted)
        self.show_state(Hearing.READY)

    def show_state(self, state: Hearing) -> None:
        """Show how things stand, in word, picture and for a screen reader."""
        self.state = state
        icon, word, told = state.value
        self.button.show_icon(icon)
        self._say(self.button.setText, word)
        self._say(self.button.setAccessibleDescription, told)
        self._say(self.button.setToolTip, told)

    def offer_choices(self) -> None:
        """Offer from now on how it is read."""
        self.choices.show()

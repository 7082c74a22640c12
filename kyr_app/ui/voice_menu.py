"""How it is read: how fast, and with which voice. Chosen for the sitting, and written nowhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from kyr_app.model.text import N_, Words
from kyr_app.speech.voice import Pace

if TYPE_CHECKING:
    from kyr_app.ui.listening import Reads

PACES: tuple[tuple[Pace, Words], ...] = (
    (Pace.SLOW, N_("Slow")),
    (Pace.NORMAL, N_("At normal speed")),
    (Pace.QUICK, N_("Quick")),
)
OURS = N_("Voice of the program")
SYSTEM = N_("Voice of this computer")
ANSWERS = N_("Read what I answered, too")


class VoiceMenu(QMenu):
    """Opens under a button, and is gone once something is chosen."""

    def __init__(self, reader: Reads, render: Callable[[Words], str], under: QWidget) -> None:
        super().__init__(under)
        self._reader, self._under = reader, under
        self._render = render
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.paces = QActionGroup(self)
        for pace, words in PACES:
            self._add(self.paces, self._render(words), reader.pace is pace, self._pace(pace))
        self.voices = QActionGroup(self)
        self.addSeparator()
        self._add_voices()
        self.addSeparator()
        self._add(
            None, self._render(ANSWERS), reader.answers, lambda: reader.use_answers(on=not reader.answers)
        )

    def _add_voices(self) -> None:
        reader, voices = self._reader, self._reader.voices
        ours = not voices.use_system and not voices.lent
        self._add(self.voices, self._render(OURS), ours, reader.use_voice)
        if voices.system_there:
            self._add(
                self.voices, self._render(SYSTEM), voices.use_system, lambda: reader.use_voice(system=True)
            )
        for language, name in voices.lendable:
            self._add(self.voices, name, voices.lent == language, self._lent(language))

    def _pace(self, pace: Pace) -> Callable[[], None]:
        return lambda: self._reader.use_pace(pace)

    def _lent(self, language: str) -> Callable[[], None]:
        return lambda: self._reader.use_voice(lent=language)

    def _add(self, group: QActionGroup | None, words: str, chosen: bool, act: Callable[[], object]) -> None:  # noqa: FBT001 (one of two)
        action = QAction(words, self)
        action.setCheckable(True)
        action.setChecked(chosen)
        action.triggered.connect(lambda _=False: act())
        if group is not None:
            group.addAction(action)
        self.addAction(action)

    def open(self) -> None:
        """Open under the button."""
        self.popup(self._under.mapToGlobal(QPoint(0, self._under.height())))

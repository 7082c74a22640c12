"""The voices of a sitting: which there are, which one was chosen, and what a reading is made with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kyr_app.speech.reciter import Bit, Sounds

if TYPE_CHECKING:
    from pathlib import Path

    from kyr_app.session.session import Session
    from kyr_app.ui.system_voice import SystemVoice


class Told(QObject):
    """Passes on to the window's thread what one reading tells from its own."""

    now = Signal(object, int, object)
    over = Signal(object)
    wrong = Signal(object, object)

    def begun(self, at: int, bit: Bit) -> None:
        """Tell that a bit is heard."""
        self.now.emit(self, at, bit)

    def ended(self) -> None:
        """Tell that everything was read."""
        self.over.emit(self)

    def failed(self, error: Exception) -> None:
        """Tell that there is no voice or no sound."""
        self.wrong.emit(self, error)


class Voices:
    """The program's voice, recordings of the pack in use, and a voice of the computer where there is one."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._folder: Path | None = None
        self.lent = ""
        self.system: SystemVoice | None = None
        self.use_system = False

    def choose(self, *, system: bool = False, lent: str = "") -> None:
        """Read with the voice of the computer, with recordings in another language, or with the program's voice."""
        self.use_system, self.lent = system, lent

    def look(self) -> None:
        """Begin to look for a voice of the computer; blocks nobody."""
        from kyr_app.ui import system_voice  # noqa: PLC0415 (only where somebody listens)

        if self.system is None and system_voice.may_be():
            self.system = system_voice.SystemVoice()

    @property
    def system_there(self) -> bool:
        """Whether the computer has a voice of its own for the language that is read."""
        return self.system is not None and bool(self.system.locale(self._session.locale.language))

    @property
    def lendable(self) -> tuple[tuple[str, str], ...]:
        """The languages that only recordings speak, each with what it calls itself."""
        from kyr_app.speech.recorded import Recorded  # noqa: PLC0415 (only where somebody listens, here and below)

        if self._folder is None:
            return ()
        kept = Recorded(self._folder)
        known = self._session.languages
        return tuple((each, kept.name(each)) for each in kept.languages if each not in known)

    def sounds(self) -> Sounds:
        """Return what makes the sound; called on the thread of a reading, for it may take a while."""
        from kyr_app.session.packs.packs import voice_folder  # noqa: PLC0415
        from kyr_app.speech.espeak import Espeak  # noqa: PLC0415
        from kyr_app.speech.player import player  # noqa: PLC0415
        from kyr_app.speech.recorded import Recorded  # noqa: PLC0415
        from kyr_app.store.preferences import home  # noqa: PLC0415

        if self._folder is None:  # every byte of a pack is held against its hashes, once
            self._folder = voice_folder(home())
        speaker = self.system if self.use_system else None
        return Sounds(Espeak(), player(), Recorded(self._folder), speaker, self.lent)

    def afresh(self) -> None:
        """Look again where recordings lie: other content is used."""
        self._folder = None

    def end(self) -> None:
        """Let go of the voice of the computer: the program ends."""
        if self.system is not None:
            self.system.end()

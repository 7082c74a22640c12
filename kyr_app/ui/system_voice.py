"""A voice of the computer's own, where there is one that is really Spanish or English: better than ours, rarely there.

Qt's text-to-speech lies in Addons, which the program does not need; it is looked for when somebody listens for the
first time. On Linux making an engine blocks for two seconds (102 voices), so it lives on a thread of its own; what it
says cannot be had as bytes, so it speaks by itself. Measured with PySide6 6.12: `docs/adr/0019-a-voice-of-its-own.md`.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QLocale, QObject, Qt, QThread, Signal, Slot

from kyr_app.model.text import N_
from kyr_app.speech.voice import NoVoice, Pace

if TYPE_CHECKING:
    from kyr_app.speech.sentences import Sentence

WANTED = {
    "es": ("es_MX", "es_US", "es_419", "es_ES"),
    "en": ("en_US", "en_GB"),
}
"""The locales of a language, the nearest to those who listen first; any other of the language after them."""
ENGINES = ("winrt", "sapi", "darwin", "speechd")
"""The engines to try, the best first. `mock` only pretends."""
RATES = {Pace.SLOW: -0.3, Pace.NORMAL: 0.0, Pace.QUICK: 0.25}
"""The rate of Qt's text-to-speech, from -1 to 1."""
LETTER, LEAST = 0.25, 6.0
"""Seconds after which a voice that does not end is given up: for each letter, and for the shortest sentence."""
MAKING = 15.0
"""Seconds in which an engine is made at the latest."""


class Engine(Protocol):
    """What speaks. It is made and used on one thread."""

    def locales(self) -> tuple[str, ...]:
        """Return the locales it has voices for, as `es_MX`."""

    def begin(self, text: str, locale: str, rate: float, done: Callable[[bool], object]) -> None:
        """Begin to say a text; call `done` once it is said (True) or could not be (False)."""

    def stop(self) -> None:
        """Be quiet at once."""


class QtEngine(QObject):
    """An engine of Qt's text-to-speech. Raise `ImportError` where Addons is not there, `NoVoice` without an engine."""

    def __init__(self) -> None:
        super().__init__()
        from PySide6.QtTextToSpeech import QTextToSpeech  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415 (Addons may be missing)

        there = QTextToSpeech.availableEngines()
        name = next((each for each in ENGINES if each in there), None)
        if name is None:
            raise _none()
        self._speech = QTextToSpeech(name, self)
        self._states = QTextToSpeech.State
        self._done: Callable[[bool], object] | None = None
        self._speech.stateChanged.connect(self._changed)

    def locales(self) -> tuple[str, ...]:
        """Return the locales it has voices for; a locale it does not know it would read in another language."""
        return tuple(each.name() for each in self._speech.availableLocales())

    def begin(self, text: str, locale: str, rate: float, done: Callable[[bool], object]) -> None:
        """Begin to say a text."""
        self._done = None
        self._speech.setLocale(QLocale(locale))
        self._speech.setRate(rate)
        self._done = done
        self._speech.say(text)

    def _changed(self, state: object) -> None:
        if state in {self._states.Ready, self._states.Error} and self._done is not None:
            done, self._done = self._done, None
            done(state == self._states.Ready)

    def stop(self) -> None:
        """Be quiet at once."""
        self._done = None
        self._speech.stop()


def _none() -> NoVoice:
    return NoVoice(N_("The voice of this computer does not answer."), N_("Choose the voice of the program."))


class _Mouth(QObject):
    """Owns the engine on its thread."""

    asked = Signal(str, str, float, object)
    stopped = Signal()

    def __init__(self, make: Callable[[], Engine]) -> None:
        super().__init__()
        self._make, self._engine = make, None  # type: Callable[[], Engine], Engine | None
        self.made = threading.Event()
        self.locales: tuple[str, ...] = ()
        self.asked.connect(self._say)
        self.stopped.connect(self._stop)

    @Slot()
    def begin(self) -> None:
        """Make the engine: on its thread, once that runs."""
        with suppress(ImportError, NoVoice, RuntimeError):
            self._engine = self._make()
            self.locales = self._engine.locales()
        self.made.set()

    @Slot(str, str, float, object)
    def _say(self, text: str, locale: str, rate: float, done: Callable[[bool], object]) -> None:
        if self._engine is None:
            done(False)
        else:
            self._engine.begin(text, locale, rate, done)

    @Slot()
    def _stop(self) -> None:
        if self._engine is not None:
            self._engine.stop()


def may_be() -> bool:
    """Tell whether Qt's text-to-speech is there at all, without loading it."""
    return find_spec("PySide6.QtTextToSpeech") is not None


class SystemVoice:
    """The voice of the computer, as a `Speaker`. It begins to look for an engine at once, and blocks nobody."""

    def __init__(self, make: Callable[[], Engine] = QtEngine) -> None:
        self._thread = QThread()
        self._mouth = _Mouth(make)
        self._mouth.moveToThread(self._thread)
        self._thread.started.connect(self._mouth.begin, Qt.ConnectionType.QueuedConnection)
        self._thread.start()
        self._now: list[threading.Event] = []

    def wait(self, seconds: float = MAKING) -> bool:
        """Wait until it is known whether there is a voice; return whether it is."""
        return self._mouth.made.wait(seconds)

    def locale(self, language: str) -> str:
        """Return the locale in which it speaks a language; empty where it does not, or is not known to yet."""
        there = self._mouth.locales if self._mouth.made.is_set() else ()
        near = [each for each in WANTED.get(language, ()) if each in there]
        return next(iter([*near, *(each for each in there if each.partition("_")[0] == language)]), "")

    def say(self, sentence: Sentence, pace: Pace, wanted: Callable[[], bool]) -> bool:
        """Say a sentence to its end, on the thread of a reading."""
        locale = self.locale(sentence.language) if self.wait() else ""
        if not locale:
            raise _none()
        over, heard = threading.Event(), [False]

        def done(whole: bool) -> None:  # noqa: FBT001 (a callback's one argument)
            heard[0] = whole
            over.set()

        self._now = [over]
        if not wanted():
            return False
        self._mouth.asked.emit(sentence.text, locale, RATES[pace], done)
        if not over.wait(LEAST + LETTER * len(sentence.text)):
            self.stop()
            raise _none()
        if not wanted():
            self._mouth.stopped.emit()  # again: what was asked for may have come after the first
            return False
        if not heard[0]:
            raise _none()
        return True

    def stop(self) -> None:
        """Be quiet at once."""
        self._mouth.stopped.emit()
        for each in self._now:
            each.set()

    def end(self) -> None:
        """Let the thread go: the program ends."""
        self.stop()
        self._thread.quit()
        self._thread.wait(2000)

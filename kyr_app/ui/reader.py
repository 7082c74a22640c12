"""The reader of the window: reads the screen that is shown, shows which sentence is heard, and is quiet at once.

It reads when somebody presses *Listen* and never by itself. The voice is made and works on a thread of its own; the
window only hears how far it is.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal

from kyr_app.model.errors import KyrError
from kyr_app.model.text import N_
from kyr_app.speech.reciter import Reciter
from kyr_app.speech.voice import NoSound, NoVoice, Pace
from kyr_app.ui.bridge import Bridge
from kyr_app.ui.spoken import Highlight
from kyr_app.ui.voices import Told, Voices
from kyr_app.ui.widgets.ear import Hearing

if TYPE_CHECKING:
    from kyr_app.model.changes import Changes
    from kyr_app.speech.reciter import Bit, Sounds
    from kyr_app.speech.sentences import Passage
    from kyr_app.ui.aloud import Heard
    from kyr_app.ui.desk import Desk
    from kyr_app.ui.listening import Readable

HINT = N_("Other people may hear this. With headphones, only you hear it.")
NOTHING = N_("There is nothing to read aloud on this page.")
END = 1.0
"""Seconds the thread of a reading has to end when the program does."""


class Reader(QObject):
    """Reads one screen at a time. How fast and with which voice is kept for the sitting, and written nowhere."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.desk = desk
        self.pace = Pace.NORMAL
        self.answers = False
        self.voices = Voices(desk.session)
        self.make: Callable[[], Sounds] = self.voices.sounds
        self.highlight = Highlight()
        self._screen: Readable | None = None
        self._passages: tuple[Passage, ...] = ()
        self._shown: tuple[Heard | None, ...] = ()
        self._reciter: Reciter | None = None
        self._told: Told | None = None
        self._at: int | None = None
        self._bit: Bit | None = None
        self._hinted = False
        self.trouble: Exception | None = None
        self._bridge = Bridge(desk.session, self)
        self._bridge.changed.connect(self._follow)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.end)
        if desk.cover is not None:
            desk.cover.dropped.connect(self.stop)

    @property
    def busy(self) -> bool:
        """Whether it reads now."""
        return self._reciter is not None

    @property
    def hearing(self) -> Hearing:
        """How things stand, for the button."""
        if self.busy:
            return Hearing.READING
        if isinstance(self.trouble, NoSound):
            return Hearing.NO_SOUND
        return Hearing.NO_VOICE if isinstance(self.trouble, NoVoice) else Hearing.READY

    @property
    def bit(self) -> Bit | None:
        """What is heard now, or was heard last on this screen."""
        return self._bit

    def press(self, screen: Readable) -> None:
        """Read a screen from its top; pressed while it reads, stop."""
        if self.busy:
            self.stop()
            return
        if not self._hinted:
            self._hinted = True
            self.desk.tell(HINT)
            self.voices.look()
        self._read(screen, 0)

    def _read(self, screen: Readable, first: int) -> None:
        self._screen, self._passages = screen, screen.passages()
        self._shown = _shown_by(self._passages, screen)
        self._at, self._bit = None, None
        if self._passages:
            self._begin(first=first)
        else:
            self.desk.tell(NOTHING)

    def _begin(self, *, first: int = 0, at: int | None = None, only: bool = False) -> None:
        told = Told(self)
        for signal, act in ((told.now, self._now), (told.over, self._over), (told.wrong, self._wrong)):
            signal.connect(act, Qt.ConnectionType.QueuedConnection)
        self._told = told
        self.trouble = None
        self._reciter = Reciter(self._passages, self.desk.session.locale, self.make, self.pace, told)
        self._reciter.begin(first=first, at=at, only=only)
        self._tell()

    def stop(self) -> None:
        """Be quiet at once."""
        reciter, self._reciter, self._told = self._reciter, None, None
        self.highlight.clear()
        if reciter is not None:
            reciter.stop()
            self._tell()

    def end(self) -> None:
        """Be quiet for good: the program ends."""
        reciter = self._reciter
        self.stop()
        if reciter is not None:
            reciter.join(END)
        self.voices.end()

    def key(self, key: int, screen: Readable) -> bool:
        """Take Space and Escape, where there is something to say again or to stop."""
        if key == Qt.Key.Key_Space:
            return self.repeat(screen)
        if key == Qt.Key.Key_Escape and self.busy:
            self.stop()
            return True
        return False

    def repeat(self, screen: Readable) -> bool:
        """Say the sentence again, and go on if it was reading. Return False where nothing was read on this page."""
        whole = self.busy
        if screen is not self._screen or self._passages != screen.passages():
            return False
        self.stop()
        self._begin(first=0, at=self._at, only=not whole)
        return True

    def use_pace(self, pace: Pace) -> None:
        """Read so fast from now on."""
        self.pace = pace
        self._go_on()

    def use_voice(self, *, system: bool = False, lent: str = "") -> None:
        """Read with the voice of the computer, with recordings in another language, or with the program's voice."""
        self.voices.choose(system=system, lent=lent)
        self._go_on()

    def use_answers(self, *, on: bool) -> None:
        """Read what she answered, too, or leave it out again; the sentence heard now is begun again, if it stays."""
        self.answers = on
        self._go_on()

    def _go_on(self) -> None:
        """Say the sentence again in the new way, where it reads."""
        if self.busy and self._screen is not None:
            first = self._bit.passages[0] if self._bit is not None else 0
            heard, after = self._passages[first], self._screen.passages()
            self.stop()
            self._read(self._screen, after.index(heard) if heard in after else 0)

    def _follow(self, changes: Changes) -> None:
        if changes.library:
            self.voices.afresh()
        if changes.language and self.busy:
            first, screen = (self._bit.passages[0] if self._bit is not None else 0), self._screen
            self.stop()
            QTimer.singleShot(0, self, lambda: self._again(screen, first))

    def _again(self, screen: Readable | None, first: int) -> None:
        if screen is not None and screen.isVisible() and not self.busy:
            self._read(screen, first)

    def _now(self, told: Told, at: int, bit: Bit) -> None:
        if told is not self._told or self._screen is None:
            return
        self._at, self._bit = at, bit
        if self.desk.sentry is not None:
            self.desk.sentry.somebody_listens()
        shown = [each for number in bit.passages if (each := self._shown[number]) is not None]
        self.highlight.show(self._screen, shown, bit.sentence)

    def _over(self, told: Told) -> None:
        if told is self._told:
            self.stop()

    def _wrong(self, told: Told, error: Exception) -> None:
        if told is self._told:
            self.trouble = error
            self.stop()
            self.desk.failed(error if isinstance(error, KyrError) else NoVoice(UNKNOWN, READABLE))

    def _tell(self) -> None:
        if self._screen is not None:
            self.dress(self._screen)
        self.changed.emit()

    def dress(self, screen: Readable) -> None:
        """Show on the button of a screen how things stand."""
        if screen.listen is not None:
            screen.listen.show_state(self.hearing)
            screen.listen.offer_choices()

    def offer_choices(self, screen: Readable) -> None:
        """Let a person choose how it reads."""
        from kyr_app.ui.voice_menu import VoiceMenu  # noqa: PLC0415 (only where somebody wants to choose)

        if screen.listen is not None:
            VoiceMenu(self, self.desk.session.locale.render, screen.listen.choices).open()


UNKNOWN = N_("Reading aloud did not work.")
READABLE = N_("Everything can be read on the screen. Press “Listen” to try again.")


def _shown_by(passages: tuple[Passage, ...], screen: Readable) -> tuple[Heard | None, ...]:
    """Return for each passage the widget that shows it, None for one that is only said."""
    left = list(screen.heard())
    found: list[Heard | None] = []
    for passage in passages:
        at = next((at for at, part in enumerate(left) if part.passage == passage), None)
        found.append(None if at is None else left.pop(at).shown)
    return tuple(found)

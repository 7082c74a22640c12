"""Reading aloud: sentence by sentence, the next one made while one is heard, quiet at once when asked.

Knows nothing of windows. It works on a thread of its own and tells of its progress from there.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import groupby
from typing import Protocol

from msgspec import Struct

from kyr_app.i18n.locale import Locale
from kyr_app.model.errors import ContentError
from kyr_app.speech.clip import Clip, joined, silence
from kyr_app.speech.player import Player
from kyr_app.speech.recorded import Recorded
from kyr_app.speech.sentences import Passage, Sentence, of_passage
from kyr_app.speech.voice import Pace, Voice

BREATH = 0.3
"""Seconds of silence after a sentence."""


class Bit(Struct, frozen=True):
    """What is heard at once: a sentence of one passage, or a recording of several. `passages` are their numbers."""

    passages: tuple[int, ...]
    sentence: Sentence | None = None
    clip: Clip | None = None


class Speaker(Protocol):
    """Says sentences aloud by itself: a voice of the system, which gives no sound as bytes."""

    def say(self, sentence: Sentence, pace: Pace, wanted: Callable[[], bool]) -> bool:
        """Say a sentence to its end; return False where it was stopped. Raise `NoVoice` where it cannot."""

    def stop(self) -> None:
        """Be quiet at once."""


class Told(Protocol):
    """Hears how the reading goes, on the thread of the reading."""

    def begun(self, at: int, bit: Bit) -> None:
        """Bit number `at` is heard from now on."""

    def ended(self) -> None:
        """Everything was read."""

    def failed(self, error: Exception) -> None:
        """There is no voice, or nothing to hear it with."""


class Sounds(Struct, frozen=True):
    """What makes the sound: a voice with a player, recordings, and where it was chosen a voice of the system.

    `lent` is the language of recordings that take the place of the reader's, where somebody chose one.
    """

    voice: Voice
    player: Player
    recorded: Recorded
    speaker: Speaker | None = None
    lent: str = ""


def plan(passages: Sequence[Passage], locale: Locale, sounds: Sounds) -> tuple[Bit, ...]:
    """Return what will be heard of passages, in order. A recording stands for all passages of its place together."""
    found: list[Bit] = []
    numbered = enumerate(passages)
    for place, group in groupby(numbered, key=lambda each: each[1].place):
        members = list(group)
        clip = _recording(place, locale.language, sounds)
        if clip is not None:
            found.append(Bit(tuple(number for number, _ in members), clip=clip))
            continue
        found.extend(
            Bit((number,), said) for number, passage in members for said in of_passage(passage, locale)
        )
    return tuple(found)


def _recording(place: str, language: str, sounds: Sounds) -> Clip | None:
    for each in dict.fromkeys((sounds.lent, language)):
        if place and each:
            try:
                clip = sounds.recorded.clip(place, each)
            except ContentError:  # a damaged recording is no reason for silence: the voice reads the words
                clip = None
            if clip is not None:
                return clip
    return None


class Reciter:
    """One reading. `make` is called on its thread: making what sounds may take a while.

    `first` is the passage it begins with, or where `at` is given the bit; with `only`, it reads that bit alone.
    """

    def __init__(
        self, passages: Sequence[Passage], locale: Locale, make: Callable[[], Sounds], pace: Pace, told: Told
    ) -> None:
        self._passages, self._locale, self._make = tuple(passages), locale, make
        self._pace, self._told = pace, told
        self._stopped = threading.Event()
        self._sounds: Sounds | None = None
        self._thread: threading.Thread | None = None

    def begin(self, *, first: int = 0, at: int | None = None, only: bool = False) -> None:
        """Begin to read, on a thread of its own."""
        run = threading.Thread(target=self.read, args=(first, at, only), name="voice", daemon=True)
        self._thread = run
        run.start()

    def read(self, first: int = 0, at: int | None = None, only: bool = False) -> None:  # noqa: FBT001, FBT002 (a thread's arguments)
        """Read, on whatever thread this is called."""
        try:
            self._sounds = sounds = self._make()
            bits = plan(self._passages, self._locale, sounds)
            start = _first(bits, first) if at is None else at
            with ThreadPoolExecutor(1, "voice-ahead") as ahead:
                whole = self._read(sounds, bits[start : start + 1] if only else bits[start:], start, ahead)
        except Exception as error:  # noqa: BLE001 (whatever it was, the window must hear of it)
            if self.wanted():
                self._told.failed(error)
        else:
            if whole:
                self._told.ended()

    def _read(self, sounds: Sounds, bits: Sequence[Bit], start: int, ahead: ThreadPoolExecutor) -> bool:
        clips = self._clips(sounds, bits, ahead)
        for at, (bit, clip) in enumerate(zip(bits, clips, strict=True), start):
            if not self.wanted():
                return False
            self._told.begun(at, bit)
            if clip is not None:
                heard = sounds.player.play(clip, self.wanted)
            else:
                assert sounds.speaker is not None and bit.sentence is not None  # noqa: S101, PT018 (no clip)
                heard = sounds.speaker.say(bit.sentence, self._pace, self.wanted)
            if not heard:
                return False
        return self.wanted()

    def _clips(self, sounds: Sounds, bits: Sequence[Bit], ahead: ThreadPoolExecutor) -> Iterator[Clip | None]:
        """Yield the sound of each bit, while the one after it is being made."""
        waiting: list[Future[Clip | None]] = [ahead.submit(self._clip, sounds, bit) for bit in bits[:1]]
        for at in range(len(bits)):
            clip = waiting.pop().result()
            waiting += [ahead.submit(self._clip, sounds, bit) for bit in bits[at + 1 : at + 2]]
            yield clip

    def _clip(self, sounds: Sounds, bit: Bit) -> Clip | None:
        if bit.clip is not None or bit.sentence is None:
            return bit.clip
        if sounds.speaker is not None or not self.wanted():
            return None if sounds.speaker is not None else silence(0, 8000)
        clip = sounds.voice.speak(bit.sentence.text, bit.sentence.language, self._pace)
        return joined((clip, silence(BREATH, clip.rate)), clip.rate)

    def wanted(self) -> bool:
        """Tell whether anybody still wants to hear it."""
        return not self._stopped.is_set()

    def stop(self) -> None:
        """Be quiet at once. From any thread, any number of times."""
        self._stopped.set()
        if self._sounds is not None:
            self._sounds.player.stop()
            if self._sounds.speaker is not None:
                self._sounds.speaker.stop()

    def join(self, seconds: float) -> bool:
        """Wait for the thread; return whether it has ended."""
        if self._thread is not None:
            self._thread.join(seconds)
            return not self._thread.is_alive()
        return True


def _first(bits: Sequence[Bit], passage: int) -> int:
    return next((at for at, bit in enumerate(bits) if max(bit.passages) >= passage), 0)

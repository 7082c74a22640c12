"""What a voice is, and the errors of having none."""

from __future__ import annotations

from enum import Enum
from typing import Protocol

from kyr_app.model.errors import KyrError
from kyr_app.speech.clip import Clip


class Pace(Enum):
    """How fast it reads, in words a minute."""

    SLOW = 115
    NORMAL = 140
    QUICK = 170


class NoVoice(KyrError):
    """Nothing on this computer can speak the language."""


class NoSound(KyrError):
    """The computer has nothing to play sound with."""


class Voice(Protocol):
    """Turns a sentence into sound."""

    def speak(self, sentence: str, language: str, pace: Pace = Pace.NORMAL) -> Clip:
        """Return the sentence as sound. Raise `NoVoice` for a language the voice does not have."""

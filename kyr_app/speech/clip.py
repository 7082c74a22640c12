"""A stretch of sound in memory: 16-bit, one channel. It becomes a file only where a person asks for one."""

from __future__ import annotations

import io
import sys
from array import array
from collections.abc import Iterable

from msgspec import Struct

SAMPLE = 2
"""Bytes of a sample."""


class Clip(Struct, frozen=True):
    """Sound: little-endian samples of 16 bits, one channel, `rate` of them a second."""

    samples: bytes
    rate: int

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return len(self.samples) / SAMPLE / self.rate

    @property
    def peak(self) -> int:
        """The loudest sample, from 0 to 32768: nothing at all is silence."""
        values = array("h", self.samples)
        if sys.byteorder == "big":
            values.byteswap()
        return max((abs(value) for value in values), default=0)

    def wav(self) -> bytes:
        """Return it as a WAV file."""
        import wave  # noqa: PLC0415 (only where sound is made)

        held = io.BytesIO()
        with wave.open(held, "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(SAMPLE)
            file.setframerate(self.rate)
            file.writeframes(self.samples)
        return held.getvalue()


def silence(seconds: float, rate: int) -> Clip:
    """Return nothing to hear, for so long."""
    return Clip(bytes(round(seconds * rate) * SAMPLE), rate)


def joined(clips: Iterable[Clip], rate: int) -> Clip:
    """Return clips of one rate, one after the other."""
    return Clip(b"".join(clip.samples for clip in clips), rate)

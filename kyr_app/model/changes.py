"""What a use case changed, so that only the screens concerned refresh."""

from __future__ import annotations

from msgspec import Struct


class Changes(Struct, frozen=True):
    """One flag for each thing that a session holds."""

    language: bool = False
    settings: bool = False
    library: bool = False
    answers: bool = False
    family: bool = False
    story: bool = False
    packet: bool = False
    marks: bool = False
    """Ticks, notes, what was read: something to keep, and nothing that a screen draws anew."""

"""A drive, and the port behind which a system's way of finding drives stands."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from msgspec import Struct


class Drive(Struct, frozen=True):
    """A drive with files. `free` counts the bytes that this user may still write."""

    path: Path
    label: str
    removable: bool
    free: int
    writable: bool


class Mounts(Protocol):
    """Where drives are found."""

    def drives(self) -> Iterable[Drive]:
        """Yield each drive once."""

"""The drives of this computer: which of them are sticks, how much room they have, and whether they are locked."""

from __future__ import annotations

import sys
from pathlib import Path

from kyr_app.model.text import N_
from kyr_app.store.drive import Drive, Mounts
from kyr_app.store.troubles import DiskFull, ReadOnly, StickGone

__all__ = ["Drive", "Mounts", "check", "drives", "of"]

ROOM = 8 * 1024 * 1024
"""Bytes that a family file should find on a stick: both halves and a few photos."""


def drives(mounts: Mounts | None = None) -> tuple[Drive, ...]:
    """Return the drives of this computer, sticks first. One that does not answer is left out; never raises."""
    source = mounts or _here()
    try:
        found = list(source.drives())
    except OSError:
        return ()
    return tuple(sorted(found, key=lambda it: (not it.removable, str(it.path))))


def check(drive: Drive, needed: int = ROOM) -> None:
    """Raise `ReadOnly`, `DiskFull` or `StickGone`, with the drive's name, where `needed` bytes cannot be written."""
    if not drive.path.is_dir():
        raise StickGone(N_("{drive} was taken out.", drive=drive.label), StickGone.HINT)
    if not drive.writable:
        raise ReadOnly(N_("{drive} is locked against writing.", drive=drive.label), ReadOnly.HINT)
    if drive.free < needed:
        raise DiskFull(N_("{drive} is full.", drive=drive.label), DiskFull.HINT)


def of(path: Path, mounts: Mounts | None = None) -> Drive | None:
    """Return the drive that `path` lies on; None where none of the drives holds it."""
    holding = [it for it in drives(mounts) if path.is_relative_to(it.path)]
    return max(holding, key=lambda it: len(it.path.parts), default=None)


def _here() -> Mounts:
    if sys.platform == "win32":
        from kyr_app.store.drives_windows import WindowsMounts  # noqa: PLC0415 (ctypes of one system)

        return WindowsMounts()
    from kyr_app.store.drives_linux import LinuxMounts  # noqa: PLC0415 (likewise)

    return LinuxMounts()

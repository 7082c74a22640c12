"""The drives of Windows, asked of kernel32 through a port, so that the rules can be tried elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

from kyr_app.store.drive import Drive

REMOVABLE, FIXED = 2, 3  # GetDriveTypeW
_LOCKED = 0x00080000  # FILE_READ_ONLY_VOLUME


class Kernel(Protocol):
    """The four questions."""

    def letters(self) -> int:
        """Return one bit for each drive letter, A first (GetLogicalDrives)."""

    def kind(self, root: str) -> int:
        """Return the type of a drive (GetDriveTypeW)."""

    def volume(self, root: str) -> tuple[str, int] | None:
        """Return label and flags (GetVolumeInformationW); None where no medium is in."""

    def free(self, root: str) -> int:
        """Return the bytes this user may write (GetDiskFreeSpaceExW)."""


class WindowsMounts:
    """Letters with a medium in them. Network drives and optical ones are none of a family's places."""

    def __init__(self, kernel: Kernel | None = None) -> None:
        self._kernel = kernel or Kernel32()

    def drives(self) -> Iterator[Drive]:
        """Yield each drive once."""
        letters = self._kernel.letters()
        for place in range(26):
            root = f"{chr(ord('A') + place)}:\\"
            if not letters >> place & 1:
                continue
            kind = self._kernel.kind(root)
            volume = self._kernel.volume(root) if kind in {REMOVABLE, FIXED} else None
            if volume is None:
                continue
            label, flags = volume
            named = f"{label} ({root[:2]})" if label else root[:2]
            free = self._kernel.free(root)
            yield Drive(Path(root), named, kind == REMOVABLE, free, not flags & _LOCKED)


class Kernel32:
    """The real kernel32."""

    def __init__(self) -> None:
        import ctypes  # noqa: PLC0415 (one system alone)

        c: Any = ctypes  # typed as the system that reads the types has it
        self._ctypes = c
        self._dll = c.WinDLL("kernel32", use_last_error=True)
        self._dll.SetErrorMode(
            0x0001
        )  # SEM_FAILCRITICALERRORS: an empty card reader asks nobody for a medium

    def letters(self) -> int:
        """GetLogicalDrives."""
        return int(self._dll.GetLogicalDrives())

    def kind(self, root: str) -> int:
        """GetDriveTypeW."""
        return int(self._dll.GetDriveTypeW(root))

    def volume(self, root: str) -> tuple[str, int] | None:
        """GetVolumeInformationW."""
        label, flags = self._ctypes.create_unicode_buffer(261), self._ctypes.c_uint32()
        done = self._dll.GetVolumeInformationW(
            root, label, 261, None, None, self._ctypes.byref(flags), None, 0
        )
        return (label.value, flags.value) if done else None

    def free(self, root: str) -> int:
        """GetDiskFreeSpaceExW."""
        free = self._ctypes.c_uint64()
        done = self._dll.GetDiskFreeSpaceExW(root, self._ctypes.byref(free), None, None)
        return int(free.value) if done else 0

"""What this computer is: measured, for the self-check. Each function looks and changes nothing."""

from __future__ import annotations

import os
import shutil
import struct
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

MIB = 1024 * 1024
_NETWORK = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "socket.bind")
_INET = ("tcp", "tcp6", "udp", "udp6", "raw", "raw6")


def bits() -> int:
    """Return how wide this program's addresses are: 64, or 32."""
    return struct.calcsize("P") * 8


def memory() -> int | None:
    """Return the bytes of memory of this computer; None where it does not say."""
    if sys.platform == "win32":
        return _windows_memory()
    with suppress(OSError, ValueError, AttributeError):
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return None


def _windows_memory() -> int | None:
    import ctypes  # noqa: PLC0415 (Windows alone is asked this way)

    class Status(ctypes.Structure):
        _fields_ = (
            ("length", ctypes.c_ulong),
            ("load", ctypes.c_ulong),
            ("total", ctypes.c_ulonglong),
            ("others", ctypes.c_ulonglong * 6),
        )

    status = Status(length=ctypes.sizeof(Status))
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    return int(status.total) if kernel.GlobalMemoryStatusEx(ctypes.byref(status)) else None


def free(folder: Path) -> int | None:
    """Return the free bytes where `folder` is, or would be; None where that cannot be told."""
    for place in (folder, *folder.parents):
        with suppress(OSError):
            return shutil.disk_usage(place).free
    return None


def connections() -> int | None:
    """Return how many sockets of the internet kind this process has open now; None where it cannot be told."""
    folder = Path("/proc/self/fd")
    if not folder.is_dir():
        return None
    own = set()
    for each in folder.iterdir():
        with suppress(OSError):  # closed meanwhile
            own.add(str(each.readlink()))
    return sum(f"socket:[{inode}]" in own for inode in _inodes())


def _inodes() -> Iterator[str]:
    for name in _INET:
        with suppress(OSError, IndexError):
            for line in Path(f"/proc/self/net/{name}").read_text("ascii").splitlines()[1:]:
                yield line.split()[9]


class Attempts:
    """How often this program reached for a network while it was watched."""

    def __init__(self) -> None:
        self.count = 0
        self._watching = True
        sys.addaudithook(self._heard)

    def _heard(self, event: str, arguments: tuple[object, ...]) -> None:
        if self._watching and event in _NETWORK and not _local(arguments):
            self.count += 1

    def stop(self) -> None:
        """Count no more: a hook cannot be taken away, only told to be quiet."""
        self._watching = False


def _local(arguments: tuple[object, ...]) -> bool:
    """Whether it was a socket of the local display or of the desktop, which has a path and no address."""
    return len(arguments) > 1 and isinstance(arguments[1], str | bytes)


@contextmanager
def watched() -> Iterator[Callable[[], int]]:
    """Count what reaches for a network inside the block; give a function that returns the count."""
    attempts = Attempts()
    try:
        yield lambda: attempts.count + (connections() or 0)
    finally:
        attempts.stop()

"""One window writes a family file: a lock on `<id>.lock` that the system frees when the holder dies."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

from kyr_app.store.troubles import InUse

_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
_BUSY = {errno.EAGAIN, errno.EACCES, errno.EDEADLK}
_UNKNOWN = {
    errno.ENOLCK,
    errno.EOPNOTSUPP,
    errno.ENOSYS,
}  # a stick whose driver has no locks: better open than not


def _take(handle: int) -> None:
    # Raise OSError where another process, or another handle of this one, holds the lock.
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl  # noqa: PLC0415

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Held:
    """A lock that is held. Releasing it removes the lock file, so that nothing is left behind."""

    def __init__(self, path: Path, handle: int) -> None:
        self._path = path
        self._handle: int | None = handle

    def release(self) -> None:
        """Free the lock; more than once is fine."""
        if self._handle is None:
            return
        handle, self._handle = self._handle, None
        # Where open files can be removed, the name goes first: who then opens a new one finds no old holder.
        if sys.platform != "win32":
            with suppress(OSError):
                self._path.unlink()
        with suppress(OSError):
            os.close(handle)
        if sys.platform == "win32":
            with suppress(OSError):
                self._path.unlink()


def _same(handle: int, path: Path) -> bool:
    # The last holder removes the file: who waited on the old one holds nothing that others would see.
    try:
        mine, theirs = os.fstat(handle), path.lstat()
    except FileNotFoundError:
        return False
    return sys.platform == "win32" or (mine.st_ino, mine.st_dev) == (theirs.st_ino, theirs.st_dev)


def claim(path: Path) -> Held:
    """Take the lock at once, or raise `InUse`. Raise `OSError` where no lock file can be made."""
    while True:
        handle = os.open(path, _FLAGS, 0o600)
        try:
            _take(handle)
        except OSError as error:
            if error.errno not in _UNKNOWN:
                os.close(handle)
                if error.errno in _BUSY:
                    raise InUse from error
                raise
        if _same(handle, path):
            return Held(path, handle)
        os.close(handle)

"""The only door between a family file and the disk, so that a disk that fails can stand in for a good one.

Writes are in place and never truncate on opening; nothing follows a symbolic link; files are for their owner
alone. Whatever the system says on failure becomes a `DiskTrouble`.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

from kyr_app.store.troubles import DiskFails, DiskFull, DiskTrouble, NoPermission, ReadOnly, StickGone

_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
_PLAIN = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOINHERIT", 0)
_GONE = {errno.ENOENT, errno.ENODEV, errno.ENXIO, errno.ESTALE, errno.ENOTDIR} | {
    getattr(errno, "ENOMEDIUM", errno.ENODEV)
}
_FULL = {errno.ENOSPC, errno.EFBIG} | {getattr(errno, "EDQUOT", errno.ENOSPC)}
_WINDOWS: dict[int, type[DiskTrouble]] = {  # ERROR_… of winerror.h
    3: StickGone,  # path not found
    19: ReadOnly,  # write protect
    21: StickGone,  # not ready
    39: DiskFull,  # handle disk full
    55: StickGone,  # device not there any more
    112: DiskFull,  # disk full
    433: StickGone,  # no such device
    1006: StickGone,  # the volume was changed
    1167: StickGone,  # device not connected
}


class Claim(Protocol):
    """The right to be the only one who writes a file."""

    def release(self) -> None:
        """Give the right back; more than once is fine."""


class Disk(Protocol):
    """What a family file asks of a disk. Every failure is a `DiskTrouble` (`lock`: also `InUse`)."""

    def open(self, path: Path, *, new: bool = False) -> int:
        """Open a file for writing in place, as it is; with `new`, make it, and fail where it exists."""

    def pwrite(self, handle: int, data: bytes, offset: int) -> None:
        """Write all of `data` at `offset` bytes."""

    def allocate(self, handle: int, size: int) -> None:
        """Claim room for `size` bytes, so that a full disk says so before anything is overwritten."""

    def truncate(self, handle: int, size: int) -> None:
        """Cut to `size` bytes."""

    def fsync(self, handle: int) -> None:
        """Return once the bytes are on the medium. After a failure the handle is of no more use."""

    def close(self, handle: int) -> None:
        """Close the handle."""

    def fsync_dir(self, folder: Path) -> None:
        """Return once the names in `folder` are on the medium. Nothing to do on Windows."""

    def read(self, path: Path, limit: int) -> bytes | None:
        """Return the bytes of a file, at most `limit` of them; None where there is no such file."""

    def length(self, path: Path) -> int | None:
        """Return the length of a file in bytes; None where there is no such file."""

    def unlink(self, path: Path) -> None:
        """Remove a name; one that is not there is fine."""

    def listdir(self, folder: Path) -> list[str]:
        """Return the names in `folder`, sorted."""

    def lock(self, path: Path) -> Claim:
        """Become the only holder of the lock file `path`. Raise `InUse` where somebody else is."""


def trouble(error: OSError, folder: Path | None = None) -> DiskTrouble:
    """Return the system's error as one that a person understands; `folder` tells a pulled stick from a bad one."""
    number = error.errno or 0
    windows = getattr(error, "winerror", None)
    if windows in _WINDOWS:
        return _WINDOWS[windows]()
    if number in _FULL:
        return DiskFull()
    if number == errno.EROFS:
        return ReadOnly()
    if number in _GONE or (folder is not None and not folder.is_dir()):
        return StickGone()
    if number in {errno.EACCES, errno.EPERM, errno.ELOOP}:
        return NoPermission()
    return DiskFails()


@contextmanager
def _spoken(folder: Path | None = None) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise trouble(error, folder) from error


class RealDisk:
    """The disk of this computer."""

    def __init__(self) -> None:
        self._folders: dict[int, Path] = {}  # of open handles, to tell a pulled stick from a bad block

    def open(self, path: Path, *, new: bool = False) -> int:
        """Open for writing in place; never through a link, never cut, readable by its owner alone."""
        with _spoken(path.parent):
            if not _NO_FOLLOW and path.is_symlink():
                raise OSError(errno.ELOOP, "link")
            flags = os.O_RDWR | _NO_FOLLOW | _PLAIN | (os.O_CREAT | os.O_EXCL if new else 0)
            handle = os.open(path, flags, 0o600)
        self._folders[handle] = path.parent
        return handle

    def pwrite(self, handle: int, data: bytes, offset: int) -> None:
        """Write all of `data`, however many calls it takes."""
        with _spoken(self._folders.get(handle)):
            rest = memoryview(data)
            while rest:
                if sys.platform == "win32":
                    os.lseek(handle, offset, os.SEEK_SET)
                    done = os.write(handle, rest)
                else:
                    done = os.pwrite(handle, rest, offset)
                rest, offset = rest[done:], offset + done

    def allocate(self, handle: int, size: int) -> None:
        """Claim room where the system can; where it cannot, writing itself will tell."""
        if not hasattr(os, "posix_fallocate"):
            return
        try:
            os.posix_fallocate(handle, 0, size)
        except OSError as error:
            if error.errno not in {errno.EOPNOTSUPP, errno.EINVAL, errno.ENOSYS}:
                raise trouble(error, self._folders.get(handle)) from error

    def truncate(self, handle: int, size: int) -> None:
        """Cut to `size` bytes."""
        with _spoken(self._folders.get(handle)):
            os.ftruncate(handle, size)

    def fsync(self, handle: int) -> None:
        """Wait for the medium (on Windows this is FlushFileBuffers)."""
        with _spoken(self._folders.get(handle)):
            os.fsync(handle)

    def close(self, handle: int) -> None:
        """Close; an error that only shows here means that bytes may not have arrived."""
        folder = self._folders.pop(handle, None)
        with _spoken(folder):
            os.close(handle)

    def fsync_dir(self, folder: Path) -> None:
        """Wait until new and removed names are on the medium."""
        if sys.platform == "win32":
            return
        with _spoken(folder):
            handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | _PLAIN)
            try:
                os.fsync(handle)
            except OSError as error:
                if error.errno != errno.EINVAL:  # some file systems of sticks know no such thing
                    raise
            finally:
                os.close(handle)

    def read(self, path: Path, limit: int) -> bytes | None:
        """Read a plain file, not a link, not a device, at most `limit` bytes."""
        with _spoken(path.parent):
            try:
                handle = os.open(path, os.O_RDONLY | _NO_FOLLOW | _PLAIN | getattr(os, "O_NONBLOCK", 0))
            except FileNotFoundError:
                if path.parent.is_dir():
                    return None
                raise
            with os.fdopen(handle, "rb") as file:
                if not stat.S_ISREG(os.fstat(handle).st_mode):
                    return None
                return file.read(limit)

    def length(self, path: Path) -> int | None:
        """Return the length of a plain file; a link counts as no file."""
        with _spoken(path.parent):
            try:
                found = path.lstat()
            except FileNotFoundError:
                return None
            return found.st_size if stat.S_ISREG(found.st_mode) else None

    def unlink(self, path: Path) -> None:
        """Remove a name."""
        with _spoken(path.parent), suppress(FileNotFoundError):
            path.unlink()

    def listdir(self, folder: Path) -> list[str]:
        """Return the names in `folder`, sorted."""
        with _spoken(folder):
            return sorted(entry.name for entry in folder.iterdir())

    def lock(self, path: Path) -> Claim:
        """Become the only holder of the lock file; free again when the process ends, however it ends."""
        from kyr_app.store.instance import claim  # noqa: PLC0415 (fcntl or msvcrt, once a file is opened)

        with _spoken(path.parent):
            return claim(path)

"""The door for files from outside: chosen by a person, or found on a stick. Plain files alone, never past a limit.

A pipe, a device, a socket or a folder may carry any name. Opening a pipe waits until somebody writes into it; opening
a device may set it going. So what a name stands for is looked at before it is opened, and once more after.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

# Without O_NONBLOCK a pipe that takes the place of a file between the two looks would hold this thread for ever.
_FLAGS = os.O_RDONLY
for _name in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY", "O_NOINHERIT"):
    _FLAGS |= getattr(os, _name, 0)
_PART = 1024 * 1024

MOST_NAMES = 10_000
"""So many names in a folder are looked at; a folder of more is not where somebody put a pack or a sealed file."""
LONGEST_NAME = 120
"""Letters of a name that is offered to a person."""


class NotPlain(OSError):
    """A folder, a pipe, a device or a socket. It was not read, and where it was seen in time not even opened."""

    def __init__(self) -> None:
        super().__init__(errno.EINVAL, "not a plain file")


class TooLarge(OSError):
    """A file of more bytes than are wanted. None of them is returned."""

    def __init__(self) -> None:
        super().__init__(errno.EFBIG, "too large")


def read(path: Path, most: int) -> bytes:
    """Return the bytes of a plain file; a link to one counts as one.

    Raise `NotPlain`, `TooLarge` where it has more than `most` bytes, or another `OSError` as the system does.
    """
    handle = _opened(path)
    try:
        if os.fstat(handle).st_size > most:
            raise TooLarge
        data = _upto(handle, most + 1)
    finally:
        os.close(handle)
    if len(data) > most:  # it grew, or its size is not what it said
        raise TooLarge
    return data


def head(path: Path, count: int) -> bytes:
    """Return the first `count` bytes of a plain file, fewer where it has fewer. Raise as `read` does."""
    handle = _opened(path)
    try:
        return _upto(handle, count)
    finally:
        os.close(handle)


def files(folder: Path) -> Iterator[Path]:
    """Yield the plain files in a folder, by name: no links, nothing whose name cannot be shown on one line.

    At most `MOST_NAMES` names are looked at; what cannot be looked at (a stick that is being taken out) ends it.
    """
    yield from (Path(each.path) for each in _entries(folder) if _is(each, stat.S_ISREG))


def folders(folder: Path) -> Iterator[Path]:
    """Yield the folders in a folder, by name, as `files` does: no links, none that is hidden."""
    for each in _entries(folder):
        if each.name[0] != "." and _is(each, stat.S_ISDIR):
            yield Path(each.path)


def showable(name: str) -> bool:
    """Whether a name can stand on one line and be what it looks like: no signs that hide, turn round or break."""
    return 0 < len(name) <= LONGEST_NAME and name.isprintable()


def shown(name: str) -> str:
    """Return a name as it can be said: what cannot be seen is a sign of its own, and a long one is cut."""
    said = "".join(each if each.isprintable() else "\ufffd" for each in name)
    return said if len(said) <= LONGEST_NAME else said[: LONGEST_NAME - 1] + "…"


def _opened(path: Path) -> int:
    """Return a handle of a plain file, from which reading never waits for somebody else."""
    try:
        found = path.stat()
    except ValueError as error:  # a zero or half a letter in a name, as a file of JSON may hold one
        raise FileNotFoundError(errno.ENOENT, "no such name") from error
    if not stat.S_ISREG(found.st_mode):
        raise NotPlain
    handle = os.open(path, _FLAGS)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise NotPlain
    return handle


def _upto(handle: int, count: int) -> bytes:
    held = bytearray()
    while len(held) < count and (part := os.read(handle, min(_PART, count - len(held)))):
        held += part
    return bytes(held)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    found: list[os.DirEntry[str]] = []
    try:
        with os.scandir(folder) as entries:
            for number, each in enumerate(entries):
                if number >= MOST_NAMES:
                    break
                if showable(each.name):
                    found.append(each)
    except OSError:
        pass  # what was seen before is there all the same
    return sorted(found, key=lambda each: each.name)


def _is(entry: os.DirEntry[str], kind: Callable[[int], bool]) -> bool:
    try:
        return kind(entry.stat(follow_symlinks=False).st_mode)
    except OSError:
        return False

"""Beginning afresh: the process is replaced by a new one, so that nothing a family typed stays in its memory.

Python cannot wipe a string. Measured for the design: clearing every widget left 6 copies of a passphrase in memory,
replacing the process left none. On Windows a process cannot be replaced: a new one is started and this one ends.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NoReturn, Protocol

from msgspec import Struct

from kyr_app import places

OPEN, HIDDEN, SMALL = "--open", "--hidden", "--small"


class Begin(Struct, frozen=True):
    """How a window begins: with which file to unlock, behind the picture, or small. Never anything of a person."""

    file: str = ""
    hidden: bool = False
    small: bool = False

    def arguments(self) -> list[str]:
        """Return this as arguments of a command; a path is all they carry."""
        given = [f"{OPEN}={self.file}"] if self.file else []
        return given + [HIDDEN] * self.hidden + [SMALL] * self.small


def read(arguments: Sequence[str]) -> Begin | None:
    """Return how to begin; None where the arguments are not of this kind, but a command's."""
    file, hidden, small = "", False, False
    for each in arguments:
        if each.startswith(f"{OPEN}="):
            file = each.partition("=")[2]
        elif each == HIDDEN:
            hidden = True
        elif each == SMALL:
            small = True
        else:
            return None
    return Begin(file, hidden, small)


class Afresh(Protocol):
    """The port: how this process gives way to a new one."""

    def __call__(self, begin: Begin) -> NoReturn:
        """End this process and begin a new one. Where none can begin, the process ends all the same."""


def command(begin: Begin, started: Sequence[str] | None = None, own: int | None = None) -> list[str]:
    """Return the command that starts this program as it was started, with the arguments of `begin` alone.

    `started` is the whole command of this process, of which the last `own` are arguments of the program itself.
    """
    whole = list(sys.orig_argv if started is None else started)
    arguments = len(sys.argv) - 1 if own is None else own
    kept = whole[: len(whole) - arguments] if arguments else whole
    return [*places.starting(sys.executable or kept[0]), *kept[1:], *begin.arguments()]


def replace(begin: Begin) -> NoReturn:
    """Replace this process (Linux and others of its kind): its memory is gone with it, its number stays."""
    _close_on_replacing()
    line = command(begin)
    with suppress(OSError):
        os.execv(line[0], line)  # noqa: S606 (no shell; this program itself)
    os._exit(0)  # it could not begin again; what was open must not stay open


def start_and_end(begin: Begin) -> NoReturn:
    """Start a new process and end this one at once (Windows). The new one inherits no handle."""
    import subprocess  # noqa: PLC0415 (no other system starts one)

    with suppress(OSError):
        subprocess.Popen(command(begin), close_fds=True, cwd=Path.cwd())
    os._exit(0)


def port() -> Afresh:
    """Return the way of this system."""
    return start_and_end if sys.platform == "win32" else replace


def _close_on_replacing() -> None:
    """Let no open file, no display and no lock outlive this process."""
    for name in _open_handles():
        with suppress(OSError):
            os.set_inheritable(name, False)


def _open_handles() -> list[int]:
    try:
        return [int(each) for each in os.listdir("/proc/self/fd") if int(each) > 2]  # noqa: PTH208 (numbers)
    except OSError:
        return list(range(3, 1024))  # a process that cannot be looked into cannot look into itself either

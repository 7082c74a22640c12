"""What the limited process takes from itself, before it has read a byte of what came from outside.

Linux: address space, processor time, files, processes, no new rights, dies with its parent, and, where the kernel
allows it, no network at all. Windows: the parent puts the process into a Job Object (`windows`). Nothing here is
needed for the program to work, so what a system does not offer is left out, never an error.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

MEMORY = 1024 * 1024 * 1024
"""Bytes of address space."""

PROCESSOR = 8
"""Seconds of processor time."""

WALL = 30.0
"""Seconds from start to end, whatever it waits for."""

FILES = 64
"""Open at the same time."""

THREADS = 16
"""How many threads the reader of a telephone's photo may start: it reads with none less than two."""

_PR_SET_PDEATHSIG, _PR_SET_NO_NEW_PRIVS, _PR_SET_DUMPABLE = 1, 38, 4
_SIGKILL = 9
_NEW_USER, _NEW_NET, _NEW_IPC = 0x10000000, 0x40000000, 0x08000000


def confine(parent: int, *, threads: bool = False) -> None:
    """Take everything away that reading a file does not need. `parent` is the process that waits for the answer.

    No other process and no thread can be started; with `threads`, a few.
    """
    if sys.platform == "win32":
        return
    tasks = _tasks() + THREADS if threads else 0
    if sys.platform == "linux":
        _linux(parent)
    _resources(tasks)


def _tasks() -> int:
    """Return how many threads this user has now: the kernel counts them all together, but root's."""
    import os  # noqa: PLC0415

    count = 0
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # ended meanwhile
            if process.stat().st_uid == os.getuid():
                count += len(list((process / "task").iterdir()))
    return count


def _resources(tasks: int) -> None:
    import resource  # noqa: PLC0415 (Windows has none)

    wanted = {
        resource.RLIMIT_AS: MEMORY,
        resource.RLIMIT_CPU: PROCESSOR,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_NOFILE: FILES,
        resource.RLIMIT_CORE: 0,
    }
    if hasattr(resource, "RLIMIT_NPROC"):
        wanted[resource.RLIMIT_NPROC] = tasks
    for name, value in wanted.items():
        with suppress(ValueError, OSError):
            resource.setrlimit(name, (value, value))


def _linux(parent: int) -> None:
    import ctypes  # noqa: PLC0415
    import os  # noqa: PLC0415

    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_PR_SET_PDEATHSIG, _SIGKILL, 0, 0, 0)
    if parent and os.getppid() != parent:  # it was gone before the line above could count
        os._exit(1)
    libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    if libc.unshare(_NEW_USER | _NEW_NET | _NEW_IPC) != 0:
        libc.unshare(_NEW_NET | _NEW_IPC)

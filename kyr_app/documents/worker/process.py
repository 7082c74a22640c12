"""One limited process from start to end: it gets one request, gives one reply, and is gone.

Whatever it does, the program goes on: too long, too much, a crash inside a parser end in a `Trouble`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

import msgspec

from kyr_app import places
from kyr_app.documents.worker import jail, limits
from kyr_app.documents.worker.shapes import Render, Reply, Request, Trouble

MOST_REPLY = 160 * 1024 * 1024
"""Bytes of one reply: a batch of pages at their largest."""

WORKER_ARGUMENT = "--limited-worker"
"""With this as its first argument a frozen program is a limited process and no window."""

_LOOK = 0.1
"""Seconds between two looks at whether to go on."""

GoOn = Callable[[], bool]


class Interrupted(Exception):
    """Somebody said not to go on; the process is gone."""


def command(*, frozen: bool, program: str) -> list[str]:
    """Return what starts the process: this Python on our own module, alone (`-I`), or the frozen program again."""
    if frozen:
        return [*places.starting(program), WORKER_ARGUMENT]
    return [program, "-I", "-B", str(Path(__file__).with_name("__main__.py"))]


def environment(given: Mapping[str, str]) -> dict[str, str]:
    """Return the little that the process is told of this computer: no home, no user, no language."""
    kept = {
        name: given[name]
        for name in ("SYSTEMROOT", "SystemRoot", "LD_LIBRARY_PATH", "_MEIPASS2")
        if name in given
    }
    return {**kept, "KYR_PARENT": str(os.getpid()), "PYTHONUTF8": "1"}


def ask(
    request: Request,
    go_on: GoOn | None = None,
    *,
    start: Sequence[str] | None = None,
    wall: float = limits.WALL,
) -> Reply:
    """Return the reply to a request. Raise `Interrupted` where `go_on` says so.

    A reply that is too long, no reply, or one of another shape is a `Trouble`, as any failure inside is.
    """
    cage = jail.best()
    line = cage.wrapped(list(start or command(frozen=hasattr(sys, "frozen"), program=sys.executable)))
    asked = msgspec.msgpack.encode(request)
    with subprocess.Popen(
        line,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment(os.environ) | cage.told | _leave(request),
        close_fds=True,
        **cage.started_with,
    ) as process:
        held = cage.hold(process)
        try:
            taken, in_time = _exchange(process, asked, go_on, wall)
        finally:
            process.kill()
            process.wait()
            held.close()
    if taken is None or not in_time:
        return Reply(trouble=Trouble.CRASHED if in_time else Trouble.TIME)
    try:
        return msgspec.msgpack.decode(taken, type=Reply)
    except msgspec.MsgspecError:
        return Reply(trouble=_why(process.returncode))


def _leave(request: Request) -> dict[str, str]:
    """Return what tells the process that it may start threads: to draw a telephone's photo, and for nothing else.

    The decoder of that one kind cannot do without. What kind it is, is seen here, before anything is parsed.
    """
    photo = isinstance(request, Render) and request.data[4:8] == b"ftyp"
    return {"KYR_THREADS": "1"} if photo else {}


def _why(status: int) -> Trouble:
    """Return why a process ended without a whole reply: the kernel's signal for too much time, or a crash."""
    return Trouble.TIME if status in {-24, 152} else Trouble.CRASHED  # SIGXCPU


def _exchange(
    process: subprocess.Popen[bytes], asked: bytes, go_on: GoOn | None, wall: float
) -> tuple[bytes | None, bool]:
    """Return what the process said (None: too much) and whether it was in time."""
    found: list[bytes | None] = []
    assert process.stdin is not None  # noqa: S101 (both are pipes, as asked for)
    assert process.stdout is not None  # noqa: S101
    telling = threading.Thread(target=_tell, args=(process.stdin, asked), daemon=True)
    hearing = threading.Thread(target=_hear, args=(process.stdout, found), daemon=True)
    telling.start()
    hearing.start()
    end = time.monotonic() + wall
    while hearing.is_alive():
        if go_on is not None and not go_on():
            process.kill()
            raise Interrupted
        hearing.join(_LOOK)
        if time.monotonic() > end:
            process.kill()
            hearing.join()
            telling.join()
            return None, False
    with suppress(subprocess.TimeoutExpired):
        process.wait(1.0)
    process.kill()
    telling.join()
    return (found[0] if found else b""), True


def _tell(pipe: BinaryIO, asked: bytes) -> None:
    with suppress(OSError, ValueError), pipe:
        pipe.write(asked)


def _hear(pipe: BinaryIO, found: list[bytes | None]) -> None:
    with suppress(OSError, ValueError):
        taken = pipe.read(MOST_REPLY + 1)
        found.append(taken if len(taken) <= MOST_REPLY else None)

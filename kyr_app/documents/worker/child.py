"""Inside the limited process: read one request, do it, write one reply. Parsers are fetched after the limits stand."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

import msgspec

from kyr_app.documents.worker import limits
from kyr_app.documents.worker.shapes import Inspect, Read, Refused, Render, Reply, Request, Stamp, Trouble


def main() -> int:
    """Answer one request on standard input with one reply on standard output. Return the exit status."""
    out = os.dup(1)
    with suppress(OSError):  # whatever a library prints must not mix with the reply
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
    limits.confine(int(os.environ.get("KYR_PARENT", "0")), threads=os.environ.get("KYR_THREADS") == "1")
    reply = answer(sys.stdin.buffer.read())
    data = memoryview(msgspec.msgpack.encode(reply))
    while data:
        data = data[os.write(out, data) :]
    return 0


def answer(request: bytes) -> Reply:
    """Return the reply to an encoded request; every failure is a `Trouble`, never an exception."""
    try:
        return _done(msgspec.msgpack.decode(request, type=Request))
    except Refused as error:
        return Reply(trouble=error.trouble)
    except MemoryError:
        return Reply(trouble=Trouble.MEMORY)
    except Exception:  # noqa: BLE001 (a parser may raise anything over a file that was made to break it)
        return Reply(trouble=Trouble.DAMAGED)


def _done(job: Request) -> Reply:
    if isinstance(job, Inspect):
        from kyr_app.documents.worker import inspecting  # noqa: PLC0415 (a parser, and so are those below)

        return Reply(inspected=inspecting.inspect(job.data))
    if isinstance(job, Render):
        from kyr_app.documents.worker import rendering  # noqa: PLC0415

        return rendering.render(job)
    if isinstance(job, Stamp):
        from kyr_app.documents.worker import stamping  # noqa: PLC0415

        return Reply(made=stamping.stamp(job))
    assert isinstance(job, Read)  # noqa: S101 (for the type checker: there is no other)
    from kyr_app.documents.worker import reading  # noqa: PLC0415

    return Reply(texts=reading.read(job))

"""No network: every call of that kind in a whole sitting, as the kernel sees them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kyr_app.store import phrases
from tests.soak import needles
from tests.soak.faults import can_trace
from tests.soak.outcome import Row, Scale, words
from tests.soak.sitter import sitting

_CALL = re.compile(r"(?m)^(?:\[pid +\d+\] |\d+ +)?(socket|socketpair)\((\w+)")
CONTROL = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()"


@contextmanager
def display() -> Iterator[dict[str, str]]:
    """A display of our own, without a network."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        os.close(write)
        yield {"DISPLAY": f":{os.read(read, 16).decode().strip()}", "QT_QPA_PLATFORM": "xcb"}
        os.close(read)
        server.terminate()


def rows(scale: Scale) -> Iterator[Row]:
    """Yield the rows of the table."""
    done = "strace over a whole sitting with a family file, and every process it starts"
    if why := can_trace():
        yield Row(test="Network calls", done=done, not_here=why)
        return
    yield _row("Network calls, off screen", done, _traced({}, brief=scale.short))
    if not scale.short:
        if shutil.which("Xvfb"):
            with display() as here:
                yield _row("Network calls, on a display", done, _traced(here, brief=False))
        else:
            yield Row(test="Network calls, on a display", done=done, not_here="needs Xvfb")
        yield _without()
    yield _control()


def _traced(more: dict[str, str], *, brief: bool) -> Counter[str]:
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        strace = ("strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=%network", "-o", str(log))
        root = Path(folder) / "root"
        root.mkdir()
        phrase = phrases.new_phrase("es")
        with sitting(root, needles.fresh(), phrase, before=strace, more=more, brief=brief) as sitter:
            sitter.hears("leave")
            sitter.ended()
        return Counter(f"{call} {family}" for call, family in _CALL.findall(log.read_text()))


def _row(test: str, done: str, seen: Counter[str], *, control: bool = False) -> Row:
    outside = {kind: count for kind, count in seen.items() if not kind.endswith(("AF_UNIX", "AF_LOCAL"))}
    result = f"{sum(outside.values())} calls that leave this computer; within it: {words(seen) if seen else 'none'}"
    return Row(
        test=test,
        done=done,
        count=1,
        unit="sitting",
        bad=sum(outside.values()),
        result=result,
        control=control,
    )


def _without() -> Row:
    """Sit where there is no network at all."""
    test, done = "A sitting without any network", "in an empty network namespace"
    tried = subprocess.run(("unshare", "-n", "true"), check=False, capture_output=True)
    if tried.returncode:
        return Row(test=test, done=done, not_here="needs root, for a network namespace")
    alone = ("unshare", "-n")
    with (
        tempfile.TemporaryDirectory() as folder,
        sitting(Path(folder), needles.fresh(), phrases.new_phrase("es"), before=alone) as sitter,
    ):
        sitter.hears("leave")
        ended = sitter.ended()
    return Row(
        test=test, done=done, count=1, unit="sitting", bad=int(ended != 0), result=f"ended with {ended}"
    )


def _control() -> Row:
    import sys  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        strace = ("strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=%network", "-o", str(log))
        subprocess.run((*strace, sys.executable, "-c", CONTROL), check=True)
        seen = Counter(f"{call} {family}" for call, family in _CALL.findall(log.read_text()))
    return _row(
        "Network calls of a program that makes one", "the same look at one socket", seen, control=True
    )

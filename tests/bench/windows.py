"""Rows of the table: the first window and what it holds, against the floor and two peers; then the window at work."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.bench import peers
from tests.bench.measure import Missing, Row, ours

RUNS, PEER_RUNS = 9, 5
FLOOR = "bare PySide6 window"
PEERS = ("ReText", "novelWriter")
"""Small desktop programs with a window, in Python like this one."""

Figures = tuple[list[float], list[float]]
"""Milliseconds to the first paint, and MiB held then, run by run."""


@contextmanager
def display() -> Iterator[str]:
    """A display of our own. Raise `Missing` where there is no server for one."""
    if not shutil.which("Xvfb"):
        raise Missing("no Xvfb here")
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        os.close(write)
        yield f":{os.read(read, 16).decode().strip()}"
        server.terminate()


def at_home(folder: Path) -> dict[str, str]:
    """Return the surroundings of somebody who chose Spanish yesterday, in an empty home."""
    (folder / "settings.json").write_text('{"language":"es"}', encoding="utf-8")
    home = str(folder)
    return {
        "KYR_HOME": home,
        "HOME": home,
        "XDG_CONFIG_HOME": home,
        "XDG_DATA_HOME": home,
        "LC_ALL": "C.UTF-8",
    }


def _start(name: str, around: dict[str, str]) -> Callable[[], Any]:
    if name in PEERS:
        return lambda: peers.run("window", name.lower(), **around)
    return lambda: ours("start_up", "bare" if name == FLOOR else "ours", **around)


def _starts(around: dict[str, str]) -> tuple[dict[str, Figures], dict[str, str]]:
    """Return the figures of all that start here, run in turn, and why others do not."""
    found: dict[str, Figures] = {}
    missing = {}
    for name in (FLOOR, "ours", *PEERS):
        _, why = peers.tried(_start(name, around))  # once to warm up
        if why:
            missing[name] = why
        else:
            found[name] = ([], [])
    for run in range(RUNS):
        for name, (walls, held) in found.items():
            if name in PEERS and run >= PEER_RUNS:
                continue
            wall, memory = _start(name, around)()
            walls.append(wall)
            held.append(memory)
    return found, missing


def first_windows() -> Iterator[Row]:
    """Yield the rows of the first window, off screen and on a display."""
    with tempfile.TemporaryDirectory() as folder:
        around = at_home(Path(folder))
        yield from _rows("off screen", around)
        try:
            with display() as number:
                yield from _rows(
                    "on a display (Xvfb)", {**around, "QT_QPA_PLATFORM": "xcb", "DISPLAY": number}
                )
        except Missing as why:
            yield Row(what="First window, on a display", missing=str(why))


def _rows(where: str, around: dict[str, str]) -> Iterator[Row]:
    found, missing = _starts(around)
    (walls, held) = found["ours"]
    for name in (FLOOR, *PEERS):
        floor = name == FLOOR
        theirs, memory = found.get(name, ([], []))
        peer, why = name if floor else peers.named(name), missing.get(name, "")
        yield Row(
            what=f"First window, {where}",
            ours=tuple(walls),
            peer=peer,
            theirs=tuple(theirs),
            times=1.5 if floor else 0,
            missing=why,
        )
        yield Row(
            what=f"Memory with it, {where}",
            ours=tuple(held),
            unit="MiB",
            peer=peer,
            theirs=tuple(memory),
            more=30 if floor else 0,
            missing=why,
        )


def at_work() -> Iterator[Row]:
    """Yield the rows about the language and the next screen; their bars are what an eye takes for *at once*."""
    found = ours("window")
    floor = "a bare window with as many labels, each given its words"
    yield Row(
        what=f"Change of language, {found['texts']} texts in the window",
        ours=tuple(found["switch"]),
        digits=1,
        peer=floor,
        theirs=tuple(found["bare_switch"]),
        most=30,
    )
    yield Row(
        what="Answer to next screen, painted",
        ours=tuple(found["next"]),
        digits=1,
        peer="a bare question with four radio buttons, made and painted",
        theirs=tuple(found["bare_next"]),
        most=50,
    )

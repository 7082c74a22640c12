"""Figures: how they are taken, in turn, and what one row of the table holds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from msgspec import Struct

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 240
"""Seconds after which another program is taken to hang."""

Work = Callable[[], object]
Clock = Callable[[], float]
PROCESSOR: Clock = time.process_time
"""Seconds of a processor that this process has taken."""


class Missing(Exception):
    """Something to measure against is not here; the message says why, in a few words."""


class Row(Struct, frozen=True, kw_only=True):
    """One comparison: what, how long it took here and there, and the bar that was set before it was measured.

    `least` is a bar where more is better. Without `theirs` there is nothing to compare with, and `missing` says why.
    """

    what: str
    ours: tuple[float, ...] = ()
    unit: str = "ms"
    digits: int = 0
    peer: str = "–"
    theirs: tuple[float, ...] = ()
    times: float = 0
    """The bar as a multiple of the peer."""
    most: float = 0
    """The bar as a figure."""
    more: float = 0
    """The bar as a figure above the peer's."""
    least: float = 0
    missing: str = ""

    @property
    def ratio(self) -> float | None:
        """How many times the peer's cost ours is; below 1 is better than the peer. None where there is none."""
        if not self.ours or not self.theirs or not median(self.theirs) or not median(self.ours):
            return None
        ratio = median(self.ours) / median(self.theirs)
        return 1 / ratio if self.unit.endswith("/s") else ratio

    @property
    def kept(self) -> bool | None:
        """Whether every bar is kept; None where none was set or nothing was measured."""
        if not self.ours or not (self.times or self.most or self.more or self.least):
            return None
        here, there = median(self.ours), median(self.theirs) if self.theirs else None
        within = not self.most or here <= self.most
        enough = not self.least or here >= self.least
        if there is None and (self.times or self.more):
            return None
        close = not self.times or (self.ratio or 0) <= self.times + 0.005
        return within and enough and close and (not self.more or here - (there or 0) <= self.more)

    @property
    def bar(self) -> str:
        """The bars in words."""
        said = [
            f"≤ {self.times:g}×" if self.times else "",
            f"≤ {self.most:g} {self.unit}" if self.most else "",
            f"≤ {self.more:g} {self.unit} more" if self.more else "",
            f"≥ {self.least:g} {self.unit}" if self.least else "",
        ]
        return ", ".join(each for each in said if each) or "–"


def spread(values: Sequence[float], digits: int = 0) -> str:
    """Return a median with its least and greatest value."""
    if len(values) == 1:
        return f"{values[0]:,.{digits}f}"
    return f"{median(values):,.{digits}f} ({min(values):,.{digits}f}–{max(values):,.{digits}f})"


def timed(work: Work, clock: Clock = time.perf_counter) -> float:
    """Return the milliseconds that work takes by a clock."""
    begun = clock()
    work()
    return (clock() - begun) * 1000


def in_turn(runs: int, clock: Clock = time.perf_counter, **works: Work) -> dict[str, tuple[float, ...]]:
    """Return the milliseconds of each work: once to warm up, then each in its turn, so that noise falls on all.

    What waits for nothing and is done by this process alone is best told in its own time, `PROCESSOR`: others that
    work on the same machine then hardly count.
    """
    for work in works.values():
        work()
    found: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(runs):
        for name, work in works.items():
            found[name].append(timed(work, clock))
    return {name: tuple(values) for name, values in found.items()}


def environment(**more: str) -> dict[str, str]:
    """Return an environment as on any laptop: compiled modules are kept, and nothing is on a screen."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", **more}


def told(command: Sequence[str | Path], told_to: Any = None, **more: str) -> Any:
    """Run another program and return the JSON that it prints last. Raise `Missing` with its last words otherwise."""
    try:
        done = subprocess.run(
            [str(each) for each in command],
            input=json.dumps(told_to),
            env=environment(**more),
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )
        return json.loads(done.stdout.strip().splitlines()[-1])
    except subprocess.TimeoutExpired as error:
        raise Missing(f"not done after {PATIENCE} s") from error
    except (IndexError, ValueError) as error:
        last = (done.stderr.strip().splitlines() or ["no word"])[-1]
        raise Missing(f"broke: {last[:120]}".replace(str(ROOT), "…")) from error


def ours(module: str, *arguments: str, **more: str) -> Any:
    """Run a module of the benchmarks in a process of its own, and return what it tells."""
    return told([sys.executable, "-m", f"tests.bench.{module}", *arguments], **more)

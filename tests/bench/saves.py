"""Rows of the table: a family's answers saved, against stock TinyDB and a bare write; what kill -9 takes from each."""

from __future__ import annotations

import os
import random
import tempfile
import time
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import msgspec
from msgspec import Struct
from tinydb import TinyDB

from kyr_app.store import families, slots
from tests.bench.measure import Row, in_turn
from tests.soak import kill, samples

RUNS = 25
KILLS = 150
"""Writers killed, of each kind. `python3 dev.py soak` kills ten times as many."""


class Lost(Struct, frozen=True):
    """What kills took."""

    what: str
    kills: int
    kinds: str
    lost: int


def rows() -> Iterator[Row]:
    """Yield the rows of saving a small file, and a long story."""
    for large, name in ((False, "a family's answers"), (True, "a long story")):
        given = samples.rows(1, large=large)
        size = len(msgspec.json.encode(given)) / 1024
        with tempfile.TemporaryDirectory() as folder:
            yield from _saved(Path(folder), given, f"Save of {name}, {size:.0f} KiB, sealed, on the disk")


def _saved(folder: Path, given: samples.Rows, what: str) -> Iterator[Row]:
    ours = families.create(folder, samples.PHRASE, costs=slots.cheap())
    stock = TinyDB(folder / "stock.json")

    def other() -> samples.Rows:  # what is the same is not saved
        return [*given, {"name": "time", "value": time.perf_counter_ns()}]

    def stocked() -> None:
        stock.storage.write({"answers": {str(at): row for at, row in enumerate(other(), 1)}})

    bare = os.open(folder / "bare", os.O_CREAT | os.O_WRONLY)

    def write() -> None:
        os.pwrite(bare, msgspec.json.encode(other()), 0)
        os.fsync(bare)

    found = in_turn(RUNS, ours=lambda: ours.replace("answers", other()), stock=stocked, bare=write)
    for each in (ours, stock):
        each.close()
    os.close(bare)
    for name, peer in (
        ("stock", f"TinyDB {version('tinydb')} as it comes, not sealed"),
        ("bare", "a bare write and fsync, not sealed"),
    ):
        yield Row(what=what, ours=found["ours"], digits=1, peer=peer, theirs=found[name])


def kills() -> Iterator[Lost]:
    """Yield what is lost where writers are killed at a random instant, of ours and of the peer."""
    for what, run in (("family file", kill.saving), ("TinyDB as it comes", kill.stock)):
        with tempfile.TemporaryDirectory() as folder:
            wrong = [each for each in run(Path(folder), KILLS, random.Random(9)) if each]
        kinds = ", ".join(f"{wrong.count(kind)} {kind}" for kind in sorted(set(wrong))) or "nothing"
        yield Lost(what, KILLS, kinds, len(wrong))

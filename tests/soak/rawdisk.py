"""A real file system, cut in the middle: the raw disk is copied while a family saves, and the copy is mounted."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kyr_app.model.errors import KyrError
from kyr_app.store import families, slots
from tests.soak.outcome import Row, Scale, words
from tests.soak.samples import PHRASE, number_of
from tests.soak.samples import rows as sample
from tests.soak.volume import can_mount, ext4

SIZE = 16
"""MiB of the volume."""
Tell = Callable[[int], None]


def rows(scale: Scale) -> Iterator[Row]:
    """Yield the rows of the table."""
    test, done = (
        "Power cut: ext4 itself",
        "the raw disk copied while a family saves; its journal replayed, then opened",
    )
    if why := can_mount():
        yield Row(test=test, done=done, not_here=why)
        return
    times = scale.of(120, 6)
    yield _row(test, done, Counter(_cuts(_family, _opened, times)))
    if not scale.short:
        done = "the same with TinyDB and its own JSONStorage, the peer"
        yield _row(
            "Power cut, ext4: stock TinyDB", done, Counter(_cuts(_stock, _stock_opened, times)), control=True
        )


def _row(test: str, done: str, found: Counter[str], *, control: bool = False) -> Row:
    count, fine = found.total(), found.pop("", 0)
    result = f"{count - fine} lost of {count}" + (f": {words(found)}" if found else "")
    return Row(
        test=test, done=done, count=count, unit="cuts", bad=count - fine, result=result, control=control
    )


def _family(root: Path, tell: Tell) -> None:
    with families.create(root, PHRASE, costs=slots.cheap()) as file:
        for number in range(1, 1_000_000):
            file.replace("answers", sample(number))
            tell(number)


def _opened(root: Path) -> int:
    (found,) = families.found(root)
    with families.open_file(found.path, PHRASE) as file:
        return number_of(file.rows("answers"))


def _stock(root: Path, tell: Tell) -> None:
    from tinydb import TinyDB  # noqa: PLC0415

    database = TinyDB(root / "stock.json")
    for number in range(1, 1_000_000):
        database.storage.write({"answers": {str(at): row for at, row in enumerate(sample(number), 1)}})
        tell(number)


def _stock_opened(root: Path) -> int:
    from tinydb import TinyDB  # noqa: PLC0415

    with TinyDB(root / "stock.json") as database:
        return number_of([dict(row) for row in database.table("answers").all()])


def _cuts(write: Callable[[Path, Tell], None], opened: Callable[[Path], int], times: int) -> Iterator[str]:
    """Cut a writer's disk so many times; yield what is wrong with each copy, or nothing."""
    rng = random.Random(13)
    with tempfile.TemporaryDirectory() as folder, ext4(Path(folder), SIZE) as volume:
        assert volume.image is not None
        reading, writing = os.pipe()
        os.set_blocking(reading, False)
        child = os.fork()
        if child == 0:
            try:
                write(volume.root, lambda number: os.write(writing, number.to_bytes(8, "little")) and None)
            finally:
                os._exit(1)
        told, last = b"", 0
        while last < 2:
            time.sleep(0.01)
            told, last = _heard(reading, told, last)
        try:
            for _ in range(times):
                time.sleep(rng.random() * 0.03)
                told, last = _heard(reading, told, last)
                os.kill(child, signal.SIGSTOP)
                copy = volume.image.read_bytes()
                os.kill(child, signal.SIGCONT)
                yield _found(Path(folder) / "copy.img", copy, opened, last)
        finally:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            os.close(reading)
            os.close(writing)


def _heard(reading: int, told: bytes, last: int) -> tuple[bytes, int]:
    try:
        told += os.read(reading, 1 << 16)
    except BlockingIOError:
        return told, last
    whole = len(told) // 8 * 8
    if whole:
        last = int.from_bytes(told[whole - 8 : whole], "little")
    return told[whole:], last


def _found(image: Path, copy: bytes, opened: Callable[[Path], int], last: int) -> str:
    image.write_bytes(copy)
    with _mounted(image) as root:
        try:
            return "" if opened(root) >= last else "generations lost"
        except KyrError as error:
            return f"does not open: {type(error).__name__}"
        except ValueError as error:
            return "silently wrong" if "ever written" in str(error) else "does not open"


@contextmanager
def _mounted(image: Path) -> Iterator[Path]:
    root = image.with_suffix(".mounted")
    root.mkdir(exist_ok=True)
    subprocess.run(("mount", "-o", "loop", str(image), str(root)), check=True)
    try:
        yield root
    finally:
        subprocess.run(("umount", str(root)), check=True)

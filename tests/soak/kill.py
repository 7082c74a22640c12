"""Kill -9 at a random instant: what was acknowledged is there, exactly, and what was under way is whole or absent."""

from __future__ import annotations

import os
import random
import signal
import struct
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct

from kyr_app.model.errors import KyrError
from kyr_app.store import families, slots
from tests.soak.outcome import Row, Scale, words
from tests.soak.samples import OTHER, PHRASE, number_of
from tests.soak.samples import rows as sample

_MARK = struct.Struct("<q")
LATEST = 0.012
"""Seconds after its first acknowledgement within which a writer is killed."""


class Killed(Struct, frozen=True):
    """What a writer had acknowledged when it was killed, and how long it lived."""

    acknowledged: tuple[int, ...]


def killed(write: Callable[[Callable[[int], None]], None], wait: Callable[[], float]) -> Killed:
    """Run `write` in a process of its own, which tells what it acknowledged; kill it after `wait()` seconds.

    The time counts from the first thing it tells.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            write(lambda number: os.write(writing, _MARK.pack(number)) and None)
        finally:
            os._exit(9)
    os.close(writing)
    first = os.read(reading, _MARK.size)
    time.sleep(wait())
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    told = first
    while part := os.read(reading, 1 << 16):
        told += part
    os.close(reading)
    return Killed(tuple(number for (number,) in _MARK.iter_unpack(told)))


def _saves(path: Path, start: int) -> Callable[[Callable[[int], None]], None]:
    def write(tell: Callable[[int], None]) -> None:
        tell(-1)
        with families.open_file(path, PHRASE) as file:
            for number in range(start + 1, start + 100_000):
                file.replace("answers", sample(number))
                tell(number)

    return write


def saving(folder: Path, times: int, rng: random.Random) -> Iterator[str]:
    """Kill a family that saves and saves; yield what was wrong, or nothing, each time."""
    file = families.create(folder, PHRASE, costs=slots.cheap())
    file.replace("answers", sample(0))
    path, last = file.path, 0
    file.close()
    for _ in range(times):
        seen = killed(_saves(path, last), lambda: rng.random() * LATEST)
        acknowledged = max([last, *seen.acknowledged])
        try:
            with families.open_file(path, PHRASE) as opened:
                last = number_of(opened.rows("answers"))
            yield "" if last >= acknowledged else f"{acknowledged - last} generations lost"
        except KyrError as error:
            yield f"does not open: {type(error).__name__}"
            return
        except ValueError:
            yield "silently wrong"


def creating(folder: Path, times: int, rng: random.Random) -> Iterator[str]:
    """Kill while a file is being made: nothing that was not acknowledged may stand in the way of a new one."""
    for attempt in range(times):
        place = folder / str(attempt)
        place.mkdir()

        def write(tell: Callable[[int], None], place: Path = place) -> None:
            tell(-1)
            file = families.create(place, PHRASE, costs=slots.cheap())
            tell(0)
            file.replace("answers", sample(1))
            tell(1)
            time.sleep(1)

        seen = killed(write, lambda: rng.random() * LATEST)
        found = families.found(place)
        try:
            opened = []
            for each in found:
                with families.open_file(each.path, PHRASE) as file:
                    opened.append(file.rows("answers"))
        except KyrError as error:
            yield f"does not open: {type(error).__name__}" if 0 in seen.acknowledged else ""
            continue
        right: list[list] = [[sample(1)]] if 1 in seen.acknowledged else [[[]], [sample(1)]]
        if 0 not in seen.acknowledged:
            right.append([])
        yield "" if opened in right else "what was acknowledged is not there"
        with families.create(place, OTHER, costs=slots.cheap()) as another:
            another.replace("answers", sample(2))


def changing(folder: Path, times: int, rng: random.Random) -> Iterator[str]:
    """Kill while the phrase is changed: the new one opens if that was acknowledged, and the old one then never."""
    phrases = (PHRASE, OTHER)
    file = families.create(folder, PHRASE, costs=slots.cheap())
    file.replace("answers", sample(1))
    path, now = file.path, 0
    file.close()
    for _ in range(times):

        def write(tell: Callable[[int], None], now: int = now) -> None:
            with families.open_file(path, phrases[now]) as opened:
                tell(-1)
                for number in range(1, 10_000):
                    opened.set_phrase(phrases[(now + number) % 2], costs=slots.cheap())
                    tell((now + number) % 2)

        seen = killed(write, lambda: rng.random() * LATEST)
        opens = [which for which in (0, 1) if _opens(path, phrases[which])]
        said = seen.acknowledged[-1]
        valid = now if said < 0 else said
        if not opens:
            yield "no phrase opens it"
            return
        # Within a change both may open: it was not acknowledged yet. The change is then made again.
        yield "" if valid in opens or 1 - valid in opens else "wrong phrase"
        now = opens[0] if len(opens) == 1 else valid
        if len(opens) == 2:
            with families.open_file(path, phrases[now]) as opened:
                opened.set_phrase(phrases[now], costs=slots.cheap())
            if _opens(path, phrases[1 - now]):
                yield "the old phrase still opens it after a finished change"


def _opens(path: Path, phrase: str) -> bool:
    try:
        with families.open_file(path, phrase) as file:
            return number_of(file.rows("answers")) == 1
    except KyrError:
        return False


def stock(folder: Path, times: int, rng: random.Random) -> Iterator[str]:
    """Do the same to TinyDB as it comes, with its own JSONStorage."""
    from tinydb import TinyDB  # noqa: PLC0415

    path, last = folder / "stock.json", 0

    def write(tell: Callable[[int], None]) -> None:
        database = TinyDB(path)
        tell(-1)
        for number in range(last + 1, last + 100_000):
            database.storage.write({"answers": {str(at): row for at, row in enumerate(sample(number), 1)}})
            tell(number)

    for _ in range(times):
        seen = killed(write, lambda: rng.random() * LATEST)
        acknowledged = max([last, *seen.acknowledged])
        try:
            with TinyDB(path) as database:
                last = number_of([dict(row) for row in database.table("answers").all()])
            yield "" if last >= acknowledged else "lost"
        except ValueError as error:
            wrong = "silently wrong" if "ever written" in str(error) else "does not open"
            yield wrong
            path.unlink()
            last = 0


def rows(scale: Scale) -> Iterator[Row]:
    """Yield the rows of the table."""
    rng = random.Random(5)
    told = (
        (
            "Kill -9 while saving",
            "a family saves without a pause; opened again after each kill",
            saving,
            1500,
            60,
        ),
        (
            "Kill -9 while a file is made",
            "opens, or nothing was acknowledged; a new one can be made",
            creating,
            200,
            15,
        ),
        (
            "Kill -9 while the phrase changes",
            "one phrase opens it; after a change the old one never",
            changing,
            200,
            15,
        ),
    )
    for test, done, run, full, short in told:
        with tempfile.TemporaryDirectory() as folder:
            yield _row(test, done, list(run(Path(folder), scale.of(full, short), rng)))
    if scale.short:
        return  # so few kills may miss the peer's weak moment
    with tempfile.TemporaryDirectory() as folder:
        wrong = list(stock(Path(folder), 1000, rng))
    done = "the same with TinyDB 4.9 and its own JSONStorage, the peer"
    yield _row("Kill -9: stock TinyDB", done, wrong, control=True)


def _row(test: str, done: str, wrong: list[str], *, control: bool = False) -> Row:
    kinds = Counter(each for each in wrong if each)
    lost = sum(kinds.values())
    result = f"{lost} lost of {len(wrong):,}" + (f": {words(kinds)}" if lost else "")
    return Row(test=test, done=done, count=len(wrong), unit="kills", bad=lost, result=result, control=control)

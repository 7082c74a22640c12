"""Two windows, one family file: exactly one may write it, and a window that dies lets go."""

from __future__ import annotations

import os
import signal
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

from kyr_app.model.errors import KyrError
from kyr_app.store import families, slots
from kyr_app.store.door import RealDisk
from tests.soak.disks import FakeClaim
from tests.soak.outcome import Row, Scale, words
from tests.soak.samples import PHRASE
from tests.soak.samples import rows as sample

CONTENDERS = 10


def rows(scale: Scale) -> Iterator[Row]:
    """Yield the rows of the table."""
    done = f"{CONTENDERS} processes open the same file at once; the winner is killed, and the next one opens"
    yield _raced("Two windows", done, scale.of(20, 4))
    with patch.object(RealDisk, "lock", lambda *_: FakeClaim()):
        yield _raced(
            "Two windows without a lock", "the same, and a lock that holds nobody back", 2, control=True
        )


def _raced(test: str, done: str, rounds: int, *, control: bool = False) -> Row:
    found = Counter[str]()
    with tempfile.TemporaryDirectory() as folder:
        with families.create(Path(folder), PHRASE, costs=slots.cheap()) as file:
            file.replace("answers", sample(1))
            path = file.path
        for _ in range(rounds):
            _round(path, found)
        left = [each.name for each in Path(folder).iterdir() if each.suffix == ".lock"]
    bad = len(left) + sum(count for kind, count in found.items() if not kind.startswith("one"))
    result = f"{words(found)}; {len(left)} lock files left"
    return Row(test=test, done=done, count=rounds, unit="rounds", bad=bad, result=result, control=control)


def _round(path: Path, found: Counter[str]) -> None:
    start, go = os.pipe()
    told, tell = os.pipe()
    children = [_contender(path, start, go, told, tell) for _ in range(CONTENDERS)]
    os.close(start)
    os.close(tell)
    os.close(go)  # all of them begin at once
    answers = b""
    while len(answers) < CONTENDERS:
        answers += os.read(told, CONTENDERS)
    os.close(told)
    found[f"{answers.count(b'w')} winners" if answers.count(b"w") != 1 else "one winner"] += 1
    if other := CONTENDERS - answers.count(b"w") - answers.count(b"u"):
        found[f"{other} with another error"] += 1
    for child in children:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    begun = time.monotonic()
    try:
        with families.open_file(path, PHRASE) as file:
            right = file.rows("answers") == sample(1)
    except KyrError as error:
        found[f"not free after a kill: {type(error).__name__}"] += 1
        return
    if not right:
        found["wrong content"] += 1
    if time.monotonic() - begun > 2:
        found["free only after seconds"] += 1


def _contender(path: Path, start: int, go: int, told: int, tell: int) -> int:
    child = os.fork()
    if child:
        return child
    answer = b"x"
    try:
        os.close(go)
        os.close(told)
        os.read(start, 1)
        held = families.open_file(path, PHRASE)
        answer = b"w" if held else b"e"
    except KyrError as error:
        answer = b"u" if type(error).__name__ == "InUse" else b"e"
    finally:
        os.write(tell, answer)
        time.sleep(60)
        os._exit(0)
    return 0

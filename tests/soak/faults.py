"""The kernel refuses: each call that a save makes fails once, with no room, with a bad disk, with a kill."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from unittest.mock import patch

from msgspec import Struct

from kyr_app.model.errors import KyrError
from kyr_app.store import families, slots
from kyr_app.store.door import RealDisk
from tests.soak.outcome import Row, Scale, words
from tests.soak.samples import OTHER, PHRASE, Rows
from tests.soak.samples import rows as sample

CALLS = (
    "openat",
    "pwrite64",
    "write",
    "fallocate",
    "ftruncate",
    "fsync",
    "fdatasync",
    "unlink",
    "unlinkat",
    "close",
)
FAULTS = ("error=ENOSPC", "error=EIO", "signal=SIGKILL")
NO_FAULT = {("unlink", "error=ENOSPC"), ("unlinkat", "error=ENOSPC"), ("close", "error=ENOSPC")}
"""Faults that these calls cannot have."""
PHOTO = b"\xff\xd8 photo " * 3000
DONE, REFUSED, CRASHED = 0, 40, 41


class Step(Struct, frozen=True):
    """Something that is done to a family file while the kernel refuses, and what may be found then."""

    name: str
    act: Callable[[Path], None]
    before: Rows
    after: Rows
    phrase: str = PHRASE


def _open(root: Path) -> families.FamilyFile:
    (found,) = families.found(root)
    return families.open_file(found.path, PHRASE)


def _save(root: Path) -> None:
    with _open(root) as file:
        file.replace("answers", sample(2, large=False))


def _grow(root: Path) -> None:
    with _open(root) as file:
        file.replace("answers", sample(3, large=True))


def _shrink(root: Path) -> None:
    with _open(root) as file:
        file.replace("answers", sample(3, large=True))
        file.replace("answers", sample(4, large=True))
        file.replace("answers", sample(5, large=False))


def _photo(root: Path) -> None:
    with _open(root) as file, file.together():
        file.blob_put(PHOTO)
        file.replace("answers", sample(6, large=False))


def _phrase(root: Path) -> None:
    with _open(root) as file:
        file.set_phrase(OTHER, costs=slots.cheap())


def _make(root: Path) -> None:
    place = root / "new"
    place.mkdir()
    with families.create(place, PHRASE, costs=slots.cheap()) as file:
        file.replace("answers", sample(7, large=False))


FIRST = sample(1, large=False)
STEPS = (
    Step("save", _save, FIRST, sample(2, large=False)),
    Step("larger save", _grow, FIRST, sample(3, large=True)),
    Step("smaller save", _shrink, FIRST, sample(5, large=False)),
    Step("photo", _photo, FIRST, sample(6, large=False)),
    Step("phrase", _phrase, FIRST, FIRST, OTHER),
    Step("new file", _make, FIRST, sample(7, large=False)),
)


def can_trace() -> str:
    """Return why faults cannot be injected here; empty where they can."""
    if sys.platform != "linux" or not shutil.which("strace"):
        return "needs Linux and strace"
    try:
        tried = subprocess.run(
            ("strace", "-qq", "-o", os.devnull, "-e", "inject=fsync:error=EIO", "true"),
            check=False,
            capture_output=True,
        )
    except OSError as error:
        return str(error)
    return "" if tried.returncode == 0 else "strace may not trace here"


def traced(act: Callable[[], None], options: tuple[str, ...], log: Path) -> int:
    """Run `act` in a process of its own under strace; return how it ended: DONE, REFUSED, CRASHED or minus a signal."""
    reading, writing = os.pipe()
    here, ready = os.pipe()
    child = os.fork()
    if child == 0:
        ended = CRASHED
        try:
            os.close(writing)
            os.write(ready, b".")  # from here on it makes no call but this step's
            os.read(reading, 1)
            act()
            ended = DONE
        except KyrError:
            ended = REFUSED
        finally:
            os._exit(ended)
    os.read(here, 1)
    for handle in (reading, here, ready):
        os.close(handle)
    tracer = subprocess.Popen(
        ("strace", "-qq", "-o", str(log), *options, "-p", str(child)), stderr=subprocess.DEVNULL
    )
    status = Path(f"/proc/{child}/status")
    until = time.monotonic() + 5
    while "TracerPid:\t0\n" in status.read_text() and time.monotonic() < until:
        time.sleep(0.001)
    os.close(writing)
    _, ended = os.waitpid(child, 0)
    tracer.wait()
    return os.waitstatus_to_exitcode(ended)


def _prepared(folder: Path) -> Path:
    root = folder / "here"
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir()
    with families.create(root, PHRASE, costs=slots.cheap()) as file:
        file.replace("answers", FIRST)
    return root


def _counted(step: Step, folder: Path) -> Counter[str]:
    """Return how often the step makes each call."""
    step.act(_prepared(folder))  # whatever is imported on the way is imported now
    root, log = _prepared(folder), folder / "log"
    traced(lambda: step.act(root), ("-e", f"trace={','.join(CALLS)}"), log)
    return Counter(found[1] for found in re.finditer(r"(?m)^(\w+)\(", log.read_text()))


def _points(step: Step, folder: Path, scale: Scale) -> Iterator[tuple[str, int, str]]:
    for call, count in sorted(_counted(step, folder).items()):
        for number in range(1, count + 1):
            for fault in FAULTS:
                if (call, fault) not in NO_FAULT and (
                    not scale.short or (number == count and fault != FAULTS[0])
                ):
                    yield call, number, fault


def rows(scale: Scale) -> Iterator[Row]:
    """Yield the rows of the table."""
    test, done = (
        "Faults of the kernel",
        "strace fails one call of a save, a larger, a smaller, a photo, new words, a new file",
    )
    if why := can_trace():
        yield Row(test=test, done=done, not_here=why)
        return
    found, count, refused = Counter[str](), 0, 0
    with tempfile.TemporaryDirectory() as folder:
        for step in STEPS[: len(STEPS) if not scale.short else 2]:
            for call, number, fault in _points(step, Path(folder), scale):
                ended, why = _tried(step, Path(folder), call, number, fault)
                count, refused = count + 1, refused + (ended == REFUSED)
                found[why] += 1
    del found[""]
    result = f"{refused} refused in words; {words(found)} wrong"
    yield Row(test=test, done=done, count=count, unit="points", bad=found.total(), result=result)
    yield _deaf()


def _deaf() -> Row:
    """Let a disk not hear that a sync failed."""
    hearing, tried = RealDisk.fsync, Counter[str]()

    def fsync(disk: RealDisk, handle: int) -> None:
        with suppress(KyrError):
            hearing(disk, handle)

    with tempfile.TemporaryDirectory() as folder, patch.object(RealDisk, "fsync", fsync):
        for step in STEPS[:2]:
            tried[_tried(step, Path(folder), "fsync", 1, "error=EIO")[1]] += 1
    found = Counter({why: count for why, count in tried.items() if why})
    done = "a disk that does not hear that a sync failed"
    return Row(
        test="Faults of the kernel, unheard",
        done=done,
        count=tried.total(),
        unit="points",
        bad=found.total(),
        result=words(found),
        control=True,
    )


def _tried(step: Step, folder: Path, call: str, number: int, fault: str) -> tuple[int, str]:
    """Let one call fail; return how the step ended, and what is wrong with what is left."""
    root = _prepared(folder)
    inject = f"inject={call}:{fault}:when={number}"
    ended = traced(lambda: step.act(root), ("-e", f"trace={call}", "-e", inject), folder / "log")
    where = f"{step.name}, {call}, {fault.split('=')[1]}"
    if ended not in {DONE, REFUSED, -signal.SIGKILL} or (ended == -signal.SIGKILL) != (fault == FAULTS[2]):
        return ended, f"crash at {where} ({ended})"
    if ended == DONE and call in {"fsync", "fdatasync"} and "EIO" in fault:
        return ended, f"acknowledged what was not synced at {where}"
    try:
        why = _left(step, root, acknowledged=ended == DONE)
    except Exception as error:  # noqa: BLE001 (whatever it is, it is what this test is for)
        return ended, f"{type(error).__name__} after {where}"
    return ended, f"{why} at {where}" if why else ""


def _left(step: Step, root: Path, *, acknowledged: bool) -> str:
    if step.name == "new file":
        return _new(step, root / "new", acknowledged=acknowledged)
    (found,) = families.found(root)
    allowed = (
        (step.after,)
        if acknowledged
        else (step.before, sample(3, large=True), sample(4, large=True), step.after)
    )
    phrases = {step.phrase} if acknowledged else {PHRASE, step.phrase}
    opened = []
    for phrase in (PHRASE, OTHER):
        try:
            with families.open_file(found.path, phrase) as file:
                if file.rows("answers") not in allowed:
                    return "wrong content"
                for name in file.blobs():
                    if file.blob(name) != PHOTO:
                        return "a damaged photo"
                file.replace("answers", sample(8, large=False))  # it goes on
            allowed = (sample(8, large=False),)
            opened.append(phrase)
        except KyrError as error:
            if phrase in phrases and len(phrases) == 1:
                return f"does not open: {type(error).__name__}"
    return "" if opened and set(opened) <= phrases else "no phrase opens it"


def _new(step: Step, place: Path, *, acknowledged: bool) -> str:
    found = families.found(place) if place.is_dir() else ()
    opened = []
    for each in found:
        try:
            with families.open_file(each.path, PHRASE) as file:
                opened.append(file.rows("answers"))
        except KyrError:
            continue
    if acknowledged:
        return "" if opened == [step.after] else "not there"
    return "" if all(each in ([], step.after) for each in opened) else "wrong content"

"""A disk that is full, at many sizes: what cannot be saved is refused in words, and what was saved stays."""

from __future__ import annotations

import os
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from kyr_app.model.errors import KyrError
from kyr_app.store import families, slots
from kyr_app.store.door import Disk, RealDisk
from kyr_app.store.troubles import DiskFull
from tests.soak.disks import LyingDisk, SmallDisk
from tests.soak.outcome import Row, Scale
from tests.soak.samples import PHRASE, Rows
from tests.soak.samples import rows as sample
from tests.soak.volume import can_mount, resize, small

_OURS = re.compile(r"[0-9a-f]{32}\.(a|b|lock|[0-9a-f]{32})")
PHOTO = os.urandom(200 * 1024)
LONGEST = len("0" * 32 + ".lock")
STEP = 16
"""KiB between two sizes."""


def rows(scale: Scale) -> Iterator[Row]:
    """Yield the rows of the table."""
    sizes = range(16, 16 + STEP * 135, scale.of(STEP, STEP * 15))
    test, done = (
        "Disk full",
        "a small volume in memory (tmpfs), larger by a little each time; then made larger",
    )
    if why := can_mount():
        yield Row(test=test, done=done, not_here=why)
    else:
        found = Counter[str]()
        with tempfile.TemporaryDirectory() as folder:
            for size in sizes:
                with small(Path(folder), size) as root:
                    _Life(RealDisk(), root, found).live(
                        lambda size=size, root=root: resize(root, size + 4096)
                    )
        yield _row(test, done, len(sizes), found)
    done = (
        "a disk in memory with a quota, on which no room can be claimed: it fills up in the middle of a write"
    )
    yield _row("Disk full in the middle of a write", done, len(sizes), _quota(SmallDisk, sizes))
    found = _quota(LyingDisk, sizes)
    yield _row("A full disk that tells nobody", "the same disk, silent", len(sizes), found, control=True)


def _quota(kind: type[SmallDisk], sizes: range) -> Counter[str]:
    found = Counter[str]()
    for size in sizes:
        disk = kind(size * 1024)
        _Life(disk, Path("/stick"), found).live(
            lambda disk=disk: setattr(disk, "room", disk.room + (4 << 20))
        )
    return found


def _row(test: str, done: str, count: int, found: Counter[str], *, control: bool = False) -> Row:
    bad = sum(count for kind, count in found.items() if kind.isupper() or kind.startswith("CRASH"))
    wrong = ", ".join(f"{found[kind]} {kind}" for kind in found if kind not in {"done", "refused"})
    result = f"{found['refused']} refused, {found['done']} done; {wrong or '0 lost, 0 litter'}"
    return Row(test=test, done=done, count=count, unit="sizes", bad=bad, result=result, control=control)


class _Life:
    """One family file on one disk of one size."""

    def __init__(self, disk: Disk, root: Path, found: Counter[str]) -> None:
        self._disk, self._root, self._found = disk, root, found
        self._last: Rows = []
        self._photos: list[str] = []

    def live(self, make_room: Callable[[], None]) -> None:
        """Make a file and save until there is no room; then make room, and see that it goes on."""
        try:
            file = families.create(self._root, PHRASE, costs=slots.cheap(), disk=self._disk)
        except KyrError as error:
            self._tell(error)
            self._found["LITTER"] += len(self._disk.listdir(self._root))
            self._found += Counter()
            return
        try:
            self._fill(file)
            file.close()
            self._look(file.path)
            make_room()
            with families.open_file(file.path, PHRASE, disk=self._disk) as again:
                self._last = sample(9)
                again.replace("answers", self._last)
            self._look(file.path)
        except Exception as error:  # noqa: BLE001 (whatever it is, it is what this test is for)
            self._found[f"CRASH {type(error).__name__}"] += 1

    def _fill(self, file: families.FamilyFile) -> None:
        for number in range(1, 8):
            told = sample(number, large=number in {3, 6})
            try:
                file.replace("answers", told)
                self._last = told
                self._found["done"] += 1
            except KyrError as error:
                self._tell(error)
            try:
                self._photos.append(file.blob_put(PHOTO))
            except KyrError as error:
                self._tell(error)

    def _tell(self, error: KyrError) -> None:
        self._found["refused" if isinstance(error, DiskFull) else f"CRASH {type(error).__name__}"] += 1

    def _look(self, path: Path) -> None:
        with families.open_file(path, PHRASE, disk=self._disk) as file:
            whole = all(file.blob(name) == PHOTO for name in self._photos)
            lost = file.rows("answers") != self._last or not whole
            litter = set(file.blobs()) != set(self._photos)
        names = self._disk.listdir(self._root)
        litter |= any(not _OURS.fullmatch(name) for name in names)
        litter |= len([name for name in names if len(name) > LONGEST]) != len(self._photos)
        self._found.update({"LOST": lost, "LITTER": litter})
        self._found += Counter()

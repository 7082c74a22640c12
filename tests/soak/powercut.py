"""What may be on a disk after the power went: everything that a disk is allowed to make of a save, as a model.

Sources of the model: SQLite's crash tests (un-synced data written, dropped or turned to garbage) and ALICE (names
reach the disk in another order than they were given). Three kinds of file system:

- journalled: names arrive in order, and with the file that is synced; of data any part may be missing.
- unordered: names arrive in any order, and only with their folder's sync.
- FAT: as unordered; a sector may be zero or what another file left there, and a size may be another than was set.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum

from tests.soak.disks import FakeDisk, NoFolderSync, NoSync, Op, applied
from tests.soak.outcome import Row, Scale, words

SECTOR = 512


class Kind(StrEnum):
    """How a file system forgets."""

    JOURNALLED = "journalled"
    UNORDERED = "unordered"
    FAT = "FAT"


class Shelf:
    """What is surely on the disk, and what is only on its way, after some operations."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self.sure: dict[int, bytes] = {}
        """Contents by number: a file outlives its name."""
        self.names: dict[str, int] = {}
        self.seen: dict[str, int] = {}
        """The names as the program sees them; `names` are those that are surely on the disk."""
        self.moving: list[tuple[str, str, int]] = []
        self.pending: dict[int, list[Op]] = {}

    def do(self, op: Op) -> None:
        """Take an operation."""
        if op.what == "create":
            if op.name not in self.seen:
                number = len(self.sure)
                self.sure[number] = b""
                self.seen[op.name] = number
                self.moving.append(("name", op.name, number))
        elif op.what == "unlink":
            self.moving.append(("gone", op.name, self.seen.pop(op.name)))
        elif op.what in {"write", "size"}:
            self.pending.setdefault(self.seen[op.name], []).append(op)
        elif op.what == "sync":
            self._sync(self.seen[op.name])
        elif op.what == "sync-folder":
            self._arrive(len(self.moving))

    def _sync(self, number: int) -> None:
        for op in self.pending.pop(number, ()):
            self.sure[number] = applied(self.sure[number], op)
        if self.kind is Kind.JOURNALLED:
            last = max((at for at, move in enumerate(self.moving) if move[2] == number), default=-1)
            self._arrive(last + 1)

    def _arrive(self, count: int) -> None:
        for move in self.moving[:count]:
            _moved(self.names, move)
        del self.moving[:count]

    def cuts(self, rng: random.Random, times: int) -> Iterator[dict[str, bytes]]:
        """Yield what may be found when the power goes now: the corners first, then `times` by chance."""
        for corner in ("nothing", "all"):
            names = dict(self.names)
            for move in self.moving if corner == "all" else ():
                _moved(names, move)
            yield {
                name: self._whole(number) if corner == "all" else self.sure[number]
                for name, number in names.items()
            }
        for _ in range(times if self.moving or any(self.pending.values()) else 0):
            names = self._names(rng)
            contents = {number: self._content(number, rng) for number in set(names.values())}
            yield {name: contents[number] for name, number in names.items()}

    def _names(self, rng: random.Random) -> dict[str, int]:
        names = dict(self.names)
        if self.kind is Kind.JOURNALLED:
            arrived: Sequence[tuple[str, str, int]] = self.moving[: rng.randint(0, len(self.moving))]
        else:
            arrived = [move for move in self.moving if rng.random() < 0.5]
            rng.shuffle(arrived := list(arrived))
        for move in arrived:
            _moved(names, move)
        return names

    def _whole(self, number: int) -> bytes:
        content = self.sure[number]
        for op in self.pending.get(number, ()):
            content = applied(content, op)
        return content

    def _content(self, number: int, rng: random.Random) -> bytes:
        content = self.sure[number]
        for op in self.pending.get(number, ()):
            content = torn(content, op, rng, fat=self.kind is Kind.FAT)
        if self.kind is Kind.FAT and self.pending.get(number) and rng.random() < 0.2:
            size = rng.choice((0, rng.randint(0, len(content)), len(content) // SECTOR * SECTOR))
            content = content[:size]
        return content


def _moved(names: dict[str, int], move: tuple[str, str, int]) -> None:
    what, name, number = move
    if what == "name":
        names[name] = number
    elif names.get(name) == number:
        del names[name]


def torn(content: bytes, op: Op, rng: random.Random, *, fat: bool) -> bytes:
    """Return a content after an operation of which only a part came through."""
    how = rng.choice(("all", "nothing", "start", "some", "zero", "garbage"))
    if how == "all":
        return applied(content, op)
    if how == "nothing":
        return content
    if op.what == "size":
        return content[: op.at] if rng.random() < 0.5 else content
    whole = bytearray(applied(content, op))
    before = content.ljust(len(whole), b"\0")
    first, last = op.at // SECTOR, (op.at + len(op.data) - 1) // SECTOR
    count = last - first + 1
    if how == "start":
        lost = range(first + rng.randint(0, count), last + 1)
    else:
        share = rng.random()
        lost = [sector for sector in range(first, last + 1) if rng.random() < share]
    for sector in lost:
        place = slice(sector * SECTOR, min((sector + 1) * SECTOR, len(whole)))
        size = place.stop - place.start
        if how == "garbage" and (fat or place.start >= len(content)):
            whole[place] = rng.randbytes(size)
        elif how == "zero" and (fat or place.start >= len(content)):
            whole[place] = bytes(size)
        else:
            whole[place] = before[place]
    return (
        bytes(whole) if rng.random() < 0.7 else bytes(whole[: max(len(content), rng.randint(0, len(whole)))])
    )


def rows(scale: Scale) -> Iterator[Row]:
    """Yield the rows of the table."""
    for kind in Kind:
        yield _tried(FakeDisk(), kind, scale.of(520, 3))
    for kind in (Kind.UNORDERED, Kind.FAT):
        yield _gone_on(kind, scale.of(40, 2))
    yield _tried(NoSync(), Kind.UNORDERED, scale.of(4, 1), control="a disk that never syncs")
    yield _tried(NoFolderSync(), Kind.UNORDERED, scale.of(4, 1), control="a disk that never syncs a folder")


def _tried(disk: FakeDisk, kind: Kind, times: int, control: str = "") -> Row:
    from tests.soak.scene import Scene, judged  # noqa: PLC0415 (the model knows no family file)

    scene, rng = Scene(disk).play(), random.Random(7)
    shelf, seen, count, wrong = Shelf(kind), set[int](), 0, Counter[str]()
    for at in range(len(disk.log) + 1):
        if at:
            shelf.do(disk.log[at - 1])
        for files in shelf.cuts(rng, times):
            mark = hash((at, *sorted(files.items())))
            if mark in seen:
                continue
            seen.add(mark)
            count += 1
            if why := judged(files, scene, at, go_on=count % 4 == 0):
                wrong[why] += 1
    bad = wrong.total()
    done = f"{len(disk.log)} operations of a family file's life; after each, what may be on the disk"
    return Row(
        test=f"Power cut: {control or kind.value}",
        done=done,
        count=count,
        unit="states",
        bad=bad,
        result=f"{bad:,} bad" + (f": {words(dict(wrong.most_common(4)))}" if bad else ""),
        control=bool(control),
    )


def _gone_on(kind: Kind, times: int) -> Row:
    """Kill the program after each operation, open what it left, save once more, and cut the power then."""
    from tests.soak.scene import Scene, saved_again, still_there  # noqa: PLC0415 (as above)

    scene, rng = Scene(FakeDisk()).play(), random.Random(8)
    count, seen, wrong = 0, set[int](), Counter[str]()
    for at in range(len(scene.disk.log) + 1):
        shelf, left = Shelf(kind), FakeDisk()
        for op in scene.disk.log[:at]:
            shelf.do(op)
            left.do(op)
        again = FakeDisk(left.files)
        if not (phrase := saved_again(again, scene)):
            continue
        for op in again.log:
            shelf.do(op)
        for files in shelf.cuts(rng, times):
            mark = hash((at, *sorted(files.items())))
            if mark in seen:
                continue
            seen.add(mark)
            count += 1
            if not still_there(files, scene, phrase):
                wrong[f"lost after a kill in: {scene.around(at)[1].step}"] += 1
    return Row(
        test=f"Kill, go on, power cut: {kind.value}",
        done="killed after each operation; opened again on the same computer, saved once, and the power goes",
        count=count,
        unit="states",
        bad=wrong.total(),
        result=f"{wrong.total()} bad" + (f": {words(wrong)}" if wrong else ""),
    )

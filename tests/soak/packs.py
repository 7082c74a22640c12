"""Content packs: spoilt, signed and spoilt; taken by a process that is killed, by many windows, on a full disk."""

from __future__ import annotations

import datetime as dt
import random
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

from msgspec import structs

from kyr_app.content import build
from kyr_app.content.desk import Desk
from kyr_app.content.library import Library
from kyr_app.model.errors import KyrError
from kyr_app.session.packs import publishers
from kyr_app.session.session import Session
from kyr_app.store.disk import NotSaved
from kyr_app.updates import minisign, pointer, trust
from kyr_app.updates.shelf import PackShelf
from kyr_app.updates.trust import Trusted
from tests.soak.outcome import Row, Scale, words
from tests.soak.volume import can_mount, small
from tests.unit.content import little
from tests.unit.updates.interrupted import REFUSED, killed_at, windows
from tests.unit.updates.simulator import KEYS, Simulator
from tests.unit.updates.spoilt import bad, spoilt_bytes, spoilt_lessons

_OLD, _NEW = b"[11]", b"[12]"


def rows(scale: Scale) -> Iterator[Row]:
    """Yield the rows of the table."""
    yield _bytes(
        "Packs, spoilt", "bits, cuts, gaps, noise; as they are and signed again", scale.of(10_200, 300)
    )
    yield _lessons(scale.of(3_000, 60))
    yield _killed(PackShelf, scale)
    yield _windows(scale.of(40, 2))
    yield _full(scale)
    yield _blind(scale.of(1_000, 300))
    yield _killed(_Careless, scale, control=True)


def _row(test: str, done: str, found: Counter[str], unit: str, *, control: bool = False) -> Row:
    count = found.total()
    return Row(
        test=test, done=done, count=count, unit=unit, result=words(found), bad=bad(found), control=control
    )


def _bytes(test: str, done: str, count: int) -> Row:
    return _row(test, done, spoilt_bytes(count, 2), "tries")


def _blind(count: int) -> Row:
    real = minisign.verify
    minisign.verify = lambda _data, signature, _key: signature.comment
    try:
        found = spoilt_bytes(count, 2)
    finally:
        minisign.verify = real
    return _row("Packs, spoilt: no look at the signature", "the same packs", found, "tries", control=True)


def _lessons(count: int) -> Row:
    """Spoil one place in the lessons of a pack and sign it: refused in words, or every word of it can be shown."""
    real, publishers.pinned = publishers.pinned, lambda: KEYS
    try:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            shelf = build.shelf(Desk(little.write(folder / "content")))
            session = Session(library=Library(shelf), today=dt.date(2026, 11, 22))
            found = spoilt_lessons(session, folder, shelf, count, 2)
    finally:
        publishers.pinned = real
    done = "lessons with one place gone, doubled, of another kind, huge or hostile; signed, then looked at"
    return _row("Packs, signed, with spoilt lessons", done, found, "packs")


def _trusted(version: int, content: bytes) -> Trusted:
    sim = Simulator(
        {"library.json": content, "voice/mam/a.wav": random.Random(version).randbytes(20_000)}, version
    )
    return trust.accept(*sim.both(), KEYS, trust.Known())


class _Careless(PackShelf):
    """A shelf that points first, writes then, and believes at the start what it finds."""

    def put(self, trusted: Trusted) -> Path:
        """Use a pack that is not there yet; then put it down."""
        name = pointer.name_of(trusted.manifest.version, trusted.sha256)
        now = self.pointer()
        self.folder.mkdir(parents=True, exist_ok=True)
        fresh = structs.replace(now, active=name, previous=now.active, newest=trusted.manifest.version)
        pointer.write(self.folder, fresh)
        self._stage(name, trusted)
        return self.folder / name

    def current(self) -> Path | None:
        """Return whatever is pointed to."""
        return self.folder / self.pointer().active


def _killed(kind: type[PackShelf], scale: Scale, *, control: bool = False) -> Row:
    """Kill an installation before each thing it asks of the disk; then start, look, and install again."""
    found, new = Counter[str](), _trusted(12, _NEW)
    with (
        tempfile.TemporaryDirectory() as name,
        mock.patch("os.fsync"),
    ):  # a process is killed here, not the power
        for way in ("put", "back", "again")[: 1 if control else 3]:
            for step in range(0, 500, scale.of(1, 4)):
                home = Path(name) / f"{way}-{step}"
                shelf = _begun(kind, home, new, way)
                died = killed_at(step, shelf.back if way == "back" else lambda shelf=shelf: shelf.put(new))
                found[_after(kind, home, new)] += 1
                shutil.rmtree(home)
                if not died:
                    break
    test = "Kill -9 while a pack is installed" + (": a careless shelf" if control else "")
    done = "before each change of the disk: installing, going back, installing over a damaged one; then once more"
    return _row(test, done, found, "kills", control=control)


def _begun(kind: type[PackShelf], home: Path, new: Trusted, way: str) -> PackShelf:
    shelf = PackShelf(home, built_in=10)
    shelf.put(_trusted(11, _OLD))
    if way != "put":
        shelf.put(new)
    if way == "again":
        (shelf.folder / shelf.pointer().active / "library.json").write_bytes(b"[")
    return kind(home, built_in=10)


def _after(kind: type[PackShelf], home: Path, new: Trusted) -> str:
    try:
        if _content(kind(home, built_in=10)) not in {_OLD, _NEW}:
            return "WRONG"
        again = PackShelf(home, built_in=10)
        again.put(new)
        if _content(again) != _NEW:
            return "NOT TAKEN"
        now = again.pointer()
        left = {each.name for each in again.folder.iterdir()} - {now.active, now.previous, *pointer.FILES}
    except Exception as error:  # noqa: BLE001 (whatever it is, it is what this test is for)
        return f"CRASH {type(error).__name__}"
    return "LITTER" if left else "one of the two packs, then the new one"


def _content(shelf: PackShelf) -> bytes:
    folder = shelf.current()
    return b"" if folder is None else (folder / "library.json").read_bytes()


def _windows(times: int) -> Row:
    """Let six windows install six packs at once: the newest is used, what was looked at before it is refused."""
    found, chance = Counter[str](), random.Random(7)
    offered = [_trusted(version, str(version).encode()) for version in range(11, 17)]
    with tempfile.TemporaryDirectory() as name:
        for attempt in range(times):
            home = Path(name) / str(attempt)
            chance.shuffle(offered)
            ended = windows(home, offered)
            shelf = PackShelf(home, built_in=10)
            right = _content(shelf) == b"16" and shelf.known().version == 16 and ended <= {0, REFUSED}
            found["the newest" if right else "WRONG"] += 1
    return _row(
        "Packs: six windows at once",
        "six packs, in any order; those too old by then are refused",
        found,
        "rounds",
    )


def _full(scale: Scale) -> Row:
    """Install on volumes of many sizes: all of it or nothing, and no room lost to what did not fit."""
    test, done = "Packs on a full disk", "a small volume in memory (tmpfs), larger by a little each time"
    if why := can_mount():
        return Row(test=test, done=done, not_here=why)
    found, old, new = Counter[str](), _trusted(11, _OLD), _trusted(12, _NEW)
    with tempfile.TemporaryDirectory() as name:
        for size in range(44, 200, scale.of(4, 40)):
            with small(Path(name), size) as root:
                shelf = PackShelf(root, built_in=10)
                try:
                    shelf.put(old)
                except NotSaved:
                    found["WRONG" if shelf.current() or list(shelf.folder.glob("1*")) else "nothing"] += 1
                    continue
                before = {each.name for each in shelf.folder.iterdir()}
                try:
                    shelf.put(new)
                    found["installed" if _content(shelf) == _NEW else "WRONG"] += 1
                except KyrError:
                    same = (
                        before == {each.name for each in shelf.folder.iterdir()} and _content(shelf) == _OLD
                    )
                    found["refused, nothing changed" if same else "LITTER"] += 1
    return _row(test, done, found, "sizes")

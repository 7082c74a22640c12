"""An open family file as the medium sees it: saved in turns, opened by words, given back or taken away."""

from __future__ import annotations

import secrets
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Self

from msgspec import Struct

from kyr_app.store import phrases, pingpong, seal, slots
from kyr_app.store.door import Claim, Disk
from kyr_app.store.payload import Payload
from kyr_app.store.slots import SHIPPED, Costs, Kind, Slot
from kyr_app.store.troubles import (
    Closed,
    DiskTrouble,
    HalfDone,
    HalfUnreadable,
    LastSlot,
    NewerVersion,
    NoSuchSlot,
    Overtaken,
    ReadOnly,
    SlotTaken,
    StickGone,
    WeakPhrase,
    WrongPhrase,
)


class Unsealed(Struct, frozen=True):
    """What came out of a file when it was opened."""

    half: Path
    header: seal.Header
    key: bytes
    payload: Payload
    damaged: frozenset[bytes] = frozenset()
    """Salts of later saves that were read and did not authenticate: those may be written over."""
    unread: bool = False
    """The other half could not be read. It may be the newest: nothing is written."""
    settled: bool = False
    """The names of both halves are known to be on the medium."""

    def __repr__(self) -> str:
        return "Unsealed()"


class Content(Struct, frozen=True):
    """What a copy of an open file is made of; for `copies` alone. Shows nothing when it is printed."""

    disk: Disk
    header: seal.Header
    key: bytes
    payload: Payload

    def __repr__(self) -> str:
        return "Content()"


class SealedFile:
    """A file of sealed content that is open and locked.

    Any thread may call, one after another. What changes it raises `DiskTrouble`, `Overtaken`, or `NewerVersion`
    where it cannot be saved; it then did not happen, here as on the medium.
    """

    def __init__(self, disk: Disk, claim: Claim | None, found: Unsealed) -> None:
        self._disk, self._claim, self._half, self._key = disk, claim, found.half, found.key
        self._header, self._payload, self._damaged = found.header, found.payload, set(found.damaged)
        self._sitting = secrets.token_hex(8)
        self._writes = claim is not None
        self._unread, self._settled = found.unread, found.settled
        self._closed = False
        self._guard = RLock()

    @property
    def id(self) -> str:
        """The file's random name."""
        return self._header.id.hex()

    @property
    def folder(self) -> Path:
        """Where it lies."""
        return self._half.parent

    @property
    def path(self) -> Path:
        """What `open_file` takes to open it again."""
        return self.folder / self.id

    @property
    def generation(self) -> int:
        """How often it was saved."""
        return self._header.generation

    @property
    def read_only(self) -> bool:
        """Whether nothing can be saved: a locked place, a half that cannot be read, or a newer version's file."""
        return not self._writes or self._newer or self._unread

    @property
    def _newer(self) -> bool:
        return self._payload.newer or self._header.minor > seal.MINOR

    def slots(self) -> tuple[Slot, ...]:
        """Return whose words open this file."""
        found = (slots.used(slot, number) for number, slot in enumerate(self._header.slots))
        return tuple(slot for slot in found if slot)

    def fits(self, phrase: str) -> bool:
        """Return whether `phrase` opens this file, without a look at the disk; about 0.4 seconds a slot."""
        with self._guard:
            header = self.content().header
        try:
            seal.unlock(header, phrases.normal(phrase), phrases.order(phrase))
        except WrongPhrase:
            return False
        return True

    def set_phrase(self, phrase: str, slot: int = Kind.FAMILY, *, costs: Costs = SHIPPED) -> None:
        """Put new words in the place of old ones; both halves are rewritten, so the old ones open neither.

        Who kept a copy of the file from before still opens that copy with the old words. Raise `WeakPhrase`,
        `NoSuchSlot`, or `HalfDone` where the older half could not be rewritten yet.
        """
        if slots.used(self._header.slots[slot], slot) is None:
            raise NoSuchSlot
        self._fill(slot, phrase, costs)

    def add_slot(self, kind: Kind, phrase: str, *, costs: Costs = SHIPPED) -> Slot:
        """Let further words open this file. Raise as `set_phrase` does, and `SlotTaken`."""
        if kind is Kind.OFFICE or slots.taken(self._header.slots[kind]):
            raise SlotTaken
        self._fill(kind, phrase, costs)
        return Slot(kind, kind, costs)

    def drop_slot(self, number: int) -> None:
        """Take words away, in both halves. Raise `LastSlot` for the family's own, else as `set_phrase`."""
        if number == Kind.FAMILY:
            raise LastSlot
        if not slots.taken(self._header.slots[number]):
            raise NoSuchSlot
        self._rekey(number, slots.empty())

    def _fill(self, number: int, phrase: str, costs: Costs) -> None:
        if why := phrases.weak(phrase):
            raise WeakPhrase(why)
        self._writable()
        words = phrases.normal(phrase)
        self._rekey(number, slots.fill(self._header.common, number, words, self._key, costs))

    def _rekey(self, number: int, slot: bytes) -> None:
        with self._guard:
            before = self._header
            self._header = seal.with_slot(before, number, slot)
            try:
                self.save()
            except BaseException:
                self._header = before
                raise
            try:
                self.save()
            except DiskTrouble as trouble:
                raise HalfDone from trouble

    def content(self) -> Content:
        """Return what a copy of this file is made of. Raise `Closed`."""
        if self._closed:
            raise Closed
        return Content(self._disk, self._header, self._key, self._payload)

    def save(self) -> None:
        """Save what was saved last once more: as a new generation, in the other half."""
        with self._guard:
            self._write(bytes(self._payload.tables))

    def _writable(self) -> None:
        if self._closed:
            raise Closed
        if self._newer:
            raise NewerVersion
        if not self._writes:
            raise ReadOnly
        if self._unread:
            raise HalfUnreadable

    def _write(self, tables: bytes) -> None:
        with self._guard:
            self._writable()
            target = pingpong.other(self._half)
            self._still_mine(target)
            generation = self._header.generation + 1
            generation += pingpong.half_of(generation) != target.suffix
            payload = self._payload.during(self._sitting, generation, tables)
            data = seal.seal(self._header, generation, self._key, payload.packed())
            header = seal.parse(data)
            self._damaged.add(header.salt)  # until it is known to have arrived
            pingpong.write(self._disk, target, data)
            if (
                not self._settled
            ):  # whoever made these files may have been killed before their names were safe
                self._disk.fsync_dir(self.folder)
                self._settled = True
            self._header, self._half, self._payload = header, target, payload
            self._damaged.clear()

    def _still_mine(self, target: Path) -> None:
        # A stick may have been out and in again, saved elsewhere meanwhile; or another one is in its place, or
        # none, and the folder it was mounted on belongs to this computer.
        mine, theirs = (pingpong.look(self._disk, path, self.id) for path in (self._half, target))
        if mine.header is None:
            raise mine.trouble if isinstance(mine.trouble, DiskTrouble) else StickGone()
        if isinstance(theirs.trouble, DiskTrouble):  # it may hold what was saved elsewhere
            raise theirs.trouble
        later = theirs.header if theirs.generation > self.generation else None
        if mine.header.salt != self._header.salt or (later and later.salt not in self._damaged):
            raise Overtaken

    def close(self) -> None:
        """Give the file back and forget its key, as far as Python can. More than once is fine."""
        with self._guard:
            self._closed = True
            self._key = b""
            self._payload = Payload(self._payload.schema, type(self._payload.tables)(b"{}"))
            if self._claim:
                self._claim.release()
                self._claim = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()

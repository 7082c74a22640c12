"""Open a family file: the newest save that is whole, and the truth about every one that is not."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from kyr_app.model.text import N_, Words
from kyr_app.store import phrases, pingpong, seal
from kyr_app.store.door import Claim, Disk, RealDisk
from kyr_app.store.family_file import FamilyFile, Opened
from kyr_app.store.payload import Payload, read_payload
from kyr_app.store.pingpong import Half
from kyr_app.store.sealed_file import Unsealed
from kyr_app.store.troubles import (
    CutShort,
    DamagedContent,
    DamagedHeader,
    DiskTrouble,
    FamilyError,
    NewerVersion,
    NoPermission,
    NotAFamilyFile,
    ReadOnly,
    Renamed,
    WrongPhrase,
)

_TELLING = (NewerVersion, DiskTrouble, Renamed, CutShort, DamagedHeader, NotAFamilyFile)
_GO_ON = (DamagedContent, CutShort, DamagedHeader, DiskTrouble)
_OLD_WORDS = N_("The newest save in this file is damaged. The save before it does not open with these words.")
_FORMER = N_("These are words from before: they do not open this file any more. The file is not damaged.")
_OLD_HINT = N_("Check the spelling. If you changed the words not long ago, try the words from before.")
_PREVIOUS = N_(
    "The newest save was damaged or not finished. You see the one before it: look what is missing."
)
_ALONE = N_("One half of this file is missing here. You see the other half, which may be the older one.")
_UNREAD = N_("A part of this file cannot be read just now; something may be missing from what you see.")
_LOCKED = N_("This place is locked against writing. You can read and print; changes are not saved.")
_NEWER = N_("A newer version of this program saved this file. You can read and print; changes are not saved.")


class _Whole(Struct, frozen=True):
    half: Half
    header: seal.Header
    key: bytes
    payload: Payload
    unread: bool
    """A half that comes first could not be read: no proof that it is damaged."""

    def __repr__(self) -> str:
        return "_Whole()"


def open_file(path: Path, phrase: str, *, disk: Disk | None = None) -> FamilyFile:
    """Open the file that `path` means, a half or `folder/<id>`, with the words of any slot, and lock it.

    A place that cannot be written to is opened for reading. Raise a `FamilyError` for every other case.
    """
    disk = disk or RealDisk()
    folder, name = pingpong.located(path, disk)
    if all(disk.length(half) is None for half in pingpong.halves(folder, name)):
        raise NotAFamilyFile
    claim = _claim(disk, folder / f"{name}.lock")
    try:
        pair = [_looked(disk, half, name) for half in pingpong.halves(folder, name)]
        whole = _newest_whole(disk, pair, phrase)
        file = _made(disk, claim, whole, next(half for half in pair if half is not whole.half))
        _mend(file, whole, pair)
    except BaseException:
        if claim:
            claim.release()
        raise
    return file


def _claim(disk: Disk, path: Path) -> Claim | None:
    try:
        return disk.lock(path)
    except (ReadOnly, NoPermission):
        return None


def _looked(disk: Disk, path: Path, name: str) -> Half:
    found = pingpong.look(disk, path, name)
    return pingpong.look(disk, path, name) if isinstance(found.trouble, DiskTrouble) else found


def worst(pair: Sequence[Half]) -> FamilyError:
    """Return the trouble of two halves that says most."""
    troubles = [half.trouble or CutShort() for half in pair]
    ranked = (trouble for kind in _TELLING for trouble in troubles if isinstance(trouble, kind))
    return next(ranked, troubles[0])


def _newest_whole(disk: Disk, pair: Sequence[Half], phrase: str) -> _Whole:
    if any(isinstance(half.trouble, NewerVersion) for half in pair):
        raise NewerVersion
    begun = sorted((half for half in pair if half.header), key=_rank, reverse=True)
    first: FamilyError | None = None
    unread = any(isinstance(half.trouble, DiskTrouble) for half in pair)
    locked: list[tuple[seal.Header, bytes]] = []
    key: bytes | None = None
    opener = (0, b"")
    for half in begun:
        try:
            header, data = _read(disk, half)
            if key is None or not seal.belongs(header, key):
                key, opener = _unlocked(header, data, phrase, locked)
            if key is None:
                continue
            payload = read_payload(seal.unseal(header, data, key))
        except _GO_ON as trouble:
            first = first or trouble
            unread = unread or isinstance(trouble, DiskTrouble)
            continue
        if any(_holds(later, key) for later in locked):
            raise WrongPhrase(_FORMER, WrongPhrase.HINT)
        return _Whole(half, seal.with_slot(header, *opener), key, payload, unread)
    if locked:
        unsure = first is not None or any(not it.header and not it.blank for it in pair)
        raise WrongPhrase(_OLD_WORDS, _OLD_HINT) if unsure else WrongPhrase
    raise first or worst(pair)


def _unlocked(
    header: seal.Header, data: bytes, phrase: str, locked: list[tuple[seal.Header, bytes]]
) -> tuple[bytes | None, tuple[int, bytes]]:
    # A save that stopped half-way while words were changed has a whole header with the new words, and nothing
    # behind it: the words that hold then open the half before, so one refusal is no end where the slots differ.
    # And where the new words open it, they go on doing so: their slot is taken along.
    if any(later.slots == header.slots for later, _ in locked):
        return None, (0, b"")
    try:
        key, number = seal.opener(header, phrases.normal(phrase), phrases.order(phrase))
    except WrongPhrase:
        locked.append((header, data))
        return None, (0, b"")
    return key, (number, header.slots[number])


def _holds(later: tuple[seal.Header, bytes], key: bytes) -> bool:
    # Whether a save that the words did not open is whole all the same: then they are words of the past.
    try:
        return seal.belongs(later[0], key) and bool(seal.unseal(*later, key))
    except FamilyError:
        return False


def _rank(half: Half) -> tuple[int, bool]:
    return half.generation, pingpong.half_of(half.generation) == half.path.suffix


def _read(disk: Disk, half: Half) -> tuple[seal.Header, bytes]:
    try:
        data = disk.read(half.path, seal.MOST_BYTES)
    except DiskTrouble:  # a stick that stumbles, a virus scanner that holds the file: once more
        data = disk.read(half.path, seal.MOST_BYTES)
    return seal.parse(data or b""), data or b""


def _made(disk: Disk, claim: Claim | None, whole: _Whole, other: Half) -> FamilyFile:
    opened, note = _told(whole, other)
    later = other.header if other.generation > whole.header.generation else None
    damaged = frozenset([later.salt]) if later else frozenset[bytes]()
    found = Unsealed(whole.half.path, whole.header, whole.key, whole.payload, damaged, unread=whole.unread)
    file = FamilyFile(disk, claim, found, opened, note)
    if note is None and file.read_only:
        file.note = _LOCKED if claim is None else _NEWER
    return file


def _told(whole: _Whole, other: Half) -> tuple[Opened, Words | None]:
    if whole.unread:
        return Opened.PREVIOUS, _UNREAD
    if other.header and other.generation <= whole.header.generation:
        return Opened.NEWEST, None
    if other.blank and whole.header.generation == 1:  # stopped while the file was being made
        return Opened.NEWEST, None
    return Opened.PREVIOUS, _ALONE if other.blank else _PREVIOUS


def _mend(file: FamilyFile, whole: _Whole, pair: Sequence[Half]) -> None:
    # A change of words that stopped half-way is brought to its end, and photos that no save names go.
    if file.opened is not Opened.NEWEST or file.read_only or not all(half.complete for half in pair):
        return
    with suppress(DiskTrouble):
        if any(half.header and half.header.slots != whole.header.slots for half in pair):
            file.save()
        file.remove_orphans()

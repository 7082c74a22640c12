"""The same family file in two places: which copy goes on from which, and how to bring one up to date.

Both are always kept. Without the words only the number of saves is known; with the file open, its sittings tell
whether one copy came out of the other or both were changed apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from enum import Enum
from pathlib import Path

from msgspec import Struct

from kyr_app.model.text import N_, Words
from kyr_app.store import pingpong, seal
from kyr_app.store.blobs import Blobs
from kyr_app.store.door import Disk
from kyr_app.store.families import FamilyFile, Found
from kyr_app.store.payload import Payload, read_payload
from kyr_app.store.pingpong import Half
from kyr_app.store.sealed_file import Unsealed
from kyr_app.store.troubles import (
    AlreadyThere,
    BlobGone,
    DiskTrouble,
    FamilyError,
    NewerVersion,
    NotAFamilyFile,
)


class Copies(Struct, frozen=True):
    """One family file that lies in several folders."""

    id: str
    newer: Found
    """The copy with most saves; the first where several have as many."""
    older: tuple[Found, ...]


class Standing(Enum):
    """How the copy in another place stands to the file that is open."""

    SAME = "same"
    OLDER = "older"
    NEWER = "newer"
    APART = "apart"


_SAID = {
    Standing.SAME: N_("Both copies are the same."),
    Standing.OLDER: N_(
        "The copy there is older. The one you have open has everything that is in it, and more."
    ),
    Standing.NEWER: N_("The copy there is newer. It has everything that you have open, and more."),
    Standing.APART: N_(
        "Both copies were changed since they were the same. Each has something the other lacks."
    ),
}


def said(standing: Standing) -> Words:
    """Return what to tell the family."""
    return _SAID[standing]


def same_file(files: Iterable[Found]) -> tuple[Copies, ...]:
    """Return the files that lie in more than one folder, by the number of their saves: no words needed."""
    by_id: dict[str, list[Found]] = {}
    for file in files:
        by_id.setdefault(file.id, []).append(file)
    groups = [sorted(them, key=lambda it: -it.generation) for them in by_id.values() if len(them) > 1]
    return tuple(Copies(them[0].id, them[0], tuple(them[1:])) for them in groups)


class _There(Struct, frozen=True):
    half: Half
    payload: Payload


def _there(file: FamilyFile, folder: Path) -> _There:
    # The newest save in `folder` that the open file's key opens.
    content = file.content()
    pair = [pingpong.look(content.disk, path, file.id) for path in pingpong.halves(folder, file.id)]
    worst: FamilyError = NotAFamilyFile()
    for half in sorted(pair, key=lambda it: -it.generation):
        if half.header is None or not seal.belongs(half.header, content.key):
            worst = half.trouble or worst
            continue
        try:
            data = content.disk.read(half.path, seal.MOST_BYTES) or b""
            header = seal.parse(data)
            return _There(half, read_payload(seal.unseal(header, data, content.key)))
        except FamilyError as trouble:
            worst = trouble
    raise worst


def standing(file: FamilyFile, folder: Path) -> Standing:
    """Return how the copy in `folder` stands to `file`. Raise `FamilyError` where it has no whole save of it."""
    there, here = _there(file, folder).payload, file.content().payload
    mine, theirs = here.continues(there), there.continues(here)
    if mine and theirs:
        return Standing.SAME
    if mine:
        return Standing.OLDER
    return Standing.NEWER if theirs else Standing.APART


def copy_to(file: FamilyFile, folder: Path) -> Path:
    """Put the file into `folder` as well, or bring an older copy there up to date; return what opens it.

    Raise `AlreadyThere` where the copy there is newer or was changed apart, `InUse` where it is open in another
    window, and `DiskTrouble`; the copy there then is as it was, or has this file's newest save.
    """
    content = file.content()
    claim = content.disk.lock(folder / f"{file.id}.lock")
    try:
        _copy(file, folder, content.disk)
    finally:
        claim.release()
    return folder / file.id


def move_to(file: FamilyFile, folder: Path) -> FamilyFile:
    """Put the file into `folder` as it is in memory, close it where it was, and return it, open there.

    For a stick that is full, broken or gone: what stands there stays as it is; photos that cannot be read any more
    are missing in the new place. Raise as `copy_to`; then `file` is still open.
    """
    content = file.content()
    claim = content.disk.lock(folder / f"{file.id}.lock")
    try:
        newest = _copy(file, folder, content.disk, forgiving=True)
        found = Unsealed(newest[0], newest[1], content.key, content.payload, settled=True)
        moved = FamilyFile(content.disk, claim, found)
    except BaseException:
        claim.release()
        raise
    file.close()
    return moved


def _copy(file: FamilyFile, folder: Path, disk: Disk, *, forgiving: bool = False) -> tuple[Path, seal.Header]:
    content = file.content()
    if content.payload.newer or content.header.minor > seal.MINOR:
        raise NewerVersion  # its unknown parts would be lost
    halves = pingpong.halves(folder, file.id)
    photos = Blobs(disk, folder, content.header.id)
    if all(disk.length(path) is None for path in halves):
        try:
            return _written(file, folder, photos, first="", forgiving=forgiving)
        except BaseException:
            for path in (*halves, *photos.paths()):
                with suppress(DiskTrouble):
                    disk.unlink(path)
            raise
    if standing(file, folder) in {Standing.NEWER, Standing.APART}:
        raise AlreadyThere
    # The half that holds their newest save is written last: until then that save is whole.
    first = pingpong.other(_there(file, folder).half.path).suffix
    return _written(file, folder, photos, first=first, forgiving=forgiving)


def _written(
    file: FamilyFile, folder: Path, there: Blobs, *, first: str, forgiving: bool
) -> tuple[Path, seal.Header]:
    content = file.content()
    for photo, sealed in _photos(file, content.disk, forgiving=forgiving):
        there.take(photo, sealed)
    made = {}
    saves = [file.generation, file.generation - 1]
    for generation in sorted(saves, key=lambda it: pingpong.half_of(it) != first):
        data = seal.seal(content.header, generation, content.key, content.payload.packed())
        path = folder / (file.id + pingpong.half_of(generation))
        pingpong.write(content.disk, path, data)
        made[generation] = path, seal.parse(data)
    content.disk.fsync_dir(folder)
    return made[file.generation]


def _photos(file: FamilyFile, disk: Disk, *, forgiving: bool) -> Iterator[tuple[str, bytes]]:
    here = Blobs(disk, file.folder, bytes.fromhex(file.id))
    for photo in file.blobs():
        try:
            yield photo, here.sealed(photo)
        except (BlobGone, DiskTrouble):
            if not forgiving:
                raise

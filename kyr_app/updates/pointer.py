"""Which pack of a shelf is used: two small files, written in turn, whole and flushed, each with its own check.

Whichever moment the power goes, one of them is good.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import msgspec
from msgspec import Struct, field, structs

from kyr_app import outside
from kyr_app.store.disk import write_whole

BUILT_IN = ""
"""The name of the content that the program itself brings."""
FILES = ("active.a", "active.b")
_MOST = 1024 * 1024
_NAME = re.compile(r"(\d{1,10})-[0-9a-f]{8}", re.ASCII)


class Pointer(Struct, frozen=True, kw_only=True):
    """Which pack is used, which one before, and what was ever seen here: each version with its hash and its key."""

    generation: int = 0
    active: str = BUILT_IN
    previous: str = BUILT_IN
    newest: int = 0
    hashes: dict[str, str] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)


def name_of(version: int, sha256: str) -> str:
    """Return the name of the folder of a pack."""
    return f"{version}-{sha256[:8]}"


def version_in(name: str) -> int | None:
    """Return the version in the name of a folder; None where it is no name that `name_of` gives."""
    found = _NAME.fullmatch(name)
    return int(found[1]) if found else None


def read(folder: Path) -> Pointer:
    """Return the newest pointer that is whole; the first one where there is none."""
    found = [pointer for name in FILES if (pointer := _read(folder / name)) is not None]
    return max(found, key=lambda each: each.generation, default=Pointer())


def lost(folder: Path) -> bool:
    """Whether there was a pointer and none is whole any more: both files damaged, or one alone that is."""
    there = [folder / name for name in FILES if (folder / name).exists()]
    return bool(there) and all(_read(each) is None for each in there)


def write(folder: Path, pointer: Pointer) -> None:
    """Write a pointer over the older of the two. Raise `NotSaved` or `OSError`; the newer one is untouched then."""
    fresh = structs.replace(pointer, generation=pointer.generation + 1)
    data = msgspec.json.encode(fresh)
    check = hashlib.sha256(data).hexdigest().encode()
    write_whole(folder / FILES[fresh.generation % len(FILES)], check + b"\n" + data)


def _read(file: Path) -> Pointer | None:
    try:
        check, _, data = outside.read(file, _MOST).partition(b"\n")
    except OSError:
        return None
    if hashlib.sha256(data).hexdigest().encode() != check:
        return None
    try:
        return msgspec.json.decode(data, type=Pointer)
    except msgspec.MsgspecError:
        return None

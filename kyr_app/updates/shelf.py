"""Where packs lie on this computer: each in a folder of its own, two small files that say which one is used.

`active.a` and `active.b` are written in turn, whole and flushed, each with its own check: whichever moment the power
goes, one of them is good. The pack before is kept, to go back to.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct, field, structs

from kyr_app.model.text import N_
from kyr_app.store.disk import not_saved, write_whole
from kyr_app.updates import manifest, troubles
from kyr_app.updates.manifest import Manifest
from kyr_app.updates.trust import Known, Trusted

FOLDER = "packs"
BUILT_IN = ""
"""The name of the content that the program itself brings."""
_POINTERS = ("active.a", "active.b")


class Pointer(Struct, frozen=True, kw_only=True):
    """Which pack is used, which one before, and what was ever seen here: each version with its hash and its key."""

    generation: int = 0
    active: str = BUILT_IN
    previous: str = BUILT_IN
    newest: int = 0
    hashes: dict[str, str] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)


class PackShelf:
    """The packs of this computer.

    `built_in` is the version of the content that the program brings: an older pack is not used any more. `keys` are the
    names of the keys that are believed; what another key signed counts for nothing, however new it says it is.
    """

    def __init__(self, home: Path, built_in: int = 0, keys: Collection[str] | None = None) -> None:
        self.folder = home / FOLDER
        self.built_in, self._keys = built_in, keys

    def pointer(self) -> Pointer:
        """Return the newest pointer that is whole; the first one where there is none."""
        found = [pointer for name in _POINTERS if (pointer := _read(self.folder / name)) is not None]
        return max(found, key=lambda each: each.generation, default=Pointer())

    def known(self) -> Known:
        """Return what the rules of trust must know of this computer."""
        pointer = self.pointer()
        hashes = {
            int(version): sha256
            for version, sha256 in pointer.hashes.items()
            if self._believed(pointer, version)
        }
        return Known(max(self.built_in, *hashes, 0), hashes)

    def _believed(self, pointer: Pointer, version: str) -> bool:
        return self._keys is None or pointer.keys.get(version) in self._keys

    def counts(self, name: str) -> bool:
        """Whether a pack may be used: its key is still believed, and the program brings nothing newer."""
        version = name.partition("-")[0]
        return (
            self._believed(self.pointer(), version) and version.isdecimal() and int(version) > self.built_in
        )

    def current(self) -> Path | None:
        """Return the folder of the pack in use, every byte of it held against its hashes; None: the built-in one.

        A pack that is not whole any more, or does not count any more, is passed over for the one before.
        """
        pointer = self.pointer()
        for name in (pointer.active, pointer.previous):
            if name == BUILT_IN:
                return None
            if not self.counts(name):
                continue
            with suppress(troubles.PackError, OSError):
                _whole(self.folder / name)
                return self.folder / name
        return None

    def put(self, trusted: Trusted) -> Path:
        """Put a pack on the shelf and use it from the next start. Raise `NotSaved`; then nothing was changed."""
        name = f"{trusted.manifest.version}-{trusted.sha256[:8]}"
        try:
            self._stage(name, trusted)
            pointer = self.pointer()
            version = trusted.manifest.version
            self._point(
                structs.replace(
                    pointer,
                    active=name,
                    previous=pointer.previous if pointer.active == name else pointer.active,
                    newest=max(pointer.newest, version),
                    hashes={**pointer.hashes, str(version): trusted.sha256},
                    keys={**pointer.keys, str(version): trusted.key},
                )
            )
        except OSError as error:
            raise not_saved(error) from error
        self._sweep()
        return self.folder / name

    def back(self) -> str:
        """Use the pack before again, and return its name. Raise `PackError` where there is none before."""
        pointer = self.pointer()
        if pointer.active == BUILT_IN:
            raise troubles.PackError(
                N_("There is nothing to go back to: these are the lessons of the program.")
            )
        try:
            self._point(structs.replace(pointer, active=pointer.previous, previous=BUILT_IN))
        except OSError as error:
            raise not_saved(error) from error
        return pointer.previous

    def manifests(self) -> dict[str, Manifest]:
        """Return the packs on the shelf that are whole, by name."""
        found = {}
        for folder in sorted(self.folder.glob("*-*")) if self.folder.is_dir() else ():
            with suppress(troubles.PackError, OSError):
                found[folder.name] = _whole(folder)
        return found

    def _stage(self, name: str, trusted: Trusted) -> None:
        target, stage = self.folder / name, self.folder / f"{name}.tmp"
        if target.is_dir():
            with suppress(troubles.PackError, OSError):
                _whole(target)
                return
            shutil.rmtree(target)
        shutil.rmtree(stage, ignore_errors=True)
        for file, data in {**trusted.files, manifest.FILE: manifest.encode(trusted.manifest)}.items():
            place = stage / file
            place.parent.mkdir(parents=True, exist_ok=True)
            write_whole(place, data)
        for folder in (*sorted({each.parent for each in stage.rglob("*")}, reverse=True), self.folder):
            _flush(folder)
        patiently(lambda: stage.replace(target))
        _flush(self.folder)

    def _point(self, pointer: Pointer) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        fresh = structs.replace(pointer, generation=pointer.generation + 1)
        data = msgspec.json.encode(fresh)
        file = self.folder / _POINTERS[fresh.generation % 2]
        write_whole(file, hashlib.sha256(data).hexdigest().encode() + b"\n" + data)
        _flush(self.folder)

    def _sweep(self) -> None:
        """Take away what was half put down once, and packs that nothing points to."""
        pointer = self.pointer()
        for folder in self.folder.iterdir():
            if folder.is_dir() and folder.name not in {pointer.active, pointer.previous}:
                shutil.rmtree(folder, ignore_errors=True)


def _read(file: Path) -> Pointer | None:
    try:
        check, _, data = file.read_bytes().partition(b"\n")
    except OSError:
        return None
    if hashlib.sha256(data).hexdigest().encode() != check:
        return None
    try:
        return msgspec.json.decode(data, type=Pointer)
    except msgspec.MsgspecError:
        return None


def _whole(folder: Path) -> Manifest:
    """Return the manifest of a pack whose every file is as it was signed. Raise `NotAPack` or `OSError`."""
    said = manifest.decode((folder / manifest.FILE).read_bytes())
    manifest.hold(said, {name: (folder / name).read_bytes() for name in said.files})
    return said


def _flush(folder: Path) -> None:
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def patiently(act: Callable[[], object], wait: Callable[[float], None] | None = None) -> None:
    """Do `act`; on Windows a virus scanner may hold the file for a moment: try again for some 2.5 seconds."""
    import time  # noqa: PLC0415 (only where a pack is put down)

    pause = wait or time.sleep
    for attempt in range(26):
        try:
            act()
        except OSError as error:
            if getattr(error, "winerror", 0) not in {5, 32, 33} or attempt == 25:
                raise
            pause(0.1)
        else:
            return

"""Where packs lie on this computer: each in a folder of its own; `pointer` says which one is used.

A pack is put down beside the others, whole and flushed, before anything points to it. The pack before is kept, to go
back to. One window at a time changes the shelf.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from msgspec import structs

from kyr_app import outside
from kyr_app.model.text import N_
from kyr_app.store.disk import flush, not_saved, write_whole
from kyr_app.store.instance import Held, claim
from kyr_app.store.replace import replace as give_name
from kyr_app.store.troubles import InUse
from kyr_app.updates import archive, manifest, pointer, troubles, trust
from kyr_app.updates.manifest import Manifest
from kyr_app.updates.pointer import BUILT_IN, Pointer
from kyr_app.updates.trust import Known, Trusted

__all__ = ["BUILT_IN", "FOLDER", "PackShelf", "Pointer"]

FOLDER = "packs"
LOCK = ".lock"
PATIENCE = 2.5
"""Seconds for which another window is waited for; it needs less than one."""
_PAUSE = 0.1
_OURS = (".tmp", ".part")
"""How the names end of what was being written when the power went."""


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
        return pointer.read(self.folder)

    @property
    def lost(self) -> bool:
        """Whether a pack was chosen here once, and which one cannot be read any more."""
        return pointer.lost(self.folder)

    def known(self) -> Known:
        """Return what the rules of trust must know of this computer."""
        now = self.pointer()
        hashes = {
            int(version): sha256
            for version, sha256 in now.hashes.items()
            if version.isdecimal() and self._believed(now, version)
        }
        return Known(max(self.built_in, *hashes, 0), hashes)

    def _believed(self, now: Pointer, version: str) -> bool:
        return self._keys is None or now.keys.get(version) in self._keys

    def counts(self, name: str) -> bool:
        """Whether a pack may be used: its key is still believed, and the program brings nothing newer."""
        version = pointer.version_in(name)
        return (
            version is not None and version > self.built_in and self._believed(self.pointer(), str(version))
        )

    def current(self) -> Path | None:
        """Return the folder of the pack in use, every byte of it held against its hashes; None: the built-in one.

        A pack that is not whole any more, or does not count any more, is passed over for the one before.
        """
        now = self.pointer()
        for name in (now.active, now.previous):
            if name == BUILT_IN:
                return None
            if not self.counts(name):
                continue
            with suppress(troubles.PackError, OSError):
                _whole(self.folder / name)
                return self.folder / name
        return None

    def put(self, trusted: Trusted) -> Path:
        """Put a pack on the shelf and use it from the next start.

        Raise `NotSaved`, or a `PackError` where another window is at it or took a newer one since this pack was looked
        at; then nothing was changed.
        """
        said = trusted.manifest
        name = pointer.name_of(said.version, trusted.sha256)
        with self._alone():
            trust.no_older(said, trusted.sha256, self.known())
            self._stage(name, trusted)
            now, version = self.pointer(), str(said.version)
            pointer.write(
                self.folder,
                structs.replace(
                    now,
                    active=name,
                    previous=now.previous if now.active == name else now.active,
                    newest=max(now.newest, said.version),
                    hashes={**now.hashes, version: trusted.sha256},
                    keys={**now.keys, version: trusted.key},
                ),
            )
            with suppress(OSError):  # the pointer counts already, whatever the disk says to this
                flush(self.folder)
            self._sweep()
        return self.folder / name

    def back(self) -> str:
        """Use the pack before again, and return its name. Raise `PackError` where there is none before."""
        if self.pointer().active == BUILT_IN:
            raise troubles.PackError(
                N_("There is nothing to go back to: these are the lessons of the program.")
            )
        with self._alone():
            now = self.pointer()
            pointer.write(self.folder, structs.replace(now, active=now.previous, previous=BUILT_IN))
            with suppress(OSError):
                flush(self.folder)
        return now.previous

    def manifests(self) -> dict[str, Manifest]:
        """Return the packs on the shelf that are whole, by name."""
        found = {}
        for folder in outside.folders(self.folder):
            if pointer.version_in(folder.name) is not None:
                with suppress(troubles.PackError, OSError):
                    found[folder.name] = _whole(folder)
        return found

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Be the only window that changes the shelf. What a disk refuses is said in words and leaves nothing behind."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            held = _claimed(self.folder / LOCK)
        except OSError as error:
            raise not_saved(error) from error
        try:
            yield
        except OSError as error:
            self._sweep()
            raise not_saved(error) from error
        except BaseException:
            self._sweep()
            raise
        finally:
            held.release()

    def _stage(self, name: str, trusted: Trusted) -> None:
        """Have a pack in its folder, whole and flushed."""
        target, stage = self.folder / name, self.folder / f"{name}.tmp"
        with suppress(troubles.PackError, OSError):
            if _whole(target) == trusted.manifest:
                return
        _away(target)
        _away(stage)
        for file, data in {**trusted.files, manifest.FILE: manifest.encode(trusted.manifest)}.items():
            place = stage / file
            place.parent.mkdir(parents=True, exist_ok=True)
            write_whole(place, data)
        for folder in (*sorted({each.parent for each in stage.rglob("*")}, reverse=True), self.folder):
            flush(folder)
        give_name(stage, target)
        flush(self.folder)

    def _sweep(self) -> None:
        """Take away what was half put down, and packs that nothing points to. Never raises."""
        now = self.pointer()
        with suppress(OSError):
            for each in tuple(self.folder.iterdir()):
                left = pointer.version_in(each.name) is not None and each.name not in {
                    now.active,
                    now.previous,
                }
                if left or each.name.endswith(_OURS):
                    with suppress(OSError):
                        _away(each)


def _claimed(path: Path, wait: Callable[[float], None] = time.sleep) -> Held:
    """Return the lock of the shelf. Raise `Busy` where another window has it for longer than it should need."""
    waited = 0.0
    while True:
        try:
            return claim(path)
        except InUse as error:
            if waited >= PATIENCE:
                raise troubles.busy() from error
        wait(_PAUSE)
        waited += _PAUSE


def _whole(folder: Path) -> Manifest:
    """Return the manifest of a pack whose every file is as it was signed. Raise `NotAPack` or `OSError`."""
    said = manifest.decode(outside.read(folder / manifest.FILE, archive.MOST_FILE))
    archive.names(said.files)
    manifest.hold(said, {name: outside.read(folder / name, each.size) for name, each in said.files.items()})
    return said


def _away(path: Path) -> None:
    """Remove what bears a name, a folder with all that is in it, a link without what it leads to."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)

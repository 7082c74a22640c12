"""Photos and scans of a family file: each sealed in a file of its own, on the medium before a record names it."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable
from pathlib import Path

from kyr_app.store import pingpong, seal
from kyr_app.store.door import Disk
from kyr_app.store.troubles import BlobGone, DamagedContent

MOST_BYTES = 48 * 1024 * 1024
"""The longest photo or scan that is kept."""
_NAME = re.compile(r"[0-9a-f]{32}")


class Blobs:
    """The sealed photos beside one family file: `<id>.<name>`, both random, so that a name says nothing."""

    def __init__(self, disk: Disk, folder: Path, file: bytes) -> None:
        self._disk = disk
        self._folder = folder
        self._file = file

    def _path(self, name: str) -> Path:
        if not _NAME.fullmatch(name):
            raise BlobGone
        return self._folder / f"{self._file.hex()}.{name}"

    def put(self, key: bytes, data: bytes) -> str:
        """Seal `data`, and return its name once it is on the medium. Raise `DiskTrouble`; then nothing is left."""
        if len(data) > MOST_BYTES:
            raise ValueError("a photo of more than 48 MiB")
        name = secrets.token_bytes(16)
        path = self._path(name.hex())
        try:
            pingpong.write(self._disk, path, seal.seal_blob(self._file, name, key, data))
        except BaseException:
            self._disk.unlink(path)
            raise
        return name.hex()

    def get(self, key: bytes, name: str) -> bytes:
        """Return the photo. Raise `BlobGone` where it is missing or damaged."""
        sealed = self.sealed(name)
        try:
            return seal.unseal_blob(self._file, bytes.fromhex(name), key, sealed)
        except DamagedContent as error:
            raise BlobGone from error

    def sealed(self, name: str) -> bytes:
        """Return the photo as it lies there. Raise `BlobGone` where it does not."""
        found = self._disk.read(self._path(name), seal.bucket(MOST_BYTES) + seal.HEADER_BYTES)
        if found is None:
            raise BlobGone
        return found

    def take(self, name: str, sealed: bytes) -> None:
        """Put a photo that is sealed already beside this copy of the file, unless it is there."""
        if self._disk.length(self._path(name)) is None:
            pingpong.write(self._disk, self._path(name), sealed)

    def names(self) -> tuple[str, ...]:
        """Return the names of all photos that lie there, sorted."""
        start = f"{self._file.hex()}."
        found = (
            name.removeprefix(start) for name in self._disk.listdir(self._folder) if name.startswith(start)
        )
        return tuple(name for name in found if _NAME.fullmatch(name))

    def paths(self) -> tuple[Path, ...]:
        """Return where all photos lie."""
        return tuple(map(self._path, self.names()))

    def size(self) -> int:
        """Return the bytes that all photos take on the disk."""
        return sum(self._disk.length(self._path(name)) or 0 for name in self.names())

    def drop(self, names: Iterable[str]) -> None:
        """Remove photos for good, as far as a disk can: see `families.erase` for what that means."""
        for name in names:
            self._disk.unlink(self._path(name))

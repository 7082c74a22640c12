"""Two halves of one family file, `<id>.a` and `<id>.b`, written in turn.

Odd generations go to a, even ones to b. The half that holds the newest good generation is never opened for
writing, so that whatever happens to a save, the one before it is whole. No renames, no temporary files.
"""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import Struct

from kyr_app.model.text import N_
from kyr_app.store import seal
from kyr_app.store.door import Disk
from kyr_app.store.troubles import DiskTrouble, FamilyError, NotAFamilyFile, Renamed

_NAME = re.compile(r"([0-9a-f]{32})(?:\.[ab])?")
_HALF = re.compile(r"([0-9a-f]{32})\.[ab]")


class Half(Struct, frozen=True):
    """One of the two files, as it was found: its header, or what is wrong with it."""

    path: Path
    length: int | None
    """Bytes on the disk; None where there is no such file."""
    header: seal.Header | None
    trouble: FamilyError | None
    blank: bool
    """Nothing but zeros, or nothing at all: a file that was being made, never a save."""

    @property
    def generation(self) -> int:
        """The number of the save it says it holds; 0 where it says nothing that can be believed."""
        return self.header.generation if self.header else 0

    @property
    def complete(self) -> bool:
        """Whether the header is good and the file is as long as it says."""
        return self.header is not None and (self.length or 0) >= seal.HEADER_BYTES + self.header.length


def half_of(generation: int) -> str:
    """Return the ending of the half that a generation is written to."""
    return ".a" if generation % 2 else ".b"


def halves(folder: Path, name: str) -> tuple[Path, Path]:
    """Return the two paths of the file with this id."""
    return folder / f"{name}.a", folder / f"{name}.b"


def other(path: Path) -> Path:
    """Return the other half."""
    return path.with_suffix(".b" if path.suffix == ".a" else ".a")


def ids(names: list[str]) -> list[str]:
    """Return the ids of the family files among the names of a folder, sorted."""
    return sorted({match[1] for name in names if (match := _HALF.fullmatch(name))})


def located(path: Path, disk: Disk) -> tuple[Path, str]:
    """Return folder and id of the file that `path` means: a half, or both without their ending.

    Raise `Renamed` for a family file under another name, else `NotAFamilyFile`.
    """
    if match := _NAME.fullmatch(path.name):
        return path.parent, match[1]
    found = look(disk, path)
    if found.header is None:
        raise NotAFamilyFile
    raise _renamed(found.header)


def _renamed(header: seal.Header) -> Renamed:
    name = header.id.hex() + half_of(header.generation)
    return Renamed(N_("This family file was given another name. It was called {name}.", name=name))


def look(disk: Disk, path: Path, name: str = "") -> Half:
    """Return what stands in a half. A trouble of the disk counts as a trouble of the half, and never raises."""
    try:
        length = disk.length(path)
        start = disk.read(path, seal.HEADER_BYTES)
    except DiskTrouble as trouble:
        return Half(path, None, None, trouble, blank=False)
    if start is None:
        return Half(path, None, None, NotAFamilyFile(), blank=True)
    try:
        header = seal.parse(start)
    except FamilyError as trouble:
        return Half(path, length, None, trouble, blank=not any(start))
    if name and header.id.hex() != name:
        return Half(path, length, None, _renamed(header), blank=False)
    return Half(path, length, header, None, blank=False)


def write(disk: Disk, path: Path, data: bytes) -> None:
    """Write a half in place and return once it is on the medium. Raise `DiskTrouble`; then it is not saved."""
    before = disk.length(path)
    handle = disk.open(path, new=before is None)
    try:
        if (before or 0) < len(data):
            disk.allocate(handle, len(data))
        disk.pwrite(handle, data, 0)
        if (before or 0) > len(data):
            disk.truncate(handle, len(data))
        disk.fsync(handle)
    finally:
        _quietly_close(disk, handle)  # what the medium has taken is there, whatever closing says
    if before is None:
        disk.fsync_dir(path.parent)


def overwrite(disk: Disk, path: Path, data: bytes) -> None:
    """Put `data` over the beginning of a file that is about to be removed."""
    handle = disk.open(path)
    try:
        disk.pwrite(handle, data, 0)
        disk.fsync(handle)
    finally:
        _quietly_close(disk, handle)  # what the medium has taken is there, whatever closing says


def _quietly_close(disk: Disk, handle: int) -> None:
    try:
        disk.close(handle)
    except DiskTrouble:
        return

"""Family files: make one, open one, find those that are there, and take one away.

One file for one adult. Nothing in a name or a length says whose it is. What is wrong is told in a person's words;
the last good save is never touched by the next one.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from kyr_app.model.text import Words
from kyr_app.store import erasing, phrases, pingpong, seal
from kyr_app.store.blobs import Blobs
from kyr_app.store.door import Disk, RealDisk
from kyr_app.store.family_file import FamilyFile, Opened
from kyr_app.store.opening import open_file, worst
from kyr_app.store.payload import FIRST, read_payload
from kyr_app.store.sealed_file import Unsealed
from kyr_app.store.slots import SHIPPED, Costs
from kyr_app.store.troubles import DiskTrouble, WeakPhrase

__all__ = ["FamilyFile", "Found", "Opened", "create", "erase", "found", "open_file"]


class Found(Struct, frozen=True):
    """A family file that lies in a folder, as far as one sees without its words."""

    id: str
    folder: Path
    generation: int
    """How often it was saved; 0 where neither half says."""
    size: int
    """Bytes of both halves and all photos."""
    whole: bool
    """Both halves begin well and are as long as they say. Only opening it tells more."""
    trouble: Words | None
    """Why it cannot be opened, where that is plain already."""

    @property
    def path(self) -> Path:
        """What `open_file` takes."""
        return self.folder / self.id


def create(folder: Path, phrase: str, *, costs: Costs = SHIPPED, disk: Disk | None = None) -> FamilyFile:
    """Make a family file in `folder` and return it, open. Both halves are on the medium, 256 KiB each.

    Raise `WeakPhrase`, or `DiskTrouble`; then nothing is left behind.
    """
    if why := phrases.weak(phrase):
        raise WeakPhrase(why)
    disk = disk or RealDisk()
    header, key = seal.new_header(phrases.normal(phrase), costs)
    name = header.id.hex()
    claim = disk.lock(folder / f"{name}.lock")
    halves = pingpong.halves(folder, name)
    try:
        for generation, path in enumerate(halves, 1):
            made = seal.seal(header, generation, key, FIRST)
            pingpong.write(disk, path, made)
            header = seal.parse(made)
    except BaseException:
        for path in halves:
            with suppress(DiskTrouble):
                disk.unlink(path)
        claim.release()
        raise
    return FamilyFile(disk, claim, Unsealed(halves[1], header, key, read_payload(FIRST), settled=True))


def found(folder: Path, *, disk: Disk | None = None) -> tuple[Found, ...]:
    """Return the family files in `folder`, most often saved first. Raise `DiskTrouble` where it cannot be read."""
    disk = disk or RealDisk()
    seen = [_seen(disk, folder, name) for name in pingpong.ids(disk.listdir(folder))]
    return tuple(sorted(seen, key=lambda it: (-it.generation, it.id)))


def _seen(disk: Disk, folder: Path, name: str) -> Found:
    pair = [pingpong.look(disk, path, name) for path in pingpong.halves(folder, name)]
    good = [half for half in pair if half.complete]
    photos = Blobs(disk, folder, bytes.fromhex(name))
    return Found(
        id=name,
        folder=folder,
        generation=max(half.generation for half in pair),
        size=sum(half.length or 0 for half in pair) + photos.size(),
        whole=len(good) == len(pair),
        trouble=None if good else worst(pair).said,
    )


def erase(folder: Path, name: str, *, disk: Disk | None = None) -> None:
    """Take away a file without its words: forgotten ones, or a computer that is left behind.

    Raise `InUse` where a window has it open, else as `erasing.erase_file`.
    """
    disk = disk or RealDisk()
    claim = disk.lock(folder / f"{name}.lock")
    try:
        erasing.erase_file(disk, folder, name)
    finally:
        claim.release()

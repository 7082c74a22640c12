"""Take a family file away: what is written over, and what no program can promise.

The slots go first, written over in place and flushed: without them the words open nothing. Then the names go. On
flash memory, on file systems that copy on write and in backups older blocks may live on; such blocks are as safe
as the words were. So it is never called secure erasure.
"""

from __future__ import annotations

import secrets
from pathlib import Path

from kyr_app.model.text import N_, Words
from kyr_app.store import pingpong, seal
from kyr_app.store.blobs import Blobs
from kyr_app.store.door import Disk
from kyr_app.store.troubles import DiskTrouble, ReadOnly

HONEST: Words = N_(
    "The file is gone from this place. A stick or a modern disk may keep old pieces that nobody can see with"
    " ordinary programs. Without your words they cannot be read. Copies in other places are still there."
)
"""What to say after deleting: no more than is true."""


def erase_file(disk: Disk, folder: Path, name: str) -> None:
    """Write over both headers, flush, and remove both halves and all photos.

    Go on after a trouble and raise the first one at the end; what it could not remove is still there.
    """
    first: DiskTrouble | None = None
    halves = [path for path in pingpong.halves(folder, name) if disk.length(path) is not None]
    for path in halves:
        try:
            pingpong.overwrite(disk, path, secrets.token_bytes(seal.HEADER_BYTES))
        except ReadOnly:
            raise
        except DiskTrouble as trouble:
            first = first or trouble
    photos = Blobs(disk, folder, bytes.fromhex(name))
    for path in (*halves, *photos.paths()):
        try:
            disk.unlink(path)
        except DiskTrouble as trouble:
            first = first or trouble
    disk.fsync_dir(folder)
    if first:
        raise first

"""Disks that stand in for the real one: in memory, with a log of every operation, with a limit, with a fault."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from kyr_app.store import troubles


class Op(Struct, frozen=True):
    """One call of the disk port, as it was made."""

    what: str
    """create, write, size, sync, sync-folder, unlink"""
    name: str
    at: int = 0
    data: bytes = b""


def applied(content: bytes, op: Op) -> bytes:
    """Return a content after an operation that came through whole."""
    if op.what == "size":
        return content[: op.at].ljust(op.at, b"\0")
    start = content[: op.at].ljust(op.at, b"\0")
    return start + op.data + content[op.at + len(op.data) :]


class FakeClaim:
    """A lock that nobody else wants."""

    def release(self) -> None:
        """Nothing to let go."""


class FakeDisk:
    """A disk in memory. Everything that changes it is noted in `log`, in order, as it was asked for."""

    def __init__(self, files: Mapping[str, bytes] | None = None) -> None:
        self.files: dict[str, bytes] = dict(files or {})
        self.log: list[Op] = []
        self._handles: dict[int, str] = {}

    def do(self, op: Op) -> None:
        """Take an operation."""
        self.log.append(op)
        if op.what == "create":
            self.files[op.name] = b""
        elif op.what == "unlink":
            del self.files[op.name]
        elif op.what in {"write", "size"}:
            self.files[op.name] = applied(self.files[op.name], op)

    def open(self, path: Path, *, new: bool = False) -> int:
        """Open a file to write in place."""
        name = str(path)
        if new:
            if name in self.files:
                raise troubles.AlreadyThere
            self.do(Op("create", name))
        elif name not in self.files:
            raise troubles.StickGone
        handle = len(self._handles) + 3
        self._handles[handle] = name
        return handle

    def pwrite(self, handle: int, data: bytes, offset: int) -> None:
        """Write."""
        self.do(Op("write", self._handles[handle], offset, bytes(data)))

    def allocate(self, handle: int, size: int) -> None:
        """Make room: a real disk makes the file longer by it."""
        if size > len(self.files[self._handles[handle]]):
            self.do(Op("size", self._handles[handle], size))

    def length(self, path: Path) -> int | None:
        """Return how long a file is, None where there is none."""
        found = self.files.get(str(path))
        return None if found is None else len(found)

    def size(self, handle: int) -> int:
        """Return how long a file is."""
        return len(self.files[self._handles[handle]])

    def truncate(self, handle: int, size: int) -> None:
        """Make a file so long."""
        self.do(Op("size", self._handles[handle], size))

    def fsync(self, handle: int) -> None:
        """Note that a file was synced."""
        self.do(Op("sync", self._handles[handle]))

    def close(self, handle: int) -> None:
        """Forget a handle."""
        self._handles[handle] = ""

    def fsync_dir(self, folder: Path) -> None:
        """Note that a folder was synced."""
        self.do(Op("sync-folder", str(folder)))

    def read(self, path: Path, limit: int) -> bytes | None:
        """Return so many bytes of a file at most."""
        found = self.files.get(str(path))
        return None if found is None else found[:limit]

    def unlink(self, path: Path) -> None:
        """Take a name away."""
        if str(path) in self.files:
            self.do(Op("unlink", str(path)))

    def listdir(self, folder: Path) -> list[str]:
        """Return the names in a folder."""
        return sorted(Path(name).name for name in self.files if Path(name).parent == folder)

    def lock(self, path: Path) -> FakeClaim:  # noqa: ARG002 (the port's own shape)
        """Return a lock."""
        return FakeClaim()


class SmallDisk(FakeDisk):
    """A disk of so many bytes on which nothing can be claimed beforehand: it fills up in the middle of a write."""

    def __init__(self, room: int) -> None:
        super().__init__()
        self.room = room

    def allocate(self, handle: int, size: int) -> None:
        """Claim nothing."""

    def pwrite(self, handle: int, data: bytes, offset: int) -> None:
        """Write as much as there is room for, and tell of it where that is not all."""
        name = self._handles[handle]
        free = self.room - sum(map(len, self.files.values()))
        fits = max(0, len(self.files[name]) + free - offset)
        super().pwrite(handle, data[:fits], offset)
        if fits < len(data):
            raise troubles.DiskFull


class LyingDisk(SmallDisk):
    """A control: it fills up and tells nobody."""

    def pwrite(self, handle: int, data: bytes, offset: int) -> None:
        """Write what there is room for."""
        with suppress(troubles.DiskFull):
            super().pwrite(handle, data, offset)


class NoSync(FakeDisk):
    """A control: it says that a file is on the disk when it is not."""

    def fsync(self, handle: int) -> None:
        """Do nothing."""


class NoFolderSync(FakeDisk):
    """A control: it never syncs a folder."""

    def fsync_dir(self, folder: Path) -> None:
        """Do nothing."""

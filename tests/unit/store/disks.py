"""Disks that fail: the real one, with a fault at the n-th thing it is asked for."""

from __future__ import annotations

from pathlib import Path

from kyr_app.store.door import RealDisk
from kyr_app.store.troubles import DiskFails, DiskTrouble, ReadOnly

CHANGING = ("open", "pwrite", "allocate", "truncate", "fsync", "fsync_dir", "unlink")


class FailingDisk(RealDisk):
    """Does what it is told until call number `fail_at` of those that change something, then raises `trouble`."""

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[str] = []
        self.fail_at: int | None = None
        self.for_good = False
        self.trouble: type[DiskTrouble] = DiskTrouble

    def arm(self, trouble: type[DiskTrouble], after: int, *, for_good: bool = False) -> None:
        """Fail at the call that comes after `after` others; `for_good`: at every one from then on."""
        self.trouble, self.for_good = trouble, for_good
        self.fail_at = len(self.calls) + after

    def __getattribute__(self, name):
        real = super().__getattribute__(name)
        if name not in CHANGING:
            return real

        def counted(*arguments, **options):
            number = len(self.calls)
            self.calls.append(name)
            if self.fail_at is not None and (
                number == self.fail_at or (self.for_good and number > self.fail_at)
            ):
                if name == "pwrite":  # half of it arrives all the same
                    handle, data, offset = arguments
                    real(handle, data[: len(data) // 2], offset)
                raise self.trouble
            return real(*arguments, **options)

        return counted


class StumblingDisk(RealDisk):
    """Fails to read the file `at`, as often as it is told, where more than a header is asked for (or that alone)."""

    def __init__(self, at: Path, times: int, *, header: bool = False) -> None:
        super().__init__()
        self.at, self.left, self.header = at, times, header

    def read(self, path: Path, limit: int) -> bytes | None:
        """Stumble, or read."""
        if path == self.at and self.left and (limit == 1024) is self.header:
            self.left -= 1
            raise DiskFails
        return super().read(path, limit)


class LockedDisk(RealDisk):
    """A stick with its small switch on *lock*."""

    def open(self, path: Path, *, new: bool = False) -> int:
        """Refuse."""
        raise ReadOnly(f"{path} {new}")

    def lock(self, path: Path):
        """Refuse."""
        return self.open(path)

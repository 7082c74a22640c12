"""The drives of Linux, as `/proc/self/mountinfo` and `/sys` tell of them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from kyr_app import outside
from kyr_app.store.drive import Drive

_FILES = frozenset(
    "ext2 ext3 ext4 vfat exfat msdos ntfs ntfs3 fuseblk btrfs xfs f2fs hfsplus udf iso9660".split()
)


class LinuxMounts:
    """The mounted file systems of Linux. The three places can be given, for tests."""

    def __init__(
        self,
        mountinfo: Path = Path("/proc/self/mountinfo"),
        blocks: Path = Path("/sys/dev/block"),
        labels: Path = Path("/dev/disk/by-label"),
    ) -> None:
        self._mountinfo, self._blocks, self._labels = mountinfo, blocks, labels

    def drives(self) -> Iterator[Drive]:
        """Yield each mounted device once, at its shortest path."""
        seen: dict[str, tuple[Path, str, bool]] = {}
        for line in self._mountinfo.read_text("utf-8", "surrogateescape").splitlines():
            if (mount := _mount(line)) is None:
                continue
            number, path, source, writable = mount
            known = seen.get(number)
            if known is None or len(str(path)) < len(str(known[0])):
                seen[number] = (path, source, writable)
        for number, (path, source, writable) in seen.items():
            try:
                room = os.statvfs(path)
            except OSError:
                continue
            free = room.f_bavail * room.f_frsize
            may = writable and os.access(path, os.W_OK)
            yield Drive(path, self._label(source, path), self._removable(number), free, may)

    def _removable(self, number: str) -> bool:
        # A stick says so itself; a disk in a USB case does not, but hangs on USB all the same.
        device = Path(os.path.realpath(self._blocks / number))
        whole = device.parent if (device / "partition").exists() else device
        try:
            if (whole / "removable").read_text("ascii").strip() == "1":
                return True
        except (OSError, UnicodeDecodeError):
            pass
        return re.search(r"/(usb|mmc_host/mmc)\d", str(device)) is not None

    def _label(self, source: str, path: Path) -> str:
        try:
            names = sorted(self._labels.iterdir())
        except OSError:
            names = []
        for link in names:
            if os.path.realpath(link) == os.path.realpath(source):
                return outside.shown(_unescaped(link.name))
        return outside.shown(path.name or str(path))


def _unescaped(name: str) -> str:
    # udev writes bytes that are no plain letters as \\xNN.
    raw = re.sub(rb"\\x([0-9a-f]{2})", lambda it: bytes([int(it[1], 16)]), os.fsencode(name))
    return raw.decode("utf-8", "replace")


def _mount(line: str) -> tuple[str, Path, str, bool] | None:
    # "36 35 8:17 / /media/ana/STICK rw,nosuid shared:1 - vfat /dev/sdb1 rw,uid=1000": proc(5)
    left, dash, right = line.partition(" - ")
    before, after = left.split(), right.split()
    if not dash or len(before) < 6 or len(after) < 3 or after[0] not in _FILES:
        return None
    if before[3] != "/":  # a folder of a drive, shown once more in another place
        return None
    path = re.sub(r"\\([0-7]{3})", lambda it: chr(int(it[1], 8)), before[4])  # blanks and backslashes alone
    options = {*before[5].split(","), *after[2].split(",")}
    return before[2], Path(path), after[1], "ro" not in options

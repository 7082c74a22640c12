"""A disk of our own to look at from below: an ext4 image on a loop, or a small one in memory; root only."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from msgspec import Struct


class Volume(Struct, frozen=True):
    """A mounted volume; `image` is what lies on the disk itself, below every file system."""

    root: Path
    image: Path | None

    def raw(self) -> bytes:
        """Return every byte of the volume, deleted and journalled ones too; long runs of zeros are shortened."""
        assert self.image is not None
        subprocess.run(["sync", "-f", str(self.root)], check=True)
        return self.image.read_bytes().replace(bytes(65536), bytes(16))


@cache
def can_mount() -> str:
    """Return why this machine cannot mount a volume for a test; empty where it did so just now."""
    if sys.platform != "linux":
        return "needs Linux"
    if os.geteuid() != 0:
        return "needs root, to mount a volume of its own"
    if not shutil.which("mkfs.ext4"):
        return "needs mkfs.ext4"
    try:
        with tempfile.TemporaryDirectory() as folder, ext4(Path(folder), 8), small(Path(folder), 64):
            return ""
    except OSError as error:
        return f"no volume can be mounted here: {error}"


@contextmanager
def ext4(folder: Path, mebibytes: int) -> Iterator[Volume]:
    """Mount a fresh ext4 volume below `folder`; raise `OSError` where that cannot be."""
    image, root = folder / "volume.img", folder / "volume"
    with image.open("wb") as file:
        file.truncate(mebibytes << 20)
    root.mkdir()
    make = ("mkfs.ext4", "-q", "-m", "0", "-E", "lazy_itable_init=0,lazy_journal_init=0", str(image))
    for command in (make, ("mount", "-o", "loop", str(image), str(root))):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise OSError(done.stderr.strip().splitlines()[0].replace(str(folder), "…"))
    try:
        yield Volume(root, image)
    finally:
        subprocess.run(["umount", "-l", str(root)], check=False)


@contextmanager
def small(folder: Path, kibibytes: int) -> Iterator[Path]:
    """Mount a volume of so many KiB in memory; raise `OSError` where that cannot be."""
    root = folder / "small"
    root.mkdir(exist_ok=True)
    command = ("mount", "-t", "tmpfs", "-o", f"size={kibibytes}k,mode=700", "soak", str(root))
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise OSError(done.stderr.strip().splitlines()[0].replace(str(folder), "…"))
    try:
        yield root
    finally:
        subprocess.run(["umount", "-l", str(root)], check=False)


def resize(root: Path, kibibytes: int) -> None:
    """Give a volume in memory another size."""
    subprocess.run(("mount", "-o", f"remount,size={kibibytes}k", str(root)), check=True)

"""What a system says when a disk fails, in words; and what the door never does."""

import errno
import os

import pytest

from kyr_app.store import troubles as wrong
from kyr_app.store.door import RealDisk, trouble


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, wrong.DiskFull),
        (errno.EDQUOT, wrong.DiskFull),
        (errno.EFBIG, wrong.DiskFull),
        (errno.EIO, wrong.DiskFails),
        (errno.EINVAL, wrong.DiskFails),
        (errno.EROFS, wrong.ReadOnly),
        (errno.ENODEV, wrong.StickGone),
        (errno.ENXIO, wrong.StickGone),
        (errno.ENOENT, wrong.StickGone),
        (errno.ENOMEDIUM, wrong.StickGone),
        (errno.EACCES, wrong.NoPermission),
        (errno.EPERM, wrong.NoPermission),
        (errno.ELOOP, wrong.NoPermission),
    ],
)
def test_what_a_system_says(number, kind):
    assert type(trouble(OSError(number, "x"))) is kind


@pytest.mark.parametrize(
    ("number", "kind"),
    [(112, wrong.DiskFull), (19, wrong.ReadOnly), (1167, wrong.StickGone), (21, wrong.StickGone)],
)
def test_what_windows_says(number, kind):
    error = OSError(errno.EINVAL, "x")
    error.winerror = number
    assert type(trouble(error)) is kind


def test_a_bad_block_on_a_stick_that_is_gone_is_a_stick_that_is_gone(tmp_path):
    assert type(trouble(OSError(errno.EIO, "x"), tmp_path)) is wrong.DiskFails
    assert type(trouble(OSError(errno.EIO, "x"), tmp_path / "gone")) is wrong.StickGone


def test_new_files_are_their_owners_alone_and_are_never_made_twice(tmp_path):
    disk, path = RealDisk(), tmp_path / "x"
    handle = disk.open(path, new=True)
    disk.pwrite(handle, b"abc", 2)
    disk.fsync(handle)
    disk.close(handle)
    assert path.read_bytes() == b"\0\0abc"
    assert path.stat().st_mode & 0o777 == 0o600
    with pytest.raises(wrong.DiskFails):
        disk.open(path, new=True)
    disk.close(disk.open(path))
    assert path.read_bytes() == b"\0\0abc"


def test_links_and_devices_are_no_files(tmp_path):
    disk, link, pipe = RealDisk(), tmp_path / "link", tmp_path / "pipe"
    (tmp_path / "real").write_bytes(b"x")
    link.symlink_to(tmp_path / "real")
    os.mkfifo(pipe)
    for new in (False, True):
        with pytest.raises(wrong.DiskTrouble):
            disk.open(link, new=new)
    with pytest.raises(wrong.NoPermission):
        disk.read(link, 10)
    assert disk.length(link) is None
    assert disk.read(pipe, 10) is None
    assert disk.length(pipe) is None


def test_reading_stops_at_its_limit_and_absence_is_no_error(tmp_path):
    disk = RealDisk()
    (tmp_path / "x").write_bytes(b"abcdef")
    assert disk.read(tmp_path / "x", 4) == b"abcd"
    assert disk.read(tmp_path / "y", 4) is None
    assert disk.length(tmp_path / "x") == 6
    disk.unlink(tmp_path / "y")
    assert disk.listdir(tmp_path) == ["x"]
    for ask in (lambda: disk.read(tmp_path / "gone/x", 1), lambda: disk.listdir(tmp_path / "gone")):
        with pytest.raises(wrong.StickGone):
            ask()


def test_short_writes_are_finished(tmp_path, monkeypatch):
    real = os.pwrite
    monkeypatch.setattr(os, "pwrite", lambda handle, data, offset: real(handle, data[:3], offset))
    disk = RealDisk()
    handle = disk.open(tmp_path / "x", new=True)
    disk.pwrite(handle, b"abcdefgh", 0)
    disk.close(handle)
    assert (tmp_path / "x").read_bytes() == b"abcdefgh"


def test_room_is_claimed_where_the_system_can(tmp_path, monkeypatch):
    disk = RealDisk()
    handle = disk.open(tmp_path / "x", new=True)
    disk.allocate(handle, 5000)
    assert (tmp_path / "x").stat().st_size == 5000

    def refuse(number):
        def call(*_):
            raise OSError(number, "x")

        return call

    monkeypatch.setattr(os, "posix_fallocate", refuse(errno.EOPNOTSUPP))
    disk.allocate(handle, 9000)
    monkeypatch.setattr(os, "posix_fallocate", refuse(errno.ENOSPC))
    with pytest.raises(wrong.DiskFull):
        disk.allocate(handle, 9000)
    disk.close(handle)

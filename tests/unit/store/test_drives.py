"""Sticks are found and named: on Linux by its own files, on Windows by a stand-in for the system."""

from pathlib import Path

import pytest

from kyr_app.store import drives
from kyr_app.store import troubles as wrong
from kyr_app.store.drives import Drive
from kyr_app.store.drives_linux import LinuxMounts
from kyr_app.store.drives_windows import WindowsMounts


class Fixed:
    """Mounts as given."""

    def __init__(self, *found):
        self.found = found

    def drives(self):
        return self.found


@pytest.fixture
def linux(tmp_path):
    """A disk, a stick with a blank in its name, a USB disk, a locked card, a bound folder, and things of the system."""
    places = {name: tmp_path / name for name in ("home", "MI STICK", "usbdisk", "card", "bound")}
    for place in places.values():
        place.mkdir()
    devices = tmp_path / "sys/devices"
    blocks = tmp_path / "sys/dev/block"
    blocks.mkdir(parents=True)
    for number, where, removable in [
        ("8:1", "pci/ata1/block/sda", "0"),
        ("8:17", "pci/usb1/1-2/block/sdb", "1"),
        ("8:33", "pci/usb2/2-1/block/sdc", "0"),
        ("179:1", "pci/mmc_host/mmc0/block/mmcblk0", "0"),
    ]:
        part = devices / where / "part1"
        part.mkdir(parents=True)
        (part / "partition").write_text("1")
        (part.parent / "removable").write_text(removable + "\n")
        (blocks / number).symlink_to(part)
    labels, nodes = tmp_path / "by-label", tmp_path / "dev"
    labels.mkdir()
    nodes.mkdir()
    (nodes / "sdb1").touch()
    (labels / "NI\\xc3\\x91OS\\x20UNO").symlink_to(nodes / "sdb1")
    stick = str(places["MI STICK"]).replace(" ", "\\040")
    mountinfo = tmp_path / "mountinfo"
    mountinfo.write_text(
        f"""\
22 28 0:20 / /sys rw,nosuid shared:7 - sysfs sysfs rw
24 1 8:1 / {places["home"]} rw,relatime shared:1 - ext4 /dev/sda1 rw
25 1 8:1 /sub {places["bound"]} rw,relatime shared:1 - ext4 /dev/sda1 rw
26 1 8:17 / {stick} rw,nosuid,nodev shared:2 - vfat {nodes}/sdb1 rw,uid=1000
27 1 8:33 / {places["usbdisk"]} rw - exfat /dev/sdc1 rw
28 1 179:1 / {places["card"]} ro,nosuid - vfat /dev/mmcblk0p1 ro
29 1 8:49 / {tmp_path}/vanished rw - vfat /dev/sdd1 rw
30 1 7:1 / {tmp_path} rw - squashfs /dev/loop1 ro
nonsense
"""
    )
    return LinuxMounts(mountinfo, blocks, labels), places


def test_linux(linux):
    mounts, places = linux
    found = drives.drives(mounts)
    assert {(it.path, it.label, it.removable, it.writable) for it in found} == {
        (places["home"], "home", False, True),
        (places["MI STICK"], "NIÑOS UNO", True, True),
        (places["usbdisk"], "usbdisk", True, True),
        (places["card"], "card", True, False),
    }
    assert [it.removable for it in found] == [True, True, True, False]
    assert all(it.free > 0 for it in found)


def test_a_name_of_a_stick_that_hides_something_or_turns_a_line_round(linux, tmp_path):
    mounts, places = linux
    [label] = (tmp_path / "by-label").iterdir()
    label.rename(label.with_name("A\\xe2\\x80\\xae\\x1b[2JB"))
    assert drives.of(places["MI STICK"], mounts).label == "A\ufffd\ufffd[2JB"


def test_where_a_folder_lies(linux):
    mounts, places = linux
    assert drives.of(places["MI STICK"] / "some" / "folder", mounts).label == "NIÑOS UNO"
    assert drives.of(Path("/nowhere"), mounts) is None


def test_this_computer_answers():
    for drive in drives.drives():
        assert drive.path.is_dir()
        assert drive.label


def test_a_system_that_does_not_tell_has_no_drives(tmp_path):
    assert drives.drives(LinuxMounts(tmp_path / "none", tmp_path, tmp_path)) == ()


@pytest.mark.parametrize(
    ("writable", "free", "there", "trouble"),
    [
        (True, 10**9, True, None),
        (False, 10**9, True, wrong.ReadOnly),
        (True, 100, True, wrong.DiskFull),
        (True, 10**9, False, wrong.StickGone),
    ],
)
def test_a_stick_that_will_not_do_is_named(tmp_path, writable, free, there, trouble):
    drive = Drive(
        tmp_path if there else tmp_path / "gone", "MI STICK", removable=True, free=free, writable=writable
    )
    if trouble is None:
        drives.check(drive)
        return
    with pytest.raises(trouble) as caught:
        drives.check(drive)
    assert caught.value.said.values == {"drive": "MI STICK"}
    assert caught.value.hint


class Kernel:
    """C: a disk, D: an empty card reader, E: a stick, F: a locked stick, Z: a network drive."""

    def letters(self):
        return 1 << 2 | 1 << 3 | 1 << 4 | 1 << 5 | 1 << 25

    def kind(self, root):
        return {"C": 3, "D": 2, "E": 2, "F": 2, "Z": 4}[root[0]]

    def volume(self, root):
        return {"C": ("", 0), "E": ("FAMILIA", 6), "F": ("", 0x00080000), "Z": ("N", 0)}.get(root[0])

    def free(self, root):
        return ord(root[0])


def test_windows():
    found = drives.drives(WindowsMounts(Kernel()))
    assert [(str(it.path), it.label, it.removable, it.free, it.writable) for it in found] == [
        ("E:\\", "FAMILIA (E:)", True, 69, True),
        ("F:\\", "F:", True, 70, False),
        ("C:\\", "C:", False, 67, True),
    ]


def test_sticks_come_first():
    disk = Drive(Path("/"), "a", removable=False, free=1, writable=True)
    stick = Drive(Path("/z"), "b", removable=True, free=1, writable=True)
    assert drives.drives(Fixed(disk, stick)) == (stick, disk)

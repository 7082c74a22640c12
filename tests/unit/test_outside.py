"""Files from outside: whatever carries a name, reading it ends soon, in bytes or in an error."""

import os
import socket
import stat
import sys
import threading
from pathlib import Path

import pytest

from kyr_app import outside

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices as Linux has them")


@pytest.fixture
def ends_soon():
    """Let what waits for ever fail instead: a thread of its own, and five seconds."""

    def soon(act):
        told = []

        def run():
            try:
                told.append(act())
            except OSError as error:
                told.append(error)

        thread = threading.Thread(target=run, daemon=True)
        thread.start()
        thread.join(5)
        assert told, "it waits"
        return told[0]

    return soon


def odd(folder):
    """Yield what is no plain file, by kind, in a folder."""
    os.mkfifo(folder / "pipe.zip")
    (folder / "folder.zip").mkdir()
    (folder / "zero.zip").symlink_to("/dev/zero")
    (folder / "terminal.zip").symlink_to("/dev/ptmx")
    (folder / "loop.zip").symlink_to(folder / "loop.zip")
    (folder / "nowhere.zip").symlink_to(folder / "none")
    (folder / "to-pipe.zip").symlink_to(folder / "pipe.zip")
    handle = os.open(folder, os.O_RDONLY)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(f"/proc/self/fd/{handle}/socket.zip")  # the path itself may be too long for a socket
    os.close(handle)
    return sorted(each.name for each in folder.iterdir())


def test_what_is_no_plain_file_is_refused_at_once(tmp_path, ends_soon):
    names = odd(tmp_path)
    assert len(names) == 8
    for name in names:
        for act in (outside.read, outside.head):
            error = ends_soon(lambda act=act, name=name: act(tmp_path / name, 100))
            assert isinstance(error, OSError), name
            assert isinstance(error, outside.NotPlain) is (name not in {"loop.zip", "nowhere.zip"}), name


def test_a_device_is_not_even_opened(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "open", lambda *_: pytest.fail("opened"))
    with pytest.raises(outside.NotPlain):
        outside.read(tmp_path, 10)
    monkeypatch.undo()
    (tmp_path / "zero").symlink_to("/dev/zero")
    monkeypatch.setattr(os, "open", lambda *_: pytest.fail("opened"))
    with pytest.raises(outside.NotPlain):
        outside.read(tmp_path / "zero", 10)


def test_a_pipe_that_takes_the_place_of_a_file_is_not_waited_for(tmp_path, monkeypatch, ends_soon):
    file = tmp_path / "guia-1.zip"
    file.write_bytes(b"x")
    real = os.open

    def swapped(path, *rest):
        file.unlink()
        os.mkfifo(file)
        return real(path, *rest)

    monkeypatch.setattr(os, "open", swapped)
    assert isinstance(ends_soon(lambda: outside.read(file, 10)), outside.NotPlain)


def test_a_file_is_read_up_to_its_limit_and_a_larger_one_not_at_all(tmp_path, monkeypatch):
    file = tmp_path / "file"
    file.write_bytes(b"12345")
    (tmp_path / "link").symlink_to(file)
    assert outside.read(file, 5) == outside.read(tmp_path / "link", 9) == b"12345"
    assert (outside.head(file, 3), outside.head(file, 9)) == (b"123", b"12345")
    with pytest.raises(outside.TooLarge):
        outside.read(file, 4)
    with (tmp_path / "huge").open("wb") as huge:
        huge.truncate(1 << 40)
    monkeypatch.setattr(os, "read", lambda *_: pytest.fail("read"))
    with pytest.raises(outside.TooLarge):
        outside.read(tmp_path / "huge", 1 << 20)


def test_a_file_that_grows_or_lies_about_its_size_stops_at_the_limit():
    with pytest.raises(outside.TooLarge):  # of length 0, it says
        outside.read(Path("/proc/self/status"), 10)


@pytest.mark.parametrize("name", ["a\0b", "half \ud800", "x" * 5000, ""])
def test_a_name_that_can_be_none_is_an_error_of_the_disk(tmp_path, name):
    with pytest.raises(OSError):  # noqa: PT011 (which one is the system's choice)
        outside.read(tmp_path / name, 10)


def test_what_may_not_be_read_is_an_error_of_the_disk(tmp_path, monkeypatch):
    file = tmp_path / "file"
    file.write_bytes(b"x")

    def refuse(*_):
        raise PermissionError(13, "no")

    monkeypatch.setattr(os, "open", refuse)  # root may read what nobody may
    with pytest.raises(PermissionError):
        outside.read(file, 10)


def test_looking_into_a_folder_sees_plain_files_and_folders_alone(tmp_path):
    odd(tmp_path)
    for name in ("guia-2.zip", "guia-10.zip", "turn\u202edna.zip", "two\nlines.zip", "y" * 130 + ".zip"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / os.fsdecode(b"half-\xff.zip")).write_bytes(b"")
    (tmp_path / "linked").symlink_to(tmp_path)
    (tmp_path / ".Trash-0").mkdir()
    assert [each.name for each in outside.files(tmp_path)] == ["guia-10.zip", "guia-2.zip"]
    assert [each.name for each in outside.folders(tmp_path)] == ["folder.zip"]
    assert list(outside.files(tmp_path / "none")) == []
    assert list(outside.folders(tmp_path / "guia-2.zip")) == []


def test_a_folder_without_end_is_given_up(tmp_path, monkeypatch):
    monkeypatch.setattr(outside, "MOST_NAMES", 3)
    for number in range(9):
        (tmp_path / str(number)).write_bytes(b"")
    assert len(list(outside.files(tmp_path))) == 3


def test_links_count_as_what_they_lead_to_and_the_handle_is_closed(tmp_path):
    before = len(list(Path("/proc/self/fd").iterdir()))
    odd(tmp_path)
    for each in tmp_path.iterdir():
        with pytest.raises(OSError):  # noqa: PT011 (all of them)
            outside.read(each, 10)
    assert len(list(Path("/proc/self/fd").iterdir())) == before
    assert stat.S_ISFIFO((tmp_path / "pipe.zip").stat().st_mode)

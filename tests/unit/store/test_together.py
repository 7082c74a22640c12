"""Several files at once: whatever the disk refuses, and at whichever of them, all are as they were."""

import errno
import os

import pytest

from kyr_app.store import together
from kyr_app.store.disk import NotSaved, write_whole
from kyr_app.store.together import write_together


def everything(folder):
    return {
        each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*") if each.is_file()
    }


@pytest.fixture
def plan(tmp_path):
    """Two files that are there and two that are not, one of them in folders that are not."""
    (tmp_path / "a.po").write_bytes(b"old a")
    (tmp_path / "b.po").write_bytes(b"old b")
    names = ("a.po", "new/deep/c.po", "b.po", "d.po")
    return {tmp_path / name: f"new {name}".encode() for name in names}


def test_all_of_them_are_written_and_nothing_else(tmp_path, plan):
    write_together(plan)
    assert everything(tmp_path) == {
        path.relative_to(tmp_path).as_posix(): data for path, data in plan.items()
    }


def failing(monkeypatch, at, *, links):
    """Let the disk refuse the call number `at` of those that change it; count how many there are."""
    calls = [0]

    def counted(act):
        def run(*arguments, **more):
            calls[0] += 1
            if calls[0] == at:
                raise OSError(errno.ENOSPC, "full")
            return act(*arguments, **more)

        return run

    monkeypatch.setattr(together, "staged", counted(together.staged))
    monkeypatch.setattr(together, "give_name", counted(together.give_name))
    monkeypatch.setattr(os, "link", counted(os.link) if links else _no_links)
    return calls


def _no_links(*_):
    raise OSError(errno.EPERM, "FAT")


@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("at", range(1, 11))
def test_a_disk_that_is_full_at_any_step_leaves_everything_as_it_was(tmp_path, plan, monkeypatch, at, links):
    before = everything(tmp_path)
    calls = failing(monkeypatch, at, links=links)
    told = []
    try:
        write_together(plan)
    except NotSaved as error:
        told.append(repr(error.said))
    if told:
        assert "no room" in told[0]
        assert everything(tmp_path) == before
        assert not (tmp_path / "new").exists()
    else:  # the link was refused, and it went another way; or there was no such step
        assert calls[0] >= 8
        assert everything(tmp_path) == {p.relative_to(tmp_path).as_posix(): d for p, d in plan.items()}


def test_where_nothing_can_be_put_back_it_is_said_where_it_lies(tmp_path, plan, monkeypatch):
    left = [6]

    def give_name(source, target):
        left[0] -= 1
        if left[0] < 4:
            raise OSError(errno.EIO, "gone")
        source.replace(target)

    monkeypatch.setattr(together, "give_name", give_name)
    with pytest.raises(NotSaved) as told:
        write_together(plan)
    kept = [name for name in everything(tmp_path) if name.endswith(".before")]
    assert len(kept) == 2
    assert all(name in repr(told.value.hint) for name in kept)
    assert sorted((tmp_path / name).read_bytes() for name in kept) == [b"old a", b"old b"]


@pytest.mark.parametrize("kind", ["folder", "pipe", "device"])
def test_a_place_that_is_no_files_is_refused_before_anything(tmp_path, plan, kind):
    odd = tmp_path / "odd"
    if kind == "folder":
        odd.mkdir()
    elif kind == "pipe":
        os.mkfifo(odd)
    else:
        odd.symlink_to("/dev/null")
    with pytest.raises(NotSaved):
        write_together({**plan, odd: b"x"})
    with pytest.raises(NotSaved):
        write_whole(odd, b"x")
    assert (tmp_path / "a.po").read_bytes() == b"old a"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.po", "b.po", "odd"]

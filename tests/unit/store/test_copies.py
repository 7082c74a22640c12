"""Two computers, one stick: both copies are kept, and the truth about them is said."""

import shutil

import pytest

from kyr_app.store import copies, families, pingpong, seal, slots
from kyr_app.store import troubles as wrong
from kyr_app.store.copies import Standing
from kyr_app.store.families import found, open_file
from tests.unit.store.disks import FailingDisk
from tests.unit.store.words import OTHER, PHRASE


@pytest.fixture
def elsewhere(tmp_path):
    made = tmp_path / "laptop"
    made.mkdir()
    return made


def work(path, *names):
    with open_file(path, PHRASE) as file:
        for name in names:
            file.replace("people", [{"name": name}])


def both(one, two):
    """Return how `two` stands to `one`, and `one` to `two`."""
    with open_file(one, PHRASE) as file:
        there = copies.standing(file, two.parent)
    with open_file(two, PHRASE) as file:
        return there, copies.standing(file, one.parent)


def test_a_copy_is_the_same(closed, elsewhere):
    with open_file(closed, PHRASE) as file:
        file.blob_put(b"photo")
        path = copies.copy_to(file, elsewhere)
        number = file.generation
    assert both(closed, path) == (Standing.SAME, Standing.SAME)
    assert found(elsewhere)[0].whole
    assert not list(elsewhere.glob("*.lock"))
    with open_file(path, PHRASE) as file:
        assert file.generation == number
        assert file.note is None
        assert file.blob(file.blobs()[0]) == b"photo"
        assert file.rows("people")


def test_newer_and_older(closed, elsewhere):
    with open_file(closed, PHRASE) as file:
        path = copies.copy_to(file, elsewhere)
    work(path, "A", "B")
    assert both(closed, path) == (Standing.NEWER, Standing.OLDER)
    group = copies.same_file([*found(closed.parent), *found(elsewhere)])
    assert [(it.id, it.newer.folder, len(it.older)) for it in group] == [(closed.name, elsewhere, 1)]


def test_changed_apart_even_with_as_many_saves(closed, elsewhere):
    with open_file(closed, PHRASE) as file:
        path = copies.copy_to(file, elsewhere)
    work(path, "A", "B")
    work(closed, "C", "D")
    assert found(closed.parent)[0].generation == found(elsewhere)[0].generation
    assert both(closed, path) == (Standing.APART, Standing.APART)


def test_files_of_others_are_no_copies(closed, elsewhere):
    assert copies.same_file(found(closed.parent)) == ()
    with open_file(closed, PHRASE) as file, pytest.raises(wrong.NotAFamilyFile):
        copies.standing(file, elsewhere)


@pytest.mark.parametrize("saves", [1, 2, 3, 4])
def test_an_older_copy_is_brought_up_to_date(closed, elsewhere, saves):
    with open_file(closed, PHRASE) as file:
        copies.copy_to(file, elsewhere)
    work(closed, *"ABCD"[:saves])
    with open_file(closed, PHRASE) as file:
        path = copies.copy_to(file, elsewhere)
        expected = file.rows("people"), file.generation
    with open_file(path, PHRASE) as there:
        assert (there.rows("people"), there.generation) == expected
        assert there.note is None
    assert both(closed, path) == (Standing.SAME, Standing.SAME)


@pytest.mark.parametrize("apart", [False, True])
def test_a_newer_copy_is_never_overwritten(closed, elsewhere, apart):
    with open_file(closed, PHRASE) as file:
        path = copies.copy_to(file, elsewhere)
    work(path, "A")
    if apart:
        work(closed, "B", "C", "D")
    before = {half: half.read_bytes() for half in pingpong.halves(elsewhere, closed.name)}
    with open_file(closed, PHRASE) as file, pytest.raises(wrong.AlreadyThere):
        copies.copy_to(file, elsewhere)
    assert {half: half.read_bytes() for half in before} == before


def test_a_copy_that_is_open_is_left_alone(closed, elsewhere):
    with open_file(closed, PHRASE) as file:
        path = copies.copy_to(file, elsewhere)
        with open_file(path, PHRASE), pytest.raises(wrong.InUse):
            copies.copy_to(file, elsewhere)


@pytest.mark.parametrize("saves", [1, 2])
def test_a_stick_that_fails_half_way_keeps_its_older_copy(closed, elsewhere, saves):
    with open_file(closed, PHRASE) as file:
        path = copies.copy_to(file, elsewhere)
    work(closed, *"AB"[:saves])
    for step in range(3):
        disk = FailingDisk()
        with open_file(closed, PHRASE, disk=disk) as file:
            disk.arm(wrong.DiskFails, step, for_good=True)
            with pytest.raises(wrong.DiskFails):
                copies.copy_to(file, elsewhere)
        kept = elsewhere.with_name(f"kept{step}")
        shutil.copytree(elsewhere, kept)
        with open_file(kept / path.name, PHRASE) as there:
            assert there.rows("people")


def test_words_changed_here_are_still_the_old_ones_there(closed, elsewhere):
    with open_file(closed, PHRASE) as file:
        path = copies.copy_to(file, elsewhere)
        file.set_phrase(OTHER, costs=slots.cheap())
        assert copies.standing(file, elsewhere) is Standing.OLDER
        copies.copy_to(file, elsewhere)
    with pytest.raises(wrong.WrongPhrase):
        open_file(path, PHRASE)
    with open_file(path, OTHER) as file:
        assert file.rows("people")


def test_every_standing_is_said():
    assert len({copies.said(standing).key for standing in Standing}) == 4


def test_moving_goes_on_in_the_new_place(file, elsewhere):
    name = file.blob_put(b"photo")
    moved = copies.move_to(file, elsewhere)
    with moved:
        assert (moved.folder, moved.id, moved.note, moved.read_only) == (elsewhere, file.id, None, False)
        assert moved.blob(name) == b"photo"
        moved.replace("people", [{"name": "A"}])
    with pytest.raises(wrong.Closed):
        file.rows("people")
    assert both(file.path, moved.path) == (Standing.NEWER, Standing.OLDER)


def test_moving_from_a_stick_that_is_gone(file, elsewhere):
    name = file.blob_put(b"photo")
    shutil.rmtree(file.folder)
    with copies.move_to(file, elsewhere) as moved:
        assert moved.rows("people") == [{"name": "Persona de Ejemplo"}]
        with pytest.raises(wrong.BlobGone):
            moved.blob(name)
        moved.save()
    with open_file(moved.path, PHRASE) as again:
        assert again.note is None


@pytest.mark.parametrize("carry", [copies.copy_to, copies.move_to])
def test_a_first_copy_that_fails_leaves_nothing_there(folder, elsewhere, carry):
    disk = FailingDisk()
    with families.create(folder, PHRASE, costs=slots.cheap(), disk=disk) as file:
        file.blob_put(b"photo")
        for step in range(12):
            disk.arm(wrong.DiskFull, step)
            with pytest.raises(wrong.DiskFull):
                carry(file, elsewhere)
            assert not list(elsewhere.iterdir()), step
        disk.fail_at = None
        file.save()


def test_a_newer_version_s_file_is_not_copied_by_what_would_lose_its_news(file, elsewhere):
    content = file.content()
    payload = b'{"schema":2,"tables":{},"sittings":[],"news":1}'
    file.close()
    for generation in (5, 6):
        half = file.path.with_suffix(pingpong.half_of(generation))
        half.write_bytes(seal.seal(content.header, generation, content.key, payload))
    with open_file(file.path, PHRASE) as again, pytest.raises(wrong.NewerVersion):
        copies.copy_to(again, elsewhere)
    assert not list(elsewhere.iterdir())

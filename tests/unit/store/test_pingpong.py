"""Whatever happens to a save, the one before it opens, and the family is told."""

import pytest

from kyr_app.store import copies, families, pingpong, slots
from kyr_app.store import troubles as wrong
from kyr_app.store.families import Opened, found, open_file
from tests.unit.store.disks import CHANGING, FailingDisk, LockedDisk, StumblingDisk
from tests.unit.store.words import PHRASE

ONE = [{"name": "Persona de Ejemplo"}]
TROUBLES = [wrong.DiskFull, wrong.DiskFails, wrong.StickGone, wrong.ReadOnly]


def test_newest_opens_and_nothing_is_said(closed):
    with open_file(closed, PHRASE) as file:
        assert (file.opened, file.note, file.generation, file.read_only) == (Opened.NEWEST, None, 4, False)
        assert len(file.rows("people")) == 2


@pytest.mark.parametrize("place", [0, 40, 300, 1000, 1024, 9000, -1])
def test_newest_damaged_opens_the_one_before_and_says_so(closed, spoil, place):
    spoil(closed, place)
    with open_file(closed, PHRASE) as file:
        assert (file.opened, file.generation) == (Opened.PREVIOUS, 3)
        assert file.note
        assert file.rows("people") == ONE
        file.replace("people", [*ONE, {"name": "Tercera Persona"}])
    with open_file(closed, PHRASE) as file:
        assert (file.opened, file.note) == (Opened.NEWEST, None)
        assert len(file.rows("people")) == 2


def test_the_one_before_damaged_is_no_news(closed, spoil):
    spoil(closed, 9000, newest=False)
    with open_file(closed, PHRASE) as file:
        assert (file.opened, file.note, file.generation) == (Opened.NEWEST, None, 4)
        file.replace("people", ONE)
        file.replace("people", [])
    with open_file(closed, PHRASE) as file:
        assert (file.opened, file.rows("people")) == (Opened.NEWEST, [])


@pytest.mark.parametrize("lost", [".a", ".b"])
def test_a_missing_half_is_said_and_made_again(closed, lost):
    closed.with_suffix(lost).unlink()
    assert not found(closed.parent)[0].whole
    with open_file(closed, PHRASE) as file:
        assert file.opened is Opened.PREVIOUS
        assert file.note
        file.save()
    assert found(closed.parent)[0].whole
    with open_file(closed, PHRASE) as file:
        assert file.opened is Opened.NEWEST


def test_wrong_words_for_the_previous_save_speak_of_the_words_before(closed, spoil):
    spoil(closed, 300)
    with pytest.raises(wrong.WrongPhrase) as caught:
        open_file(closed, "otras palabras muy distintas")
    assert caught.value.said != wrong.WrongPhrase.SAID


def test_the_newest_good_half_is_never_opened_for_writing(closed):
    disk = FailingDisk()
    with open_file(closed, PHRASE, disk=disk) as file:
        opened = []
        for _ in range(6):
            newest = closed.with_suffix(pingpong.half_of(file.generation))
            before = newest.stat().st_mtime_ns, newest.read_bytes()
            file.save()
            opened.append((newest.stat().st_mtime_ns, newest.read_bytes()) == before)
        assert all(opened)


def calls_of_a_save(path):
    disk = FailingDisk()
    with open_file(path, PHRASE, disk=disk) as file:
        start = len(disk.calls)
        file.replace("people", [{"name": "x" * 300_000}])
        return disk.calls[start:]


def test_a_save_asks_for_room_writes_and_waits(closed):
    assert calls_of_a_save(closed) == ["open", "allocate", "pwrite", "fsync", "fsync_dir"]


def test_names_are_made_safe_once_a_sitting_whoever_made_them(closed):
    disk = FailingDisk()
    with open_file(closed, PHRASE, disk=disk) as file:
        disk.arm(wrong.DiskFails, 3)
        with pytest.raises(wrong.DiskFails):
            file.save()
        disk.fail_at = None
        for _ in range(3):
            file.save()
    assert disk.calls.count("fsync_dir") == 2  # the one that failed, and the one that did not


@pytest.mark.parametrize("trouble", TROUBLES)
@pytest.mark.parametrize("for_good", [False, True])
def test_a_fault_at_every_step_of_a_save_loses_nothing(closed, trouble, for_good):
    whole = {half: half.read_bytes() for half in pingpong.halves(closed.parent, closed.name)}
    for step in range(4):
        for half, data in whole.items():
            half.write_bytes(data)
        disk = FailingDisk()
        with open_file(closed, PHRASE, disk=disk) as file:
            before, number = file.rows("people"), file.generation
            disk.arm(trouble, step, for_good=for_good)
            with pytest.raises(trouble):
                file.replace("people", [{"name": "x" * 300_000}])
            assert (file.rows("people"), file.generation) == (before, number)
            disk.fail_at = None
            with open_again(file, closed) as again:
                assert again.rows("people") in (before, [{"name": "x" * 300_000}])
            with open_file(closed, PHRASE, disk=disk) as after:
                after.replace("people", [{"name": f"{step}"}])
                assert after.rows("people") == [{"name": f"{step}"}]


def open_again(file, path):
    file.close()
    return open_file(path, PHRASE)


def test_a_save_that_failed_can_be_tried_again_in_the_same_window(closed):
    disk = FailingDisk()
    with open_file(closed, PHRASE, disk=disk) as file:
        for step in range(3):
            disk.arm(wrong.DiskFails, step)
            with pytest.raises(wrong.DiskFails):
                file.replace("people", ONE * 5)
        disk.fail_at = None
        file.replace("people", ONE * 5)
    with open_file(closed, PHRASE) as again:
        assert (again.opened, len(again.rows("people"))) == (Opened.NEWEST, 5)


def test_a_fault_at_every_step_of_creating_leaves_nothing(folder):
    disk = FailingDisk()
    with families.create(folder, PHRASE, costs=slots.cheap(), disk=disk) as file:
        steps = len(disk.calls)
        file.delete()
    assert set(disk.calls[:steps]) <= set(CHANGING)
    for step in range(steps):
        disk = FailingDisk()
        disk.arm(wrong.DiskFull, step)
        with pytest.raises(wrong.DiskFull):
            families.create(folder, PHRASE, costs=slots.cheap(), disk=disk)
        assert not list(folder.iterdir()), step


def test_creation_that_was_cut_off_is_no_alarm(folder):
    disk = FailingDisk()
    file = families.create(folder, PHRASE, costs=slots.cheap(), disk=disk)
    file.close()
    file.path.with_suffix(".b").write_bytes(bytes(256 * 1024))
    with open_file(file.path, PHRASE) as again:
        assert (again.opened, again.generation) == (Opened.NEWEST, 1)


def test_a_locked_stick_is_read_and_not_written(closed):
    with open_file(closed, PHRASE, disk=LockedDisk()) as file:
        assert file.read_only
        assert file.note
        assert len(file.rows("people")) == 2
        for change in (
            file.save,
            file.delete,
            lambda: file.replace("people", []),
            lambda: file.blob_put(b"x"),
        ):
            with pytest.raises(wrong.ReadOnly):
                change()
        assert len(file.rows("people")) == 2
    assert {path.suffix for path in closed.parent.iterdir()} == {".a", ".b"}


def test_a_stick_that_is_gone_gets_nothing_in_its_place(file):
    away = file.folder.rename(file.folder.with_name("pulled"))
    with pytest.raises(wrong.StickGone):
        file.save()
    file.folder.mkdir()  # the place where it was mounted
    with pytest.raises(wrong.StickGone):
        file.save()
    assert not list(file.folder.iterdir())
    file.folder.rmdir()
    away.rename(file.folder)
    file.replace("people", ONE * 3)
    assert len(file.rows("people")) == 3


def test_a_stick_that_was_used_elsewhere_meanwhile_is_not_overwritten(file):
    copies = {half: half.read_bytes() for half in file.folder.iterdir()}
    for more in (1, 2, 3):
        saved_elsewhere(file, copies, more)
        before = {half: half.read_bytes() for half in pingpong.halves(file.folder, file.id)}
        with pytest.raises(wrong.Overtaken):
            file.replace("people", [])
        assert {half: half.read_bytes() for half in before} == before


def saved_elsewhere(file, copies, times):
    for half, data in copies.items():
        half.write_bytes(data)
    (file.path.with_suffix(".lock")).unlink(missing_ok=True)
    with open_file(file.path, PHRASE) as elsewhere:
        for number in range(times):
            elsewhere.replace("people", [{"name": str(number)}])


def test_found_says_what_it_sees(closed, folder):
    one = found(folder)[0]
    assert (one.id, one.generation, one.size, one.whole) == (closed.name, 4, 512 * 1024, True)
    assert one.trouble is None
    assert one.path == closed
    (folder / "notes.txt").write_text("x")
    (folder / ("0" * 32 + ".a")).write_bytes(b"nothing")
    bad = found(folder)[1]
    assert (bad.id, bad.generation, bad.whole, bad.trouble) == ("0" * 32, 0, False, wrong.NotAFamilyFile.SAID)
    with pytest.raises(wrong.StickGone):
        found(folder / "gone")


@pytest.mark.parametrize("header", [False, True])
def test_a_read_that_stumbles_once_is_tried_again(closed, header):
    disk = StumblingDisk(closed.with_suffix(".b"), 1, header=header)
    with open_file(closed, PHRASE, disk=disk) as file:
        assert (file.opened, file.note, file.generation, file.read_only) == (Opened.NEWEST, None, 4, False)


@pytest.mark.parametrize("header", [False, True])
def test_a_half_that_cannot_be_read_is_never_written_over(closed, tmp_path, header):
    newest = closed.with_suffix(".b")
    before = newest.read_bytes()
    disk = StumblingDisk(newest, 99, header=header)
    with open_file(closed, PHRASE, disk=disk) as file:
        assert (file.opened, file.generation, file.read_only) == (Opened.PREVIOUS, 3, True)
        assert file.note
        for change in (file.save, lambda: file.replace("people", []), lambda: file.blob_put(b"x")):
            with pytest.raises(wrong.HalfUnreadable):
                change()
        with copies.move_to(file, tmp_path) as moved:
            moved.replace("people", ONE * 3)
    assert newest.read_bytes() == before
    with open_file(closed, PHRASE) as file:
        assert (file.opened, len(file.rows("people"))) == (Opened.NEWEST, 2)


def test_a_half_that_cannot_be_read_at_the_moment_of_a_save_is_left_alone(closed):
    disk = StumblingDisk(closed.with_suffix(".a"), 0, header=True)
    with open_file(closed, PHRASE, disk=disk) as file:
        disk.left = 1
        with pytest.raises(wrong.DiskFails):
            file.save()
        file.save()
        assert file.generation == 5


def test_both_halves_unreadable_is_a_trouble_of_the_disk(closed):
    class Deaf(StumblingDisk):
        def read(self, path, limit):
            raise wrong.DiskFails(f"{path.suffix} {limit}")

    with pytest.raises(wrong.DiskFails):
        open_file(closed, PHRASE, disk=Deaf(closed, 1))

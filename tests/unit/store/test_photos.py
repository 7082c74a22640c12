"""Photos: sealed one by one, there before a record names them, and gone when nothing does."""

import pytest

from kyr_app.store import families, slots
from kyr_app.store import troubles as wrong
from kyr_app.store.families import found, open_file
from tests.unit.store.disks import FailingDisk
from tests.unit.store.words import PHRASE

PHOTO = b"\xff\xd8\xff picture of nobody" * 4000


def photos(folder):
    return sorted(path.name for path in folder.iterdir() if len(path.suffix) == 33)


def test_a_photo_comes_back(file):
    name = file.blob_put(PHOTO)
    assert file.blobs() == (name,)
    assert file.blob(name) == PHOTO
    file.close()
    with open_file(file.path, PHRASE) as again:
        assert again.blob(again.blobs()[0]) == PHOTO
        assert again.tables() == ("people",)


def test_a_photo_is_sealed_padded_and_named_by_chance(file, folder):
    name = file.blob_put(PHOTO)
    path = folder / f"{file.id}.{name}"
    data = path.read_bytes()
    assert len(data) == 128 * 1024
    assert b"picture" not in data
    assert data != (folder / f"{file.id}.{file.blob_put(PHOTO)}").read_bytes()
    assert path.stat().st_mode & 0o777 == 0o600
    assert found(folder)[0].size == (512 + 256) * 1024


def test_one_save_for_photo_and_record(file):
    before = file.generation
    with file.together():
        name = file.blob_put(PHOTO)
        file.replace("papers", [{"photo": name}])
    assert file.generation == before + 1


def test_a_dropped_photo_is_in_neither_half_and_its_file_is_gone(file, folder):
    name = file.blob_put(PHOTO)
    other = file.blob_put(b"other")
    file.blob_drop(name)
    assert file.blobs() == (other,)
    assert photos(folder) == [f"{file.id}.{other}"]
    with pytest.raises(wrong.BlobGone):
        file.blob(name)


def test_what_is_put_and_taken_back_leaves_an_orphan_that_goes_at_the_next_open(file, folder):
    kept = file.blob_put(PHOTO)
    with pytest.raises(TypeError), file.together():
        file.replace("papers", [{"photo": file.blob_put(b"never named"), "of": object()}])
    assert file.blobs() == (kept,)
    assert len(photos(folder)) == 2
    file.close()
    with open_file(file.path, PHRASE):
        assert photos(folder) == [f"{file.id}.{kept}"]


def test_orphans_stay_where_the_newest_save_is_damaged(closed, folder):
    with open_file(closed, PHRASE) as file:
        file.blob_put(PHOTO)  # named by generation 5 alone
    half = closed.with_suffix(".a")
    data = bytearray(half.read_bytes())
    data[5000] ^= 1
    half.write_bytes(data)
    with open_file(closed, PHRASE) as file:
        assert file.blobs() == ()
    assert len(photos(folder)) == 1


@pytest.mark.parametrize("place", [0, 1000, -1])
def test_a_damaged_photo_is_said_and_the_rest_is_there(file, folder, place):
    name = file.blob_put(PHOTO)
    path = folder / f"{file.id}.{name}"
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    path.write_bytes(data)
    with pytest.raises(wrong.BlobGone):
        file.blob(name)
    path.unlink()
    with pytest.raises(wrong.BlobGone):
        file.blob(name)
    assert file.rows("people")


def test_photos_do_not_open_under_each_others_names(file, folder):
    one, two = file.blob_put(b"one"), file.blob_put(b"two")
    (folder / f"{file.id}.{one}").replace(folder / f"{file.id}.{two}")
    with pytest.raises(wrong.BlobGone):
        file.blob(two)


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "x" * 32, "A" * 32, "0" * 31])
def test_a_strange_name_reaches_no_file(file, name):
    with pytest.raises(wrong.BlobGone):
        file.blob(name)


@pytest.mark.parametrize("step", range(6))
def test_a_fault_while_a_photo_is_put_leaves_no_record(folder, step):
    disk = FailingDisk()
    with families.create(folder, PHRASE, costs=slots.cheap(), disk=disk) as file:
        disk.arm(wrong.DiskFull, step)
        with pytest.raises(wrong.DiskFull):
            file.blob_put(PHOTO)
        assert file.blobs() == ()
        assert len(photos(folder)) == (
            step == 5
        )  # there before the save that failed; an orphan until the next open
        disk.fail_at = None
        assert file.blob(file.blob_put(PHOTO)) == PHOTO
    with open_file(file.path, PHRASE) as again:
        assert photos(folder) == [f"{file.id}.{again.blobs()[0]}"]


def test_a_photo_too_large_is_refused(file):
    with pytest.raises(ValueError, match="48 MiB"):
        file.blob_put(bytes(48 * 1024 * 1024 + 1))


def test_deleting_writes_over_both_headers_and_leaves_nothing(file, folder):
    file.blob_put(PHOTO)
    kept = [path.open("rb", buffering=0) for path in folder.iterdir() if path.suffix in {".a", ".b"}]
    before = [it.read(1024) for it in kept]
    file.delete()
    assert not list(folder.iterdir())
    for it, was in zip(kept, before, strict=True):
        it.seek(0)
        now = it.read(1024)
        assert now != was
        assert now[128:896] != was[128:896]
        assert now[:8] != was[:8]
        it.close()
    with pytest.raises(wrong.Closed):
        file.rows("people")


def test_erasing_needs_no_words_but_no_open_window(file, folder):
    with pytest.raises(wrong.InUse):
        families.erase(folder, file.id)
    file.close()
    families.erase(folder, file.id)
    assert not list(folder.iterdir())


def test_erasing_goes_on_after_a_trouble(closed, folder):
    disk = FailingDisk()
    disk.arm(wrong.DiskFails, 1)
    with pytest.raises(wrong.DiskFails):
        families.erase(folder, closed.name, disk=disk)
    assert not list(folder.iterdir())

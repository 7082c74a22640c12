"""Packs on a computer: put down whole, used from the next start, taken back, passed over when damaged."""

import pytest

from kyr_app.store.disk import NotSaved
from kyr_app.updates import shelf, trust
from kyr_app.updates.shelf import PackShelf
from kyr_app.updates.troubles import PackError
from tests.unit.updates.simulator import KEYS, SPARE, Simulator


def trusted(version, content=b"{}", known=None):
    sim = Simulator({"library.json": content}, version)
    return trust.accept(*sim.both(), KEYS, known or trust.Known())


@pytest.fixture
def packs(tmp_path):
    return PackShelf(tmp_path, built_in=10)


def test_without_packs_nothing_is_written_and_the_built_in_content_is_used(packs, tmp_path):
    assert packs.current() is None
    assert packs.known() == trust.Known(10)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(PackError):
        packs.back()


def test_a_pack_is_used_and_remembered(packs, tmp_path):
    folder = packs.put(trusted(11, b"[11]"))
    again = PackShelf(tmp_path, built_in=10)
    assert again.current() == folder
    assert (folder / "library.json").read_bytes() == b"[11]"
    assert again.known().version == 11
    assert [each.version for each in again.manifests().values()] == [11]


def test_the_way_back_is_one_step_and_an_older_pack_stays_refused(packs):
    first, second = packs.put(trusted(11)), packs.put(trusted(12))
    assert packs.current() == second
    assert packs.back() == first.name
    assert packs.current() == first
    assert packs.known().version == 12  # what was seen is not forgotten
    assert packs.back() == shelf.BUILT_IN
    assert packs.current() is None


def test_only_two_packs_are_kept(packs):
    for version in range(11, 16):
        packs.put(trusted(version))
    assert [each.version for each in packs.manifests().values()] == [14, 15]


def test_the_same_pack_twice_is_the_same(packs):
    one, two = packs.put(trusted(11)), packs.put(trusted(12))
    assert packs.put(trusted(12)) == two
    assert packs.back() == one.name


@pytest.mark.parametrize("harm", ["change", "cut", "gone", "manifest", "extra"])
def test_a_damaged_pack_is_passed_over_for_the_one_before(packs, harm):
    first, second = packs.put(trusted(11, b"[11]")), packs.put(trusted(12, b"[12]"))
    file = second / "library.json"
    if harm == "change":
        file.write_bytes(b"[99]")
    elif harm == "cut":
        file.write_bytes(b"")
    elif harm == "gone":
        file.unlink()
    elif harm == "manifest":
        (second / "manifest.json").write_bytes(b"{}")
    else:
        (second / "more.json").write_bytes(b"{}")
    assert packs.current() == (second if harm == "extra" else first)
    (first / "library.json").write_bytes(b"")
    assert packs.current() == (second if harm == "extra" else None)


@pytest.mark.parametrize("name", ["active.a", "active.b"])
def test_either_pointer_may_be_lost(packs, name):
    packs.put(trusted(11))
    packs.put(trusted(12))
    for wreck in (b"", b"x\n{}", (packs.folder / name).read_bytes()[:-1]):
        (packs.folder / name).write_bytes(wreck)
        assert packs.current() is not None
    (packs.folder / name).unlink()
    assert packs.current() is not None


def test_what_was_half_put_down_is_no_pack(packs):
    packs.put(trusted(11))
    half = packs.folder / "12-abcdefab.tmp"
    half.mkdir()
    (half / "library.json").write_bytes(b"{}")
    assert PackShelf(packs.folder.parent).current().name.startswith("11-")
    packs.put(trusted(13))
    assert not half.exists()


def test_a_disk_that_refuses_leaves_everything_as_it_was(packs, monkeypatch):
    before = packs.put(trusted(11))

    def refuse(*_, **__):
        raise OSError(28, "full")

    monkeypatch.setattr(shelf, "write_whole", refuse)
    with pytest.raises(NotSaved):
        packs.put(trusted(12))
    monkeypatch.undo()
    assert packs.current() == before


class TestWhatCounts:
    """A pack counts while its key is believed and while the program itself brings nothing newer."""

    def test_a_newer_program_leaves_an_older_pack_behind(self, tmp_path):
        PackShelf(tmp_path, built_in=10).put(trusted(11))
        assert PackShelf(tmp_path, built_in=10).current() is not None
        assert PackShelf(tmp_path, built_in=11).current() is None
        assert PackShelf(tmp_path, built_in=12).current() is None
        assert PackShelf(tmp_path, built_in=12).known().version == 12

    def test_a_key_that_is_taken_out_takes_its_packs_with_it(self, tmp_path):
        active, spare = (each.name for each in KEYS)
        shelf = PackShelf(tmp_path, 10, [active, spare])
        shelf.put(trusted(11))
        assert shelf.current() is not None
        assert PackShelf(tmp_path, 10, [spare]).current() is None

    def test_the_pack_before_is_used_where_only_its_key_is_believed(self, tmp_path):
        first = Simulator(version=11)
        first.key = SPARE
        before = PackShelf(tmp_path, 10).put(trust.accept(*first.both(), KEYS, trust.Known()))
        PackShelf(tmp_path, 10).put(trusted(12))
        assert PackShelf(tmp_path, 10, [SPARE.public.name]).current() == before

    def test_a_forged_leap_of_the_version_ends_with_its_key(self, tmp_path):
        active, spare = (each.name for each in KEYS)
        PackShelf(tmp_path, 10, [active, spare]).put(trusted(9_999_999_999))
        assert PackShelf(tmp_path, 10, [active, spare]).known().version == 9_999_999_999
        after = PackShelf(tmp_path, 10, [spare])
        assert after.known() == trust.Known(10)  # packs of the key that is left can be taken again

    def test_without_any_key_no_pack_counts(self, tmp_path):
        PackShelf(tmp_path, 10).put(trusted(11))
        assert PackShelf(tmp_path, 10, []).current() is None

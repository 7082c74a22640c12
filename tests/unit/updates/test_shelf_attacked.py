"""A shelf that is interrupted, shared, full, damaged or tampered with: the pack before, the new one, or the own."""

import errno
import hashlib
import os
import random
import shutil
import sys
import threading

import msgspec
import pytest

from kyr_app.store.disk import NotSaved, not_saved
from kyr_app.store.instance import claim
from kyr_app.updates import manifest, pointer, shelf, trust
from kyr_app.updates.pointer import Pointer
from kyr_app.updates.shelf import PackShelf
from kyr_app.updates.troubles import Busy, Doubled, TooOld
from tests.unit.updates.interrupted import REFUSED, killed_at, windows
from tests.unit.updates.simulator import KEYS, Simulator

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks, kills and makes pipes")
OLD, NEW = b"[11]", b"[12]"


def trusted(version, content=b"{}"):
    sim = Simulator({"library.json": content, "voice/mam/a.wav": b"RIFF"}, version)
    return trust.accept(*sim.both(), KEYS, trust.Known())


@pytest.fixture
def packs(tmp_path):
    """A shelf with one pack on it."""
    made = PackShelf(tmp_path, built_in=10)
    made.put(trusted(11, OLD))
    return made


def content(packs):
    """Return what is in the pack in use; None for the built-in content."""
    folder = packs.current()
    return None if folder is None else (folder / "library.json").read_bytes()


def litter(packs):
    kept = {packs.pointer().active, packs.pointer().previous, *pointer.FILES}
    return {each.name for each in packs.folder.iterdir()} - kept


class TestKilled:
    """Kill -9 before each thing that an installation asks of the disk."""

    @pytest.mark.parametrize("way", ["put", "back", "again"])
    def test_at_every_step_one_of_the_two_is_used_and_all_goes_on(self, tmp_path, way, monkeypatch):
        monkeypatch.setattr(os, "fsync", lambda _: None)  # what is killed here is a process, not the power
        new = trusted(12, NEW)
        for step in range(500):
            home = tmp_path / str(step)
            packs = PackShelf(home, built_in=10)
            packs.put(trusted(11, OLD))
            if way != "put":
                packs.put(new)
            if way == "again":  # its folder is there, damaged, and has to be made anew
                (packs.folder / packs.pointer().active / "library.json").write_bytes(b"[")
            act = packs.back if way == "back" else lambda packs=packs: packs.put(new)
            died = killed_at(step, act)
            after = PackShelf(home, built_in=10)
            assert content(after) in {OLD, NEW}
            assert after.known().version in ({11, 12} if way == "put" else {12})
            assert content(after) == NEW or after.pointer().active.startswith("11") or way == "again"
            after.put(new)
            assert content(after) == NEW
            assert litter(after) == set()
            if not died:
                break
            shutil.rmtree(home)
        assert 5 < step < 200


class TestShared:
    """Two windows, and more."""

    def test_a_window_waits_for_the_other_and_then_says_so(self, packs, monkeypatch):
        monkeypatch.setattr(shelf, "PATIENCE", 0.2)
        held = claim(packs.folder / shelf.LOCK)
        with pytest.raises(Busy):
            packs.put(trusted(12, NEW))
        with pytest.raises(Busy):
            packs.back()
        assert content(packs) == OLD
        timer = threading.Timer(0.1, held.release)
        timer.start()
        packs.put(trusted(12, NEW))
        timer.join()
        assert content(packs) == NEW

    def test_what_was_looked_at_before_the_other_took_a_newer_one_is_too_old(self, packs):
        looked_at = trusted(12, NEW)
        PackShelf(packs.folder.parent, built_in=10).put(trusted(13, b"[13]"))
        with pytest.raises(TooOld):
            packs.put(looked_at)
        assert content(packs) == b"[13]"

    def test_what_was_looked_at_before_the_other_took_its_twin_is_a_double(self, packs):
        PackShelf(packs.folder.parent, built_in=10).put(trusted(12, b"[13]"))
        with pytest.raises(Doubled):
            packs.put(trusted(12, NEW))
        assert content(packs) == b"[13]"

    def test_many_windows_at_once_end_with_the_newest(self, tmp_path):
        chance = random.Random(5)
        for attempt in range(4):
            home = tmp_path / str(attempt)
            offered = [trusted(version, str(version).encode()) for version in range(11, 17)]
            chance.shuffle(offered)
            assert windows(home, offered) <= {0, REFUSED}
            packs = PackShelf(home, built_in=10)
            assert content(packs) == b"16"
            assert packs.known().version == 16
            assert litter(packs) == set()


class TestRefused:
    """A disk that is full, locked, or not what it was."""

    @pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EROFS])
    def test_at_every_step_nothing_is_changed_and_nothing_is_left(self, packs, monkeypatch, number):
        refused = 0
        for step in range(100):
            left = [step]
            for name in ("write_whole", "flush", "give_name"):
                monkeypatch.setattr(shelf, name, self._counted(getattr(shelf, name), left, number))
            try:
                packs.put(trusted(12, NEW))
            except NotSaved:
                refused += 1
                assert content(packs) == OLD
                assert litter(packs) == set()
                assert packs.known().version == 11
            else:
                break
            finally:
                monkeypatch.undo()
        assert content(packs) == NEW
        assert refused > 4

    @staticmethod
    def _counted(act, left, number):
        def run(*arguments, **more):
            left[0] -= 1
            if left[0] == -1:
                error = OSError(number, "refused")
                raise not_saved(error) if act.__name__ == "write_whole" else error
            return act(*arguments, **more)

        run.__name__ = act.__name__
        return run

    def test_a_pointer_that_cannot_be_written(self, packs, monkeypatch):
        def refuse(*_):
            raise NotSaved(trust.N_("x"))

        monkeypatch.setattr(pointer, "write_whole", refuse)
        with pytest.raises(NotSaved):
            packs.put(trusted(12, NEW))
        with pytest.raises(NotSaved):
            packs.back()
        monkeypatch.undo()
        assert content(packs) == OLD

    def test_a_folder_that_cannot_be_written_is_read_all_the_same(self, packs, monkeypatch):
        def refuse(*_):
            raise OSError(errno.EROFS, "locked")

        monkeypatch.setattr(shelf, "claim", refuse)  # root may write where nobody may
        with pytest.raises(NotSaved) as told:
            packs.put(trusted(12, NEW))
        assert "locked" in repr(told.value.said)
        assert content(packs) == OLD
        assert list(packs.manifests()) == [packs.pointer().active]

    def test_a_file_where_the_shelf_should_be(self, tmp_path):
        (tmp_path / shelf.FOLDER).write_bytes(b"x")
        packs = PackShelf(tmp_path, built_in=10)
        assert packs.current() is None
        assert packs.manifests() == {}
        with pytest.raises(NotSaved):
            packs.put(trusted(11))


def said(packs, **values):
    """Write a pointer that says whatever it is told, with a good check."""
    data = msgspec.json.encode(Pointer(generation=99, **values))
    for name in pointer.FILES:
        (packs.folder / name).write_bytes(hashlib.sha256(data).hexdigest().encode() + b"\n" + data)


class TestTampered:
    """Somebody, or a bad disk, changed what lies there: never a crash, never a wait, never bytes from elsewhere."""

    def test_both_pointers_damaged_is_told_and_the_built_in_lessons_are_used(self, packs):
        assert not packs.lost
        for name in pointer.FILES:
            (packs.folder / name).write_bytes(b"x")
        assert packs.lost
        assert content(packs) is None
        packs.put(trusted(12, NEW))
        assert not packs.lost
        assert content(packs) == NEW

    @pytest.mark.parametrize(
        "name", ["../../elsewhere", "11-../../x", "11-", "/etc", "x", "11-ABCDEF01", "٣-abcdef01"]
    )
    def test_a_pointer_to_somewhere_else(self, packs, name):
        elsewhere = packs.folder.parent.parent / "elsewhere"
        elsewhere.mkdir(exist_ok=True)
        said(packs, active=name, previous=name, hashes={"11": "", name: "", "9" * 40: ""}, keys={name: ""})
        assert packs.current() is None
        assert packs.known().version >= 10

    @pytest.mark.parametrize("kind", ["pipe", "folder", "endless", "loop", "large"])
    @pytest.mark.parametrize("where", ["active.a", "active.b", "library.json", "manifest.json"])
    def test_what_is_no_file_is_damage_and_nothing_waits(self, packs, where, kind):
        before = packs.put(trusted(12, NEW))
        place = packs.folder / where if where in pointer.FILES else before / where
        if place.exists():
            place.unlink()
        {
            "pipe": lambda: os.mkfifo(place),
            "folder": place.mkdir,
            "endless": lambda: place.symlink_to("/dev/zero"),
            "loop": lambda: place.symlink_to(place),
            "large": lambda: (place.touch(), os.truncate(place, 1 << 40)),
        }[kind]()
        assert content(packs) in {OLD, NEW}
        assert packs.manifests()

    def test_a_folder_of_the_name_of_a_pack_with_other_content_is_made_anew(self, packs):
        new = trusted(12, NEW)
        name = pointer.name_of(12, new.sha256)
        other = trusted(12, b"[666]")
        folder = packs.folder / name
        for file, data in {**other.files, manifest.FILE: manifest.encode(other.manifest)}.items():
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / file).write_bytes(data)
        packs.put(new)
        assert content(packs) == NEW

    @pytest.mark.parametrize("kind", ["file", "pipe", "link"])
    @pytest.mark.parametrize("ending", ["", ".tmp"])
    def test_the_place_of_a_pack_is_taken_by_something_else(self, packs, kind, ending, tmp_path):
        new = trusted(12, NEW)
        place = packs.folder / (pointer.name_of(12, new.sha256) + ending)
        (tmp_path / "mine").mkdir()
        (tmp_path / "mine" / "photo").write_bytes(b"x")
        {
            "file": lambda: place.write_bytes(b"x"),
            "pipe": lambda: os.mkfifo(place),
            "link": lambda: place.symlink_to(tmp_path / "mine"),
        }[kind]()
        packs.put(new)
        assert content(packs) == NEW
        assert (tmp_path / "mine" / "photo").exists()

    def test_a_list_of_files_that_climbs_is_no_pack(self, packs):
        folder = packs.current()
        secret = packs.folder.parent / "secret.json"
        secret.write_bytes(b"{}")
        read = manifest.decode((folder / manifest.FILE).read_bytes())
        entry = manifest.Entry(hashlib.sha256(b"{}").hexdigest(), 2)
        climbing = {**read.files, "../../secret.json": entry}
        told = msgspec.structs.replace(read, files=climbing)
        (folder / manifest.FILE).write_bytes(manifest.encode(told))
        assert content(packs) is None

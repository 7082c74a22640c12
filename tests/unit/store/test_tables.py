"""Tables on a sealed file, and on none: TinyDB's own manners, and nothing acknowledged too early."""

import datetime as dt
import threading

import pytest
from tinydb import TinyDB, where

from kyr_app.store import guests
from kyr_app.store import troubles as wrong
from kyr_app.store.families import open_file
from kyr_app.store.storage import EMPTY, GuestStorage, SealedStorage, Tables
from tests.unit.store.words import PHRASE


class Refused(Exception):
    """A disk that did not take it."""


class Medium:
    """Counts what arrives; refuses when told to."""

    def __init__(self):
        self.saves, self.refuse = [], False

    def __call__(self, content):
        if self.refuse:
            raise Refused
        self.saves.append(content)


def broken(tables, name, **more):
    """Empty one table, and fill another one with what no JSON knows."""
    tables.replace("a", [])
    tables.replace("people", [])
    tables.replace(name, [{"x": object(), **more}])


@pytest.fixture
def medium():
    return Medium()


@pytest.fixture
def storage(medium):
    return SealedStorage(medium)


def test_crud_as_tinydb_has_it(storage, medium):
    db = TinyDB(storage=lambda: storage)
    people = db.table("people")
    first = people.insert({"name": "A", "age": 7})
    people.insert_multiple([{"name": "B", "age": 30}, {"name": "C", "age": 40}])
    assert people.get(doc_id=first) == {"name": "A", "age": 7}
    assert [row["name"] for row in people.search(where("age") > 10)] == ["B", "C"]
    people.update({"age": 8}, where("name") == "A")
    people.upsert({"name": "D", "age": 1}, where("name") == "D")
    people.remove(where("name") == "B")
    assert [row["name"] for row in people] == ["A", "C", "D"]
    assert people.count(where("age") == 8) == 1
    assert db.tables() == {"people"}
    db.drop_tables()
    assert medium.saves[-1] == b"{}"
    assert len(medium.saves) == 6


def test_what_the_medium_refuses_did_not_happen(storage, medium):
    db = TinyDB(storage=lambda: storage)
    db.insert({"name": "A"})
    medium.refuse = True
    for change in (
        lambda: db.insert({"name": "B"}),
        lambda: db.update({"name": "C"}),
        db.truncate,
    ):
        with pytest.raises(Refused):
            change()
        assert db.all() == [{"name": "A"}]


def test_what_is_read_is_a_copy(storage):
    tables = Tables(storage)
    tables.replace("people", [{"name": "A", "papers": ["one"]}])
    tables.rows("people")[0]["papers"].append("two")
    assert tables.rows("people") == [{"name": "A", "papers": ["one"]}]


def test_the_same_again_is_not_written(storage, medium):
    tables = Tables(storage)
    for _ in range(3):
        tables.replace("people", [{"day": dt.date(2026, 11, 22), "pair": (1, 2)}])
    assert len(medium.saves) == 1
    assert tables.rows("people") == [{"day": "2026-11-22", "pair": [1, 2]}]


def test_together_is_one_save_however_deep(storage, medium):
    tables = Tables(storage)
    with tables.together():
        tables.replace("a", [{"x": 1}])
        with tables.together():
            tables.replace("b", [{"x": 2}])
        tables.replace("c", [{"x": 3}])
        assert not medium.saves
        assert tables.names() == ("a", "b", "c")
    assert len(medium.saves) == 1


def test_an_exception_inside_takes_all_of_it_back(storage, medium):
    tables = Tables(storage)
    tables.replace("a", [{"x": 1}])
    with pytest.raises(TypeError), tables.together():
        broken(tables, "b")
    assert (tables.names(), len(medium.saves)) == (("a",), 1)
    medium.refuse = True
    with pytest.raises(Refused), tables.together():
        tables.replace("b", [{"x": 2}])
    assert tables.names() == ("a",)


def test_half_a_character_does_not_stop_a_save(storage):
    tables = Tables(storage)
    tables.replace("a", [{"x": "ni\ud83do"}])
    assert tables.rows("a") == [{"x": "ni?o"}]


def test_a_family_file_keeps_tables_across_openings(file):
    rows = [{"name": "Ñandú 😀", "deep": {"list": [1, 2.5, None, True]}}]
    with file.together():
        file.replace("answers", rows)
        file.replace("empty", [])
    number = file.generation
    file.replace("answers", rows)
    assert file.generation == number
    assert file.tables() == ("answers", "people")
    file.close()
    with open_file(file.path, PHRASE) as again:
        assert again.rows("answers") == rows
        assert again.rows("nothing") == []


def test_a_closed_file_answers_nothing(file):
    file.close()
    for ask in (
        lambda: file.rows("people"),
        file.tables,
        file.save,
        file.content,
        file.delete,
        lambda: file.replace("people", []),
        lambda: file.blob_put(b"x"),
    ):
        with pytest.raises(wrong.Closed):
            ask()
    assert file._storage.saved == EMPTY
    assert file._key == b""


def test_many_threads_one_after_another(file):
    def work(number):
        for turn in range(10):
            file.replace(f"t{number}", [{"turn": turn}])

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [file.rows(f"t{number}") for number in range(4)] == [[{"turn": 9}]] * 4
    assert file.generation == 3 + 40


def test_a_guest_keeps_nothing(folder, monkeypatch):
    monkeypatch.chdir(folder)
    guest = guests.Guest()
    with guest.together():
        guest.replace("people", [{"name": "A"}])
        name = guest.blob_put(b"photo")
    with pytest.raises(TypeError), guest.together():
        broken(guest, "more", photo=guest.blob_put(b"x"))
    assert (guest.tables(), guest.blobs(), guest.blob(name)) == (("people",), (name,), b"photo")
    guest.blob_drop(name)
    with pytest.raises(wrong.BlobGone):
        guest.blob(name)
    assert not list(folder.iterdir())
    guest.close()
    assert guest.rows("people") == []


def test_a_guest_storage_is_a_storage():
    db = TinyDB(storage=GuestStorage)
    db.insert({"a": 1})
    assert db.all() == [{"a": 1}]

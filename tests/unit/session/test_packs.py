"""Packs through the session: whatever is in one that is signed, it is refused in words or can be shown and used."""

import datetime as dt

import pytest
from msgspec import structs

from kyr_app.content import build
from kyr_app.content import library as libraries
from kyr_app.content.desk import Desk
from kyr_app.content.library import Library
from kyr_app.model.errors import KyrError
from kyr_app.model.text import Text
from kyr_app.session.packs import packs as session_packs
from kyr_app.session.packs import publishers
from kyr_app.session.packs.packs import Packs
from kyr_app.session.session import Session
from tests.unit.content import little
from tests.unit.updates.simulator import KEYS
from tests.unit.updates.spoilt import bad, on_stick, spoilt_lessons

DAY = dt.date(2026, 11, 22)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    """The content of one lesson, as it is in a pack."""
    return build.shelf(Desk(little.write(tmp_path_factory.mktemp("content"))))


@pytest.fixture
def sitting(shelf, monkeypatch, tmp_path):
    """A session with that content, and the folder of a stick."""
    monkeypatch.setattr(publishers, "pinned", lambda: KEYS)
    session = Session(library=Library(shelf), today=DAY)
    return session, tmp_path


def test_a_clock_that_lags_behind_is_not_believed(sitting, shelf):
    session, folder = sitting
    session.today = dt.date(2019, 1, 1)
    file = on_stick(folder, {libraries.FILE: libraries.encode(shelf)}, valid_until=dt.date(2026, 11, 21))
    assert Packs(session, folder / "home").offered(file).expired  # the pack itself was made on a later day
    session.today = DAY
    file = on_stick(folder, {libraries.FILE: libraries.encode(shelf)}, valid_until=dt.date(2027, 1, 1))
    assert not Packs(session, folder / "home").offered(file).expired


def test_without_a_key_it_is_said_that_there_is_none(sitting, shelf, monkeypatch):
    session, folder = sitting
    file = on_stick(folder, {libraries.FILE: libraries.encode(shelf)})
    monkeypatch.setattr(publishers, "pinned", tuple)
    with pytest.raises(KyrError) as told:
        Packs(session, folder / "home").offered(file)
    assert told.value.said == publishers.NO_KEY
    assert told.value.hint == publishers.NO_KEY_DO


@pytest.mark.parametrize("lacks", ["forms.json", "library.json"])
def test_json_that_two_might_read_differently_is_refused_inside_too(sitting, shelf, lacks):
    session, folder = sitting
    files = {"library.json": libraries.encode(shelf), "forms.json": b"[]"}
    files[lacks] = b'{"a": 1, "a": 2}'
    with pytest.raises(KyrError):
        Packs(session, folder / "home").offered(on_stick(folder, files))


def test_forms_that_are_none_are_refused(sitting, shelf):
    session, folder = sitting
    files = {"library.json": libraries.encode(shelf), "forms.json": b'[{"id": "x"}]'}
    with pytest.raises(KyrError):
        Packs(session, folder / "home").offered(on_stick(folder, files))


def test_a_pack_without_forms_leaves_those_of_the_program(sitting, shelf):
    session, folder = sitting
    packs = Packs(session, folder / "home")
    packs.take(packs.offered(on_stick(folder, {libraries.FILE: libraries.encode(shelf)})))
    assert "i-589" in session.library.forms
    assert "i-589" in session_packs.current(folder / "home").forms


def test_a_newer_program_uses_its_own_content_again(sitting, shelf, monkeypatch):
    session, folder = sitting
    packs = Packs(session, folder / "home")
    packs.take(packs.offered(on_stick(folder, {libraries.FILE: libraries.encode(shelf)})))
    assert list(session_packs.current(folder / "home").lessons) == ["door"]
    monkeypatch.setattr(publishers, "built_in", lambda _: 2099010200)
    assert "turn-in" in session_packs.current(folder / "home").lessons


def test_spoilt_content_that_is_signed_in_short(sitting, shelf):
    found = spoilt_lessons(*sitting, shelf, 250, 1)
    assert bad(found) == 0, found
    assert found["NotAPack"] > 100
    assert found["can be shown"] > 20


def test_what_is_offered_says_nothing_of_itself(sitting, shelf):
    session, folder = sitting
    lesson = structs.replace(shelf.lessons[0], title=Text("Otra", "Other"))
    files = {libraries.FILE: libraries.encode(structs.replace(shelf, lessons=(lesson,)))}
    offered = Packs(session, folder / "home").offered(on_stick(folder, files))
    assert "Otra" not in repr(offered)
    assert offered.differences[0].id == "door"

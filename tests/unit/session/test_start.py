"""What a computer or a pack can be like at start: the program opens all the same, with content that is sound."""

import pytest
from msgspec import structs

from kyr_app import places
from kyr_app.content import library as libraries
from kyr_app.content import official
from kyr_app.model.errors import ContentError, KyrError
from kyr_app.model.settings import Settings
from kyr_app.session.packs import packs as session_packs
from kyr_app.session.packs import publishers
from kyr_app.session.packs.packs import Packs
from kyr_app.session.session import Session
from kyr_app.store.preferences import Forgetful, holds
from kyr_app.updates import minisign
from tests.unit.session.test_packs import on_stick
from tests.unit.updates.simulator import KEYS


@pytest.fixture
def home(tmp_path, monkeypatch):
    """The folder of this computer's settings, with a folder for packs."""
    monkeypatch.setattr(publishers, "pinned", lambda: KEYS)
    monkeypatch.setenv("KYR_HOME", str(tmp_path / "home"))
    (tmp_path / "home" / "packs").mkdir(parents=True)
    return tmp_path / "home"


def test_a_folder_that_may_not_be_looked_into_is_none(home, monkeypatch):
    def refuse(_):
        raise PermissionError

    assert holds(home / "packs")
    monkeypatch.setattr("pathlib.Path.is_dir", refuse)
    assert not holds(home / "packs")


@pytest.mark.usefixtures("home")
def test_settings_of_somebody_else_stop_nothing(monkeypatch, library):
    monkeypatch.setattr("kyr_app.session.session.holds", lambda _: False)
    monkeypatch.setattr("kyr_app.session.packs.languages.holds", lambda _: False)
    session = Session(preferences=Forgetful(Settings(language="ht")))
    assert session.locale.language == "es"
    assert session.library.lessons.keys() == library.lessons.keys()


def test_a_key_that_is_damaged_is_not_believed_and_stops_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(places, "assets", lambda: tmp_path)
    folder = tmp_path / "keys"
    folder.mkdir()
    (folder / "a.pub").write_text(minisign.written(KEYS[0]))
    (folder / "._a.pub").write_bytes(b"\x00\x05\x16\x07\xff")  # what a Mac lays beside a file that it copied
    (folder / "b.pub").write_bytes(b"\xff\xfe damaged")
    assert publishers.pinned() == (KEYS[0],)
    (folder / "b.pub").write_text(minisign.written(KEYS[1]))
    assert publishers.pinned() == (KEYS[0], KEYS[1])


def test_forms_that_this_program_does_not_read_are_the_ones_it_brings(home, library, tmp_path):
    files = {libraries.FILE: libraries.encode(library.shelf), official.FILE: b"[]"}
    packs = Packs(Session(library=library), home)
    packs.take(packs.offered(on_stick(tmp_path, files)))
    [folder] = (home / "packs").glob("*-*")
    official.load.cache_clear()
    assert session_packs.current(home).forms == {}
    official.load.cache_clear()
    broken = folder.rename(tmp_path / "pack")
    (broken / official.FILE).write_bytes(b'[{"of": "a later program"}]')
    assert libraries.load(broken, places.pack()).forms.keys() == library.forms.keys()
    with pytest.raises(ContentError):
        _ = libraries.load(broken).forms
    official.load.cache_clear()


def test_content_of_another_shape_is_not_opened(home, library, tmp_path):
    later = libraries.encode(structs.replace(library.shelf, format=libraries.FORMAT + 1))
    with pytest.raises(ContentError):
        libraries.decode(later)
    with pytest.raises(KyrError):
        Packs(Session(library=library), home).offered(on_stick(tmp_path, {libraries.FILE: later}))

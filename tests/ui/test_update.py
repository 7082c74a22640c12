"""J9: the rules changed last week. A pack from a stick is looked at, read, used, taken back; or refused."""

import datetime as dt

import pytest
from msgspec import structs
from PySide6.QtWidgets import QLabel

from kyr_app.content import library as libraries
from kyr_app.model.text import Text
from kyr_app.session import publishers
from kyr_app.store import drives as store_drives
from kyr_app.store.drive import Drive
from kyr_app.store.preferences import home
from kyr_app.ui.desk import Place
from kyr_app.updates import archive, manifest, minisign, secret

KEY = secret.SecretKey(b"keykey00", b"k" * 32)
TITLE = Text("Lo que cambió la semana pasada", "What changed last week")


@pytest.fixture
def stick(tmp_path, monkeypatch):
    folder = tmp_path / "stick"
    folder.mkdir()
    monkeypatch.setattr(publishers, "pinned", lambda: (KEY.public,))
    drive = Drive(folder, "STICK", removable=True, free=10**9, writable=True)
    monkeypatch.setattr(store_drives, "drives", lambda *_: (drive,))
    return folder


def publish(folder, library, version=2099010101, valid_until=dt.date(2099, 1, 1)):
    first, *rest = library.shelf.lessons
    shelf = structs.replace(library.shelf, lessons=(structs.replace(first, title=TITLE), *rest))
    files = {libraries.FILE: libraries.encode(shelf)}
    notes = Text("Cambió una regla.", "A rule changed.")
    said = manifest.made(
        files, version=version, made=dt.date(2026, 11, 20), valid_until=valid_until, notes=notes
    )
    data = archive.packed({**files, manifest.FILE: manifest.encode(said)})
    file = folder / f"guia-{version}.zip"
    file.write_bytes(data)
    file.with_name(file.name + ".minisig").write_bytes(minisign.sign(data, said.comment, KEY))
    return file, first.id


@pytest.fixture
def settle(qtbot, window, qapp):
    def settled():
        shown = window.screens.get(Place.UPDATE)
        if shown is not None:
            qtbot.waitUntil(lambda: not shown.looking, timeout=20_000)
        qapp.processEvents()

    return settled


@pytest.fixture
def screen(window, settle):
    def opened():
        window.go(Place.UPDATE)
        settle()
        return window.screens[Place.UPDATE]

    return opened


def said(screen):
    return " ".join(label.text() for label in screen.findChildren(QLabel) if label.isVisibleTo(screen))


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_pack_is_read_used_and_taken_back(window, settle, screen, stick, language):
    session = window.session
    session.use_language(language)
    file, lesson = publish(stick, session.library)
    before = session.library.lesson(lesson).title
    session.interviews.start("travelers")
    asked = session.interviews.interview
    shown = screen()
    assert list(shown.cards) == [file]
    shown.cards[file].click()
    settle()
    told = said(shown)
    assert {"es": "Cambió una regla.", "en": "A rule changed."}[language] in told
    assert KEY.public.name in told
    assert shown.foot.next.isVisibleTo(shown)
    assert session.library.lesson(lesson).title == before  # looking changes nothing
    assert not (home() / "packs").exists()
    shown.foot.next.click()
    settle()
    assert session.library.lesson(lesson).title == TITLE
    assert session.interviews.interview == asked  # the one under way keeps its questions
    window.go(Place.LIBRARY)
    settle()
    assert TITLE.in_language(language) in said(window.shown)
    screen().go_back()
    assert session.library.lesson(lesson).title == before


def test_a_pack_past_its_date_is_taken_with_a_warning(window, settle, screen, stick):
    file, _ = publish(stick, window.session.library, valid_until=dt.date(2026, 1, 1))
    shown = screen()
    shown.judge(file)
    settle()
    assert shown.offered.expired
    assert shown.foot.next.isVisibleTo(shown)


def test_a_damaged_pack_is_refused_with_its_reason_and_changes_nothing(window, settle, screen, stick):
    file, lesson = publish(stick, window.session.library)
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(bytes(data))
    before = window.session.library
    shown = screen()
    shown.judge(file)
    settle()
    assert shown.offered is None
    assert not shown.foot.next.isVisibleTo(shown)
    shown.forward()
    assert window.session.library is before
    assert lesson in before.lessons
    assert not (home() / "packs").exists()


def test_a_stick_without_a_pack_teaches_what_a_pack_is(screen, stick):
    shown = screen()
    assert not shown.cards
    assert ".minisig" in said(shown)
    assert stick.is_dir()


def test_leaving_while_it_looks_shows_nothing_later(window, qtbot, screen, stick):
    file, _ = publish(stick, window.session.library)
    shown = screen()
    shown.judge(file)
    shown.back()
    qtbot.wait(300)
    assert window.place is Place.LOOKUP
    assert shown.offered is None

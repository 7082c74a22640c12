"""The self-check: what is wrong is a line that says what to do."""

import datetime as dt
import socket
from contextlib import suppress
from pathlib import Path

import pytest

from kyr_app.documents.worker import api
from kyr_app.documents.worker.shapes import Inspected
from kyr_app.model.errors import InputError
from kyr_app.model.text import N_
from kyr_app.session import clock
from kyr_app.session.selfcheck import check, machine
from kyr_app.session.selfcheck.check import Seen
from kyr_app.speech.espeak import Espeak
from kyr_app.speech.voice import NoVoice
from kyr_app.store import drives, release
from kyr_app.store.drive import Drive

FINE = Seen((1366, 768), 1.0, ("Impresora",))
ALL = (
    "version content dates pack files fonts pdf photos voice sound "
    "clock memory room drives display printers network"
).split()


@pytest.fixture
def session(session, monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: session.library.built)
    return session


def by_id(session, seen=FINE):
    return {each.id: each for each in check.lines(session, seen)}


def test_a_sound_copy_passes_and_looks_at_everything(session):
    found = by_id(session)
    assert list(found) == ALL
    assert check.passed(tuple(found.values()))
    assert found["network"].good
    assert found["files"].good is None  # a checkout has no list of hashes


def test_without_a_window_the_screen_is_not_looked_at(session):
    found = by_id(session, None)
    assert found["display"].good is found["printers"].good is None


@pytest.mark.parametrize(
    ("name", "break_it"),
    [
        ("version", lambda m: m.setattr(machine, "bits", lambda: 32)),
        ("memory", lambda m: m.setattr(machine, "memory", lambda: 500 * machine.MIB)),
        ("room", lambda m: m.setattr(machine, "free", lambda _: 5)),
        ("files", lambda m: m.setattr(release, "verify", lambda *_: release.Verified(3, missing=("guia",)))),
        ("files", lambda m: m.setattr(release, "verify", lambda *_: release.Verified(damaged_list=True))),
        ("clock", lambda m: m.setattr(clock, "today", lambda: dt.date(2011, 1, 1))),
        ("clock", lambda m: m.setattr(clock, "today", lambda: dt.date(2039, 1, 1))),
        ("pdf", lambda m: m.setattr(api, "inspect", lambda _: Inspected(1, ((612.0, 792.0),), (), ("ano",)))),
    ],
)
def test_what_is_wrong_says_what_to_do(session, monkeypatch, name, break_it):
    break_it(monkeypatch)
    line = by_id(session)[name]
    assert line.good is False
    assert line.do is not None
    for language in ("es", "en"):
        assert len(session.locale_of(language).render(check.told(line))) > 20


def test_a_missing_voice_is_a_line_and_the_rest_is_still_looked_at(session, monkeypatch):
    def silent(*_):
        raise NoVoice(N_("The voice of this program is missing."))

    monkeypatch.setattr(Espeak, "speak", silent)
    found = by_id(session)
    assert found["voice"].good is False
    assert found["room"].good


@pytest.mark.parametrize("trouble", [ImportError("PIL"), FileNotFoundError("photo.heic"), ValueError()])
def test_a_part_that_does_not_open_is_a_line_and_no_end(session, monkeypatch, trouble):
    def broken(*_, **__):
        raise trouble

    monkeypatch.setattr(api, "render", broken)
    found = by_id(session)
    assert found["photos"].good is False
    assert found["photos"].do is not None
    assert found["voice"].good


def test_each_wrong_file_is_named_and_where_they_are_many_the_others_are_counted(session, monkeypatch):
    gone = tuple(f"_internal/{n}.so" for n in range(20))
    found = release.Verified(400, ("guia",), gone, ("virus.exe",))
    monkeypatch.setattr(release, "verify", lambda *_: found)
    line = by_id(session)["files"]
    english = session.locale_of("en")
    every = [english.render(each) for each in line.names]
    assert every[0] == "missing: _internal/0.so"
    assert every[-2:] == ["changed: guia", "does not belong here: virus.exe"]
    assert len(check.named(line)) == check.MOST_NAMED + 1
    assert english.render(check.named(line)[-1]) == "and 10 more files"
    page = check.page((line,))
    assert "missing: _internal/3.so" in [english.render(each) for each in page.lines]


def test_sticks_are_told_without_their_names(session, monkeypatch):
    there = (
        Drive(Path("/a"), "MARIA", removable=True, free=7 * machine.MIB, writable=True),
        Drive(Path("/b"), "PEPE", removable=True, free=0, writable=False),
    )
    monkeypatch.setattr(drives, "drives", lambda: there)
    said = session.locale_of("en").render(check.told(by_id(session)["drives"]))
    assert said == "Sticks: 2 sticks are in. One has 7 MiB free. One is locked against writing."


def test_a_small_screen_is_named(session):
    assert by_id(session, Seen((800, 600), 1.25, ()))["display"].good is False


def test_lessons_past_their_date_are_counted(session):
    session.use_today(max(each.good_until for each in session.library.lessons.values()).replace(year=2030))
    assert by_id(session)["dates"].good is False


def test_an_attempt_to_reach_a_network_is_seen():
    with machine.watched() as attempts:
        assert attempts() == 0
        with suppress(AssertionError, OSError, RuntimeError):
            socket.getaddrinfo("example.invalid", 80)
        assert attempts() == 1
    with suppress(AssertionError, OSError, RuntimeError):
        socket.getaddrinfo("example.invalid", 80)
    assert attempts() == 1  # it listens no longer


def test_the_page_puts_first_what_must_be_mended(session, monkeypatch):
    monkeypatch.setattr(machine, "bits", lambda: 32)
    page = check.page(check.lines(session, FINE))
    assert not page.clean
    assert "64" in session.locale_of("en").render(page.sections[0].lines[0])
    with pytest.raises(InputError):
        session.locale_of("xx")

"""The self-check: what is wrong is a line that says what to do."""

import socket
from contextlib import suppress

import pytest

from kyr_app.model.errors import InputError
from kyr_app.model.text import N_
from kyr_app.session import machine, selfcheck
from kyr_app.session.selfcheck import Seen
from kyr_app.speech.espeak import Espeak
from kyr_app.speech.voice import NoVoice
from kyr_app.store import release

FINE = Seen((1366, 768), 1.0, ("Impresora",))


def by_id(session, seen=FINE):
    return {each.id: each for each in selfcheck.lines(session, seen)}


def test_a_sound_copy_passes_and_looks_at_everything(session):
    found = by_id(session)
    expected = (
        "version memory content dates pack files fonts pdf voice sound room drives display printers network"
    )
    assert set(found) == set(expected.split())
    assert selfcheck.passed(tuple(found.values()))
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
    ],
)
def test_what_is_wrong_says_what_to_do(session, monkeypatch, name, break_it):
    break_it(monkeypatch)
    line = by_id(session)[name]
    assert line.good is False
    assert line.do is not None
    for language in ("es", "en"):
        assert len(session.locale_of(language).render(selfcheck.told(line))) > 20


def test_a_missing_voice_is_a_line_and_the_rest_is_still_looked_at(session, monkeypatch):
    def silent(*_):
        raise NoVoice(N_("The voice of this program is missing."))

    monkeypatch.setattr(Espeak, "speak", silent)
    found = by_id(session)
    assert found["voice"].good is False
    assert found["room"].good


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
    page = selfcheck.page(selfcheck.lines(session, FINE))
    assert not page.clean
    assert "64" in session.locale_of("en").render(page.sections[0].lines[0])
    with pytest.raises(InputError):
        session.locale_of("xx")

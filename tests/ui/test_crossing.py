"""J3, before a journey: what is there is listed, the program's own goes after five seconds, a receipt says so."""

import pytest

from kyr_app.model.person import Who
from kyr_app.session.family import crossing
from kyr_app.store import drives, folders, traces
from kyr_app.store.drive import Drive
from kyr_app.ui.desk import Place
from kyr_app.ui.standing import State
from tests.ui.conftest import clipped, settle, shown_words
from tests.ui.keeping import done, sentry_of, with_file


@pytest.fixture
def machine(tmp_path, monkeypatch, kept_elsewhere):
    """A computer with a stick, both all the test's own."""
    stick, home, empty = tmp_path / "KINGSTON", tmp_path / "Documentos", tmp_path / "empty"
    for each in (stick, home, empty):
        each.mkdir()
    monkeypatch.setattr(drives, "drives", lambda _=None: (Drive(stick, "KINGSTON", True, 10**9, True),))
    monkeypatch.setattr(folders, "personal", lambda: (home,))
    monkeypatch.setattr(traces, "rubbish", lambda: empty)
    monkeypatch.setattr(traces, "temporary", lambda: empty)
    kept_elsewhere.mkdir(exist_ok=True)
    (kept_elsewhere / "settings.json").write_text('{"language":"es"}', encoding="utf-8")
    return stick, home


@pytest.fixture
def crossed(window, machine):
    """Return a function that looks, with whatever is there by then."""
    assert machine
    sentry_of(window)

    def look():
        window.go(Place.CROSSING)
        done()
        return window.shown

    yield look
    if window.session.family.open:
        window.session.family.close()


def said(window):
    settle()
    return " ".join(text for _, text in shown_words(window))


def test_it_lists_what_is_there(window, crossed, machine):
    stick, home = machine
    with_file(window, stick)
    (home / "hoja-2026-11-22.pdf").write_bytes(b"%PDF-1.7\n")
    shown = crossed()
    kinds = {group.kind.name for group in shown.inventory.groups}
    assert {"FAMILY", "PAPER"} <= kinds
    assert "SETTINGS" in kinds
    assert shown.families is not None
    assert shown.papers is not None
    assert not shown.families.isChecked()
    assert "KINGSTON" in said(window)
    assert not clipped(window)


def test_j3_its_own_traces_go_after_five_seconds_and_the_receipt_says_none(
    window, crossed, machine, kept_elsewhere
):
    assert machine
    window.session.add_person(Who.ME)
    shown = crossed()
    shown.foot.next.click()
    for _ in range(4):
        shown.countdown.tick()
    assert (kept_elsewhere / "settings.json").exists()
    shown.countdown.tick()
    done()
    assert not (kept_elsewhere / "settings.json").exists()
    assert not window.session.people.here
    assert window.place is Place.RECEIPT
    assert window.shown.receipt.clean
    assert window.shown.receipt == crossing.receipt(shown.inventory)
    window.session.use_language("en")
    assert "Personal files: none." in said(window)
    assert not (kept_elsewhere / "settings.json").exists()


def test_it_can_be_stopped_and_then_nothing_is_gone(window, crossed, machine, kept_elsewhere):
    stick, _ = machine
    with_file(window, stick)
    shown = crossed()
    shown.foot.next.click()
    shown.countdown.tick()
    shown.countdown.stop.click()
    assert shown.stage == "listed"
    assert window.session.family.open
    shown.foot.next.click()
    window.go(Place.HOME)
    assert (kept_elsewhere / "settings.json").exists()
    assert window.session.family.open


def test_family_files_and_papers_go_only_where_that_was_ticked(window, crossed, machine):
    stick, home = machine
    with_file(window, stick)
    paper = home / "hoja-2026-11-22.pdf"
    paper.write_bytes(b"%PDF-1.7\n")
    shown = crossed()
    shown.foot.next.click()
    for _ in range(5):
        shown.countdown.tick()
    done()
    assert paper.exists()
    assert list(stick.glob("*.a"))
    assert not window.session.family.open
    assert window.desk.sentry.autosave.state is State.NOTHING
    shown = crossed()
    shown.families.setChecked(True)
    shown.papers.setChecked(True)
    shown.foot.next.click()
    for _ in range(5):
        shown.countdown.tick()
    done()
    assert not paper.exists()
    assert not list(stick.glob("*.a"))
    assert window.shown.receipt.clean


def test_a_receipt_without_taking_anything_away(window, crossed, machine):
    assert machine
    crossed().receipt_button.click()
    assert window.place is Place.RECEIPT
    assert window.shown.receipt.sections

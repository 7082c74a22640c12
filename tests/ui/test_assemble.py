"""The screen on which a packet is put together: what is missing and how much paper first, then sets and files."""

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from kyr_app.model.settings import Look, TextSize, View
from kyr_app.ui import background, saving
from kyr_app.ui.desk import Place
from kyr_app.ui.screens.assemble_made import MadePage, MakingPage
from kyr_app.ui.screens.assemble_page import AssemblePage
from kyr_app.ui.widgets.copies import sheets
from tests.ui.conftest import clipped, settle
from tests.ui.packing import MADE, answer_all, done, pack, sitting, until
from tests.unit.packet.pictures import jpeg, paper


@pytest.fixture(scope="module")
def page():
    return jpeg(paper().resize((425, 550)))


@pytest.fixture
def packed(session, window, page):
    pack(session, page, "Acta de ejemplo")
    window.go(Place.ASSEMBLE)
    return window


def test_paper_is_told_first_then_sets_are_made(packed):
    screen = packed.shown
    assert not screen.foot.next.isEnabled()
    done(screen)
    assert screen.counted.sets.total == 3
    assert not clipped(packed)
    screen.page.counts["dhs"].show_value(2)
    assert packed.session.packet.choices.sets.dhs == 2
    screen.count()
    done(screen)
    assert screen.counted.sets.total == 4
    told = screen.counted.total
    screen.forward()
    assert isinstance(screen.page, MakingPage)
    done(screen)
    assert [each.pages for each in screen.made] == [told]
    packed.go(Place.PACKET)
    settle()
    assert screen.made == ()
    assert screen.document.pageCount() == 0


def test_no_set_at_all_is_told_and_cannot_be_made(packed):
    screen = packed.shown
    for count in screen.page.counts.values():
        count.show_value(0)
    screen.count()
    done(screen)
    assert not screen.foot.next.isEnabled()
    assert screen.keep.isEnabled()
    assert screen.state.text()


def test_files_are_named_by_what_they_are_and_saved_together(packed, tmp_path):
    screen = packed.shown
    done(screen)
    screen.keep.click()
    done(screen)
    assert isinstance(screen.page, MadePage)
    assert [each.icon for each in screen.made] == ["files", "book-open", "clipboard-text"]
    assert [each.pages for each in screen.made[:2]] == [screen.counted.packet, screen.counted.reading]
    assert not clipped(packed)
    screen.page.chosen.emit(str(tmp_path))
    saved = sorted(tmp_path.iterdir(), key=lambda path: path.stat().st_mtime_ns)
    assert [path.read_bytes() for path in saved] == [each.data for each in screen.made]
    shown = " ".join(each.text() for each in screen.page._saved)
    assert all(path.name in shown for path in saved)
    assert all(path.name.startswith("hoja-2026") for path in saved)


def test_a_stick_that_gets_full_says_what_is_there_and_keeps_the_rest(packed, tmp_path, monkeypatch):
    screen = packed.shown
    done(screen)
    screen.keep.click()
    done(screen)
    write, written = saving.write, []

    def full(path, data):
        if written:
            raise saving.NotWritten("full")
        written.append(path)
        write(path, data)

    monkeypatch.setattr(saving, "write", full)
    screen.page.chosen.emit(str(tmp_path))
    assert packed.notice.isVisible()
    assert [bool(each.text()) for each in screen.page._saved] == [True, False, False]
    assert len(screen.made) == 3
    assert [path.name for path in tmp_path.iterdir()] == [written[0].name]


def test_one_file_too_large_is_parted_and_each_part_says_its_pages(packed, page):
    pack(packed.session, page, "Otra acta", "Una más")
    packed.go(Place.ASSEMBLE)
    screen = packed.shown
    done(screen)
    screen.keep.click()
    done(screen)
    whole = screen.made[0]
    screen.back()
    most = len(whole.data) * 2 // 3
    packing = packed.session.packet
    packing.use(structs.replace(packing.packet, most=most), "size")
    done(screen)
    screen.keep.click()
    done(screen)
    parts = [each for each in screen.made if each.icon == "files"]
    assert len(parts) > 1
    assert sum(each.pages for each in parts) == whole.pages
    say = packed.session.locale.render
    assert f"1 a {parts[0].pages}" in say(parts[0].title)
    assert f" a {whole.pages}" in say(parts[-1].title) or f" {whole.pages}" in say(parts[-1].title)


def test_what_is_missing_leads_to_where_it_is_said_and_back(packed):
    screen = packed.shown
    done(screen)
    first, *_ = screen.page.missing.ways
    assert "A" in first.text()
    first.click()
    assert (packed.place, packed.shown.side) == (Place.EXHIBIT, "words")
    packed.shown.page.languages.buttons["en"].click()
    packed.shown.foot.next.click()
    packed.shown.foot.next.click()
    assert packed.place is Place.ASSEMBLE
    assert packed.session.packet.missing(1) == ()
    done(screen)
    assert screen.page.missing.ways == [screen.page.missing.ask]


def test_the_court_s_own_pages_ask_their_questions_and_lead_back_to_the_packet(packed):
    screen = packed.shown
    done(screen)
    screen.page.missing.ask.click()
    assert packed.place is Place.INTERVIEW
    packed.shown.back()
    assert packed.place is Place.ASSEMBLE
    done(screen)
    screen.page.missing.ask.click()
    answer_all(packed)
    assert packed.place is Place.REVIEW
    packed.shown.foot.next.click()
    assert packed.place is Place.ASSEMBLE
    done(screen)
    assert screen.page.missing.ask is None


@pytest.mark.parametrize("way", ["button", "back", "leave"])
def test_cancel_leaves_nothing(packed, way):
    screen = packed.shown
    done(screen)
    screen.forward()
    assert isinstance(screen.page, MakingPage)
    {"button": screen.page.stop.click, "back": screen.back, "leave": lambda: packed.go(Place.HOME)}[way]()
    background.wait()
    settle()
    assert screen.made == ()
    assert way == "leave" or isinstance(screen.page, AssemblePage)


def test_an_empty_packet_says_how_to_begin(window):
    window.go(Place.ASSEMBLE)
    settle()
    assert not window.shown.foot.next.isVisible()
    begin = next(each for each in window.shown.page.findChildren(QPushButton) if each.isVisible())
    begin.click()
    assert window.place is Place.PACKET
    assert window.shown.page.cards  # it asks at once where the photos are


def test_what_is_changed_elsewhere_is_followed(packed, page):
    """A second window of the same sitting changes the packet while the first one shows what was made."""
    screen = packed.shown
    done(screen)
    screen.keep.click()
    done(screen)
    assert screen.made
    pack(packed.session, page, "Otra")
    settle()
    assert screen.made == ()
    done(screen)
    assert isinstance(screen.page, AssemblePage)
    packed.session.packet.remove([1, 2])
    settle()
    assert not isinstance(screen.page, AssemblePage)


def test_looking_at_what_goes_to_the_court_asks_for_no_language(packed, qtbot):
    screen = packed.shown
    done(screen)
    for name, choices in (("exhibits:packet", False), ("packet:packet-before", True)):
        screen.page.looks[name].click()
        assert packed.place is Place.PREVIEW
        qtbot.waitUntil(lambda: packed.shown.ready, timeout=60_000)
        assert bool(packed.shown.choices.cards) is choices
        packed.shown.foot.back.click()
        assert packed.place is Place.ASSEMBLE
        screen = packed.shown
        done(screen)


def test_keyboard_alone_makes_the_sets(packed):
    screen = packed.shown
    done(screen)
    QTest.keyClick(screen, Qt.Key.Key_Return)
    assert isinstance(screen.page, MakingPage)
    assert packed.focusWidget() is screen.page.stop
    done(screen)
    assert isinstance(screen.page, MadePage)
    QTest.keyClick(packed.focusWidget(), Qt.Key.Key_Tab)
    assert packed.focusWidget() is not None


@pytest.mark.parametrize(("colour", "told"), [(False, "blanco y negro"), (True, "color")])
def test_what_is_looked_at_says_whether_it_is_in_colour(packed, colour, told):
    done(packed.shown)
    packed.shown.page.parts_cards["colour"].setChecked(colour)
    done(packed.shown)
    packed.shown.page.looks["exhibits:packet"].click()
    until(lambda: packed.shown.ready)
    pages = packed.shown.document.pageCount()
    assert packed.session.locale.render(sheets(pages, 1, colour=colour)) in packed.shown.state.text()
    assert told in packed.shown.state.text()


def test_whoever_leaves_the_preview_waits_for_nothing_any_more(packed):
    done(packed.shown)
    packed.shown.page.looks["exhibits:packet"].click()
    preview, task = packed.shown, packed.shown._task
    assert task is not None
    packed.go(Place.FORGET)
    assert preview._task is None
    assert not task._on_progress(0, 1), "the work itself ends"
    background.wait()
    settle()
    assert not preview.ready


SIZES = [
    (1366, 728, TextSize.NORMAL, "es", View.ONE, Look.LIGHT),
    (910, 460, TextSize.NORMAL, "en", View.ONE, Look.DARK),
    (1024, 728, TextSize.LARGE, "es", View.BOTH, Look.DARK),
    (1024, 552, TextSize.VERY_LARGE, "es", View.BOTH, Look.LIGHT),
    (1366, 728, TextSize.LARGE, "en_XA", View.ONE, Look.HIGH),
]


@pytest.mark.parametrize(("wide", "high", "size", "language", "view", "look"), SIZES)
def test_nothing_is_clipped(open_window, content, page, wide, high, size, language, view, look):
    session = sitting(content, size, language, view, look)
    window = open_window(session, wide, high)
    window.go(Place.ASSEMBLE)
    looked = [("empty", clipped(window))]
    pack(
        session,
        page,
        "Acta",
        "Constancia de la escuela, con el sello y la firma de la directora",
        "",
        "",
        "",
        "",
    )
    window.go(Place.ASSEMBLE)
    done(window.shown)
    looked.append(("choices", clipped(window)))
    window.shown._turn_to(MakingPage(session))
    settle()
    looked.append(("making", clipped(window)))
    window.shown._show_made(MADE)
    window.shown.page.show_saved(0, "hoja-2026-11-22.pdf")
    settle()
    looked.append(("made", clipped(window)))
    assert [each for each in looked if each[1]] == []
    assert (window.width(), window.height()) == (wide, high)

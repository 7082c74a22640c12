"""The way through many papers: the place is kept, what is chosen is in sight, and nothing is seen that is hidden."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QTest

from kyr_app.model.packet import Tone
from kyr_app.session.packet.incoming import Refused
from kyr_app.ui.desk import Place
from kyr_app.ui.screens.packet_pages import LISTED, RefusedPart
from kyr_app.ui.widgets.label import Label
from tests.ui.conftest import settle
from tests.ui.keeping import press
from tests.ui.packing import done, pack, until
from tests.unit.packet.pictures import jpeg, paper


@pytest.fixture(scope="module")
def page():
    return jpeg(paper().resize((425, 550)))


@pytest.fixture
def many(window, page):
    """The list with ten papers, of which a window shows a few."""
    pack(window.session, page, *[""] * 10)
    window.go(Place.PACKET)
    settle()
    return window


def rows(window):
    return window.shown.page.list.rows


def top(window, number):
    """Return how far below the top of the list a paper is seen; pixels."""
    return rows(window)[number].mapTo(window.shown.column.viewport(), QPoint(0, 0)).y()


def in_sight(window, number):
    return 0 <= top(window, number) < window.shown.column.viewport().height() - 40


def test_whoever_comes_back_finds_the_paper_that_was_worked_on(many):
    listed = many.shown.page
    assert not in_sight(many, 9)
    many.go(Place.EXHIBIT, "9")
    many.shown.back()
    until(lambda: in_sight(many, 9))
    until(lambda: many.focusWidget() is rows(many)[9].card)
    assert many.shown.page is listed  # its rows were not made anew
    many.go(Place.EXHIBIT, "9/words")
    QTest.keyClicks(many.shown.page.lines["title"], "Acta de ejemplo")
    many.shown.foot.next.click()
    settle()
    assert "Acta de ejemplo" in rows(many)[9].card.accessibleName()


def test_the_next_paper_is_one_press_away_while_one_is_described(many):
    many.session.packet.add_paper("declaration")
    many.session.packet.move(11, 1)  # behind the first: it is made by the program, and is not worked on here
    many.go(Place.EXHIBIT, "1")
    screen = many.shown
    assert not screen.following.button.isVisible()
    screen.show_side("words")
    assert "C" in screen.following.button.text()
    screen.following.button.click()
    assert (screen.number, screen.side) == (2, "look")
    screen.show_side("words")
    many.session.packet.move(3, 0)
    settle()
    assert "E" in screen.following.button.text()  # what stands behind it now
    many.go(Place.EXHIBIT, "10/words")
    assert not screen.following.button.isVisible()  # nothing is behind the last


def test_what_is_chosen_moves_no_row_and_what_can_be_done_is_in_sight(many):
    bar = many.shown.page.choice
    many.shown.column.verticalScrollBar().setValue(400)
    settle()
    shown = next(number for number in rows(many) if in_sight(many, number))
    before = top(many, shown)
    rows(many)[shown].choose.click()
    settle()
    assert top(many, shown) == before
    assert bar.isVisible()
    foot = many.shown.foot
    assert bar.mapTo(many, QPoint(0, bar.height())).y() <= foot.mapTo(many, QPoint(0, 0)).y()
    assert not many.shown.page.merge.isEnabled()
    bar.buttons[-1].click()  # choose none
    settle()
    assert not bar.isVisible()
    assert many.shown.page.list.chosen_numbers == []


def test_tab_comes_to_what_can_be_done_behind_the_list(many):
    rows(many)[10].choose.click()
    settle()
    at = rows(many)[10].earlier
    at.setFocus()
    found = []
    for _ in range(8):
        QTest.keyClick(many.focusWidget(), Qt.Key.Key_Tab)
        found.append(many.focusWidget())
    ways = [each for each in many.shown.page.choice.buttons if each.isEnabled()]
    assert found.index(ways[0]) < found.index(ways[1]) < found.index(many.shown.foot.back)


def test_pages_that_are_chosen_move_no_row_either(window, page):
    names = window.session.packet._album.keep([page] * 9)
    packet, _ = window.session.packet.packet.with_new(names)
    window.session.packet.use(packet, "brought")
    window.go(Place.EXHIBIT, "1/pages")
    settle()
    screen = window.shown
    screen.column.verticalScrollBar().setValue(300)
    settle()
    before = screen.column.verticalScrollBar().value()
    screen.page.list.rows[4].choose.click()
    settle()
    assert screen.page.choice.isVisible()
    assert screen.column.verticalScrollBar().value() == before
    screen.show_side("look")
    settle()
    assert screen.below._bar is None


def test_an_answer_that_holds_no_more_shows_no_tick(many):
    many.go(Place.EXHIBIT, "1")
    many.shown.show_side("words")
    buttons = many.shown.sides.buttons
    assert not buttons["words"].icon().isNull()
    assert buttons["look"].icon().isNull()


def test_what_will_be_printed_is_shown_as_it_is_printed(many):
    many.go(Place.EXHIBIT, "1")
    screen = many.shown
    until(lambda: not screen.gallery._tasks and screen.panes.after.image is not None)
    assert screen.panes.after.image.isGrayscale()
    assert not screen.panes.before.image.isGrayscale()
    choices = many.session.packet.choices
    many.session.packet.choices = type(choices)(colour=True)
    screen.show_side("look")
    until(lambda: not screen.gallery._tasks and not screen.panes.after.image.isGrayscale())
    assert screen.sheet.tone is Tone.AS_IS


# A ready name


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ({}, ("Acta de nacimiento", "Birth certificate")),
        ({"title": "El acta de mi hija"}, ("El acta de mi hija", "Birth certificate")),
        ({"title_en": "Record"}, ("Acta de nacimiento", "Record")),
        ({"title": "El acta", "title_en": "Record"}, ("El acta", "Record")),
    ],
)
def test_a_ready_name_takes_the_place_of_nothing_that_was_typed(many, typed, kept):
    many.go(Place.EXHIBIT, "1/words")
    form = many.shown.page
    for field, words in typed.items():
        QTest.keyClicks(form.lines[field], words)
    form.kinds_fold.ask.click()
    form.kinds[0].click()
    exhibit = many.session.packet.exhibit(1)
    assert (exhibit.title, exhibit.title_en) == kept
    assert many.notice.isVisible() is (len(typed) == 2)  # nothing changed: it is said why
    if not typed:
        form.kinds[1].click()
        assert many.session.packet.exhibit(1).title_en == "Identity card or passport"


# What did not come in


def told(part):
    return [each.text() for each in part.findChildren(Label) if each.text()]


def test_what_did_not_come_in_is_told_by_its_reason_and_what_is_there_is_no_trouble(many):
    lost = [Refused(f"{at}.jpg", "broken", "try again") for at in range(LISTED + 2)]
    again = [Refused(f"there-{at}.jpg", "there", again=True) for at in range(40)]
    words = told(RefusedPart(many.shown.page, [*again, *lost, Refused("a.pdf", "locked")]))
    assert sum("broken" in each for each in words) == 1
    assert any("0.jpg, 1.jpg" in each and " 2 " in each for each in words)
    assert any("a.pdf" in each for each in words)
    assert not any("there-" in each for each in words)
    assert any("40" in each for each in words)
    calm = RefusedPart(many.shown.page, again)
    assert calm.property("kind") == "phrase"


# The hide key, and what is left


def seen(window):
    """Return how much of the sample page's red is on the screen."""
    image = window.grab().toImage()
    spots = [(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)]
    found = {image.pixelColor(*spot).getRgb() for spot in spots}
    return sum(red > 150 and green < 80 and blue < 80 for red, green, blue, _ in found)


@pytest.fixture
def looked(many):
    """The packet is looked at before it is printed, in colour, at its first photo."""
    many.session.packet.choices = type(many.session.packet.choices)(colour=True)
    many.go(Place.ASSEMBLE)
    done(many.shown)
    many.shown.page.looks["exhibits:packet"].click()
    until(lambda: many.shown.ready)
    many.shown.view.pageNavigator().jump(3, QPointF(), 0)  # behind cover, index and tab
    return many


def test_the_hide_key_goes_over_the_packet_that_is_looked_at(looked):
    until(lambda: seen(looked))
    press(looked, Qt.Key.Key_F9)
    assert looked.cover.up
    assert not seen(looked)
    looked.cover.lift()
    until(lambda: seen(looked))
    assert looked.place is Place.PREVIEW


def test_the_hide_key_goes_over_a_packet_that_is_being_made_and_it_is_there_afterwards(many):
    many.go(Place.ASSEMBLE)
    done(many.shown)
    many.shown.forward()
    press(many, Qt.Key.Key_F9)
    assert many.cover.up
    assert not seen(many)
    done(many.shown)
    many.cover.lift()
    settle()
    assert len(many.shown.made) == 1


def test_nothing_of_a_packet_stays_in_memory_behind_its_preview(looked):
    preview = looked.shown
    assert preview.document.pageCount() > 0
    looked.go(Place.HOME)
    settle()
    assert not preview.ready
    assert preview.document.pageCount() == 0
    assert preview._buffer.data().isEmpty()
    looked.go(Place.PREVIEW)
    until(lambda: looked.shown.ready)
    assert preview.document.pageCount() > 0


def test_copies_that_were_printed_are_kept_nowhere(looked, monkeypatch):
    preview, printed = looked.shown, []
    monkeypatch.setattr(preview.output, "print", lambda _made, document: printed.append(document.pageCount()))
    preview._print_copies(preview._made)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert printed == [preview.document.pageCount()]
    assert preview.findChildren(QPdfDocument) == [preview.document]


def test_other_words_under_way_bring_no_count_to_the_screen(many):
    many.shown.bringing.ask()
    assert not many.shown.where.isVisible()
    many.session.use_language("en" if many.session.locale.language == "es" else "es")
    settle()
    assert not many.shown.where.isVisible()

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kyr_app.content.search import Kind
from kyr_app.model.lesson import Moment
from kyr_app.ui.desk import Place
from kyr_app.ui.screens.lesson import ANNOUNCED
from kyr_app.ui.screens.results import way_to
from kyr_app.ui.widgets.label import Label
from tests.ui.conftest import settle, shown_words
from tests.ui.packing import until

SOON = 60_000


@pytest.fixture
def shelf(window):
    window.go(Place.LIBRARY)
    settle()
    return window.shown


@pytest.fixture
def look(shelf, qtbot):
    """Return a function that types a word and waits for what is found."""

    def for_word(word):
        shelf.seek.line.setText("")
        shelf.seek.line.insert(word)
        qtbot.waitUntil(lambda: shelf.results.isVisible() and shelf.results._said.text() != "", timeout=SOON)
        qtbot.waitUntil(lambda: word in shelf.results._said.text(), timeout=SOON)
        settle()
        return shelf.results

    return for_word


def test_lessons_stand_in_the_order_of_the_journey(shelf):
    moments = [shelf.session.library.lessons[name].moment for name in shelf.cards]
    assert moments == sorted(moments, key=list(Moment).index)
    assert set(shelf.cards) == set(shelf.session.library.lessons)


def test_where_one_is_now_narrows_the_lessons(shelf):
    for moment in Moment:
        shelf.lessons.chips.buttons[moment.value].click()
        settle()
        seen = {name for name, card in shelf.cards.items() if card.isVisible()}
        lessons = shelf.session.library.lessons.values()
        assert seen == {each.id for each in lessons if each.moment is moment}
    shelf.lessons.chips.buttons["all"].click()
    settle()
    assert all(card.isVisible() for card in shelf.cards.values())


def test_for_whom_a_lesson_is_stands_on_its_card(shelf):
    words = [text for _, text in shown_words(shelf.cards["child-page"])]
    teens = [text for _, text in shown_words(shelf.cards["teen-fear"])]
    others = [text for _, text in shown_words(shelf.cards["turn-in"])]
    assert len(words) == len(teens) == len(others) + 1


def test_a_lesson_past_its_date_is_marked_in_the_library_and_on_its_page(open_window, session, content):
    session.today = max(each.good_until for each in content.lessons.values()) + dt.timedelta(days=1)
    window = open_window(session)
    window.go(Place.LIBRARY)
    settle()
    for card in window.shown.cards.values():
        assert [each for each in card.findChildren(Label) if each.property("role") == "warm-small"]
    name = next(each.id for each in content.lessons.values() if not each.painful)
    window.shown.cards[name].click()
    assert [each for each in window.shown.findChildren(Label) if each.property("role") == "warm"]


def test_on_its_last_good_day_nothing_is_marked(open_window, session, content):
    session.today = min(each.good_until for each in content.lessons.values())
    window = open_window(session)
    window.go(Place.LIBRARY)
    assert not [each for each in window.shown.findChildren(Label) if each.property("role") == "warm-small"]


def test_words_are_found_as_one_types_and_stand_out(look):
    results = look("intérprete")
    assert results.hits
    bold = [text for _, text in shown_words(results) if "<b>" in text and "ntérprete</b>" in text]
    assert bold


def test_looking_waits_for_a_pause_however_many_letters_come(shelf, look, monkeypatch):
    look("miedo")
    index, asked = shelf.desk.finder._built.index, []
    real = index.find
    monkeypatch.setattr(index, "find", lambda words, **more: (asked.append(words), real(words, **more))[1])
    shelf.seek.line.setText("")
    for letter in "abogado":
        shelf.seek.line.insert(letter)
    assert asked == []
    until(lambda: bool(asked))
    assert asked == ["abogado"]


def test_what_was_found_opens_at_its_place_framed_and_in_sight(window, look):
    results = look("pasaporte")
    lessons = window.session.library.lessons
    hit = next(each for each in results.hits if each.block and not lessons[each.id].painful)
    results.cards[results.hits.index(hit)].click()
    settle()
    assert window.place is Place.LESSON
    screen = window.shown
    assert screen.lesson.id == hit.id
    assert screen.lesson.points[screen.at].id == hit.point
    frame, port = screen.column.page.found, screen.column.viewport()
    until(lambda: 0 <= frame.mapTo(port, QPoint(0, 0)).y() < port.height())
    screen.foot.back.click()
    settle()
    assert window.place is Place.LIBRARY
    assert window.shown.results.isVisible()


def test_a_painful_lesson_is_announced_before_the_place_found(window, look):
    results = look("miedo")
    lessons = window.session.library.lessons
    hit = next(each for each in results.hits if each.block and lessons[each.id].painful)
    window.shown._open(hit)
    assert window.shown.at == ANNOUNCED
    window.shown.forward()
    assert window.shown.lesson.points[window.shown.at].id == hit.point
    assert window.shown.column.page.found is not None


def test_terms_and_places_open_on_their_own_pages(window, look):
    results = look("abogado")
    for kind, place in ((Kind.TERM, Place.GLOSSARY), (Kind.CONTACT, Place.DIRECTORY)):
        hit = next(each for each in results.hits if each.kind is kind)
        assert way_to(hit) == (place, hit.id)
        window.go(Place.LIBRARY)
        window.shown._open(hit)
        assert window.place is place
        assert hit.id in window.shown.rows
        window.shown.foot.back.click()
        assert window.place is Place.LIBRARY


def test_the_search_with_the_keyboard_alone(window, shelf, qtbot):
    window.activateWindow()
    shelf.setFocus()
    for _ in range(40):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() is shelf.seek.line:
            break
    QTest.keyClicks(QApplication.focusWidget(), "albergue")
    qtbot.waitUntil(lambda: bool(shelf.results.hits), timeout=SOON)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle()
    assert window.place is not Place.LIBRARY
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    settle()
    assert window.place is Place.LIBRARY
    shelf.seek.line.setFocus()
    QTest.keyClick(shelf.seek.line, Qt.Key.Key_Escape)
    assert shelf.seek.text == ""
    assert not shelf.results.isVisible()


def test_nothing_found_is_said(look):
    results = look("xyzzyx")
    assert not results.hits
    assert "xyzzyx" in results._said.text()


def test_what_was_looked_for_is_forgotten_with_the_sitting(window, look):
    look("miedo")
    window.session.forget()
    settle()
    assert window.shown.seek.line.text() == ""


def test_several_lessons_make_one_paper(window, shelf, qtbot):
    shelf.several.click()
    assert not shelf.foot.next.isEnabled()
    names = list(shelf.cards)[:2]
    for name in names:
        shelf.cards[name].click()
    assert shelf.lessons.chosen == sorted(names, key=list(window.session.library.lessons).index)
    shelf.foot.next.click()
    assert window.place is Place.PREVIEW
    qtbot.waitUntil(lambda: window.shown.ready, timeout=60_000)
    window.shown.foot.back.click()
    assert window.place is Place.LIBRARY
    window.shown.foot.back.click()
    assert not window.shown.lessons.choosing

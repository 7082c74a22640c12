"""A long page is there at once, and whole a moment later; what must not wait for the eye waits until then."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from kyr_app.ui import filling, painted
from kyr_app.ui.desk import Place
from kyr_app.ui.filling import Filling
from kyr_app.ui.painted import Painted
from kyr_app.ui.screens.reference import FOR_THE_EYE

PAGES = (Place.DIRECTORY, Place.GLOSSARY)
LONG = 60_000
"""Milliseconds in which whatever is to come has come."""


@pytest.fixture
def made():
    return []


@pytest.fixture
def page(qapp):  # noqa: ARG001 (it must be there first)
    return QWidget()


def rows(made, count=30):
    for number in range(count):
        made.append(number)
        yield


def fill(page, made, count=30):
    ends = []
    filled = Filling(page, rows(made, count), lambda: ends.append(len(made)))
    filled.begin(lambda: len(made) >= 8)
    return filled, ends


def test_the_first_rows_are_there_at_once_and_the_others_follow(page, made, qtbot):
    _, ends = fill(page, made)
    assert (len(made), ends) == (8, [])
    qtbot.waitUntil(lambda: bool(ends))
    assert (made, ends) == (list(range(30)), [30])


def test_whoever_needs_the_whole_page_has_it(page, made):
    filled, ends = fill(page, made)
    filled.finish()
    filled.finish()
    assert (len(made), ends) == (30, [30])
    assert filled not in filling.under_way


def test_few_rows_are_whole_from_the_beginning(page, made):
    _, ends = fill(page, made, count=3)
    assert (len(made), ends) == (3, [3])


def test_what_is_not_shown_any_more_is_not_filled(page, made, qtbot):
    filled, ends = fill(page, made)
    filled.stop()
    filled.finish()
    qtbot.wait(20)
    assert (len(made), ends) == (8, [])


def test_it_ends_with_its_page(page, made):
    filled, ends = fill(page, made)
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    filling.finish_all()
    filled.finish()
    filled.stop()
    assert (len(made), ends) == (8, [])


@pytest.mark.parametrize("place", PAGES)
def test_a_long_list_is_there_before_it_is_whole(window, place):
    window.go(place)
    screen = window.shown
    first = len(screen._made)
    assert first == FOR_THE_EYE
    last = screen.foot.back.previousInFocusChain()
    assert len(screen.rows) > first
    assert list(screen.rows) == list(screen._made)
    assert screen.column.isAncestorOf(last)


@pytest.mark.parametrize("place", PAGES)
def test_every_way_on_a_page_leads_where_it_says_before_all_of_it_is_there(window, place):
    window.go(place)
    screen = window.shown
    jumps = (screen.kinds if place is Place.DIRECTORY else screen.letters).jumps
    before = list(jumps)
    list(jumps.values())[-1].click()
    for _ in range(3):
        QApplication.processEvents()
    assert list(jumps) == before
    assert screen.column.verticalScrollBar().value() > 0
    assert len(screen._made) > FOR_THE_EYE


@pytest.mark.parametrize("place", PAGES)
def test_all_of_a_page_is_read_aloud(window, place):
    window.go(place)
    screen = window.shown
    screen._filling._timer.stop()  # nobody waits: whoever listens asks before the rest is there
    QApplication.processEvents()
    assert len(screen._made) == FOR_THE_EYE
    said = [each.passage for each in screen.heard()]
    QApplication.processEvents()
    assert [each.passage for each in screen.heard()] == said
    assert len(said) > len(screen.rows)


def test_the_term_that_is_wanted_is_there_from_the_beginning(window):
    last = max(window.session.library.terms)
    window.go(Place.GLOSSARY, last)
    assert window.shown._made[last].property("kind") == "found"


def test_a_list_that_is_not_whole_yet_is_printed_whole(window):
    window.go(Place.DIRECTORY)
    asked = []
    window.desk.asked.connect(lambda place, what: asked.append((place, what)))
    window.shown.forward()
    assert asked == [(Place.PREVIEW, "directory:")]


def test_keys_come_to_the_buttons_after_the_last_row(window):
    window.go(Place.DIRECTORY)
    screen = window.shown
    last = list(screen.rows.values())[-1]
    assert screen.foot.buttons[0].previousInFocusChain() is last.print_button


def test_what_can_wait_comes_after_the_first_paint_and_once(qtbot, monkeypatch):
    monkeypatch.setattr(painted, "LATEST", LONG)
    seen = []

    class Seen(QWidget):
        def paintEvent(self, _):
            seen.append("painted")

    window = Seen()
    qtbot.addWidget(window)
    waits = Painted(window, lambda: seen.append("then"))
    window.show()
    qtbot.waitUntil(lambda: "then" in seen, timeout=LONG)
    window.repaint()
    waits._call()  # as it is called at the latest
    assert seen[:2] == ["painted", "then"]
    assert seen.count("then") == 1


def test_a_window_that_nobody_sees_does_not_wait_for_ever(qtbot):
    window, seen = QWidget(), []
    qtbot.addWidget(window)
    Painted(window, lambda: seen.append("then"))
    qtbot.waitUntil(lambda: bool(seen), timeout=LONG)
    assert seen == ["then"]

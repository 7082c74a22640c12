"""What is alike on every page: cards of one width, one pair of edges, letters that grow, arrows that point on."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from kyr_app.model.settings import Settings, TextSize
from kyr_app.model.text import Text
from kyr_app.session.session import Session
from kyr_app.store.preferences import Forgetful
from kyr_app.ui import theme
from kyr_app.ui.desk import Place
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.grid import Grid
from kyr_app.ui.widgets.icon import Glyph, turned
from tests.ui.conftest import TODAY, settle
from tests.unit.session.test_renewal import CHOSEN, screens_of, with_screens


@pytest.mark.parametrize("size", list(TextSize))
def test_cards_of_a_row_that_is_not_full_are_as_wide_as_all_others(open_window, content, size):
    window = open_window(Session(content, Forgetful(Settings("es", text_size=size)), TODAY))
    window.go(Place.TEACHBACK)
    settle()
    grids = [each for each in window.shown.findChildren(Grid) if each.isVisible() and each._columns > 1]
    assert any(len(each._parts) < each._columns for each in grids) or size is not TextSize.NORMAL
    wide = {part.width() for each in grids for part in each._parts}
    assert not wide or max(wide) - min(wide) <= 1


def test_a_card_that_comes_takes_the_place_held_open_for_it(qtbot):
    grid = Grid([QPushButton("1")], 4, most=3)
    qtbot.addWidget(grid)
    grid.resize(900, 80)
    grid.show()
    settle()
    first = grid._parts[0].width()
    for label in "23":
        grid.add(QPushButton(label))
        settle()
        assert abs(grid._parts[-1].width() - first) <= 1
    assert not grid._blanks


@pytest.mark.parametrize("width", [1024, 1366])
@pytest.mark.parametrize("place", [Place.SITUATION, Place.PAUSE, Place.FORGET, Place.DIRECTORY])
def test_what_stands_over_and_under_a_page_ends_where_the_page_ends(open_window, content, place, width):
    """Whether or not the page is so long that it has a scroll bar: nothing moves when one comes."""
    window = open_window(Session(content, Forgetful(Settings("es")), TODAY), width, 728)
    window.go(place, Place.HOME.value)
    settle()
    screen = window.shown
    over, page = screen._above.inner, screen.column.body
    assert abs(_middle(over, window) - _middle(page, window)) <= 1
    if over.maximumWidth() == page.maximumWidth():
        assert abs(over.width() - page.width()) <= 1


def _middle(widget, window):
    return widget.mapTo(window, QPoint(widget.width() // 2, 0)).x()


def test_listen_grows_with_the_letters(open_window, content):
    heights = []
    for size in TextSize:
        window = open_window(Session(content, Forgetful(Settings("es", text_size=size)), TODAY))
        settle()
        ear = window.shown.listen.button
        heights.append(ear.fontMetrics().height())
        assert ear.font().pixelSize() == theme.style(window.session.settings).body
    assert heights == sorted(set(heights))


def test_arrows_point_on_as_the_language_is_read(window, monkeypatch):
    window.go(Place.LESSON, "turn-in")
    foot = window.shown.foot
    assert foot.next.layoutDirection() is Qt.LayoutDirection.RightToLeft  # the icon behind the word
    before = [_image(each) for each in (foot.back, foot.next)]
    monkeypatch.setattr(type(window.session.locale), "right_to_left", property(lambda _: True))
    window.speak_again()
    settle()
    assert foot.next.layoutDirection() is Qt.LayoutDirection.LeftToRight
    after = [_image(each) for each in (foot.back, foot.next)]
    assert after[0] != before[0]
    assert after[1] != before[1]
    monkeypatch.undo()
    window.speak_again()
    settle()
    assert [_image(each) for each in (foot.back, foot.next)] == before


def _image(button: Button):
    return button.icon().pixmap(button.iconSize()).toImage()


def test_a_picture_on_a_card_points_on_too(qtbot):
    glyph = Glyph("caret-right", 2)
    qtbot.addWidget(glyph)
    glyph.show()
    settle()
    there = glyph.grab().toImage()
    glyph.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    settle()
    assert glyph.grab().toImage() != there
    assert turned("caret-right") == "caret-left"
    assert turned("arrow-bend-up-left") == "arrow-bend-up-left", "a picture is turned to its own left"


def test_the_first_more_counts_the_person_who_presses(window):
    window.go(Place.INTERVIEW, "travelers")
    entry = window.shown.page.answer.entry
    entry.more.click()
    assert entry.value() == 1
    entry.less.click()
    assert entry.value() == 0


def test_what_became_of_held_answers_is_told_when_the_next_questions_begin(window):
    session = window.session
    [(interview, screen)] = screens_of(session.library, CHOSEN)
    window.go(Place.INTERVIEW, interview)
    session.interviews.go_to(screen.id)
    session.interviews.answer(screen.answer.options[0].value)
    session.use_library(
        with_screens(session.library, interview, lambda one: () if one.id == screen.id else (one,))
    )
    other = next(each for each in session.library.interviews if each not in {interview, "mpp-class"})
    window.go(Place.INTERVIEW, other)
    settle()
    assert window.notice.isVisible()
    short = screen.short
    assert isinstance(short, Text)
    assert short.es in window.notice.words.text()


def test_what_is_typed_goes_where_one_types_before_anybody_went_there(window, qtbot):
    window.go(Place.INTERVIEW, "travelers")
    settle()
    qtbot.keyClicks(window.shown, "3")
    assert window.shown.page.answer.entry.value() == 3
    window.go(Place.LIBRARY)
    settle()
    window.shown.setFocus()
    qtbot.keyClicks(window.shown, "m")
    (search,) = (each for each in window.shown.findChildren(QLineEdit) if each.isVisible())
    assert (search.text(), search.hasFocus()) == ("m", True)
    window.go(Place.HOME)
    qtbot.keyClicks(window.shown, "m")
    assert window.place is Place.HOME


def test_where_a_page_is_replaced_enter_does_not_lead_back(window):
    window.go(Place.INTERVIEW, "travelers")
    settle()
    window.shown.page.answer.entry.line.setFocus()
    window.shown.show_page(QWidget())
    settle()
    assert not window.shown.foot.back.hasFocus()
    assert window.shown.hasFocus()

"""Rows, groups, months and long texts on the screen, by pointer and by keyboard alone."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kyr_app.model.answers import NOTHING, Answers, Open, Row, put_off
from kyr_app.model.interview import Column, DayField, Line, LongText, Month, Rows, YesNo
from kyr_app.model.text import Text
from kyr_app.session import missing
from kyr_app.ui.desk import Place
from kyr_app.ui.widgets.answering import answer_view
from kyr_app.ui.words import Speaks
from tests.ui.conftest import settle


def text(words):
    return Text(words, words)


def column(field, when=""):
    return Column(label=text(field.name), answer=field, when=when)


ROWS = Rows(
    name="people",
    columns=(
        column(Line(name="name")),
        column(YesNo(name="here")),
        column(Line(name="where"), "here == no"),
        column(Line(name="number", optional=True)),
    ),
    one=text("person"),
    more=text("another"),
    title=("name",),
    most=2,
)


@pytest.fixture
def ask(window):
    """Return a function that asks for answers as a paper does, and returns the view of the first question."""

    def begin(*names):
        session = window.session
        session.interviews.start_made(missing.interview_for(session.library, names, session.answers))
        window.go(Place.INTERVIEW)
        settle()
        return window.shown.page.answer if window.shown.page else None

    return begin


@pytest.fixture
def make(window):
    def view(field, given=NOTHING):
        made = answer_view(Speaks(window, window.session), field, text("name"))
        made.setParent(window.shown)
        made.show()
        made.show_given(field.name, given)
        return made

    return view


def focused():
    return QApplication.focusWidget()


def key(code):
    QTest.keyClick(focused(), code)
    settle()


def test_a_name_by_keyboard_alone(window, ask):
    ask("first_name")
    box = window.shown.page.answer.fields.boxes
    while focused() is not box["first_name"].entry.line:
        key(Qt.Key.Key_Tab)
    QTest.keyClicks(focused(), "Persona")
    key(Qt.Key.Key_Return)
    assert focused() is box["middle_name"].entry.line
    key(Qt.Key.Key_Tab)
    key(Qt.Key.Key_Space)  # there is none
    key(Qt.Key.Key_Tab)
    key(Qt.Key.Key_Tab)
    QTest.keyClicks(focused(), "de Ejemplo")
    key(Qt.Key.Key_Return)
    assert window.session.answers == Answers(
        {"first_name": "Persona", "middle_name": Open.NONE, "last_name": "de Ejemplo"}
    )
    assert window.place is Place.REVIEW


def test_rows_by_keyboard_alone(window, ask):
    view = ask("siblings")
    while focused() is not view.more:
        key(Qt.Key.Key_Tab)
    key(Qt.Key.Key_Return)
    boxes = view.fields.boxes
    assert focused() is boxes["name"].entry.line
    QTest.keyClicks(focused(), "Hermana de Ejemplo")
    key(Qt.Key.Key_Return)
    QTest.keyClicks(focused(), "San Pedro, Honduras")
    key(Qt.Key.Key_Return)
    assert focused() is boxes["deceased"].chips["yes"]
    key(Qt.Key.Key_Space)
    assert boxes["location"].isHidden()
    window.shown.setFocus()
    key(Qt.Key.Key_Return)
    assert view.at is None
    assert len(view.cards) == 1
    window.shown.setFocus()
    key(Qt.Key.Key_Return)
    (row,) = window.session.answers.rows("siblings")
    assert dict(row) == {
        "name": "Hermana de Ejemplo",
        "birth_place": "San Pedro, Honduras",
        "deceased": "yes",
    }
    assert window.place is Place.REVIEW


def test_what_is_missing_in_a_row_is_shown_at_its_place_and_nobody_goes_on(window, ask):
    view = ask("siblings")
    view.more.click()
    view.fields.boxes["name"].entry.line.setText("Hermana")
    window.shown.forward()
    settle()
    assert view.at == 0
    gap = view.fields.boxes["birth_place"]
    assert gap.lack.isVisible()
    assert focused() is gap.entry.line
    assert window.session.interviews.at is not None
    assert put_off(window.session.answers["siblings"])
    gap.entry.line.setText("Ciudad")
    assert not gap.lack.isVisible()
    view.rest.click()
    window.shown.forward()
    window.shown.forward()
    (row,) = window.session.answers.rows("siblings")
    assert row["deceased"] is Open.UNSURE
    assert "location" not in row  # whether it is asked is not known


def test_a_row_half_written_is_kept_in_the_list_and_asked_for_before_going_on(window, ask):
    view = ask("siblings")
    view.more.click()
    view.fields.boxes["name"].entry.line.setText("Hermana")
    window.shown.back()
    settle()
    assert view.at is None
    assert view.rows == [{"name": "Hermana"}]
    assert window.place is Place.INTERVIEW
    window.shown.forward()
    settle()
    assert view.at == 0


def test_whole_rows_are_held_although_one_leaves_for_another_place(window, ask):
    view = ask("siblings")
    view.more.click()
    view.fields.boxes["name"].entry.line.setText("Hermana")
    view.fields.rest_unsure()
    view.done.click()
    assert len(window.session.answers.rows("siblings")) == 1
    window.go(Place.HOME)
    assert len(ask("birth_date", "siblings").say.session.answers.rows("siblings")) == 1


def test_rows_are_changed_removed_and_brought_back(make):
    given = Answers(
        {
            "people": (
                Row({"name": "Ana", "here": "yes", "number": Open.NONE}),
                Row({"name": "Luis", "here": "no", "where": "x", "number": "1"}),
            )
        }
    )
    view = make(ROWS, given)
    assert len(view.cards) == 2
    assert not view.more.isVisible()  # there is room for two
    view.cards[0].click()
    view.fields.boxes["name"].entry.line.setText("Anabel")
    assert view.step()
    assert [row["name"] for row in view.value()] == ["Anabel", "Luis"]
    view.cards[1].click()
    view.remove.click()
    assert [row["name"] for row in view.value()] == ["Anabel"]
    assert view.more.isVisible()
    view.undo.click()
    assert [row["name"] for row in view.value()] == ["Anabel", "Luis"]


def test_no_rows_and_not_knowing_are_answers_of_their_own(make):
    view = make(ROWS)
    assert view.value() is None
    view.none.click()
    assert view.value() == ()
    view.unsure.click()
    assert view.value() is Open.UNSURE
    view.more.click()
    assert view.value() is None
    assert view.step_back()
    assert view.rows == []  # a row in which nothing was written is none
    shown = make(ROWS, Answers({"people": ()}))
    assert shown.value() == ()


def test_a_condition_in_a_row_shows_and_hides_its_field(make):
    view = make(ROWS)
    view.more.click()
    boxes = view.fields.boxes
    assert boxes["where"].isHidden()
    boxes["here"].chips["no"].click()
    assert not boxes["where"].isHidden()
    boxes["where"].entry.line.setText("x")
    boxes["here"].chips["yes"].click()
    assert "where" not in view.fields.values()


def test_a_month_or_a_year_alone(make):
    view = make(Month(name="a"))
    assert view.value() is None
    view.entry.year.setText("2021")
    assert view.value() == "2021"
    view.entry.month.setCurrentIndex(3)
    assert view.value() == "2021-03"
    view.entry.year.setText("20")
    assert view.value() == "2020-03"
    view.unsure.click()
    assert view.value() is Open.UNSURE
    assert make(Month(name="a"), Answers({"a": "1999-12"})).value() == "1999-12"


def test_a_date_takes_digits_and_what_stands_between_them(make):
    view = make(DayField(name="a"))
    QTest.keyClicks(view.entry.day, "el 22/11/2026x")
    assert view.value() == dt.date(2026, 11, 22)
    view.entry.day.setText("3")
    view.entry.month.setCurrentIndex(5)
    QTest.keyClicks(view.entry.year, "'85")
    assert view.value() == dt.date(1985, 5, 3)
    QTest.keyClicks(view.entry.year, "123")
    assert view.entry.year.text() == "8512"


def test_a_long_text_is_not_wiped_by_a_press_and_not_cut(make):
    view = make(LongText(name="a"))
    long = "Uno dos tres.\n" * 2000
    view.entry.box.setPlainText(long)
    view.unsure.click()
    assert view.value() == long
    assert not view.unsure.isChecked()
    view.entry.box.clear()
    view.unsure.click()
    assert view.value() is Open.UNSURE
    hints = view.entry.box.inputMethodHints()
    assert hints & Qt.InputMethodHint.ImhSensitiveData
    assert hints & Qt.InputMethodHint.ImhNoPredictiveText


def test_there_is_none_is_a_card_of_its_own(make):
    view = make(Line(name="a", optional=True, none=text("No tengo")))
    view.entry.line.setText("x")
    view.none.click()
    assert view.value() is Open.NONE
    assert view.entry.line.text() == ""
    view.entry.line.setText("y")
    assert view.value() == "y"
    assert not view.none.isChecked()
    assert make(Line(name="a", optional=True), Answers({"a": Open.NONE})).none.isChecked()
    assert make(Line(name="a")).none.isHidden()


def test_what_is_typed_for_papers_is_neither_learnt_nor_suggested(ask):
    view = ask("siblings")
    view.more.click()
    QTest.qWait(1)
    line = view.fields.boxes["name"].entry.line
    line.setFocus()
    settle()
    hints = line.inputMethodHints()
    assert hints & Qt.InputMethodHint.ImhSensitiveData
    assert hints & Qt.InputMethodHint.ImhNoPredictiveText

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kyr_app.model.answers import Open
from kyr_app.model.interview import DayField, Line, Number, OneOf, Picture, SomeOf, YesNo
from kyr_app.model.text import Text
from kyr_app.ui.desk import Place
from kyr_app.ui.widgets.answering import answer_view
from kyr_app.ui.words import Speaks
from tests.ui.conftest import settle

NAME = Text("Nombre", "Name")
ODD = "Ñuñú O’Higgins-Šťastný <b>&amp; “x” \\ {n} %s 李 ابن"
OPTIONS = (
    Picture(value="a", text=Text("a", "a")),
    Picture(value="b", text=Text("b", "b")),
    Picture(value="c", text=Text("c", "c")),
)


@pytest.fixture
def make(window):
    holder = QWidget(window)
    say = Speaks(holder, window.session)

    def view(field):
        made = answer_view(say, field, NAME)
        made.setParent(holder)
        return made

    return view


@pytest.fixture
def asking(window):
    """An interview that leads to a list and begins with a number."""
    interview = next(
        each
        for each in window.session.library.interviews.values()
        if each.leads_to and isinstance(each.screens[0].answer, Number)
    )
    window.go(Place.INTERVIEW, interview.id)
    return window


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)
    settle()


def test_the_whole_interview_with_the_keyboard_alone(asking):
    asking.activateWindow()
    asking.shown.setFocus()
    settle()
    answered = 0
    for _ in range(100):
        if asking.place is not Place.INTERVIEW:
            break
        page = asking.shown.page
        if page is None:
            press(Qt.Key.Key_Return)
            continue
        unsure = page.answer.unsure
        several = unsure.group().buttons() if unsure.group() else ()
        for _ in range(40):  # Tab goes to the answers, an arrow among them
            press(Qt.Key.Key_Up if QApplication.focusWidget() in several else Qt.Key.Key_Tab)
            if QApplication.focusWidget() is unsure:
                break
        press(Qt.Key.Key_Space)
        assert page.answer.value() is Open.UNSURE
        press(Qt.Key.Key_Return)
        answered += 1
    assert asking.place is Place.REVIEW
    assert answered == len(asking.session.answers) > 3
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert asking.place is Place.INTERVIEW


def test_back_then_forward_shows_what_was_answered(asking):
    first = asking.shown.page
    first.answer.unsure.click()
    name = first.asked.answer.name
    asking.shown.foot.next.click()
    assert asking.shown.page.asked is not first.asked
    asking.shown.foot.back.click()
    settle()
    assert asking.shown.page.asked is first.asked
    assert asking.shown.page.answer.unsure.isChecked()
    asking.shown.foot.next.click()
    assert asking.session.answers[name] is Open.UNSURE


def test_going_on_without_an_answer_asks_kindly_and_stays(asking):
    page = asking.shown.page
    asking.shown.foot.next.click()
    assert asking.notice.isVisible()
    assert asking.shown.page is page
    page.answer.unsure.click()
    assert not asking.notice.isVisible()


def test_not_today_goes_on_and_leaves_no_trace_on_the_screen(asking):
    name = asking.shown.page.asked.answer.name
    asking.shown.skip.click()
    assert asking.session.answers[name] is Open.SKIPPED
    asking.shown.foot.back.click()
    settle()
    assert asking.shown.page.answer.value() is None


def test_a_hard_question_is_announced_and_can_be_left(window):
    shelf = window.session.library
    hard = next(each for each in shelf.interviews.values() if any(screen.painful for screen in each.screens))
    window.go(Place.INTERVIEW, hard.id)
    for _ in range(100):
        if window.shown.page is None:
            break
        window.shown.page.answer.unsure.click()
        window.shown.forward()
    asked = window.session.interviews.at
    assert asked.painful
    window.shown.skip.click()
    assert window.session.answers[asked.answer.name] is Open.SKIPPED


def test_a_number_outside_its_limits_is_explained(asking):
    page = asking.shown.page
    page.answer.entry.line.setMaxLength(9)
    page.answer.entry.line.setValidator(None)
    page.answer.entry.show_value(page.asked.answer.most + 1)
    asking.shown.foot.next.click()
    assert asking.notice.isVisible()
    assert asking.shown.page is page


def test_what_was_half_typed_survives_a_change_of_language(asking):
    page = asking.shown.page
    page.answer.entry.line.setText("1")
    asking.session.use_language("en")
    settle()
    assert asking.shown.page.answer.entry.line.text() == "1"


def test_yes_and_no(make):
    view = make(YesNo(name="x"))
    assert view.value() is None
    view.cards["yes"].click()
    assert view.value() == "yes"
    view.cards["no"].click()
    assert (view.value(), view.cards["yes"].isChecked()) == ("no", False)
    view.unsure.click()
    assert view.value() is Open.UNSURE
    view.cards["no"].click()
    assert view.value() == "no"


def test_one_of_several_cannot_be_left_empty_again(make):
    view = make(OneOf(name="x", options=OPTIONS))
    view.cards["b"].click()
    view.cards["b"].click()
    assert view.value() == "b"


def test_several_or_none_of_these(make):
    view = make(SomeOf(name="x", options=OPTIONS))
    assert view.value() is None
    view.cards["c"].click()
    view.cards["a"].click()
    assert view.value() == ("a", "c")
    view.none.click()
    assert view.value() == ()
    view.cards["b"].click()
    assert view.value() == ("b",)
    view.show_answer(())
    assert view.none.isChecked()


def test_a_number_by_buttons_and_by_typing(make):
    view = make(Number(name="x", least=0, most=3))
    assert view.value() is None
    for _ in range(9):
        view.entry.more.click()
    assert view.value() == 3
    for _ in range(9):
        view.entry.less.click()
    assert view.value() == 0
    view.entry.line.setText("2")
    assert view.value() == 2
    view.unsure.click()
    assert (view.value(), view.entry.line.text()) == (Open.UNSURE, "")
    view.entry.line.setText("1")
    assert (view.value(), view.unsure.isChecked()) == (1, False)


def test_a_day_shows_how_it_was_understood(make):
    view = make(DayField(name="x"))
    view.entry.day.setText("22/11/26")
    assert view.value() == dt.date(2026, 11, 22)
    assert "22 de noviembre de 2026" in view.entry.understood.text()
    view.entry.day.setText("31")
    view.entry.month.setCurrentIndex(2)
    view.entry.year.setText("2026")
    assert view.value() is None
    assert view.entry.understood.text()


def test_any_letters_can_be_typed_and_are_shown_as_they_are(make, window):
    view = make(Line(name="x"))
    for letter in ODD:
        QApplication.sendEvent(
            view.entry.line,
            QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter),
        )
    assert view.value() == ODD
    window.desk.tell(ODD)
    assert "&lt;b&gt;&amp;amp;" in window.notice.words.text()
    assert "Šťastný" in window.notice.words.text()

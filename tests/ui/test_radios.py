"""What is one of several is told as such: radio buttons, counted, called together by their question, led by arrows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kyr_app.model.answers import Open
from kyr_app.model.inline import plain
from kyr_app.model.interview import Column, LongText, OneOf, Picture, SomeOf, YesNo
from kyr_app.model.text import Text
from kyr_app.ui.desk import Place
from kyr_app.ui.widgets.answering import answer_view
from kyr_app.ui.widgets.card import AnswerCard
from kyr_app.ui.widgets.choice import ChoiceView
from kyr_app.ui.widgets.fieldbox import FieldBox
from kyr_app.ui.words import Speaks
from tests.ui.conftest import settle

NAME = Text("¿Cuál?", "Which one?")
OPTIONS = tuple(Picture(value=each, text=Text(each * 3, each * 3)) for each in "abc")
RADIO, BOX = QAccessible.Role.RadioButton, QAccessible.Role.CheckBox


@pytest.fixture
def show(window):
    """Return a function that shows what it makes on the page of the window."""

    def shown(make):
        made = make(Speaks(window, window.session))
        window.shown.show_page(made)
        window.activateWindow()
        settle()
        return made

    return shown


def told(widget):
    """Return what a screen reader says of a button: role, name, whether it is chosen, and the rest."""
    heard = QAccessible.queryAccessibleInterface(widget)
    text = QAccessible.Text
    return (heard.role(), heard.text(text.Name), bool(heard.state().checked), heard.text(text.Description))


def group_of(widget):
    """Return what a screen reader calls the group in which a button stands."""
    while widget is not None:
        heard = QAccessible.queryAccessibleInterface(widget)
        if heard.role() == QAccessible.Role.Grouping:
            return heard.text(QAccessible.Text.Name)
        widget = widget.parentWidget()
    return None


def test_one_answer_of_several_is_a_radio_button_in_a_group(show):
    view = show(lambda say: answer_view(say, OneOf(name="x", options=OPTIONS), NAME))
    view.show_answer("b")
    assert [told(each) for each in (*view.cards.values(), view.unsure)] == [
        (RADIO, "aaa", False, "1 de 4"),
        (RADIO, "bbb", True, "2 de 4"),
        (RADIO, "ccc", False, "3 de 4"),
        (RADIO, "No sé", False, "4 de 4"),
    ]
    assert {group_of(each) for each in (*view.cards.values(), view.unsure)} == {"¿Cuál?"}


def test_several_answers_are_check_boxes_in_a_group(show):
    view = show(lambda say: answer_view(say, SomeOf(name="x", options=OPTIONS), NAME))
    assert {told(each)[0] for each in (*view.cards.values(), view.none, view.unsure)} == {BOX}
    assert group_of(view.unsure) == "¿Cuál?"


def test_arrows_go_round_and_choose_nothing_and_space_chooses(show):
    view = show(lambda say: answer_view(say, OneOf(name="x", options=OPTIONS), NAME))
    every = [*view.cards.values(), view.unsure]
    view.show_answer("a")
    every[0].setFocus()
    way = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Left):
        QTest.keyClick(QApplication.focusWidget(), key)
        way.append(every.index(QApplication.focusWidget()))
    assert way == [1, 2, 3, 0, 3]
    assert view.value() == "a"
    QTest.keyClick(view.unsure, Qt.Key.Key_Space)
    assert view.value() is Open.UNSURE
    assert not every[0].isChecked()
    focusable = [QAccessible.queryAccessibleInterface(each).state().focusable for each in every]
    assert all(focusable), "what arrows lead to takes the keyboard, and a screen reader is told so"


def test_nothing_is_chosen_before_somebody_chooses_and_again_after_that_is_taken_back(show):
    view = show(lambda say: answer_view(say, YesNo(name="x"), NAME))
    assert view.value() is None
    view.cards["yes"].click()
    view.cards["yes"].click()
    assert view.value() == "yes"
    view.show_answer(None)
    assert view.value() is None
    assert told(view.cards["no"]) == (RADIO, "No", False, "2 de 3")


def test_the_small_answers_of_a_group_of_fields_are_told_alike(show):
    box = show(lambda say: FieldBox(say, Column(label=NAME, answer=YesNo(name="x"))))
    assert [told(each)[0] for each in box.chips.values()] == [RADIO] * 3
    assert group_of(box.chips["yes"]) == "¿Cuál?"
    box.chips["yes"].click()
    box.chips["no"].click()
    assert box.value() == "no"
    box.show_answer(None)
    assert box.value() is None
    box.show_answer(Open.UNSURE)
    assert box.value() is Open.UNSURE


def test_beside_a_text_the_words_to_press_stay_boxes(show):
    box = show(lambda say: FieldBox(say, Column(label=NAME, answer=LongText(name="x"))))
    box.chips["unsure"].click()
    assert told(box.chips["unsure"])[:3:2] == (BOX, True)
    box.chips["unsure"].click()
    assert box.value() is None


def test_a_teach_back_question_is_a_group_and_replies_to_what_is_chosen(window, show):
    choice = next(iter(window.session.library.lessons.values())).teach_back
    view = show(lambda say: ChoiceView(say, choice))
    assert group_of(view.cards[0]) == plain(choice.question.es)
    for at, card in enumerate(view.cards):
        card.click()
        assert [reply.isVisible() for reply in view._replies] == [n == at for n in range(len(view.cards))]


@pytest.mark.parametrize("place", [Place.WORKSHOP, Place.SETS])
def test_the_choices_of_a_workshop_are_told_alike(window, place):
    window.session.workshop.take("family-corner")
    window.go(place)
    settle()
    roles = {told(each)[0] for each in window.shown.findChildren(AnswerCard) if each.isVisible()}
    assert roles == {RADIO}
    window.session.workshop.end()


def test_the_eye_sees_the_same_difference_a_circle_for_one_a_box_for_several(show):
    one = show(lambda say: answer_view(say, OneOf(name="x", options=OPTIONS), NAME))
    assert {card._mark._name for card in one.cards.values()} == {"circle"}
    several = show(lambda say: answer_view(say, SomeOf(name="x", options=OPTIONS), NAME))
    several.cards["a"].click()
    assert [card._mark._name for card in several.cards.values()] == ["check-square-fill", "square", "square"]

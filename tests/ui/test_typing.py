"""Typing: nothing typed is lost, whatever happens next, and nothing deleted stays."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from kyr_app.model.answers import Open
from kyr_app.model.interview import Group, Line, LongText
from kyr_app.session.missing import home_of, missing
from kyr_app.ui.desk import Place
from tests.ui.conftest import settle

ODD = "Ñandú عربي 李 e\u0301 <b>&amp;</b> {n} %s [[x|y]] **z** \\n «¿»"
HUGE = "palabra Ñ " * 10_000
"""A hundred thousand letters."""


def asking(window, name):
    """Ask the one question that asks for `name`, as a paper does; return where its answer is typed."""
    window.session.my_papers._begin([name], None)
    at = window.session.interviews.at
    while at is not None and name not in (at.answer.name, *_names(at.answer)):
        window.session.interviews.answer("yes")
        at = window.session.interviews.at
    window.go(Place.INTERVIEW)
    settle()
    if window.shown.page is None:
        window.shown.forward()  # it announced something hard
        settle()
    return window.shown.page.answer


def _names(field):
    return [each.answer.name for each in field.fields] if isinstance(field, Group) else []


def field(view, at=0):
    found = [
        each for kind in (QPlainTextEdit, QLineEdit) for each in view.findChildren(kind) if each.isVisible()
    ]
    return found[at]


def go_away(window, leave):
    if leave == "bar":
        window.bar.places[Place.HOME].click()
    elif leave == "keys":
        QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    elif leave == "hide":
        window.cover.drop()
    else:
        window.close()


@pytest.mark.parametrize("leave", ["bar", "keys", "hide", "close"])
def test_a_field_of_a_group_is_kept_before_anybody_goes_on(window, leave):
    view = asking(window, "first_name")
    QTest.keyClicks(field(view), "Persona de Ejemplo")
    go_away(window, leave)
    assert window.session.answers["first_name"] == "Persona de Ejemplo"
    window.cover.lift()


@pytest.mark.parametrize("leave", ["bar", "keys", "hide", "close"])
def test_a_row_is_kept_while_it_is_typed_and_asked_for_again(window, leave):
    view = asking(window, "siblings")
    view.more.click()
    settle()
    QTest.keyClicks(field(view), "Hermana de Ejemplo")
    go_away(window, leave)
    (row,) = window.session.answers.rows("siblings")
    assert dict(row) == {
        "name": "Hermana de Ejemplo",
        "birth_place": Open.SKIPPED,
        "deceased": Open.SKIPPED,
    }
    window.cover.lift()
    assert missing(window.session.library, ["siblings"], window.session.answers) == ("siblings",)
    view = asking(window, "siblings")
    assert view.rows[0]["name"] == "Hermana de Ejemplo"
    assert view.value() is None


def test_a_row_that_is_removed_is_gone(window):
    view = asking(window, "siblings")
    view.more.click()
    settle()
    QTest.keyClicks(field(view), "Nadie debe leer esto")
    view.remove.click()
    window.go(Place.HOME)
    assert window.session.answers["siblings"] is Open.SKIPPED
    view = asking(window, "siblings")
    view.more.click()
    settle()
    QTest.keyClicks(field(view), "Nadie")
    field(view).clear()
    assert window.session.answers["siblings"] is Open.SKIPPED


def test_a_line_is_kept_and_shown_again(window):
    name = next(
        name
        for name, (_, _, screen) in home_of(window.session.library).items()
        if isinstance(screen.answer, Line) and not screen.when
    )
    QTest.keyClicks(field(asking(window, name)), "Ejemplo 1")
    window.go(Place.HOME)
    assert window.session.answers[name] == "Ejemplo 1"


@pytest.mark.parametrize("text", [ODD, HUGE], ids=["odd", "huge"])
def test_what_is_pasted_is_held_whole_and_said_where_it_is_too_long(window, text):
    view = asking(window, "appeal_reasons")
    field(view).insertPlainText(text)
    told = window.notice.isVisible()
    assert told is (text is HUGE), "she learns at once that it is too long for this question"
    window.go(Place.HOME)
    assert window.session.answers["appeal_reasons"].strip() == text.strip()
    window.go(Place.INTERVIEW)
    settle()
    if window.shown.page is None:
        window.shown.forward()
    assert window.shown.page.answer.entry.box.words.strip() == text.strip()


def test_what_is_deleted_is_gone(window):
    view = asking(window, "appeal_reasons")
    box = field(view)
    QTest.keyClicks(box, "Algo que nadie debe leer")
    assert window.session.answers["appeal_reasons"] == "Algo que nadie debe leer"
    box.selectAll()
    QTest.keyClick(box, Qt.Key.Key_Delete)
    window.go(Place.HOME)
    assert window.session.answers["appeal_reasons"] is Open.SKIPPED
    assert "nadie debe leer" not in str(dict(window.session.answers))


def test_a_field_that_is_deleted_is_gone_too(window):
    view = asking(window, "first_name")
    line = field(view)
    QTest.keyClicks(line, "Persona")
    line.clear()
    window.go(Place.HOME)
    assert window.session.answers["first_name"] is Open.SKIPPED


def test_a_question_never_answered_is_not_marked_by_a_look_at_it(window):
    asking(window, "appeal_reasons")
    window.go(Place.HOME)
    assert "appeal_reasons" not in window.session.answers


def test_two_quick_presses_go_one_question_on(window):
    window.go(Place.INTERVIEW, "travelers")
    window.shown.page.answer.unsure.click()
    first = window.session.interviews.at.id
    QTest.mouseDClick(window.shown.foot.next, Qt.MouseButton.LeftButton)
    QTest.mouseClick(window.shown.foot.next, Qt.MouseButton.LeftButton)
    settle()
    assert [each.id for each in window.session.interviews.progress().path] == [first]


def test_a_card_of_the_story_takes_whatever_is_pasted(window):
    window.go(Place.CARD, "free")
    settle()
    for text in (ODD, HUGE):
        window.shown.page.box.setFocus()
        window.shown.page.box.insertPlainText(text)
    window.bar.places[Place.HOME].click()
    (card,) = window.session.story.story.cards
    assert (ODD + HUGE).strip() == card.said(next(iter(type(window.screens[Place.CARD].ask)))).strip()


def test_long_texts_are_among_what_is_kept(window):
    kept = [
        name
        for name, (_, _, screen) in home_of(window.session.library).items()
        if isinstance(screen.answer, LongText)
    ]
    assert len(kept) > 20

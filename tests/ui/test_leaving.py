"""Closing the window by hand: whoever would lose something is asked once; nobody is held up who means it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLabel

from kyr_app.model.answers import Answers
from kyr_app.ui.desk import Place
from kyr_app.ui.leaving import asks_first
from kyr_app.ui.screens.crossing import CrossingScreen
from kyr_app.ui.screens.delete import DeleteScreen
from kyr_app.ui.screens.forget import ForgetScreen
from tests.ui.conftest import settle


class ByHand(QCloseEvent):
    """The close that comes from the window's own frame."""

    def spontaneous(self):
        return True


def closed(window):
    event = ByHand()
    window.closeEvent(event)
    return event.isAccepted()


def answered(session):
    session.replace_answers(Answers({"adults": 1}))


def told(session):
    session.story.begin()


@pytest.mark.parametrize("work", [answered, told])
def test_whoever_would_lose_something_is_asked_and_whoever_closes_again_means_it(window, work):
    window.go(Place.PREPARE)
    work(window.session)
    assert not closed(window)
    assert window.place is Place.FORGET
    settle()
    assert any("Terminar y olvidar" in each.text() for each in window.shown.findChildren(QLabel))
    window.shown.back()
    assert window.place is Place.PREPARE, "where the work is"
    assert not closed(window)
    assert closed(window)


def test_nobody_is_asked_who_has_nothing_to_lose(window):
    window.go(Place.LESSON, "turn-in")
    assert closed(window)
    assert "packet" not in window.session.__dict__, "nothing is fetched to find that out"


def test_nobody_is_asked_behind_the_picture_or_by_the_program_itself(window, monkeypatch):
    answered(window.session)
    event = QCloseEvent()
    window.closeEvent(event)
    assert event.isAccepted()
    monkeypatch.setattr(type(window.cover), "up", property(lambda _: True))
    assert not asks_first(window)


def test_enter_alone_throws_nothing_away(window, qtbot):
    answered(window.session)
    window.go(Place.FORGET)
    settle()
    qtbot.keyClick(window.shown, Qt.Key.Key_Return)
    assert window.session.answers
    assert window.place is Place.FORGET
    assert window.shown.foot.back.hasFocus(), "a second Enter leads back"
    assert not any(each.ENTER_GOES_ON for each in (ForgetScreen, DeleteScreen, CrossingScreen))

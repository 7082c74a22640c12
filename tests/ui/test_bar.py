"""The bar: one line on the usual screen, and everything two presses away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QBoxLayout

from kyr_app.model.settings import Settings, TextSize, View
from kyr_app.session.session import Session
from kyr_app.store.preferences import Forgetful
from kyr_app.ui.desk import Place
from kyr_app.ui.standing import State
from tests.gallery import eyes
from tests.ui.conftest import TODAY, settle

ROOM = 16
"""Pixels left on the line in the widest case; less, and the next word pushes the bar to two lines."""


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("language", ["es", "en"])
def test_the_bar_takes_one_line_on_the_usual_screen(open_window, content, language, view):
    window = open_window(Session(content, Forgetful(Settings(language, view)), TODAY))
    for state in State:
        window.bar.show_file(state)
        settle()
        assert window.bar._line.direction() == QBoxLayout.Direction.LeftToRight, state
        assert window.bar.height() < 80
        right = window.bar.hide_button
        left = list(window.bar.places.values())[-1]
        free = window.bar.languages.mapTo(window, window.bar.languages.rect().topLeft()).x() - (
            left.mapTo(window, left.rect().topRight()).x()
        )
        assert free >= ROOM
        assert right.mapTo(window, right.rect().topRight()).x() < window.width()
        assert not eyes.clipped(window)


@pytest.mark.parametrize("size", TextSize)
def test_on_a_small_screen_it_takes_two_and_nothing_is_lost(open_window, content, size):
    window = open_window(Session(content, Forgetful(Settings("es", text_size=size)), TODAY), 1024, 728)
    assert not eyes.clipped(window) + eyes.near(window) + eyes.small(window)
    assert all(each.isVisible() for each in window.bar.places.values())


def test_a_chosen_place_has_room_for_its_bold_word(window):
    for place, button in window.bar.places.items():
        before = button.width()
        button.click()
        settle()
        font = button.font()
        font.setBold(True)
        assert button.width() == before, place
        words = button.fontMetrics().__class__(font).horizontalAdvance(button.text())
        assert words + 14 <= button.width(), "the ring and the edge take fourteen"


@pytest.mark.parametrize("place", [Place.DEADLINES, Place.LOOKUP])
def test_what_left_the_bar_is_two_presses_away_from_anywhere(window, place):
    window.go(Place.GLOSSARY)
    window.bar.places[Place.HOME].click()
    window.shown.cards[place].click()
    assert window.place is place
    window.shown.foot.back.click()
    assert window.place is Place.HOME


def test_dates_stand_under_prepare_too_and_lead_back_there(window):
    window.bar.places[Place.PREPARE].click()
    window.shown.cards["dates"].click()
    assert window.place is Place.DEADLINES
    assert window.bar.places[Place.PREPARE].isChecked()
    window.shown.cards["denied"].click() if "denied" in window.shown.cards else None
    while window.place is Place.DEADLINES:
        window.shown.foot.back.click()
    assert window.place is Place.PREPARE


@pytest.mark.parametrize("place", [Place.DEADLINES, Place.LOOKUP])
def test_what_left_the_bar_is_reached_with_keys_alone(window, place):
    window.activateWindow()
    window.go(Place.PAPERS)
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert window.place is Place.HOME
    for _ in range(30):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() is window.shown.cards[place]:
            break
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert window.place is place

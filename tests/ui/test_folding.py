"""What is wider than the screen goes on in a further line: the row of buttons, and cards beside one another."""

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QWidget

from kyr_app.model.settings import Settings, TextSize, View
from kyr_app.model.text import N_
from kyr_app.session.session import Session
from kyr_app.store.preferences import Forgetful
from kyr_app.ui.desk import Place
from kyr_app.ui.widgets.foot import Foot
from kyr_app.ui.widgets.grid import Grid
from kyr_app.ui.words import Speaks
from tests.gallery import eyes
from tests.ui.conftest import TODAY, settle


def place(button, foot):
    return button.mapTo(foot, QPoint(0, 0))


@pytest.fixture
def foot(window, qtbot):
    made = Foot(Speaks(window, window.session))
    made.add(N_("Pause"), "coffee")
    made.add(N_("Finish and forget"), "eraser")
    qtbot.addWidget(made)
    made.show()
    return made


def shape(foot, width):
    foot.resize(width, foot.heightForWidth(width))
    settle()
    assert foot.width() == width
    return [place(each, foot) for each in foot.buttons]


def test_the_buttons_stand_in_one_row_with_the_main_one_at_its_end(foot):
    back, pause, finish, on = shape(foot, 1200)
    assert len({each.y() for each in (back, pause, finish)}) == 1
    assert back.x() < pause.x() < finish.x() < on.x()
    assert foot.width() - on.x() - foot.next.width() == back.x()
    assert pause.x() - back.x() - foot.back.width() > 8


def test_where_one_row_is_too_short_the_main_one_stands_at_the_end_of_the_next(foot):
    high = foot.heightForWidth(1200)
    rooms = sum(each.sizeHint().width() for each in foot.buttons)
    back, pause, _, on = shape(foot, rooms)
    assert foot.height() > high
    assert back.y() == pause.y() < on.y()
    assert rooms - on.x() - foot.next.width() == back.x()
    assert not eyes.clipped(foot) + eyes.near(foot)


def test_tab_goes_along_the_buttons_as_they_are_read(foot):
    words = [each.text() for each in foot.buttons]
    assert words == [foot.back.text(), "Pausa", "Terminar y olvidar", foot.next.text()]


def test_a_long_row_never_widens_the_window(open_window, content):
    session = Session(content, Forgetful(Settings("es", text_size=TextSize.VERY_LARGE)), TODAY)
    window = open_window(session, 1024, 728)
    for _ in range(5):
        window.shown.desk.go(Place.PAPERS)
        window.shown.foot.add(N_("Finish and forget"), "eraser")
    settle()
    assert window.width() == 1024


class Wide(QWidget):
    """Needs three hundred pixels."""

    def minimumSizeHint(self):
        return QSize(300, 20)


def test_cards_that_need_more_room_than_half_stand_under_one_another(qtbot):
    parts = [Wide(), Wide()]
    page, grid = QWidget(), Grid(parts, 1)
    qtbot.addWidget(page)
    grid.setParent(page)
    assert grid.minimumSizeHint().width() <= 300, "it never holds a page wider than one of its parts"
    grid.resize(700, 100)
    page.show()
    settle()
    assert parts[0].y() == parts[1].y()
    grid.resize(500, 100)
    settle()
    assert parts[0].x() == parts[1].x()
    assert parts[0].y() < parts[1].y()


def test_places_that_help_fit_the_screen_in_very_large_letters(open_window, content):
    session = Session(content, Forgetful(Settings("es", text_size=TextSize.VERY_LARGE)), TODAY)
    window = open_window(session, 1024, 728)
    window.go(Place.DIRECTORY)
    window.shown.whole()
    settle()
    assert not eyes.clipped(window)


def test_what_is_the_same_in_both_languages_stands_there_once(open_window, content):
    session = Session(content, Forgetful(Settings("es", view=View.BOTH)), TODAY)
    window = open_window(session, 1366, 728)
    told = []
    Speaks(window, session).both(lambda *words: told.append(words), "555-0100")
    Speaks(window, session).both(lambda *words: told.append(words), N_("Pause"))
    assert told == [("555-0100", ""), ("Pausa", "Pause")]

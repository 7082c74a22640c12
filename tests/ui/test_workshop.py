"""J8: a workshop of twenty-five in ninety minutes, at 1024 × 768, on one screen."""

import csv
import io

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QTextEdit

from kyr_app.model.deck import Kind
from kyr_app.model.settings import Edition, TextSize, View
from kyr_app.session.session import Session
from kyr_app.ui import standing
from kyr_app.ui.desk import Place
from kyr_app.ui.screens import workshop as screen_module
from kyr_app.ui.widgets.entries import Count
from tests.ui.conftest import TODAY, clipped, settle

PEOPLE = 25


@pytest.fixture
def hall(open_window, content):
    """A window at the size of an old projector, with the ready plan of ninety minutes."""
    window = open_window(Session(content, today=TODAY), 1024, 728)
    window.go(Place.WORKSHOP)
    window.shown.page.cards["fear-interview"].click()
    settle()
    return window


@pytest.fixture
def show(hall):
    hall.shown.foot.next.click()
    settle()
    shown = hall.shown.show_
    yield shown
    if hall.screens[Place.WORKSHOP].show_ is not None:
        shown.end()
    settle()


def at_question(show):
    """Go to the first question for raised hands, and return its lesson."""
    at = next(n for n, slide in enumerate(show.slides) if slide.leaf.kind is Kind.ASK)
    show.go(at)
    return show.slides[at].leaf.lesson


def pages(made):
    document, buffer = QPdfDocument(), QBuffer()
    buffer.setData(QByteArray(made))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    return document.pageCount()


def test_j8_twenty_five_people_in_ninety_minutes(hall, qtbot, tmp_path):
    workshop = hall.session.workshop
    assert (workshop.plan.people, workshop.plan.minutes) == (PEOPLE, 90)
    assert sum(step.minutes for step in workshop.steps) == 90
    hall.shown.sheets.click()
    assert hall.place is Place.SETS
    assert not hall.shown.foot.next.isEnabled()  # the count comes first
    qtbot.waitUntil(lambda: hall.shown.count is not None, timeout=60_000)
    hall.shown.choices.cards["edition"][Edition.ZINE.value].click()
    qtbot.waitUntil(lambda: hall.shown.count is not None, timeout=60_000)
    count = hall.shown.count
    assert str(count.all_pages) in hall.shown.state.text()
    hall.shown.foot.next.click()
    qtbot.waitUntil(lambda: bool(hall.shown.made), timeout=60_000)
    assert pages(hall.shown.made) == count.all_pages == PEOPLE * count.pages
    hall.shown.places.chosen.emit(str(tmp_path))
    assert len(list(tmp_path.glob("*.pdf"))) == 1
    hall.go(Place.WORKSHOP)
    hall.shown.foot.next.click()
    settle()
    show = hall.shown.show_
    assert show.leader is None  # one screen: the notes are on paper
    lesson = at_question(show)
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_2, Qt.Key.Key_2, Qt.Key.Key_Backspace):
        QTest.keyClick(show.wall, key)
    assert workshop.hands(lesson)[:2] == (1, 2)
    QTest.keyClick(show.wall, Qt.Key.Key_Escape)
    settle()
    assert hall.shown.show_ is None
    assert workshop.asked == (lesson,)
    hall.shown.chosen.end_button.click()
    assert workshop.plan is None
    assert workshop.hands(lesson) == (0,) * len(workshop.hands(lesson))


def test_nobody_is_asked_for_a_name_and_numbers_are_all_that_is_typed(hall):
    typed = (QLineEdit, QTextEdit, QPlainTextEdit, QComboBox)
    for place in (Place.WORKSHOP, Place.SETS, Place.NUMBERS):
        hall.go(place)
        settle()
        counts = {count.line for count in hall.shown.findChildren(Count)}
        fields = {field for kind in typed for field in hall.shown.findChildren(kind)}
        assert fields <= counts
        for field in fields:
            assert not field.hasAcceptableInput() or field.text().isdecimal()
            field.setText("Rosa")
            assert not field.hasAcceptableInput()


def test_the_wall_can_be_led_with_a_clicker(show):
    for key, at in (
        (Qt.Key.Key_PageDown, 1),
        (Qt.Key.Key_Right, 2),
        (Qt.Key.Key_Space, 3),
        (Qt.Key.Key_PageUp, 2),
        (Qt.Key.Key_Left, 1),
        (Qt.Key.Key_End, len(show.slides) - 1),
        (Qt.Key.Key_Right, len(show.slides) - 1),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Q, 0),
    ):
        QTest.keyClick(show.wall, key)
        assert show.at == at
    QTest.keyClick(show.wall, Qt.Key.Key_B)
    assert show.wall.view.isHidden()
    QTest.keyClick(show.wall, Qt.Key.Key_PageDown)  # brings the same slide back
    assert show.at == 0
    assert show.wall.view.isVisible()
    QTest.mouseClick(show.wall, Qt.MouseButton.LeftButton)
    QTest.mouseClick(show.wall.view, Qt.MouseButton.LeftButton)
    assert show.at == 2
    QTest.mouseClick(show.wall, Qt.MouseButton.RightButton)
    assert show.at == 1


def test_f9_covers_the_wall_and_gives_it_back(hall, show):
    show.go(4)
    QTest.keyClick(show.wall, Qt.Key.Key_F9)
    settle()
    assert hall.cover.up
    hall.cover.lift()
    settle()
    assert show.wall.isVisible()
    assert show.at == 4


def test_a_press_on_an_answer_counts_a_hand_and_not_a_slide(show):
    lesson = at_question(show)
    if not show.wall.view.hands:
        show.go(show.at + 1)
    at = show.at
    row = show.wall.view.hands[1].parentWidget()
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert show.at == at
    assert show.chosen.hands(lesson)[1] == 1
    assert "1" in show.wall.view.hands[1].text()
    show.go(0)
    show.raise_hand(0)  # no question is shown: no hand is counted
    assert sum(show.chosen.hands(lesson)) == 1


def test_time_is_a_line_that_grows_and_says_nothing(show):
    clock = iter(range(0, 100_000, 120))
    show._clock = lambda: next(clock)
    show._since, show._began = {}, 0.0
    show.go(0)
    show.look()
    first = show.wall.mark.part
    show.look()
    assert 0 < first < show.wall.mark.part <= 1
    assert show.wall.mark.isVisible()
    assert show.wall.mark.height() < 8
    for _ in range(20):
        show.look()
    assert show.wall.mark.part == 1


def test_while_something_is_on_the_wall_nothing_hides_it_for_idleness(hall, show):
    assert show
    assert hall.shown.stays


def test_an_open_family_file_never_goes_on_a_wall(hall, monkeypatch):
    monkeypatch.setattr(screen_module, "is_open", lambda _session: True)
    hall.shown.present()
    settle()
    assert hall.shown.show_ is None
    assert hall.notice.isVisible()
    assert standing.is_open(hall.session) is False


def test_more_lessons_than_minutes_are_told_and_the_plan_stays(hall):
    hall.shown.show_choice()
    hall.shown.page.cards["own"].click()
    for name in ("turn-in", "appeals", "evidence", "statement", "asylum-basics", "filing-papers", "mpp-case"):
        hall.shown.lessons.cards[name].click()
    hall.shown.forward()
    settle()
    assert hall.session.workshop.plan.minutes == 120  # the shortest that has room for seven
    page = hall.shown.chosen
    page.lengths[60].click()
    settle()
    assert hall.notice.isVisible()
    assert hall.session.workshop.plan.minutes == 120
    assert page.lengths[120].isChecked()


def test_numbers_change_the_agenda_and_the_sheets(hall, qtbot):
    page = hall.shown.chosen
    page.people.line.setText("12")
    page.corner.line.setText("4")
    qtbot.waitUntil(lambda: hall.session.workshop.plan.people == 12, timeout=60_000)
    assert hall.session.workshop.plan.children == 4
    assert "12" in hall.shown.sheets.text()
    page.lengths[120].click()
    settle()
    assert sum(step.minutes for step in hall.session.workshop.steps) == 120


def test_a_pack_can_be_stopped_and_leaves_nothing(hall, qtbot):
    hall.go(Place.SETS)
    qtbot.waitUntil(lambda: hall.shown.count is not None, timeout=60_000)
    hall.shown.pack()
    assert hall.shown.packing
    hall.shown.stop.click()
    assert not hall.shown.made
    assert hall.shown.places is None
    assert hall.notice.isVisible()
    qtbot.waitUntil(lambda: hall.shown.count is not None, timeout=60_000)


def test_the_guide_and_one_set_can_be_looked_at(hall, qtbot):
    for what, place in (("workshop-guide:", Place.WORKSHOP), ("workshop-set:", Place.SETS)):
        hall.go(Place.PREVIEW, what)
        qtbot.waitUntil(lambda: hall.shown.ready, timeout=60_000)
        assert hall.shown.document.pageCount() > 3
        hall.shown.back()
        assert hall.place is place


def test_two_numbers_for_a_report_and_nothing_else(hall, tmp_path):
    hall.go(Place.NUMBERS)
    assert not hall.shown.foot.next.isEnabled()
    hall.shown.people.line.setText("25")
    hall.shown.sheets.line.setText("800")
    hall.shown.foot.next.click()
    hall.shown.places.chosen.emit(str(tmp_path))
    (file,) = tmp_path.iterdir()
    rows = list(csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig"))))
    assert rows[1:] == [["25", "800"]]
    assert len(rows[0]) == 2
    assert file.suffix == ".csv"
    assert hall.place is Place.WORKSHOP


@pytest.mark.parametrize(
    ("language", "view", "size", "width", "height"),
    [
        ("es", View.ONE, TextSize.NORMAL, 1366, 728),
        ("en", View.ONE, TextSize.LARGE, 1024, 728),
        ("es", View.BOTH, TextSize.VERY_LARGE, 1024, 728),
        ("es", View.BOTH, TextSize.NORMAL, 1093, 574),
    ],
)
def test_nothing_is_clipped_on_the_screens_of_a_workshop(
    open_window, content, language, view, size, width, height
):
    session = Session(content, today=TODAY)
    session.use_language(language)
    session.use_view(view)
    session.use_text_size(size)
    window = open_window(session, width, height)
    window.go(Place.SETS)  # without a plan: one sentence and one button
    settle()
    assert not clipped(window)
    window.go(Place.WORKSHOP)
    settle()
    assert not clipped(window)
    session.workshop.take("four-stations")
    session.workshop.raise_hand("say-fear", 0)
    for place in (Place.WORKSHOP, Place.SETS, Place.NUMBERS):
        window.go(place)
        settle()
        assert not clipped(window), place
        assert (window.width(), window.height()) == (width, height)
        assert window.shown.column.widget().width() <= window.shown.column.viewport().width()

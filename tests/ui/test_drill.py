import gc

import pytest
from PySide6.QtWidgets import QLineEdit

from kyr_app.ui.desk import Place
from tests.ui.conftest import settle


@pytest.fixture
def drill(window):
    window.go(Place.DRILL)
    return window.shown


def write(drill, number):
    drill.entry.line.setText(number)
    drill.forward()
    settle()


def test_two_numbers_are_learnt_however_they_are_written(window, drill):
    for number in ("(619) 555-0101", "+52 664 555 0102"):
        write(drill, number)
        assert drill.entry.line.text() == ""
        write(drill, "".join(each for each in number if each.isdigit()))
    assert drill.known == 2
    assert drill.entry is None
    drill.forward()
    assert window.place is Place.PREPARE


def test_a_number_that_does_not_come_is_shown_again(drill):
    write(drill, "619 555 0101")
    write(drill, "619 555 0110")
    assert drill.known == 0
    drill.back()
    assert drill.entry.line.text() == "6195550101"
    write(drill, drill.entry.line.text())
    write(drill, "6195550101")
    assert drill.known == 1


@pytest.mark.parametrize("number", ["", "12", "hola", "   ", "ñ" * 30])
def test_half_a_number_is_asked_for_whole(drill, number):
    write(drill, number)
    assert drill.number == ""
    assert drill.known == 0


def test_nothing_of_it_outlives_the_screen(window, drill, tmp_path):
    write(drill, "619 555 0101")
    drill.entry.line.setText("619 555")
    window.go(Place.HOME)
    gc.collect()
    assert drill.number == ""
    assert "555" not in "".join(each.text() for each in window.findChildren(QLineEdit))
    assert not [file for file in tmp_path.rglob("*") if file.is_file() and b"555" in file.read_bytes()]

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyr_app.ui.days import read_day

DAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("day", "month", "year"),
    [
        ("22", 11, "2026"),
        (" 22 ", 11, "26"),
        ("22/11/2026", 0, ""),
        ("22-11-26", 0, ""),
        ("22.11.2026", 0, ""),
        ("2026-11-22", 0, ""),
        ("el 22", 11, " 2026 "),
    ],
)
def test_a_day_is_understood_however_it_is_written(day, month, year):
    assert read_day(day, month, year) == DAY


def test_the_month_comes_first_where_that_is_the_custom():
    assert read_day("3/4/2026", 0, "", month_first=True) == dt.date(2026, 3, 4)
    assert read_day("3/4/2026", 0, "", month_first=False) == dt.date(2026, 4, 3)
    assert read_day("22/11/2026", 0, "", month_first=True) == DAY


@pytest.mark.parametrize(
    ("day", "month", "year"), [("31", 2, "2026"), ("", 1, "2026"), ("1", 0, "2026"), ("0", 1, "x")]
)
def test_no_day_is_guessed(day, month, year):
    assert read_day(day, month, year) is None


@given(st.text(), st.integers(0, 12), st.text())
def test_whatever_is_typed_is_no_accident(day, month, year):
    read = read_day(day, month, year)
    assert read is None or isinstance(read, dt.date)

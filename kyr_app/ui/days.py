"""Days as people write them."""

from __future__ import annotations

import datetime as dt
import re

from kyr_app.model.text import N_

MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
CENTURY, LAST = 2000, 40
"""A year of two digits is of this century up to the second of these, and of the one before from there on."""


def read_day(day: str, month: int, year: str, *, month_first: bool = False) -> dt.date | None:
    """Return the day in three fields, None where they make none; `month` is 0 while it is not chosen.

    Also understands a whole date in the first field (22/11/2026, 22-11-26, 2026-11-22); `month_first` is how such
    a date is read in the United States, unless only the other reading gives a day.
    """
    numbers = [int(part) for part in re.findall(r"\d+", day)]
    if len(numbers) == 3:
        return _whole(numbers, month_first=month_first)
    if len(numbers) != 1 or not month or not year.strip().isdecimal():
        return None
    return _day(int(year.strip()), month, numbers[0])


def _whole(numbers: list[int], *, month_first: bool) -> dt.date | None:
    first, second, third = numbers
    if first > 31:
        return _day(first, second, third)
    day, month = (second, first) if month_first else (first, second)
    return _day(third, month, day) or _day(third, day, month)


def read_year(year: str) -> int | None:
    """Return the year in a field, None where there is none from 1800 to 2099."""
    found = re.search(r"\d{2,4}", year)
    whole = _year(int(found[0])) if found else 0
    return whole if 1800 <= whole < 2100 else None


def _year(year: int) -> int:
    if year >= 100:
        return year
    return year + CENTURY if year <= LAST else year + CENTURY - 100


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(_year(year), month, day)
    except (ValueError, OverflowError):
        return None

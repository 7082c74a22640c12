"""Which days are free: weekends, and the holidays of a country by a kept library."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING

from kyr_app.model.deadline import Calendar

if TYPE_CHECKING:
    from collections.abc import Mapping

_COUNTRY = {Calendar.US: "US", Calendar.MEXICO: "MX"}
_SATURDAY = 5


@cache
def _holidays(calendar: Calendar, year: int) -> Mapping[dt.date, str]:
    import holidays  # noqa: PLC0415 (a fifth of a second that only a counted day pays)

    return dict(holidays.country_holidays(_COUNTRY[calendar], years=year, observed=True))


def is_weekend(day: dt.date) -> bool:
    """Return whether a day is a Saturday or a Sunday."""
    return day.weekday() >= _SATURDAY


def is_holiday(day: dt.date, calendar: Calendar) -> bool:
    """Return whether a day is a holiday, or the day on which one is observed.

    United States: the legal holidays of 5 U.S.C. 6103 with their observed days. Mexico: the rest days of the Ley
    Federal del Trabajo, art. 74. Days that a government adds (a storm, Christmas Eve) are not known.
    """
    return day in _holidays(calendar, day.year)


def is_working(day: dt.date, calendar: Calendar) -> bool:
    """Return whether offices work on a day."""
    return not is_weekend(day) and not is_holiday(day, calendar)


def next_working(day: dt.date, calendar: Calendar) -> dt.date:
    """Return `day`, or the first working day after it."""
    while not is_working(day, calendar):
        day += dt.timedelta(days=1)
    return day


def previous_working(day: dt.date, calendar: Calendar) -> dt.date:
    """Return `day`, or the last working day before it."""
    while not is_working(day, calendar):
        day -= dt.timedelta(days=1)
    return day


def working_days_after(day: dt.date, count: int, calendar: Calendar) -> dt.date:
    """Return the working day number `count` after `day`, which is day 0."""
    while count:
        day += dt.timedelta(days=1)
        count -= is_working(day, calendar)
    return day

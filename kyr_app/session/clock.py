"""Today, by this computer's clock: and when not to believe it."""

from __future__ import annotations

import datetime as dt

from kyr_app.model.errors import InputError
from kyr_app.model.text import N_, Day

YEARS = 5
"""A clock that is so many years ahead of the content is wrong."""
LAST = dt.date(2090, 12, 31)
"""No day after this is meant."""


def today() -> dt.date:
    """Return the family's own calendar day. The one place that reads the clock."""
    return dt.date.today()  # noqa: DTZ011


def is_wrong(day: dt.date, built: dt.date) -> bool:
    """Return whether `day` cannot be today: before the content was made, or years after it."""
    return not built <= day <= built + dt.timedelta(days=365 * YEARS)


def meant(day: dt.date, built: dt.date) -> dt.date:
    """Return `day` as today. Raise `InputError` where it lies before the content was made, or in another age."""
    if not built <= day <= LAST:
        raise InputError(N_("Please look at the year again: {day}.", day=Day(day.isoformat())))
    return day

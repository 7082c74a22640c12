"""When something was, as people say it; where they wish, with the days between which it must have been.

Nothing is read out of the words: *in the rainy season of 2021* is kept as it was said, and is no date.
"""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum

from msgspec import Struct

LEAST_YEAR, MOST_YEAR = 1900, 2100
"""Years outside of these are slips of the hand."""
_BOUND = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


class Side(StrEnum):
    """On which side of another card one says that this one lies."""

    BEFORE = "before"
    AFTER = "after"
    SAME = "same"


def is_bound(text: str) -> bool:
    """Return whether `text` is a day, a month or a year that there is: `2021-06-14`, `2021-06`, `2021`."""
    if not _BOUND.fullmatch(text) or not LEAST_YEAR <= int(text[:4]) <= MOST_YEAR:
        return False
    try:
        first_day(text)
    except ValueError:
        return False
    return True


def bound(day: str, month: int, year: str) -> str | None:
    """Return what three fields say as a bound, `` where all are empty, None where they make no date.

    `month` is 0 while none is chosen. A year needs its four digits: which century is meant is not guessed.
    """
    day, year = day.strip(), year.strip()
    if not day and not month and not year:
        return ""
    numbers = (not day or day.isdecimal()) and year.isdecimal() and len(year) == 4
    if not numbers or (day and not month):
        return None
    parts = [str(int(year)), *([f"{month:02}"] if month else []), *([f"{int(day):02}"] if day else [])]
    made = "-".join(parts)
    return made if is_bound(made) else None


def first_day(text: str) -> dt.date:
    """Return the first day of a bound. Raise `ValueError` for what is none."""
    return dt.date.fromisoformat((text + "-01-01")[:10])


def last_day(text: str) -> dt.date:
    """Return the last day of a bound. Raise `ValueError` for what is none."""
    first = first_day(text)
    if len(text) == len("2021"):
        return first.replace(month=12, day=31)
    if len(text) == len("2021-06"):
        return (first.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)
    return first


class Span(Struct, frozen=True):
    """The first and the last day on which something can have been."""

    first: dt.date
    last: dt.date

    def before(self, other: Span) -> bool:
        """Return whether this was over before the other began: the only order that dates alone can tell."""
        return self.last < other.first


class RoughDate(Struct, frozen=True, omit_defaults=True):
    """When something was, as it was said: *in the rainy season of 2021*, *two days before my mother's burial*.

    `earliest` and `latest` are bounds (day, month or year) for putting cards in order; `latest` left empty means
    within `earliest`. `side` and `of` say where it lies beside the card of that number. All of it is optional.
    """

    words: str = ""
    earliest: str = ""
    latest: str = ""
    side: Side | None = None
    of: int = 0

    def __post_init__(self) -> None:
        """Raise `ValueError` for a bound that is none: no part of the program has to doubt it again."""
        if not all(is_bound(each) for each in (self.earliest, self.latest) if each):
            raise ValueError

    def __repr__(self) -> str:
        return "RoughDate(…)"

    @property
    def span(self) -> Span | None:
        """The days between which it was; None where no date was given, or where the last comes before the first."""
        if not self.earliest and not self.latest:
            return None
        first = first_day(self.earliest) if self.earliest else dt.date.min
        last = last_day(self.latest or self.earliest)
        return Span(first, last) if first <= last else None

    @property
    def upside_down(self) -> bool:
        """Whether the latest date lies before the earliest one."""
        return bool(self.earliest or self.latest) and self.span is None

    @property
    def empty(self) -> bool:
        """Whether nothing at all was said of when it was."""
        return not (self.words.strip() or self.earliest or self.latest or self.side)


NO_DATE = RoughDate()

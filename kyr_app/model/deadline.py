"""Deadlines: a rule, the day it starts from, and how its last day is counted."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from msgspec import Struct

from kyr_app.model.text import Text, Words


class Unit(StrEnum):
    """What is counted. Working days skip weekends and the holidays of the rule's calendar."""

    DAYS = "days"
    WORKING_DAYS = "working-days"
    YEARS = "years"
    NONE = "none"


class Direction(StrEnum):
    """From the day of the event forward, or back from it."""

    AFTER = "after"
    BEFORE = "before"


class Roll(StrEnum):
    """Where a last day on a weekend or holiday goes."""

    NEXT = "next"
    PREVIOUS = "previous"
    STAYS = "stays"


class Calendar(StrEnum):
    """Whose holidays count."""

    US = "us"
    MEXICO = "mexico"


class Sort(StrEnum):
    """Whether the day is the person's last day, the first possible day, or a limit on the government."""

    LAST_DAY = "last-day"
    FIRST_DAY = "first-day"
    GOVERNMENT = "government"


class DeadlineRule(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A rule. Day 0 is the day of the event (`trigger`).

    `roll` says what the rule says; the safe day never relies on it. `no_date` tells what to do where the law gives
    no length. `doubt` is shown where the rule is in court or changed lately.
    """

    id: str
    order: int
    name: Text
    neutral_name: Text
    trigger: Text
    sort: Sort
    unit: Unit
    direction: Direction
    roll: Roll
    counting: Text
    filing: Text
    what: Text
    facts: tuple[str, ...]
    citation: str
    length: int = 0
    safe_length: int = 0
    calendar: Calendar = Calendar.US
    doubt: Text | None = None
    no_date: Text | None = None


class DeadlineFile(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A file of rules about one matter."""

    id: str
    order: int
    title: Text
    reviewed: dt.date
    good_until: dt.date
    rules: tuple[DeadlineRule, ...]


class Due(Struct, frozen=True):
    """A counted date: the last day by the rule, the safe day, where it was rolled from, and how in words."""

    rule: DeadlineRule
    trigger: dt.date
    due: dt.date | None
    safe: dt.date | None
    rolled_from: dt.date | None
    because: tuple[Words, ...]

"""Deadlines: from the day something happened to the last day, the safe day, and how both were counted."""

from __future__ import annotations

import datetime as dt

from kyr_app.model.deadline import DeadlineRule, Direction, Due, Roll, Sort, Unit
from kyr_app.model.errors import InputError
from kyr_app.model.text import N_, P_, Day, Words
from kyr_app.rules import calendars

FIRST, LAST = dt.date(1990, 1, 1), dt.date(2090, 12, 31)
"""Days outside of these are a slip of the hand or a clock that is wrong by years."""


def count(rule: DeadlineRule, trigger: dt.date) -> Due:
    """Return the dates of `rule` for something that happened (or will) on `trigger`, which is day 0.

    Raise `InputError` for a day that cannot be meant. The safe day never relies on a weekend moving a last day.
    """
    if not FIRST <= trigger <= LAST:
        raise InputError(N_("Please look at the year again: {day}.", day=Day(trigger.isoformat())))
    if rule.unit is Unit.NONE:
        said = () if rule.no_date is None else (rule.no_date,)
        return Due(rule, trigger, None, None, None, said)
    raw = _raw(rule, trigger)
    due = _rolled(rule, raw)
    rolled_from = raw if due != raw else None
    return Due(
        rule, trigger, due, _safe(rule, trigger, raw, due), rolled_from, _because(rule, trigger, raw, due)
    )


def _raw(rule: DeadlineRule, trigger: dt.date) -> dt.date:
    sign = 1 if rule.direction is Direction.AFTER else -1
    if rule.unit is Unit.WORKING_DAYS:
        return calendars.working_days_after(trigger, rule.length, rule.calendar)
    if rule.unit is Unit.YEARS:
        return _years_later(trigger, sign * rule.length)
    return trigger + dt.timedelta(days=sign * rule.length)


def _years_later(day: dt.date, years: int) -> dt.date:
    """Return the same date in another year; February 29 becomes February 28, the earlier reading."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def _rolled(rule: DeadlineRule, raw: dt.date) -> dt.date:
    if rule.roll is Roll.NEXT:
        return calendars.next_working(raw, rule.calendar)
    if rule.roll is Roll.PREVIOUS:
        return calendars.previous_working(raw, rule.calendar)
    return raw


def _safe(rule: DeadlineRule, trigger: dt.date, raw: dt.date, due: dt.date) -> dt.date | None:
    if rule.sort is Sort.GOVERNMENT:
        return None
    if rule.sort is Sort.FIRST_DAY:
        return calendars.next_working(due, rule.calendar)
    if rule.safe_length:
        raw = trigger + dt.timedelta(days=rule.safe_length)
    elif rule.unit is Unit.WORKING_DAYS and rule.direction is Direction.AFTER:
        # Counting every day gives the earlier day: whoever forgets a holiday is still on time.
        raw = min(raw, trigger + dt.timedelta(days=rule.length))
    return calendars.previous_working(raw, rule.calendar)


def _because(rule: DeadlineRule, trigger: dt.date, raw: dt.date, due: dt.date) -> tuple[Words, ...]:
    said: list[Words] = [N_("Day 0 is {day}.", day=Day(trigger.isoformat())), _length(rule, raw)]
    if due != raw:
        moved = N_("That is a weekend. It moves to {day}.", day=Day(due.isoformat()))
        if calendars.is_holiday(raw, rule.calendar):
            moved = N_("That is a holiday. It moves to {day}.", day=Day(due.isoformat()))
        said.append(moved)
    return tuple(said)


def _length(rule: DeadlineRule, raw: dt.date) -> Words:
    day = Day(raw.isoformat())
    if rule.unit is Unit.YEARS:
        return P_("{n} year later is {day}.", "{n} years later is {day}.", rule.length, day=day)
    if rule.unit is Unit.WORKING_DAYS:
        return P_("{n} working day later is {day}.", "{n} working days later is {day}.", rule.length, day=day)
    if rule.direction is Direction.BEFORE:
        return P_("{n} day before is {day}.", "{n} days before is {day}.", rule.length, day=day)
    return P_("{n} day later is {day}.", "{n} days later is {day}.", rule.length, day=day)

"""Answers in words: what was answered, and why it does not fit."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from kyr_app.model.answers import Answer, Open, Value
from kyr_app.model.errors import InputError
from kyr_app.model.interview import AnyField, DayField, Line, Number, OneOf, SomeOf, YesNo, options_of
from kyr_app.model.text import N_, Day, Together

if TYPE_CHECKING:
    from kyr_app.model.text import Words

_YES_NO: dict[object, Words] = {"yes": N_("Yes"), "no": N_("No")}
_OPEN: dict[Open, Words] = {Open.UNSURE: N_("I don't know"), Open.SKIPPED: N_("Not today")}


def said(field: AnyField, answer: Answer) -> Words:
    """Return an answer to `field` as words."""
    if isinstance(answer, Open):
        return _OPEN[answer]
    if isinstance(field, YesNo):
        return _YES_NO[answer]
    if isinstance(field, OneOf | SomeOf):
        return _chosen(field, answer)
    if isinstance(field, Number) and field.unit is not None:
        unit = field.unit_one if answer == 1 and field.unit_one is not None else field.unit
        return Together((str(answer), unit))
    return Day(answer.isoformat()) if isinstance(answer, dt.date) else str(answer)


def _chosen(field: OneOf | SomeOf, answer: Answer) -> Words:
    chosen = answer if isinstance(answer, tuple) else (answer,)
    parts = tuple(option.text for option in options_of(field) if option.value in chosen)
    return Together(parts, ", ") if parts else N_("None")


def fitting(field: AnyField, value: object) -> Answer:
    """Return `value` as an answer to `field`. Raise `InputError`, in words, where it does not fit.

    Takes what a form or a JSON file can hold: text, whole numbers, lists, ISO dates; `unsure` and `skipped` fit
    every field, and so do the `Open` values themselves.
    """
    if isinstance(value, Open):
        return value
    if isinstance(value, str) and value in {state.value for state in Open}:
        return Open(value)
    answer: Answer = _FITTING[type(field)](field, value)
    return answer


def _yes_no(_: YesNo, value: object) -> Value:
    if value in {"yes", "no"}:
        return str(value)
    raise InputError(N_("Please answer yes, no or I don't know."))


def _one(field: OneOf, value: object) -> Value:
    known = [option.value for option in field.options]
    if value in known:
        return str(value)
    raise InputError(N_("Please choose one of: {known}.", known=", ".join(known)))


def _some(field: SomeOf, value: object) -> Value:
    known = [option.value for option in field.options]
    if isinstance(value, list | tuple) and all(each in known for each in value):
        return tuple(option for option in known if option in value)
    raise InputError(N_("Please choose among: {known}.", known=", ".join(known)))


def _number(field: Number, value: object) -> Value:
    if isinstance(value, str) and value.strip().isdecimal() and len(value.strip()) < 6:
        value = int(value.strip())
    if isinstance(value, int) and not isinstance(value, bool) and field.least <= value <= field.most:
        return value
    raise InputError(
        N_("Please give a whole number from {least} to {most}.", least=field.least, most=field.most)
    )


def _day(_: DayField, value: object) -> Value:
    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(value.strip() if isinstance(value, str) else "")
    except ValueError as error:
        raise InputError(N_("Please give a date such as {example}.", example="2026-11-22")) from error


def _line(field: Line, value: object) -> Value:
    if isinstance(value, str) and len(value.strip()) <= field.most:
        return " ".join(value.split())
    raise InputError(N_("Please give at most {n} letters.", n=field.most))


_FITTING: dict[type, Any] = {
    YesNo: _yes_no,
    OneOf: _one,
    SomeOf: _some,
    Number: _number,
    DayField: _day,
    Line: _line,
}

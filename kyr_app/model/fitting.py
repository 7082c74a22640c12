"""Whether a value fits a field, and in words why it does not."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Mapping
from typing import Any

from kyr_app.model import fields
from kyr_app.model.answers import Answer, Open, Row, Value
from kyr_app.model.errors import InputError
from kyr_app.model.interview import (
    AnyField,
    DayField,
    Group,
    Line,
    LongText,
    Month,
    Number,
    OneOf,
    Rows,
    Screen,
    SomeOf,
    YesNo,
    options_of,
)
from kyr_app.model.text import N_, Together, Words

_MONTH = re.compile(r"(1[89]|20)\d\d(-(0[1-9]|1[0-2]))?")


def fitting(field: AnyField, value: object) -> Answer:
    """Return `value` as an answer to `field`. Raise `InputError`, in words, where it does not fit.

    Takes what a form or a JSON file can hold: text, whole numbers, lists, ISO dates, for rows a list of objects;
    `unsure` and `skipped` fit every field, `none` every optional one, and so do the `Open` values themselves.
    """
    answer = _open(field, value)
    if answer is not None:
        return answer
    fitted: Answer = _FITTING[type(field)](field, value)
    return fitted


def fitting_parts(screen: Screen, value: object, before: Mapping[str, Answer]) -> dict[str, Answer]:
    """Return the answers by name that `value` gives to a screen; `before` are the answers of the screens before it.

    For a group `value` holds one by each name that applies, or is open for all of them. Raise `InputError`, with the
    words of the field at fault, where one does not fit or is missing.
    """
    if not isinstance(screen.answer, Group):
        return {screen.answer.name: fitting(screen.answer, value)}
    given = value if isinstance(value, Mapping) else {}
    if not given and not isinstance(value, Open):
        raise InputError(N_("Please answer each of these, or choose “I don't know”."))
    found: dict[str, Answer] = {}
    for column in screen.answer.fields:
        name = column.answer.name
        if column not in fields.asked(screen.answer.fields, found, before):
            continue
        if isinstance(value, Mapping) and name not in value:
            raise InputError(_beside(column.label, N_("this is missing.")))
        try:
            found[name] = fitting(column.answer, given.get(name, value))
        except InputError as error:
            raise InputError(_beside(column.label, error.said)) from error
    return found


def _beside(label: Words, said: Words) -> Words:
    return Together((N_("“{column}”:", column=label), said))


def _open(field: AnyField, value: object) -> Answer | None:
    """Return the answer without a value that `value` stands for, None where it stands for a value."""
    if isinstance(value, str) and value in {Open.UNSURE.value, Open.SKIPPED.value}:
        return Open(value)
    if value is Open.NONE or (value == Open.NONE.value and Open.NONE.value not in _values(field)):
        if isinstance(field, Rows):
            return ()
        if field.optional:
            return Open.NONE
    if value is Open.NONE:
        raise InputError(N_("This needs an answer. You can also choose “I don't know”."))
    return value if isinstance(value, Open) else None


def _values(field: AnyField) -> list[str]:
    return [option.value for option in options_of(field)]


def _yes_no(_: YesNo, value: object) -> Value:
    if value in {"yes", "no"}:
        return str(value)
    raise InputError(N_("Please answer yes, no or I don't know."))


def _one(field: OneOf, value: object) -> Value:
    known = _values(field)
    if value in known:
        return str(value)
    raise InputError(N_("Please choose one of: {known}.", known=", ".join(known)))


def _some(field: SomeOf, value: object) -> Value:
    known = _values(field)
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


def _month(_: Month, value: object) -> Value:
    if isinstance(value, str) and _MONTH.fullmatch(value.strip()):
        return value.strip()
    examples = {"month": "2021-03", "year": "2021"}
    raise InputError(N_("Please give a month such as {month}, or a year such as {year}.", **examples))


def _line(field: Line, value: object) -> Value:
    if not isinstance(value, str) or len(value.strip()) > field.most:
        raise InputError(N_("Please give at most {n} letters.", n=field.most))
    return _written(" ".join(value.split()))


def _text(field: LongText, value: object) -> Value:
    if not isinstance(value, str) or len(value) > field.most:
        raise InputError(N_("Please give at most {n} letters.", n=field.most))
    return _written("\n".join(line.rstrip() for line in value.splitlines()).strip("\n"))


def _written(words: str) -> str:
    if not words.strip():
        raise InputError(N_("Please write something, or choose “I don't know”."))
    return words


def _rows(field: Rows, value: object) -> Value:
    if not isinstance(value, list | tuple) or not all(isinstance(each, Mapping) for each in value):
        raise InputError(N_("Please give a list, each entry with its own lines."))
    if len(value) > field.most:
        raise InputError(N_("Please give at most {n}.", n=field.most))
    return tuple(row(field, each, number) for number, each in enumerate(value, 1))


def row(field: Rows, value: Mapping[str, object], number: int = 1) -> Row:
    """Return one row of `field`. Raise `InputError` with the row's number and the words of the column at fault.

    Every column that applies has an answer, if only an open one; what does not apply is not taken.
    """
    names = [each.answer.name for each in field.columns]
    for name in value:
        if name not in names:
            raise _at(number, name, _no_column(name, names))
    found: dict[str, Answer] = {}
    for column in field.columns:
        name = column.answer.name
        if column not in fields.asked(field.columns, found, {}):
            continue
        if name not in value:
            raise _at(number, column.label, N_("it is missing. Write “unsure” for what is not known."))
        try:
            found[name] = fitting(column.answer, value[name])
        except InputError as error:
            raise _at(number, column.label, error.said) from error
    return Row(found)


def _at(number: int, column: Words, said: Words) -> InputError:
    return InputError(Together((N_("Row {n}, “{column}”:", n=number, column=column), said)))


def _no_column(name: str, names: list[str]) -> Words:
    near = next(iter(difflib.get_close_matches(name, names, n=1)), None)
    known = ", ".join(names)
    return N_("Did you mean “{near}”?", near=near) if near else N_("There is: {known}.", known=known)


def _group(field: Group, _: object) -> Value:
    names = ", ".join(each.answer.name for each in field.fields)
    raise InputError(N_("Please give each of these by its own name: {names}.", names=names))


_FITTING: dict[type, Any] = {
    YesNo: _yes_no,
    OneOf: _one,
    SomeOf: _some,
    Number: _number,
    DayField: _day,
    Month: _month,
    Line: _line,
    LongText: _text,
    Rows: _rows,
    Group: _group,
}

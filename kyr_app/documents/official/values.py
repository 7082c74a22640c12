"""Answers as a form wants them written: in English, dates in the order of the country, bare numbers. Pure."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from kyr_app.model.answers import Answer, Answers, Open, Row, Value
from kyr_app.model.form import SLOT, Format


def written(answer: Answer | None, wanted: Format, none: str, unknown: str) -> str | None:
    """Return an answer as it is written on the form; None where it was not given."""
    if answer is None or answer is Open.SKIPPED:
        return None
    if answer is Open.UNSURE:
        return unknown
    if answer is Open.NONE or answer == ():
        return none
    return _FORMATS.get(wanted, _plain)(answer)


def composed(template: str, answers: Answers, wanted: Format) -> str | None:
    """Return `template` with answers in its places; None where one was not given. What there is not leaves nothing."""
    found: dict[str, str] = {}
    for name in SLOT.findall(template):
        value = written(answers.get(name), wanted, "", "")
        if value is None:
            return None
        found[name] = value
    return " ".join(SLOT.sub(lambda place: found[place.group(1)], template).split())


def _plain(value: Value) -> str:
    if isinstance(value, dt.date):
        return _day(value)
    if isinstance(value, tuple):
        return _list(value)
    return str(value)


def _day(value: Value) -> str:
    return value.strftime("%m/%d/%Y") if isinstance(value, dt.date) else str(value)


def _month(value: Value) -> str:
    if isinstance(value, dt.date):
        return value.strftime("%m/%Y")
    year, _, month = str(value).partition("-")
    return f"{month}/{year}" if month else year


def _digits(value: Value) -> str:
    found = re.sub(r"\D", "", str(value))
    return found or str(value)


def _a_number(value: Value) -> str:
    found = _digits(value)
    return found.zfill(9) if found.isdigit() and 7 <= len(found) <= 9 else str(value)


def _a_dashed(value: Value) -> str:
    found = _a_number(value)
    return f"{found[:3]}-{found[3:6]}-{found[6:]}" if len(found) == 9 and found.isdigit() else str(value)


def _national(value: Value) -> str:
    """Return the ten digits of a telephone number of the country, or nothing."""
    found = re.sub(r"\D", "", str(value))
    found = found[1:] if len(found) == 11 and found.startswith("1") else found
    return found if len(found) == 10 else ""


def _area(value: Value) -> str:
    return _national(value)[:3]


def _local(value: Value) -> str:
    found = _national(value)
    return f"{found[3:6]}-{found[6:]}" if found else str(value)


def _phone(value: Value) -> str:
    found = _national(value)
    return f"({found[:3]}) {found[3:6]}-{found[6:]}" if found else str(value)


def _phone_digits(value: Value) -> str:
    return _national(value) or _digits(value)


def _zip(value: Value) -> str:
    found = re.fullmatch(r"(\d{5})(-?\d{4})?", str(value).strip())
    return found.group(1) if found else str(value)


def _capital(value: Value) -> str:
    return str(value).replace("_", " ").capitalize()


def _list(value: Value) -> str:
    if not isinstance(value, tuple):
        return str(value)
    return "; ".join(_row(each) if isinstance(each, Row) else _capital(each) for each in value)


def _row(row: Row) -> str:
    """Return a row in a line: a name in its order, or its values one after another."""
    name = [row.value(each) for each in ("first_name", "middle_name", "last_name")]
    words = name if any(name) else [row.value(each) for each in row]
    return (" " if any(name) else ", ").join(_plain(each) for each in words if each is not None)


_FORMATS: dict[Format, Callable[[Value], str]] = {
    Format.CAPITAL: _capital,
    Format.DIGITS: _digits,
    Format.ZIP: _zip,
    Format.A_NUMBER: _a_number,
    Format.A_DASHED: _a_dashed,
    Format.AREA: _area,
    Format.LOCAL: _local,
    Format.PHONE: _phone,
    Format.PHONE_DIGITS: _phone_digits,
    Format.DAY: _day,
    Format.MONTH: _month,
    Format.LIST: _list,
}

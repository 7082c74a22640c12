"""An answer to every question, half of them, or open ones: what every paper must be able to hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from kyr_app.content.library import Library
from kyr_app.model.answers import Answer, Answers, Open, Row
from kyr_app.model.interview import (
    AnyField,
    DayField,
    Line,
    LongText,
    Month,
    Number,
    OneOf,
    Rows,
    SomeOf,
    YesNo,
    singly,
)

REAL: dict[str, Answer] = {
    "first_name": "Persona",
    "middle_name": Open.NONE,
    "last_name": "de Ejemplo",
    "a_number": "000-000-000",
    "phone": "555-0100",
    "email": Open.NONE,
    "birth_date": dt.date(1990, 2, 3),
    "birth_city": "San Pedro Sula",
    "birth_country": "Honduras",
    "home_street": "100 Calle de Ejemplo",
    "home_apt": Open.NONE,
    "home_city": "San Diego",
    "home_state": "CA",
    "home_zip": "92101",
    "home_country": "United States",
    "mail_same": "yes",
    "court_name": "San Diego, California",
    "judge_name": "Persona Jueza de Ejemplo",
    "hearing_date": dt.date(2027, 3, 19),
    "hearing_time": "8:30 a.m.",
    "hearing_kind": "master",
    "detained": "no",
    "opla_address": "100 Ejemplo Street, San Diego, CA",
    "service_method": "mail",
    "server_name": "Persona de Ejemplo",
    "new_court_name": "Fresno, California",
    "witness_name": "Vecina de Ejemplo",
    "caregiver_name": "Tía de Ejemplo",
    "order_absent": "yes",
    "order_notice": "no",
    "marital": "married",
}
"""Answers that look like a family's, and are nobody's."""

LONG = "Uno de los papeles está con mi tía.\nNo lo pude traer: el lugar cerró por dos semanas («por obra»)."


def complete(library: Library, text: str = LONG, line: str = "Dato de ejemplo") -> Answers:
    """Return an answer to every question there is; English versions of long texts are left for a translator."""
    found: dict[str, Answer] = {}
    for name, field in _fields(library).items():
        found[name] = REAL[name] if name in REAL else value(field, text, line)
        if name.endswith("_en"):
            found[name] = Open.NONE
    return Answers(found)


def half(library: Library) -> Answers:
    """Return an answer to every second question."""
    every = complete(library)
    return Answers({name: every[name] for at, name in enumerate(every) if at % 2})


def open_ones(library: Library) -> Answers:
    """Return *there is none* where it may be said, *I don't know* everywhere else."""
    return Answers(
        {name: Open.NONE if field.optional else Open.UNSURE for name, field in _fields(library).items()}
    )


def _fields(library: Library) -> dict[str, AnyField]:
    return {
        single.answer.name: single.answer
        for interview in library.interviews.values()
        for screen in interview.screens
        for single in singly(screen)
    }


def value(field: AnyField, text: str, line: str) -> Answer:
    """Return a value that fits a field."""
    makers: dict[type, Callable[[], Answer]] = {
        YesNo: lambda: "yes",
        Number: lambda: min(12, field.most) if isinstance(field, Number) else 0,
        DayField: lambda: dt.date(2026, 5, 13),
        Month: lambda: "2021-03",
        Line: lambda: line[: field.most] if isinstance(field, Line) else line,
        LongText: lambda: text,
    }
    if isinstance(field, OneOf):
        return field.options[-1].value
    if isinstance(field, SomeOf):
        return tuple(option.value for option in field.options[:2])
    if isinstance(field, Rows):
        return tuple(_row(field, text, f"{line} {n}") for n in (1, 2))
    return makers[type(field)]()


def _row(field: Rows, text: str, line: str) -> Row:
    return Row({each.answer.name: value(each.answer, text, line) for each in field.columns if not each.when})

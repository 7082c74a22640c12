"""Answers in words: what was answered."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from kyr_app.model.answers import Answer, Open, Row
from kyr_app.model.fields import asked
from kyr_app.model.fitting import fitting
from kyr_app.model.interview import AnyField, Month, Number, OneOf, Rows, SomeOf, YesNo, options_of
from kyr_app.model.text import N_, Day, Together

if TYPE_CHECKING:
    from kyr_app.model.text import Words

__all__ = ["fitting", "row_said", "row_title", "said"]

_YES_NO: dict[object, Words] = {"yes": N_("Yes"), "no": N_("No")}
_OPEN: dict[Open, Words] = {
    Open.UNSURE: N_("I don't know"),
    Open.SKIPPED: N_("Not today"),
    Open.NONE: N_("There is none"),
}
_SHOWN = 3
"""So many columns name a row that names none itself."""


def said(field: AnyField, answer: Answer) -> Words:
    """Return an answer to `field` as words; of rows, what each of them is known by."""
    if answer is Open.NONE and field.none is not None:
        return field.none
    if isinstance(answer, Open):
        return _OPEN[answer]
    if isinstance(field, YesNo):
        return _YES_NO[answer]
    if isinstance(field, OneOf | SomeOf):
        return _chosen(field, answer)
    if isinstance(field, Rows):
        rows = (
            tuple(row_title(field, each) for each in answer if isinstance(each, Row))
            if isinstance(answer, tuple)
            else ()
        )
        return Together(rows, "; ") if rows else field.none or _OPEN[Open.NONE]
    if isinstance(field, Number) and field.unit is not None:
        unit = field.unit_one if answer == 1 and field.unit_one is not None else field.unit
        return Together((str(answer), unit))
    if isinstance(field, Month):
        return Day(str(answer))
    return Day(answer.isoformat()) if isinstance(answer, dt.date) else str(answer)


def _chosen(field: OneOf | SomeOf, answer: Answer) -> Words:
    chosen = answer if isinstance(answer, tuple) else (answer,)
    parts = tuple(option.text for option in options_of(field) if option.value in chosen)
    return Together(parts, ", ") if parts else N_("None")


def row_title(field: Rows, row: Row) -> Words:
    """Return the words by which a row is known: the columns the field names, without those left open."""
    known = [each for each in field.columns if row.value(each.answer.name) is not None]
    named = [each for each in known if each.answer.name in field.title] or known[:_SHOWN]
    parts = tuple(said(each.answer, row[each.answer.name]) for each in named)
    return Together(parts, " ") if parts else field.one


def row_said(field: Rows, row: Row) -> tuple[tuple[Words, Words], ...]:
    """Return what each column of a row asked and what was answered; columns that do not apply are left out."""
    return tuple(
        (each.label, said(each.answer, row[each.answer.name]))
        for each in asked(field.columns, row, {})
        if each.answer.name in row
    )

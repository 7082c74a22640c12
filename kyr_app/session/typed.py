"""What is held of a screen while somebody is still typing: nothing typed is lost, nothing deleted stays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from sys import maxsize

from msgspec import Struct, structs

from kyr_app.model.answers import Answer, Answers, Open, Row
from kyr_app.model.errors import InputError
from kyr_app.model.fields import asked
from kyr_app.model.fitting import fitting
from kyr_app.model.interview import Group, Line, LongText, Rows, Screen

WRITTEN = Line | LongText


class Held(Struct, frozen=True):
    """Answers by name, and what there is to say of a value that does not fit."""

    answers: dict[str, Answer]
    trouble: InputError | None = None


def held(screen: Screen, value: object, before: Answers) -> Held:
    """Return what of `value` is held; `before` are the answers there are.

    None stands for words or rows that were deleted. A row is held whole or not. What does not fit is left out, but for
    a text that is too long: it is held, and its trouble is told at once, while it can still be parted.
    """
    field = screen.answer
    if isinstance(field, Group):
        return Held(_fields(field, value if isinstance(value, Mapping) else {}, before))
    if value is None:
        words = isinstance(field, WRITTEN) and isinstance(before.value(field.name), str)
        gone = words or (isinstance(field, Rows) and bool(before.rows(field.name)))
        return Held({field.name: Open.SKIPPED} if gone else {})
    if isinstance(field, Rows) and isinstance(value, list | tuple):
        return Held({field.name: _rows(field, value)})
    try:
        return Held({field.name: fitting(field, value)})
    except InputError as error:
        if not isinstance(field, LongText):
            return Held({}, error)
        return Held({field.name: fitting(structs.replace(field, most=maxsize), value)}, error)


def _rows(field: Rows, drafts: Sequence[object]) -> tuple[Row, ...]:
    """Return the rows in which there is anything; what is not answered in one of them yet is put off."""
    begun = (_begun(field, each) for each in drafts if isinstance(each, Mapping))
    return tuple(each for each in begun if any(answer is not Open.SKIPPED for answer in each.values()))


def _begun(field: Rows, draft: Mapping[object, object]) -> Row:
    found: dict[str, Answer] = {}
    for column in field.columns:
        name = column.answer.name
        if column not in asked(field.columns, found, {}):
            continue
        try:
            found[name] = fitting(column.answer, draft.get(name, Open.SKIPPED))
        except InputError:
            found[name] = Open.SKIPPED
    return Row(found)


def _fields(field: Group, given: Mapping[object, object], before: Answers) -> dict[str, Answer]:
    """Return what of a group is held: each field that fits, and those let go whose words were deleted."""
    found: dict[str, Answer] = {}
    for column in field.fields:
        name = column.answer.name
        if column not in asked(field.fields, found, before):
            continue
        if name in given:
            try:
                found[name] = fitting(column.answer, given[name])
            except InputError:
                continue
        elif isinstance(column.answer, WRITTEN) and isinstance(before.value(name), str):
            found[name] = Open.SKIPPED
    return found

"""A family file is opened while the sitting holds something: what becomes of both. Nothing is lost without a word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum

from kyr_app.model.errors import KyrError
from kyr_app.model.text import N_
from kyr_app.session import keeping
from kyr_app.session.keeping import Part, Row

Tables = dict[str, list[Row]]
"""Rows by the name of their part."""

FLEETING = frozenset({"bookmark", "progress", "reading"})
"""Parts of which only the latest matters: where one stands."""


class Meet(Enum):
    """What to do with what was answered before the file was opened: put it into the file, or start from the file."""

    KEEP = "keep"
    FILE = "file"


class SittingInTheWay(KyrError):
    """Something was answered before a file was opened, and nobody said what becomes of it. Nothing was done."""

    def __init__(self) -> None:
        super().__init__(
            N_("Something was answered in this sitting before the file is opened."),
            N_(
                "Choose: put it into the family file, or start from the file and forget what was answered now."
            ),
        )


def together(
    parts: Sequence[Part], of_file: Mapping[str, list[Row]], of_sitting: Tables
) -> tuple[Tables, Tables]:
    """Return the rows of the file with those of the sitting put in; and the rows whose place these took.

    A person of the sitting who is somebody else in the file gets a number of their own.
    """
    sitting = _renumbered(of_file.get("people", []), of_sitting)
    rows, former = Tables(), Tables()
    for part in parts:
        rows[part.name], replaced = keeping.met(part, of_file.get(part.name, []), sitting.get(part.name, []))
        if replaced and part.name not in FLEETING:
            former[part.name] = replaced
    return rows, former


def _renumbered(of_file: Sequence[Row], of_sitting: Tables) -> Tables:
    there = {row["person"]: row["who"] for row in of_file if "who" in row}
    here = {row["person"]: row["who"] for row in of_sitting.get("people", []) if "who" in row}
    taken = [*there, *here, *(row["last"] for row in of_file if "last" in row)]
    numbers: dict[int, int] = {}
    for person, who in here.items():
        if there.get(person, who) != who:
            numbers[person] = max(taken) + 1 + len(numbers)
    return {name: [_moved(row, numbers) for row in rows] for name, rows in of_sitting.items()}


def _moved(row: Row, numbers: Mapping[int, int]) -> Row:
    return {**row, "person": numbers[row["person"]]} if row.get("person") in numbers else row

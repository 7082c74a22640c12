"""What a person answered: immutable, and silent about itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from enum import Enum
from types import MappingProxyType
from typing import Any


class Open(Enum):
    """An answer that is no value: the person does not know, would rather not say today, or there is none.

    `NONE` is known and chosen on purpose: a paper says *none* or *N/A* there, and never leaves a box empty.
    """

    UNSURE = "unsure"
    SKIPPED = "skipped"
    NONE = "none"


class Given(Mapping[str, "Answer"]):
    """Answers by name. Immutable and replaced whole, never changed.

    `repr` shows how many there are and never a name or a value, so that no log or traceback can hold one.
    """

    __slots__ = ("_given",)

    def __init__(self, given: Mapping[str, Answer] | None = None) -> None:
        self._given = MappingProxyType(dict(given or {}))

    def value(self, name: str) -> Value | None:
        """Return what is known under `name`: None where nothing is, or where the answer is open."""
        answer = self._given.get(name)
        return None if isinstance(answer, Open) else answer

    def __getitem__(self, name: str) -> Answer:
        return self._given[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._given)

    def __len__(self) -> int:
        return len(self._given)

    def __hash__(self) -> int:
        return hash(frozenset(self._given.items()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({len(self._given)} given)"


class Row(Given):
    """One row of an answer that has several: its columns by name."""

    __slots__ = ()


Value = str | int | dt.date | tuple[str, ...] | tuple[Row, ...]
Answer = Value | Open


class Answers(Given):
    """The answers of one sitting."""

    __slots__ = ()

    def given(self, name: str, answer: Answer) -> Answers:
        """Return these answers with `answer` under `name`."""
        return Answers({**self._given, name: answer})

    def without(self, name: str) -> Answers:
        """Return these answers with nothing under `name`."""
        return Answers({key: value for key, value in self._given.items() if key != name})

    def only(self, names: frozenset[str]) -> Answers:
        """Return the answers whose name is in `names`."""
        return Answers({key: value for key, value in self._given.items() if key in names})

    def rows(self, name: str) -> tuple[Row, ...]:
        """Return the rows under `name`; none where there are none, or where the answer is open or no rows."""
        answer = self._given.get(name)
        return tuple(each for each in answer if isinstance(each, Row)) if isinstance(answer, tuple) else ()


NOTHING = Answers()


def put_off(answer: Answer | None) -> bool:
    """Tell whether something of an answer is still to be given: all of it, or a column of one of its rows."""
    if isinstance(answer, tuple):
        return any(isinstance(each, Row) and Open.SKIPPED in each.values() for each in answer)
    return answer is None or answer is Open.SKIPPED


def plain(answer: Answer) -> Any:
    """Return an answer as what JSON can hold; `wording.fitting` turns it back for its field.

    Days are ISO dates, rows are objects, what is open is its word: `unsure`, `skipped`, `none`.
    """
    if isinstance(answer, Open):
        return answer.value
    if isinstance(answer, dt.date):
        return answer.isoformat()
    if isinstance(answer, tuple):
        return [
            {name: plain(value) for name, value in each.items()} if isinstance(each, Row) else each
            for each in answer
        ]
    return answer

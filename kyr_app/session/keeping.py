"""What a sitting leaves: its parts, as rows of a family file, and taking them up again without losing anything.

Rows hold JSON values only. What a part cannot take up (a question that the content no longer asks, a row of a later
version) it gives back: the family file sets it aside, tells of it, and tries it again at the next opening.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from sys import maxsize
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

import msgspec
from msgspec import structs

from kyr_app.model.answers import Answer
from kyr_app.model.errors import InputError
from kyr_app.model.interview import LongText
from kyr_app.model.wording import fitting

if TYPE_CHECKING:
    from kyr_app.rules.engine import Asked

Row = dict[str, Any]
"""One row of a table: JSON values under names."""


class Part(Protocol):
    """Something that a family leaves in a sitting. `name` is that of its table."""

    @property
    def name(self) -> str:
        """The name of its table, never changed once a family file has it."""

    def kept(self) -> list[Row]:
        """Return all of it as rows; none where there is nothing."""

    def restore(self, rows: list[Row]) -> list[Row] | None:
        """Hold what the rows say, silently, instead of what is held now; return those that do not fit."""

    def clear(self) -> None:
        """Hold nothing, silently."""


@runtime_checkable
class Keyed(Protocol):
    """A part that can say which of its rows are about the same thing."""

    def key(self, row: Row) -> Hashable:
        """Return what a row is about."""


@runtime_checkable
class HoldsPhotos(Protocol):
    """A part with photos or scans: in memory while there is no file, beside the file once there is one."""

    def store(self, file: Photos) -> None:
        """Put what is in memory into `file` with `blob_put`; from then on the rows name what that returned."""


class Photos(Protocol):
    """Where photos go: the family file."""

    def blob_put(self, data: bytes) -> str:
        """Keep a photo, on the medium when this returns; return its name."""


def fitted(asked: Asked, row: Row) -> Answer | None:
    """Return the answer in a row as its question takes it today; None where no question does.

    A text that is too long is taken: it was held while somebody wrote it (`typed.held`), and it comes back whole.
    """
    name = row.get("name")
    if name not in asked or "answer" not in row:
        return None
    field = asked[name].answer
    if isinstance(field, LongText):
        field = structs.replace(field, most=maxsize)
    try:
        return fitting(field, row["answer"])
    except (InputError, TypeError, ValueError):
        return None


def restored(part: Part, rows: list[Row]) -> list[Row]:
    """Let a part take up rows; return what did not fit. Rows that break the part are all set aside."""
    try:
        return list(part.restore(rows) or ())
    except (LookupError, TypeError, ValueError, AttributeError, InputError, msgspec.MsgspecError):
        part.clear()
        return rows


def gone(part: Part, rows: Sequence[Row], unfit: Sequence[Row]) -> list[Row]:
    """Return those of `rows`, which a part was given, that it neither holds nor gave back: others took their place."""
    there = {_whole(row) for row in (*part.kept(), *unfit)}
    return [row for row in rows if _whole(row) not in there]


def met(part: Part, of_file: Sequence[Row], of_sitting: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Return the rows of both, those of the sitting where both speak of the same; and what they took the place of."""
    key: Callable[[Row], Hashable] = part.key if isinstance(part, Keyed) else _whole
    rows = {_safe(key, row): row for row in of_file}
    former = []
    for row in of_sitting:
        before = rows.get(_safe(key, row))
        if before is not None and before != row:
            former.append(before)
        rows[_safe(key, row)] = row
    return list(rows.values()), former


def _safe(key: Callable[[Row], Hashable], row: Row) -> Hashable:
    """Return the key of a row; a row that its part does not understand is about itself."""
    try:
        return key(row)
    except (LookupError, TypeError):
        return _whole(row)


def _whole(row: Row) -> Hashable:
    return msgspec.json.encode(row, order="deterministic")

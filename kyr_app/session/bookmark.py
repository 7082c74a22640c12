"""The place where a person stopped, so that the next day begins there: a part of the sitting like any other."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING, Protocol

import msgspec
from msgspec import Struct

from kyr_app.model.changes import Changes
from kyr_app.session.keeping import Row

if TYPE_CHECKING:
    from kyr_app.session.signal import Signal


class Stop(Struct, frozen=True, omit_defaults=True):
    """A place of the program and what was shown there: ids of the content, never a word of a person."""

    place: str
    what: str = ""


class Sitting(Protocol):
    """What a bookmark needs of the session."""

    changed: Signal[Changes]


class Bookmark:
    """Remembers one place."""

    name = "bookmark"

    def __init__(self, session: Sitting) -> None:
        self._session = session
        self.stop: Stop | None = None

    def put(self, place: str, what: str = "") -> None:
        """Remember a place."""
        if self.stop != Stop(place, what):
            self.stop = Stop(place, what)
            self._session.changed.emit(Changes(marks=True))

    def kept(self) -> list[Row]:
        """Return one row, or none."""
        return [] if self.stop is None else [msgspec.to_builtins(self.stop)]

    def restore(self, rows: list[Row]) -> list[Row]:
        """Hold the last place there is; an older one is of no use to anybody."""
        self.stop = None
        for row in rows:
            self.stop = msgspec.convert(row, Stop)
        return []

    def key(self, row: Row) -> Hashable:
        """There is only one."""
        return bool(row)

    def clear(self) -> None:
        """Remember nothing."""
        self.stop = None

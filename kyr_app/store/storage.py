"""TinyDB on a sealed file: a change is acknowledged once it is on the medium, or it did not happen.

Imported when a family file or a guest sitting begins, never before: TinyDB comes with it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from threading import RLock
from typing import Any

import msgspec
from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

EMPTY = b"{}"
Content = dict[str, dict[str, Any]]


def encoded(content: Mapping[str, Any]) -> bytes:
    """Return JSON in UTF-8; half of a character, as a broken keyboard may send, becomes a question mark."""
    try:
        return msgspec.json.encode(content)
    except UnicodeEncodeError:
        plain = json.dumps(msgspec.to_builtins(content), ensure_ascii=False)
        return plain.encode("utf-8", "replace")


class SealedStorage(Storage):
    """Holds the tables as JSON and hands every change to `commit`, which returns once it is safe, or raises.

    After `commit` has raised, the tables are as they were last saved. No cache lies between.
    """

    def __init__(self, commit: Callable[[bytes], None], saved: bytes = EMPTY) -> None:
        self._commit = commit
        self.saved = saved
        self._now = saved
        self._depth = 0

    @property
    def busy(self) -> bool:
        """Whether changes are being taken together just now."""
        return self._depth > 0

    def forget(self) -> None:
        """Let go of what was held. Nothing is written."""
        self.saved = self._now = EMPTY

    def read(self) -> Content | None:
        """Return a fresh copy of the tables."""
        return msgspec.json.decode(self._now, type=Content) or None

    def write(self, data: Content) -> None:
        """Take the tables, and save them unless several changes are being taken together."""
        self._now = encoded(data)
        if not self._depth:
            self._save()

    def _save(self) -> None:
        if self._now == self.saved:
            return
        try:
            self._commit(self._now)
        except BaseException:
            self._now = self.saved
            raise
        self.saved = self._now

    @contextmanager
    def together(self) -> Iterator[None]:
        """Take all changes inside as one: one save at the end of the outermost, none after an exception."""
        before = self._now
        self._depth += 1
        try:
            yield
        except BaseException:
            self._now = before
            raise
        finally:
            self._depth -= 1
        if not self._depth:
            self._save()


def _nowhere(_content: bytes) -> None:
    """Keep nothing: the commit of a guest."""


class GuestStorage(SealedStorage):
    """Tables of a sitting that is kept nowhere: memory alone, with the manners of a sealed one."""

    def __init__(self) -> None:
        super().__init__(_nowhere)


class Tables:
    """Named tables of rows. A row is a mapping with text keys and values that JSON knows."""

    def __init__(self, storage: SealedStorage, guard: AbstractContextManager[Any] | None = None) -> None:
        self._storage = storage
        self._guard = guard or RLock()

    def _table(self, name: str) -> Table:
        # Made anew each time, for a table remembers the next free number, and a change may be taken back.
        return TinyDB(storage=lambda: self._storage).table(name, cache_size=0)

    def names(self) -> tuple[str, ...]:
        """Return the names of the tables that hold rows, sorted; the file's own begin with `_`."""
        with self._guard:
            return tuple(sorted(name for name, rows in (self._storage.read() or {}).items() if rows))

    def rows(self, table: str) -> list[dict[str, Any]]:
        """Return copies of a table's rows in their order; none where there is no such table."""
        with self._guard:
            return [dict(row) for row in self._table(table).all()]

    def replace(self, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
        """Make `rows` the whole table. Raise what the storage raises; then the table is as before."""
        kept = [dict(row) for row in rows]
        with self._guard, self._storage.together():
            whole = self._table(table)
            whole.truncate()
            whole.insert_multiple(kept)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Take several changes as one save."""
        with self._guard, self._storage.together():
            yield

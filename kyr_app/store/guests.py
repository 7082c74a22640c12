"""A sitting that is kept nowhere, with the manners of a family file: nothing of it ever touches a disk."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from kyr_app.store.troubles import BlobGone


class Guest:
    """Tables and photos in memory alone. What it holds is gone with `close`."""

    def __init__(self) -> None:
        from kyr_app.store.storage import GuestStorage, Tables  # noqa: PLC0415 (TinyDB comes with it)

        self._storage = GuestStorage()
        self._tables = Tables(self._storage)
        self._photos: dict[str, bytes] = {}

    def tables(self) -> tuple[str, ...]:
        """Return the names of the tables that hold rows, sorted."""
        return self._tables.names()

    def rows(self, table: str) -> list[dict[str, Any]]:
        """Return copies of a table's rows in their order."""
        return self._tables.rows(table)

    def replace(self, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
        """Make `rows` the whole table."""
        self._tables.replace(table, rows)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Take several changes as one; after an exception inside, none of them."""
        photos = dict(self._photos)
        try:
            with self._tables.together():
                yield
        except BaseException:
            self._photos = photos
            raise

    def blob_put(self, data: bytes) -> str:
        """Hold a photo and return its name."""
        name = secrets.token_hex(16)
        self._photos[name] = data
        return name

    def blob(self, name: str) -> bytes:
        """Return a photo. Raise `BlobGone` where there is none of that name."""
        if name not in self._photos:
            raise BlobGone
        return self._photos[name]

    def blobs(self) -> tuple[str, ...]:
        """Return the names of the photos held, oldest first."""
        return tuple(self._photos)

    def blob_drop(self, name: str) -> None:
        """Let go of a photo."""
        self._photos.pop(name, None)

    def close(self) -> None:
        """Let go of everything."""
        self._storage.forget()
        self._photos.clear()

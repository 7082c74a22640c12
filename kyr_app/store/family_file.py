"""What a family keeps in its file: tables and photos. A change is on the medium when the call returns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from enum import Enum
from typing import Any

from kyr_app.model.text import Words
from kyr_app.store import erasing
from kyr_app.store.blobs import Blobs
from kyr_app.store.door import Claim, Disk
from kyr_app.store.sealed_file import SealedFile, Unsealed
from kyr_app.store.troubles import Closed

PHOTOS = "_photos"
"""The table of the file's own that names its photos."""


class Opened(Enum):
    """Which save was opened."""

    NEWEST = "newest"
    PREVIOUS = "previous"
    """The newest one is damaged, unfinished or missing: something may be missing from what is seen."""


class FamilyFile(SealedFile):
    """A family file, open. Made by `families.create` and `families.open_file`."""

    def __init__(
        self,
        disk: Disk,
        claim: Claim | None,
        found: Unsealed,
        opened: Opened = Opened.NEWEST,
        note: Words | None = None,
    ) -> None:
        from kyr_app.store.storage import SealedStorage, Tables  # noqa: PLC0415 (TinyDB comes with it)

        super().__init__(disk, claim, found)
        self.opened = opened
        self.note = note
        """What to tell the family after opening; None where all is well."""
        self._storage = SealedStorage(self._write, bytes(found.payload.tables))
        self._tables = Tables(self._storage, self._guard)
        self._photos = Blobs(disk, self.folder, self._header.id)
        self._dropped: list[str] = []

    def _at_hand(self) -> None:
        if self._closed:
            raise Closed

    def tables(self) -> tuple[str, ...]:
        """Return the names of the tables that hold rows, sorted."""
        self._at_hand()
        return tuple(name for name in self._tables.names() if not name.startswith("_"))

    def rows(self, table: str) -> list[dict[str, Any]]:
        """Return copies of a table's rows in their order; none where there is no such table."""
        self._at_hand()
        return self._tables.rows(table)

    def replace(self, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
        """Make `rows` the whole table. Nothing is written where nothing changed."""
        with self.together():
            self._tables.replace(table, rows)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Take several changes as one save at the end of the outermost; after an exception inside, none of them."""
        with self._guard:
            self._writable()
            try:
                with self._tables.together():
                    yield
            except BaseException:
                self._dropped = []
                raise
            self._remove_dropped()

    def blob_put(self, data: bytes) -> str:
        """Keep a photo or scan of at most 48 MiB, and return its name: on the medium before a record names it."""
        with self.together():
            name = self._photos.put(self._key, data)
            self._tables.replace(PHOTOS, [*self._tables.rows(PHOTOS), {"name": name}])
        return name

    def blob(self, name: str) -> bytes:
        """Return a photo. Raise `BlobGone` where it is missing or damaged."""
        self._at_hand()
        return self._photos.get(self._key, name)

    def blobs(self) -> tuple[str, ...]:
        """Return the names of the photos kept, oldest first."""
        self._at_hand()
        return tuple(row["name"] for row in self._tables.rows(PHOTOS))

    def blob_drop(self, name: str) -> None:
        """Take a photo away. Both halves are saved without it before its file goes."""
        with self.together():
            rows = [row for row in self._tables.rows(PHOTOS) if row["name"] != name]
            self._tables.replace(PHOTOS, rows)
            self._dropped.append(name)

    def _remove_dropped(self) -> None:
        if self._storage.busy or not self._dropped:
            return
        names, self._dropped = set(self._dropped) - set(self.blobs()), []
        if names:
            self.save()
            self._photos.drop(names)

    def remove_orphans(self) -> None:
        """Remove photos that no record names: left by a save that did not end."""
        self._photos.drop(set(self._photos.names()) - set(self.blobs()))

    def close(self) -> None:
        """Give the file back and forget what it held, as far as Python can. More than once is fine."""
        super().close()
        self._storage.forget()

    def delete(self) -> None:
        """Remove the file, both halves and all photos: see `erasing` for what that can and cannot do."""
        with self._guard:
            self._at_hand()
            erasing.erase_file(self._disk, self.folder, self.id)
            self.close()

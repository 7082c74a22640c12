"""The pictures of a packet: sealed beside the family file where one is open, and only in memory where none is."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from kyr_app.documents.pictures.page import PictureGone
from kyr_app.model.errors import KyrError

if TYPE_CHECKING:
    from kyr_app.session.keeping import Photos
    from kyr_app.store.families import FamilyFile


class Album:
    """Keeps pictures under names that say nothing. `keep` and `picture` can be called on any thread."""

    def __init__(self, file: Callable[[], FamilyFile | None]) -> None:
        self._file = file
        self._here: dict[str, bytes] = {}
        self._sources: dict[bytes, tuple[str, ...]] = {}
        self._lock = threading.Lock()

    @property
    def in_memory(self) -> int:
        """How many pictures are in memory alone."""
        return len(self._here)

    def keep(self, pictures: Sequence[bytes], source: bytes = b"") -> tuple[str, ...]:
        """Keep pictures; return their names once they are on the medium, or in memory. Raise what a disk has to say.

        `source` stands for the file that they are of, in this sitting alone.
        """
        file = self._file()
        if file is None:
            named = {secrets.token_hex(16): each for each in pictures}
            with self._lock:
                self._here.update(named)
            names = tuple(named)
        else:
            with file.together():
                names = tuple(file.blob_put(each) for each in pictures)
        if source:
            self._sources[source] = names
        return names

    def pictures_of(self, source: bytes) -> tuple[str, ...]:
        """Return the names of the pictures of a file that came in; none where it did not."""
        return self._sources.get(source, ())

    def picture(self, name: str) -> bytes:
        """Return a picture. Raise `PictureGone`, or what the family file has to say."""
        found = self._here.get(name)
        if found is not None:
            return found
        file = self._file()
        if file is None:
            raise PictureGone
        return file.blob(name)

    def drop(self, names: Iterable[str]) -> bool:
        """Let pictures go for good; return whether they are gone. A file that cannot be written keeps them."""
        with self._lock:
            sealed = [name for name in names if self._here.pop(name, None) is None]
        file = self._file()
        if not sealed or file is None:
            return True
        with suppress(KyrError):
            there = set(file.blobs())
            with file.together():
                for name in sealed:
                    if name in there:
                        file.blob_drop(name)
            return True
        return False

    def store(self, file: Photos) -> dict[str, str]:
        """Put what is in memory into a file; return the new names by the old ones.

        The pictures stay in memory under their new names until `settle`: the file may not come to be opened.
        """
        with self._lock:
            names = {name: file.blob_put(data) for name, data in self._here.items()}
            self._here = {names[name]: data for name, data in self._here.items()}
        for source, old in list(self._sources.items()):  # an import may still put one in
            self._sources[source] = tuple(names.get(name, name) for name in old)
        return names

    def settle(self) -> None:
        """Let go of what is in memory and lies in the open file as well."""
        file = self._file()
        if file is not None:
            sealed = set(file.blobs())
            with self._lock:
                self._here = {name: data for name, data in self._here.items() if name not in sealed}

    def only(self, names: Iterable[str]) -> None:
        """Let go of everything in memory but these, and of which files they were."""
        self._sources = {}
        wanted = set(names)
        with self._lock:
            self._here = {name: data for name, data in self._here.items() if name in wanted}

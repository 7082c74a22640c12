"""A catalog as gettext compiles it (`.mo`), looked up where it lies.

Python's own reader makes a dictionary of all its two thousand entries before the first word can be said: five
milliseconds of every start. The file is sorted, so that one entry is found in a dozen steps.
"""

from __future__ import annotations

import gettext
import struct
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

HEAD = struct.Struct("<7I")
MAGIC = 0x950412DE


class Readable(Protocol):
    """What a catalog is read from."""

    def read(self) -> bytes:
        """Return all of it."""


class MoFile(gettext.NullTranslations):
    """Says the same as `gettext.GNUTranslations` would, for a catalog in UTF-8 without contexts."""

    def _parse(self, file: Readable) -> None:
        """Take a whole catalog. Raise `OSError` for what is none of a little-endian system's, or was cut."""
        self._data = file.read()
        try:
            magic, _, count, keys, said, _, _ = HEAD.unpack_from(self._data)
            self._keys = struct.unpack_from(f"<{2 * count}I", self._data, keys)
            self._said = struct.unpack_from(f"<{2 * count}I", self._data, said)
        except struct.error as error:
            raise OSError(0, "not a whole catalog") from error
        if magic != MAGIC:
            raise OSError(0, "not a catalog")
        self._known: dict[str, tuple[str, ...]] = {}
        self._form: Callable[[int], int] | None = None

    def gettext(self, message: str) -> str:
        """Return `message` in the language of the catalog, or as it is."""
        forms = self._forms(message)
        if len(forms) > 1:
            return forms[self._which(1)]
        return forms[0] if forms else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the form for `n` in the language of the catalog; English's where it has none."""
        forms = self._forms(msgid1)
        return forms[self._which(n)] if forms else (msgid1 if n == 1 else msgid2)

    def _forms(self, message: str) -> tuple[str, ...]:
        """Return what the catalog says for a message: its forms, one where it has no plural, none where it is not."""
        if message not in self._known:
            self._known[message] = self._find(message.encode())
        return self._known[message]

    def _find(self, wanted: bytes) -> tuple[str, ...]:
        low, high = 0, len(self._keys) // 2
        while low < high:
            middle = (low + high) // 2
            if self._at(self._keys, middle).partition(b"\0")[0] < wanted:
                low = middle + 1
            else:
                high = middle
        found = low < len(self._keys) // 2 and self._at(self._keys, low).partition(b"\0")[0] == wanted
        return tuple(self._at(self._said, low).decode().split("\0")) if found else ()

    def _at(self, table: tuple[int, ...], at: int) -> bytes:
        length, start = table[2 * at : 2 * at + 2]
        return self._data[start : start + length]

    def _which(self, n: int) -> int:
        """Return which form a number takes, by the rule that the catalog's header states."""
        if self._form is None:
            head = "".join(self._find(b"")).partition("plural=")[2]
            self._form = gettext.c2py(head.partition(";")[0].partition("\n")[0])
        return self._form(n)

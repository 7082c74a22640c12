"""The fields of a blank by name, and the two fingerprints by which an edition is known.

A map calls a field by the end of its full name (`TextField1[3]`), as far back as it has to be the only one.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from kyr_app.documents.worker.shapes import BlankField, Inspected

_BARCODE = "PDF417"


class Fields:
    """The fields of one blank."""

    def __init__(self, blank: Inspected) -> None:
        self.all = blank.fields
        self._by: dict[str, list[BlankField]] = {}
        for field in blank.fields:
            parts = field.name.split(".")
            for at in range(len(parts)):
                self._by.setdefault(".".join(parts[at:]), []).append(field)
        self._whole = {field.name: field for field in blank.fields}

    def find(self, name: str) -> BlankField | None:
        """Return the field whose whole name this is, or the only one whose name ends so; None where there is none."""
        if name in self._whole:
            return self._whole[name]
        found = self._by.get(name, [])
        return found[0] if len(found) == 1 else None

    def lacking(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return which names no field has, or more than one."""
        return tuple(dict.fromkeys(name for name in names if self.find(name) is None))


def barcode(field: BlankField) -> bool:
    """Tell whether a field is a barcode that the maker set: never touched, never counted as filled in."""
    return _BARCODE in field.name


def filled(field: BlankField) -> bool:
    """Tell whether somebody has put something into a field."""
    if barcode(field) or field.kind == "button":
        return False
    if field.kind in {"check", "radio"}:
        return bool(field.value) and field.value in {each.on for each in field.widgets}
    return bool(field.value.strip())


def names_print(fields: Iterable[BlankField]) -> str:
    """Return the fingerprint of the names: SHA-256 of all full names, sorted, one a line."""
    return _hashed(field.name for field in fields)


def structure_print(fields: Iterable[BlankField]) -> str:
    """Return the fingerprint of names, kinds, lengths and values of boxes: it tells editions that share names apart."""
    return _hashed(
        f"{field.name}|{field.kind}|{field.longest}|{','.join(each.on for each in field.widgets)}"
        for field in fields
    )


def _hashed(lines: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(sorted(lines)).encode("utf-8")).hexdigest()


def matches(name: str, patterns: Iterable[str]) -> bool:
    """Tell whether a full name is one of `patterns`: the end of a name, or `re:` and a pattern over its last part."""
    last = name.rpartition(".")[2]
    for pattern in patterns:
        if pattern.startswith("re:"):
            if re.search(pattern[3:], last):
                return True
        elif name == pattern or name.endswith("." + pattern):
            return True
    return False

"""Icons by name: the same picture on the screen and on paper."""

from __future__ import annotations

from functools import cache

import msgspec

from kyr_app import places


@cache
def _points() -> dict[str, str]:
    return msgspec.json.decode(places.icon_map().read_bytes(), type=dict[str, str])


def has(name: str) -> bool:
    """Return whether there is an icon of that name."""
    return name in _points()


def glyph(name: str) -> str:
    """Return the one character that draws the icon in the icon font. Raise `KeyError` for an unknown name."""
    return chr(int(_points()[name], 16))


def names() -> tuple[str, ...]:
    """Return every name there is."""
    return tuple(_points())

"""Whether bytes are one plain JPEG, and how large: read from its markers, without decoding anything."""

from __future__ import annotations

_START, _END = b"\xff\xd8", b"\xff\xd9"
_SCAN = 0xDA
_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
_ALLOWED = _FRAMES | {0xC4, 0xDB, 0xDD, 0xE0}
"""Frames, tables, restarts and the JFIF head. What a camera adds (place, profile, comment) stands in others."""


def size(data: bytes) -> tuple[int, int]:
    """Return width and height in pixels; (0, 0) for what is no JPEG, or holds more than a picture."""
    if not (data.startswith(_START) and data.endswith(_END)):
        return 0, 0
    at, found = 2, (0, 0)
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == _SCAN:
            return found
        if marker not in _ALLOWED:
            return 0, 0
        if marker in _FRAMES:
            found = int.from_bytes(data[at + 7 : at + 9]), int.from_bytes(data[at + 5 : at + 7])
        at += 2 + int.from_bytes(data[at + 2 : at + 4])
    return 0, 0

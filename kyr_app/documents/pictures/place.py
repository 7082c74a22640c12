"""How large a picture is printed: as large as there is room, and never so large that its pixels show."""

from __future__ import annotations

LEAST_DPI = 100
"""Pixels to the inch below which a picture looks coarse on paper."""


def places(wide: int, high: int, room: tuple[float, float]) -> tuple[float, float]:
    """Return the size in points at which a picture of so many pixels fits into `room`, in points."""
    scale = min(room[0] / wide, room[1] / high, 72 / LEAST_DPI)
    return wide * scale, high * scale

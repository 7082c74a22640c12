"""Where the points of a picture go: cut to four corners, turned by quarters, straightened, fitted into a box.

Plain arithmetic. Pixels are counted from the top left corner, y downwards; angles are in degrees to the right.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from msgspec import Struct

from kyr_app.model.packet import WHOLE, Point, Sheet

Box = tuple[int, int]
"""Width and height in pixels."""

Quad = tuple[Point, Point, Point, Point]
"""Four corners: top left, top right, bottom right, bottom left."""

LEAST = 0.02
"""No side of what is cut out is shorter than this part of the picture."""

_LIKELY = 1.5
"""By how much the sides of a sheet seen at an angle may mislead about its shape."""


class Plan(Struct, frozen=True):
    """How large things become: what is cut out, before it is turned; and the part of the picture's size it needs."""

    cut: Box
    scale: float


def plan(size: Box, sheet: Sheet, box: Box) -> Plan:
    """Return how large a sheet of a picture of that size becomes so that it fits into `box`, and is not enlarged."""
    wide, high = shape(size, sheet.corners)
    turned = (high, wide) if sheet.turn % 2 else (wide, high)
    whole = around(turned, sheet.tilt)
    scale = min(1.0, box[0] / whole[0], box[1] / whole[1])
    return Plan((max(1, int(wide * scale + 1e-6)), max(1, int(high * scale + 1e-6))), scale)


def around(size: tuple[float, float], tilt: float) -> tuple[float, float]:
    """Return the size of the upright box round a rectangle that is tilted."""
    angle = math.radians(abs(tilt))
    sine, cosine = math.sin(angle), math.cos(angle)
    return size[0] * cosine + size[1] * sine, size[0] * sine + size[1] * cosine


def shape(size: Box, corners: Quad) -> tuple[float, float]:
    """Return how wide and high the sheet between four corners is, in pixels of the picture.

    Seen at an angle a sheet looks shorter than it is: its true shape follows from where its sides would meet (Zhang
    and He, *Whiteboard scanning and image enhancement*, 2007), with the middle of the picture as that of the lens.
    """
    if corners == WHOLE:
        return float(size[0]), float(size[1])
    left_top, right_top, right_low, left_low = _pixels(size, corners)
    wide = max(math.dist(left_top, right_top), math.dist(left_low, right_low), LEAST * size[0])
    high = max(math.dist(left_top, left_low), math.dist(right_top, right_low), LEAST * size[1])
    ratio = _ratio(size, corners)
    if ratio is None or not 1 / _LIKELY < ratio * high / wide < _LIKELY:
        return wide, high
    return (wide, wide / ratio) if ratio * high < wide else (high * ratio, high)


def _pixels(size: Box, corners: Quad) -> list[Point]:
    return [(x * size[0], y * size[1]) for x, y in corners]


def _ratio(size: Box, corners: Quad) -> float | None:
    """Return width by height of a sheet seen at an angle; None where its sides do not tell."""
    middle = (size[0] / 2, size[1] / 2)
    far = math.hypot(*size)
    one, two, four, three = (
        ((x - middle[0]) / far, (y - middle[1]) / far, 1.0) for x, y in _pixels(size, corners)
    )
    below, beside = _dot(_cross(two, four), three), _dot(_cross(three, four), two)
    if abs(below) < 1e-9 or abs(beside) < 1e-9:
        return None
    second, third = _dot(_cross(one, four), three) / below, _dot(_cross(one, four), two) / beside
    across = tuple(second * b - a for a, b in zip(one, two, strict=True))
    down = tuple(third * c - a for a, c in zip(one, three, strict=True))
    if abs(across[2] * down[2]) < 1e-6:
        return None
    lens = -(across[0] * down[0] + across[1] * down[1]) / (across[2] * down[2])
    if not 0.1 < lens < 30:  # of a lens that no telephone has: the corners are not those of a flat sheet
        return None
    return math.sqrt(_seen(across, lens) / _seen(down, lens))


def _seen(side: Sequence[float], lens: float) -> float:
    return (side[0] ** 2 + side[1] ** 2) / lens + side[2] ** 2


def _cross(a: Sequence[float], b: Sequence[float]) -> tuple[float, float, float]:
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def _dot(a: Sequence[float], b: Sequence[float]) -> float:
    return sum(x * y for x, y in zip(a, b, strict=True))


def coefficients(size: Box, corners: Quad, cut: Box) -> tuple[float, ...]:
    """Return the eight numbers with which Pillow finds, for a point of what is cut out, its place in the picture.

    Heckbert, *Fundamentals of texture mapping* (1989): the unit square onto four corners.
    """
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = _pixels(size, corners)
    dx1, dx2, dx3 = x1 - x2, x3 - x2, x0 - x1 + x2 - x3
    dy1, dy2, dy3 = y1 - y2, y3 - y2, y0 - y1 + y2 - y3
    below = dx1 * dy2 - dx2 * dy1
    g, h = ((dx3 * dy2 - dx2 * dy3) / below, (dx1 * dy3 - dx3 * dy1) / below) if below else (0.0, 0.0)
    wide, high = cut
    return (
        (x1 - x0 + g * x1) / wide,
        (x3 - x0 + h * x3) / high,
        x0,
        (y1 - y0 + g * y1) / wide,
        (y3 - y0 + h * y3) / high,
        y0,
        g / wide,
        h / high,
    )


def sound(corners: Sequence[Point]) -> bool:
    """Return whether four corners go round a sheet: inside the picture, one after the other to the right, not flat."""
    if len(corners) != 4 or not all(0 <= x <= 1 and 0 <= y <= 1 for x, y in corners):
        return False
    bends = []
    for at in range(4):
        (ax, ay), (bx, by), (cx, cy) = (corners[(at + n) % 4] for n in range(3))
        bends.append((bx - ax) * (cy - by) - (by - ay) * (cx - bx))
    sides = (math.dist(corners[at], corners[(at + 1) % 4]) for at in range(4))
    return min(bends) > LEAST**2 and min(sides) >= LEAST

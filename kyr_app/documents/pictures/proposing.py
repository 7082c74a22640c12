"""Proposals: the four corners of a sheet on a table, and the angle that makes its lines level.

Where a picture leaves room for doubt there is none: a wrong proposal costs more than no proposal.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from kyr_app.documents.pictures import geometry, seeing
from kyr_app.documents.pictures.geometry import Quad
from kyr_app.documents.pictures.page import drawn
from kyr_app.model.packet import Point, Sheet, Tone

if TYPE_CHECKING:
    from PIL.Image import Image

_LOOKED_AT = 420
"""So many pixels long is the picture in which a sheet is looked for."""
_PART = (0.18, 0.97)
"""A sheet covers at least this part of the picture, and leaves a margin."""
_FULL = 0.94
"""How much of what four corners enclose must be bright, and of what is bright must be enclosed."""
_APART = 28
"""By so many levels a sheet is brighter than what it lies on."""
_NEAR, _SPOTS = 4.0, 24
"""How near to a side, in pixels, and in how many places along it both sides of it are looked at."""
_LINES = 640
"""So many pixels long is the picture in which lines of writing are looked for."""
_MOST, _COARSE, _FINE = 10.0, 1.0, 0.1
_CLEARLY = 1.25
"""By how much more lines must stand out at an angle than as they are."""
_WORTH = 0.2
"""A smaller angle is not worth telling of."""

Side = list[tuple[float, float]]


def corners(picture: bytes) -> Quad | None:
    """Return where the corners of a sheet seem to be; None where no sheet stands out clearly from what is round it."""
    from PIL import Image, ImageFilter  # noqa: PLC0415 (heavy)

    with Image.open(BytesIO(picture), formats=("JPEG",)) as image:
        image.draft("L", (_LOOKED_AT, _LOOKED_AT))
        grey = image.convert("L")
    grey.thumbnail((_LOOKED_AT, _LOOKED_AT))
    calm = grey.filter(ImageFilter.MaxFilter(5)).filter(
        ImageFilter.MinFilter(5)
    )  # letters go, the sheet stays
    level = seeing.threshold(calm)
    thing = seeing.largest(calm, level)
    if thing is None or not _PART[0] < thing.area / (calm.width * calm.height) < _PART[1]:
        return None
    if not _stands_out(calm, level):
        return None
    found = _corners_of(thing)
    if found is None or not _holds(found, thing):
        return None
    if not _sharp(calm, found):
        return None
    made = _parts(found, calm.size)
    return made if geometry.sound(made) else None


def _stands_out(calm: Image, level: int) -> bool:
    counts = calm.histogram()
    dark, bright = counts[: level + 1], counts[level + 1 :]
    if not (sum(dark) and sum(bright)):
        return False
    below = sum(at * n for at, n in enumerate(dark)) / sum(dark)
    above = level + 1 + sum(at * n for at, n in enumerate(bright)) / sum(bright)
    return above - below >= _APART


def _corners_of(thing: seeing.Thing) -> list[Point] | None:
    """Return where lines along the four sides of a thing meet."""
    ends = [(float(x), float(y)) for y, (start, end) in thing.rows.items() for x in (start, end)]
    rough = [
        min(ends, key=lambda p: p[0] + p[1]),
        max(ends, key=lambda p: p[0] - p[1]),
        max(ends, key=lambda p: p[0] + p[1]),
        min(ends, key=lambda p: p[0] - p[1]),
    ]
    columns: dict[int, tuple[int, int]] = {}
    for y, (start, end) in sorted(thing.rows.items()):
        for x in range(start, end):
            columns[x] = (columns.get(x, (y, y))[0], y + 1)
    left = [(float(y), float(start)) for y, (start, _) in thing.rows.items()]
    right = [(float(y), float(end)) for y, (_, end) in thing.rows.items()]
    top = [(float(x), float(first)) for x, (first, _) in columns.items()]
    low = [(float(x), float(last)) for x, (_, last) in columns.items()]
    lines = (
        _line(top, rough[0][0], rough[1][0]),
        _line(right, rough[1][1], rough[2][1]),
        _line(low, rough[3][0], rough[2][0]),
        _line(left, rough[0][1], rough[3][1]),
    )
    if None in lines:
        return None
    above, beside, below, before = (line for line in lines if line is not None)
    return [_meet(above, before), _meet(above, beside), _meet(below, beside), _meet(below, before)]


def _line(side: Side, first: float, last: float) -> tuple[float, float] | None:
    """Return slope and start of the line through a side, without its ends and without what lies off it."""
    inset = (last - first) * 0.08
    kept = [each for each in side if first + inset <= each[0] <= last - inset]
    for most in (8.0, 2.5, 1.5):
        if len(kept) < 12:
            return None
        slope, start = _least_squares(kept)
        near = [each for each in kept if abs(each[1] - slope * each[0] - start) <= most]
        if len(near) < 0.6 * len(kept):
            return None
        kept = near
    return _least_squares(kept)


def _least_squares(points: Side) -> tuple[float, float]:
    n = len(points)
    mean_x, mean_y = sum(x for x, _ in points) / n, sum(y for _, y in points) / n
    below = sum((x - mean_x) ** 2 for x, _ in points)
    slope = sum((x - mean_x) * (y - mean_y) for x, y in points) / below if below else 0.0
    return slope, mean_y - slope * mean_x


def _meet(level: tuple[float, float], upright: tuple[float, float]) -> Point:
    """Return where a line y = a·x + b meets a line x = c·y + d."""
    (a, b), (c, d) = level, upright
    y = (a * d + b) / (1 - a * c)
    return c * y + d, y


def _holds(quad: Sequence[Point], thing: seeing.Thing) -> bool:
    """Return whether four corners enclose the thing, and little else."""
    twice = sum(x * quad[(at + 1) % 4][1] - quad[(at + 1) % 4][0] * y for at, (x, y) in enumerate(quad))
    area = twice / 2
    return area > 0 and min(area, thing.area) / max(area, thing.area) >= _FULL


def _sharp(calm: Image, quad: Sequence[Point]) -> bool:
    """Return whether dark ends and bright begins at once along the sides, at most two of which the picture cuts off."""
    level, cut_off = calm.load(), 0
    assert level is not None  # noqa: S101 (a picture in memory)
    for at in range(4):
        (ax, ay), (bx, by) = quad[at], quad[(at + 1) % 4]
        away = (
            (by - ay) / math.dist((ax, ay), (bx, by)) * _NEAR,
            (ax - bx) / math.dist((ax, ay), (bx, by)) * _NEAR,
        )
        steps = []
        for part in range(1, _SPOTS):
            x, y = ax + (bx - ax) * part / _SPOTS, ay + (by - ay) * part / _SPOTS
            inner, outer = (int(x - away[0]), int(y - away[1])), (int(x + away[0]), int(y + away[1]))
            if all(0 <= each[0] < calm.width and 0 <= each[1] < calm.height for each in (inner, outer)):
                steps.append(level[inner] - level[outer])  # type: ignore[operator]  # shades of grey
        if len(steps) < _SPOTS // 2:
            cut_off += 1
        elif sorted(steps)[len(steps) // 4] < _APART / 2:
            return False
    return cut_off <= 2


def _parts(quad: Sequence[Point], size: geometry.Box) -> Quad:
    def inside(point: Point) -> Point:
        return min(1.0, max(0.0, point[0] / size[0])), min(1.0, max(0.0, point[1] / size[1]))

    one, two, three, four = map(inside, quad)
    return one, two, three, four


def tilt(picture: bytes, sheet: Sheet) -> float | None:
    """Return the angle, in degrees to the right, at which the lines of a sheet lie level; None where that is not clear.

    It looks at the sheet as it is cut and turned, and takes the place of its tilt. Level already is 0.
    """
    from PIL import Image, ImageChops, ImageOps  # noqa: PLC0415 (heavy)

    plain = Sheet(sheet.picture, sheet.corners, sheet.turn, 0.0, Tone.CLEAR)
    ink = ImageOps.invert(drawn(picture, plain, (_LINES, _LINES)))
    inset = (ink.width // 16, ink.height // 16)  # a table's edge is level too, and no writing
    ink = ink.crop((inset[0], inset[1], ink.width - inset[0], ink.height - inset[1]))

    def score(angle: float) -> float:
        turned = ink.rotate(-angle, Image.Resampling.BILINEAR, fillcolor=0)
        rows = turned.resize((1, turned.height), Image.Resampling.BOX)
        apart = ImageChops.difference(rows, ImageChops.offset(rows, 0, 1))
        return sum(level * level for level in apart.tobytes())

    best, usual = _best(score, 0.0, _MOST, _COARSE), score(_MOST)
    best = _best(score, best, _COARSE, _FINE * 2)
    best = round(_best(score, best, _FINE, _FINE), 1)
    if abs(best) > _MOST - _COARSE or score(best) <= usual * _CLEARLY:
        return None
    if abs(best) < _WORTH:
        return 0.0
    return best if score(best) > score(0.0) * _CLEARLY else None


def _best(score: Callable[[float], float], around: float, reach: float, step: float) -> float:
    count = round(reach / step)
    angles = [around + at * step for at in range(-count, count + 1)]
    return max(angles, key=lambda angle: (score(angle), -abs(angle)))

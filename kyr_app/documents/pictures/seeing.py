"""A bright thing on a dark ground, found in a small picture: its rows, as runs, without a library for it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from PIL.Image import Image

Run = tuple[int, int]
"""From which pixel of a row to before which."""


class Thing(Struct, frozen=True):
    """The widest stretch of it in each of its rows, and how many pixels it has in all."""

    rows: dict[int, Run]
    area: int


def threshold(grey: Image) -> int:
    """Return the level that parts dark from bright best: Otsu, *A threshold selection method* (1979)."""
    counts = grey.histogram()
    total, weighed = sum(counts), sum(level * n for level, n in enumerate(counts))
    best, found, below, sum_below = 0.0, 127, 0, 0
    for level, n in enumerate(counts):
        below += n
        sum_below += level * n
        if 0 < below < total:
            apart = sum_below / below - (weighed - sum_below) / (total - below)
            between = below * (total - below) * apart * apart
            if between > best:
                best, found = between, level
    return found


def largest(grey: Image, level: int) -> Thing | None:
    """Return the largest thing brighter than `level`; None where nothing is."""
    bright = grey.point(lambda each: 255 if each > level else 0).tobytes()
    wide = grey.width
    rows = [list(_runs(bright[at : at + wide])) for at in range(0, len(bright), wide)]
    parents: dict[tuple[int, int], tuple[int, int]] = {}

    def root(key: tuple[int, int]) -> tuple[int, int]:
        while parents[key] != key:
            parents[key] = parents[parents[key]]
            key = parents[key]
        return key

    for y, runs in enumerate(rows):
        parents.update({(y, at): (y, at) for at in range(len(runs))})
    for y, (above, here) in enumerate(pairwise(rows)):
        for a, (start, end) in enumerate(above):
            for b, (first, last) in enumerate(here):
                if first < end and start < last:
                    parents[root((y, a))] = root((y + 1, b))
    things: dict[tuple[int, int], list[tuple[int, Run]]] = {}
    for y, runs in enumerate(rows):
        for at, run in enumerate(runs):
            things.setdefault(root((y, at)), []).append((y, run))
    if not things:
        return None
    return _thing(max(things.values(), key=_area))


def _runs(row: bytes) -> Iterator[Run]:
    start = row.find(255)
    while start >= 0:
        end = row.find(0, start)
        yield start, end if end >= 0 else len(row)
        start = row.find(255, end) if end >= 0 else -1


def _area(parts: list[tuple[int, Run]]) -> int:
    return sum(end - start for _, (start, end) in parts)


def _thing(parts: list[tuple[int, Run]]) -> Thing:
    rows: dict[int, Run] = {}
    for y, (start, end) in parts:
        first, last = rows.get(y, (start, end))
        rows[y] = (min(first, start), max(last, end))
    return Thing(rows, sum(end - start for start, end in rows.values()))

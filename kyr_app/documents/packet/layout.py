"""What stands on which page of a packet. Pure: no PDF here.

A packet is a row of pieces, each so many pages long; numbers go through from 1. A copy in another language has the same
pieces and the numbers of what is filed, so that two people can look at the same page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cached_property

from msgspec import Struct

from kyr_app.model.packet import letter

SHEET = (612.0, 792.0)
"""Letter, in points."""
MARGIN = 72.0
"""Points on every side; the two holes at the top lie in it, and so do the stamps at the foot."""
SAFE = (SHEET[0] - 2 * MARGIN, SHEET[1] - 2 * MARGIN)
"""Width and height of what content may take, in points."""
STAMP = 42.0
"""Points from the foot of the sheet to the line on which stamps stand: below the content."""


class Kind(StrEnum):
    """What a piece is."""

    COVER = "cover"
    INDEX = "index"
    COUNTRY = "country"
    TAB = "tab"
    PAPER = "paper"
    PICTURES = "pictures"
    ENGLISH = "english"
    CERTIFICATE = "certificate"
    ORDER = "order"
    SERVICE = "service"


PLACED = frozenset({Kind.COVER, Kind.PAPER, Kind.PICTURES, Kind.ORDER, Kind.SERVICE})
"""What is made elsewhere and placed on pages that are empty but for their stamps."""


class Piece(Struct, frozen=True):
    """Some pages that belong together. `place` is that of the exhibit, from 0; -1 where it belongs to none."""

    kind: Kind
    place: int = -1
    pages: int = 1

    @property
    def key(self) -> str:
        """A name of its own."""
        return f"{self.kind.value}{self.place}"


class Placed(Struct, frozen=True):
    """A piece and the number of its first page, from 1."""

    piece: Piece
    first: int

    @property
    def last(self) -> int:
        """The number of its last page."""
        return self.first + self.piece.pages - 1


class Layout(Struct, frozen=True, dict=True):
    """Pieces in order, each with its pages."""

    placed: tuple[Placed, ...]

    @cached_property
    def _known(self) -> dict[tuple[Kind, int], Placed]:
        return {(each.piece.kind, each.piece.place): each for each in self.placed}

    @cached_property
    def _exhibits(self) -> dict[int, tuple[int, int]]:
        found: dict[int, tuple[int, int]] = {}
        for each in self.placed:
            found[each.piece.place] = (found.get(each.piece.place, (each.first, 0))[0], each.last)
        return found

    @property
    def total(self) -> int:
        """How many pages there are."""
        return self.placed[-1].last if self.placed else 0

    @property
    def starts(self) -> tuple[int, ...]:
        """The numbers from 0 of the pages on which the packet may be parted: a tab, or what belongs to no exhibit."""
        return tuple(
            each.first - 1 for each in self.placed if each.piece.kind is Kind.TAB or each.piece.place < 0
        )

    def of(self, kind: Kind, place: int = -1) -> Placed | None:
        """Return a piece with its pages; None where there is none."""
        return self._known.get((kind, place))

    def exhibit(self, place: int) -> tuple[int, int]:
        """Return the first and the last page of an exhibit, its tab and its translation among them."""
        return self._exhibits[place]

    @property
    def targets(self) -> dict[str, int]:
        """On which page, from 0, each piece begins."""
        return {each.piece.key: each.first - 1 for each in self.placed}

    def pages(self) -> Iterator[tuple[Placed, int]]:
        """Yield for every page its piece, and which page of that it is, from 0."""
        for each in self.placed:
            for at in range(each.piece.pages):
                yield each, at


def laid(pieces: Sequence[Piece]) -> Layout:
    """Return the pieces with their pages, numbered through."""
    placed, first = [], 1
    for each in pieces:
        if each.pages:
            placed.append(Placed(each, first))
            first += each.pages
    return Layout(tuple(placed))


def labels(copy: Layout, filed: Layout) -> tuple[str, ...]:
    """Return what number stands on each page of a copy: that of the page it goes with in what is filed.

    Where a copy needs more pages than what is filed, they are 7, 7a, 7b; where it needs fewer, its last is 7–8.
    """
    found: list[str] = []
    for each in copy.placed:
        one = filed.of(each.piece.kind, each.piece.place)
        found += _labels(each.piece.pages, one) if one is not None else [""] * each.piece.pages
    return tuple(found)


def _labels(pages: int, filed: Placed) -> list[str]:
    own = filed.piece.pages
    if pages < own:
        firsts = [str(filed.first + at) for at in range(pages - 1)]
        return [*firsts, f"{filed.first + pages - 1}–{filed.last}"]
    more = [f"{filed.last}{letter(at).lower()}" for at in range(pages - own)]
    return [*(str(filed.first + at) for at in range(own)), *more]


def parted(sizes: Sequence[int], starts: Sequence[int], most: int) -> tuple[tuple[int, int], ...]:
    """Return from which page to which, from 0 and without the last, each file goes so that none has over `most` bytes.

    `sizes` are the bytes of each page. An exhibit is torn only where it alone is too large; a page never is.
    """
    if not most or sum(sizes) <= most:
        return ((0, len(sizes)),)
    allowed, found, start = sorted({0, *starts}), [], 0
    while start < len(sizes):
        end, used = start, 0
        while end < len(sizes) and (end == start or used + sizes[end] <= most):
            used += sizes[end]
            end += 1
        whole = max((each for each in allowed if start < each <= end), default=end)
        stop = end if end == len(sizes) else whole
        found.append((start, stop))
        start = stop
    return tuple(found)

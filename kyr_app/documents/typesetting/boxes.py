"""Flowables of our own: columns side by side, a mark before text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable

from kyr_app.documents.typesetting.marks import Mark

SOME = 60.0
"""Points. The least of something torn that may stand at the foot of a page."""

TALL = 240.0
"""Points. A row or frame higher than this may be torn; a lower one goes to the next page whole."""


class Stack:
    """Flowables one under another in one column, as a frame would lay them, and split where they must."""

    def __init__(self, content: Sequence[Any]) -> None:
        self.content = list(content)
        self._laid: list[tuple[Any, float, float]] = []
        self._wrapped: tuple[float, float] | None = None

    def wrap(self, canv: Any, width: float) -> float:
        """Lay the column out, once for a width; return its height."""
        if self._wrapped is not None and self._wrapped[0] == width:
            return self._wrapped[1]
        self._laid, used, after = [], 0.0, 0.0
        for each in self.content:
            gap = max(after, each.getSpaceBefore()) if self._laid else 0.0
            _, height = each.wrapOn(canv, width, 0xFFFFFF)
            self._laid.append((each, used + gap, height))
            used, after = used + gap + height, each.getSpaceAfter()
        self._wrapped = width, used
        return used

    def draw(self, canv: Any, x: float, top: float) -> None:
        """Draw what `wrap` laid out, downwards from `top`."""
        for each, down, height in self._laid:
            each.drawOn(canv, x, top - down - height)

    def split(self, canv: Any, width: float, height: float) -> tuple[list[Any], list[Any]]:
        """Return what fits into `height`, and the rest."""
        self.wrap(canv, width)
        for at, (each, down, own) in enumerate(self._laid):
            if down + own > height:
                self._wrapped = None  # what is asked to split forgets how it was laid out
                torn = each.splitOn(canv, width, height - down) if height > down else []
                head, tail = (torn[:1], torn[1:]) if torn else ([], [each])
                return self.content[:at] + head, tail + self.content[at + 1 :]
        return self.content, []


class Aligned(Flowable):  # type: ignore[misc]  # ReportLab brings no types
    """One column or several whose tops stand level, with a mark hanging in the margin to the left.

    `place` is the key and the title of a bookmark; `keep` holds the row together with what follows. Only a row of
    at least `tall` points is torn where a page ends.
    """

    def __init__(  # noqa: PLR0913 (a row is what all of these say)
        self,
        columns: Sequence[Sequence[Any]],
        gap: float = 0.0,
        *,
        mark: Mark | None = None,
        reach: float = 0.0,
        before: float = 0.0,
        after: float = 0.0,
        keep: bool = False,
        place: tuple[str, str] | None = None,
        tall: float = TALL,
    ) -> None:
        super().__init__()
        self.stacks = [Stack(each) for each in columns]
        self.gap, self.mark, self.reach, self.place, self.tall = gap, mark, reach, place, tall
        self.spaceBefore, self.spaceAfter, self.keepWithNext = before, after, keep

    def _each(self, width: float) -> float:
        return (width - self.gap * (len(self.stacks) - 1)) / len(self.stacks)

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Lay the columns out; the row is as high as its highest column, and as its mark."""
        self.width = width
        self.height = max(each.wrap(self.canv, self._each(width)) for each in self.stacks)
        if self.mark:
            self.height = max(self.height, self.mark.size)
        return width, self.height

    def draw(self) -> None:
        """Draw mark and columns."""
        each = self._each(self.width)
        if self.place:
            key, title = self.place
            self.canv.bookmarkHorizontal(key, 0, self.height + self.spaceBefore)
            self.canv.addOutlineEntry(title, key, 0)
        if self.mark:
            self.mark.draw(self.canv, -self.reach, self.height)
        for at, stack in enumerate(self.stacks):
            stack.draw(self.canv, at * (each + self.gap), self.height)

    def split(self, width: float, height: float) -> list[Any]:
        """Tear the row only where it is tall; its mark stays with the first piece."""
        if self.wrap(width, height)[1] < self.tall or height < SOME:
            return []
        each = self._each(width)
        torn = [stack.split(self.canv, each, height) for stack in self.stacks]
        if not all(head for head, _ in torn) or not any(tail for _, tail in torn):
            return []
        first = Aligned(
            [head for head, _ in torn], self.gap, mark=self.mark, reach=self.reach, place=self.place
        )
        rest = Aligned([tail for _, tail in torn], self.gap, after=self.spaceAfter)
        first.spaceBefore = self.spaceBefore
        return [first, rest]


class Beside(Flowable):  # type: ignore[misc]
    """Marks in a row, and text beside them: an item of a list, a step, an answer to tick."""

    def __init__(
        self, marks: Sequence[Mark], text: Any, indents: Sequence[float], after: float = 0.0
    ) -> None:
        super().__init__()
        self.marks, self.text, self.indents = list(marks), text, list(indents)
        self.spaceAfter = after

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Lay the text out in what the marks leave."""
        _, own = self.text.wrapOn(self.canv, width - self.indents[-1], height)
        self.width, self.height = width, max(own, *(mark.size for mark in self.marks)) if self.marks else own
        return width, self.height

    def draw(self) -> None:
        """Draw marks and text, their tops level."""
        for mark, x in zip(self.marks, (0.0, *self.indents), strict=False):
            mark.draw(self.canv, x, self.height)
        self.text.drawOn(self.canv, self.indents[-1], self.height - self.text.height)

    def split(self, width: float, height: float) -> list[Any]:
        """Tear the text as a paragraph tears; the marks stay with the first piece."""
        pieces = self.text.splitOn(self.canv, width - self.indents[-1], height)
        if len(pieces) < 2:
            return []
        first, *rest = pieces
        return [
            Beside(self.marks, first, self.indents),
            *(Beside([], each, self.indents, self.spaceAfter) for each in rest),
        ]

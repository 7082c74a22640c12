"""Flowables of our own: a frame round things, a line above or below, lines to write on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable

from kyr_app.documents.typesetting.boxes import SOME, TALL, Stack
from kyr_app.documents.typesetting.marks import Icon


class Framed(Flowable):  # type: ignore[misc]
    """Things in a frame: all round with `bar` 0, else one thick bar to their left.

    A page may end inside a frame of at least `tall` points.
    """

    def __init__(  # noqa: PLR0913 (as a frame is)
        self,
        content: Sequence[Any],
        *,
        pad: float,
        rule: float,
        bar: float = 0.0,
        after: float = 0.0,
        tall: float = TALL,
    ) -> None:
        super().__init__()
        self.stack, self.pad, self.rule, self.bar, self.tall = Stack(content), pad, rule, bar, tall
        self.spaceBefore = self.spaceAfter = after

    @property
    def _above(self) -> float:
        return self.pad / 3 if self.bar else self.pad

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Lay the content out inside the frame."""
        self.width = width
        self.height = self.stack.wrap(self.canv, width - 2 * self.pad) + 2 * self._above
        return width, self.height

    def draw(self) -> None:
        """Draw the frame and what it holds; black, nothing filled."""
        canv = self.canv
        if self.bar:
            canv.setLineWidth(self.bar)
            canv.line(self.bar / 2, 0, self.bar / 2, self.height)
        else:
            canv.setLineWidth(self.rule)
            canv.rect(0, 0, self.width, self.height)
        self.stack.draw(canv, self.pad, self.height - self._above)

    def split(self, width: float, height: float) -> list[Any]:
        """Tear only where that is allowed; each piece has a frame of its own."""
        if self.wrap(width, height)[1] < self.tall or height < SOME:
            return []
        head, tail = self.stack.split(self.canv, width - 2 * self.pad, height - 2 * self._above)
        if not head or not tail:
            return []
        return [self._piece(head), self._piece(tail)]

    def _piece(self, content: Sequence[Any]) -> Framed:
        return Framed(
            content, pad=self.pad, rule=self.rule, bar=self.bar, after=self.spaceAfter, tall=self.tall
        )


class Ruled(Flowable):  # type: ignore[misc]
    """Something with a thin line above or below it; no line above where it stands at the top of a page anyway."""

    def __init__(self, inner: Any, rule: float, *, above: bool, gap: float, reach: float = 0.0) -> None:
        super().__init__()
        self.inner, self.rule, self.above, self.gap, self.reach = inner, rule, above, gap, reach

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take what the inner thing takes, and the gap."""
        _, own = self.inner.wrapOn(self.canv, width, height)
        self.width, self.height = width, own + self.gap
        return width, self.height

    def draw(self) -> None:
        """Draw the line and the inner thing."""
        frame = getattr(self, "_frame", None)
        if not (self.above and frame is not None and frame._atTop):  # noqa: SLF001 (ReportLab has no other word)
            level = self.height if self.above else 0
            self.canv.setLineWidth(self.rule)
            self.canv.line(-self.reach, level, self.width, level)
        self.inner.drawOn(self.canv, 0, 0 if self.above else self.gap)


class Picture(Flowable):  # type: ignore[misc]
    """An icon of `size` points on a line of its own."""

    def __init__(self, icon: str, size: float) -> None:
        super().__init__()
        self.mark = Icon(icon, size, size)
        self.spaceAfter = size / 4

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Take the whole width."""
        self.width, self.height = width, self.mark.size
        return width, self.height

    def draw(self) -> None:
        """Draw the icon."""
        self.mark.draw(self.canv, 0, self.height * 1.14)


class Rules(Flowable):  # type: ignore[misc]
    """`count` lines to write on, `apart` points from one another."""

    def __init__(
        self, count: int, apart: float, rule: float, *, before: float = 0.0, after: float = 0.0
    ) -> None:
        super().__init__()
        self.count, self.apart, self.rule = count, apart, rule
        self.spaceBefore, self.spaceAfter = before, after

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Take the whole width."""
        self.width, self.height = width, self.count * self.apart
        return width, self.height

    def draw(self) -> None:
        """Draw the lines."""
        self.canv.setLineWidth(self.rule)
        for each in range(self.count):
            self.canv.line(0, each * self.apart, self.width, each * self.apart)

    def split(self, _width: float, height: float) -> list[Any]:
        """Give a page as many lines as it has room for."""
        fits = int(height / self.apart)
        if fits < 2 or fits >= self.count:
            return []
        return [Rules(fits, self.apart, self.rule), Rules(self.count - fits, self.apart, self.rule)]

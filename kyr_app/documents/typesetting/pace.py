"""How far a paper is, told evenly and often: whoever asks for it can stop it at any of these moments."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reportlab.pdfgen.canvas import Canvas

Tell = Callable[[int, int], None]
"""Told how much is done, and of how much; raises where it is not to go on."""

_ALL = 1000
_PLACED, _FOOTED = 860, 910
"""How much is done when everything has its place on a page, and when every page has its footer; then it is written."""


class Pace:
    """Tells how far a paper of so many `parts` is; it never goes back."""

    def __init__(self, tell: Tell | None, parts: int) -> None:
        self._tell, self._parts = tell, parts
        self._begun, self._size, self._told = 0, 1, -1

    def begins(self, size: int) -> None:
        """Note that a part of `size` things is about to be placed."""
        self._begun, self._size = self._begun + 1, max(size, 1)

    def left(self, count: int) -> None:
        """Tell that `count` things of the part wait for their place; a thing torn at the foot of a page is two."""
        part = min(max(self._size - count, 0) / self._size, 1.0)
        self._say(_PLACED * (self._begun - 1 + part) / self._parts)

    def footed(self, share: float) -> None:
        """Tell that this share of the pages has its footer."""
        self._say(_PLACED + (_FOOTED - _PLACED) * share)

    def written(self, share: float) -> None:
        """Tell that this share of the file is written."""
        self._say(_FOOTED + (_ALL - _FOOTED) * share)

    def _say(self, done: float) -> None:
        self._told = max(self._told, min(int(done), _ALL))
        if self._tell is not None:
            self._tell(self._told, _ALL)


class Offsets(dict[Any, int]):
    """Where each thing stands in a file that ReportLab writes; with each one it tells how far that is."""

    def __init__(self, pace: Pace, things: dict[int, Any]) -> None:
        super().__init__()
        self._pace, self._things = pace, things

    def __setitem__(self, key: Any, value: int) -> None:
        super().__setitem__(key, value)
        self._pace.written(len(self) / max(len(self._things), 1))


class PacedCanvas(Canvas):  # type: ignore[misc]  # ReportLab brings no types
    """A canvas that draws the footers when it is known how many pages there are, and tells how far it is."""

    _code: list[str]

    def __init__(self, *args: Any, finish: Callable[[Any], None], pace: Pace, **more: Any) -> None:
        super().__init__(*args, **more)
        self._finish = finish
        self._doc.idToOffset = Offsets(pace, self._doc.numberToId)

    def save(self) -> None:
        """Close the last page, draw what was put off, write."""
        if self._code:
            self.showPage()
        self._finish(self)
        self._code = []
        super().save()

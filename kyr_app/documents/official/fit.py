"""How letters fit into a box: wrapped, made smaller down to six points, spread over the cells of a comb. Pure.

Nothing is ever cut: what does not fit is `None`, or the rest that goes elsewhere.
"""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct

from kyr_app.documents.official.planned import Line
from kyr_app.documents.worker.shapes import Rect

LARGEST, LEAST, STORY_LEAST = 9.0, 6.0, 8.0
"""Points: of a value, of the smallest one, and of a story that may go on elsewhere."""

SMALL = 7.0
"""Points. Whatever is smaller is told, so that somebody looks whether it can be read."""

_STEP, _LEADING, _CLOSE = 0.5, 1.22, 1.06
_SIDE, _ABOVE, _CAPITAL = 2.0, 1.5, 0.73
"""Points left free at both sides, and above a story; how high a capital letter is in letter heights."""


class Face(Protocol):
    """Letters of one kind, by the name that they are drawn with."""

    @property
    def name(self) -> str:
        """The name."""

    def width(self, text: str, size: float) -> float:
        """Return the width of a text in points."""


class Letters(Protocol):
    """The letters there are."""

    def of(self, text: str) -> Face:
        """Return the first kind of letters that has all of a text."""

    def lacking(self, text: str) -> str:
        """Return the letters of a text that no kind has, each once."""


class Fitted(Struct, frozen=True):
    """Lines that stand in a box at a size; `rest` is what did not fit."""

    size: float
    lines: tuple[Line, ...]
    rest: str = ""


def wrapped(text: str, width: float, size: float, face: Face, *, torn: bool) -> list[str] | None:
    """Return `text` in lines of at most `width`; None where a word is wider and may not be `torn`."""
    found: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}" if line else word
            if face.width(longer, size) <= width:
                line = longer
                continue
            if line:
                found.append(line)
            line = word
            while face.width(line, size) > width:
                if not torn:
                    return None
                fits = next(
                    n for n in range(len(line), 0, -1) if n == 1 or face.width(line[:n], size) <= width
                )
                found.append(line[:fits])
                line = line[fits:]
        found.append(line)
    return found


def into(text: str, rect: Rect, face: Face, *, story: bool = False) -> Fitted | None:
    """Return a value in its box as large as it fits, on as many lines as there is room for; None where it does not."""
    left, bottom, right, top = rect
    wide, high = right - left - 2 * _SIDE, top - bottom
    size = LARGEST if high > 13 or story else min(LARGEST, high * 0.78)
    while True:
        lines = wrapped(text, wide, size, face, torn=size <= LEAST)
        if lines is not None and _height(len(lines), size, story=story) <= high + 0.5:
            return Fitted(size, _placed(lines, rect, size, story=story))
        if size <= LEAST:
            return None
        size = max(LEAST, size - _STEP)


def _height(count: int, size: float, *, story: bool) -> float:
    if count == 1 and not story:
        return size
    return count * size * (_LEADING if story else _CLOSE) + (_ABOVE if story else 0.0)


def _placed(lines: list[str], rect: Rect, size: float, *, story: bool) -> tuple[Line, ...]:
    left, bottom, _, top = rect
    leading = size * (_LEADING if story else _CLOSE)
    if story:
        first = top - size - _ABOVE
    else:
        block = (len(lines) - 1) * leading + size * _CAPITAL
        first = (top + bottom + block) / 2 - size * _CAPITAL
    placed = [Line(left + _SIDE, first - at * leading, line) for at, line in enumerate(lines)]
    return tuple(line for line in placed if line.text)


def story(text: str, rect: Rect, face: Face, going_on: str, size: float = 8.5) -> Fitted:
    """Return as much of a story as a box holds at `size`, ending in the words `going_on` where there is a rest.

    The rest begins with the word after the last one that stands in the box; the two together are the whole text.
    """
    left, bottom, right, top = rect
    wide, leading = right - left - 2 * _SIDE, size * _LEADING
    room = int((top - bottom - _ABOVE - size * 0.25) // leading)
    lines = wrapped(text, wide, size, face, torn=True) or []
    if len(lines) <= room:
        return Fitted(size, _placed(lines, rect, size, story=True))
    kept = lines[: max(room - bool(going_on), 1)]
    rest = _after(text, "".join("".join(each.split()) for each in kept))
    shown = [*kept, going_on] if going_on else kept
    return Fitted(size, _placed(shown, rect, size, story=True), rest)


def _after(text: str, taken: str) -> str:
    """Return what follows in `text` after as many letters as `taken` has, blanks not counted."""
    left = len(taken)
    for at, letter in enumerate(text):
        if left == 0:
            return text[at:].strip("\n ")
        left -= not letter.isspace()
    return ""


def comb(text: str, rect: Rect, cells: int, face: Face) -> Fitted | None:
    """Return one letter in the middle of each cell; None where there are more letters than cells."""
    text = "".join(text.split())
    if len(text) > cells:
        return None
    left, bottom, right, top = rect
    cell, size = (right - left) / cells, min(LARGEST, (top - bottom) * 0.78)
    y = (top + bottom - size * _CAPITAL) / 2
    lines = tuple(
        Line(left + (at + 0.5) * cell - face.width(each, size) / 2, y, each) for at, each in enumerate(text)
    )
    return Fitted(size, lines)


def cross(rect: Rect, face: Face) -> Fitted:
    """Return an X in the middle of a box."""
    left, bottom, right, top = rect
    size = min(right - left, top - bottom) * 1.15
    x = (left + right - face.width("X", size)) / 2
    return Fitted(size, (Line(x, (top + bottom - size * _CAPITAL) / 2, "X"),))

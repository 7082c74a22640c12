"""Paragraphs: ReportLab's, read and broken into lines more quickly, and broken once for each width.

A sheet asks a paragraph again and again how high it is: to hold it with its heading, to lay it out in a row, to place
the row. What was found for a width is kept with the paragraph and goes with it: no text is kept anywhere else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from weakref import WeakKeyDictionary

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph as Stock

from kyr_app.documents.typesetting.breaking import broken

_looks: WeakKeyDictionary[ParagraphStyle, dict[str, tuple[Any, ...]]] = WeakKeyDictionary()
"""What the parser makes of markup in a style, each text in it an `x`: so it is made of any text. No text is kept."""

_TAG = re.compile("(<[^>]*>)")
_SIMPLE = re.compile("</?(?:b|u|sub|font)[ >]")
"""Tags that change how letters look, and do nothing else."""


class Paragraph(Stock):  # type: ignore[misc]  # ReportLab brings no types
    """A paragraph that looks as ReportLab's does, to the last point."""

    frags: Any
    _pen: Any = None
    _found: tuple[tuple[float, ...], Any] | None = None

    def _setup(self, text: Any, style: Any, bulletText: Any, frags: Any, cleaner: Any) -> None:  # noqa: N803
        """Take a text in; the parser is asked only for markup that it has not seen before in this style."""
        if frags is None and isinstance(text, str) and "&" not in text:
            frags = _frags(cleaner(text), style)
        super()._setup(text, style, bulletText, frags, cleaner)

    def breakLines(self, width: Sequence[float]) -> Any:  # noqa: N802 (ReportLab's name)
        """Return the lines for a width; the same ones as long as the width is the same."""
        if self.bulletText:
            return super().breakLines(width)  # whose mark takes room from the first line
        widths = tuple(width)
        if self._found is None or self._found[0] != widths:
            self._found = widths, self._broken(widths)
        return self._found[1]

    def beginText(self, x: float, y: float) -> Any:  # noqa: N802 (ReportLab's name)
        """Return what the lines are written with."""
        self._pen = super().beginText(x, y)
        return self._pen

    def drawPara(self, debug: int = 0) -> None:  # noqa: N802 (ReportLab's name)
        """Draw the lines, and let go of what they were written with: it holds itself, and would outlive the page."""
        super().drawPara(debug)
        if self._pen is not None:
            vars(self._pen).clear()
            self._pen = None

    def _broken(self, widths: tuple[float, ...]) -> Any:
        made = broken(self.frags, self.style, widths)
        if made is None:
            return super().breakLines(list(widths))
        self.frags, self._width_max = made.frags, made.widest
        self._hyphenations, self._splitLongWordCount = made.torn, 0
        return made.lines


def _frags(text: str, style: Any) -> list[Any] | None:
    """Return pieces of text with their looks; None where only the parser can tell."""
    texts = _TAG.split(text)
    tags = texts[1::2]
    if not all(map(_SIMPLE.match, tags)) or style.textTransform:
        return None
    markup = "".join("x" if part and part[0] != "<" else part for part in texts)
    known = _looks.setdefault(style, {})
    looks = known.get(markup)
    if looks is None:
        looks = known[markup] = tuple(Stock(markup, style).frags) if "x" in markup else ()
    said = [part for part in texts[::2] if part]
    if not looks or len(looks) != len(said):
        return None
    return [look.clone(text=part) for look, part in zip(looks, said, strict=True)]

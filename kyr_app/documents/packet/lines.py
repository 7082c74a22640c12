"""Plain text set quickly: a packet has a tab and a row of the index for every exhibit, and most of them are short."""

from __future__ import annotations

from html import unescape
from typing import Any

from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import getAscentDescent
from reportlab.platypus import Flowable

from kyr_app.documents.typesetting import fonts
from kyr_app.documents.typesetting.prose import Paragraph


def text(markup: str, style: ParagraphStyle) -> Any:
    """Return a flowable of markup: lines where it is nothing but words, else ReportLab's paragraph.

    Both look the same; lines cost a tenth. Where a word alone is too wide, it is a paragraph's business to tear it.
    """
    if "<" in markup:
        return Paragraph(markup, style)
    return Lines(unescape(markup) if "&" in markup else markup, style)


_JOINTS = "/-_.?&=@"
"""Behind these a word that is too wide is torn, where that leaves more than half a line: so addresses stay readable."""


class Lines(Flowable):  # type: ignore[misc]  # ReportLab brings no types
    """Words of one face, broken at spaces."""

    def __init__(self, words: str, style: ParagraphStyle) -> None:
        super().__init__()
        self.words, self.style = words, style
        self.lines: tuple[str, ...] = ()
        self.width = self.height = 0.0
        self.spaceBefore, self.spaceAfter = style.spaceBefore, style.spaceAfter

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Break the words into lines, once for a width."""
        if width != self.width:
            self.width, self.lines = width, broken(self.words, self.style, width)
            self.height = len(self.lines) * self.style.leading
        return width, self.height

    def split(self, _width: float, height: float) -> list[Any]:
        """Part the lines where they have no room; at least two stay on either side."""
        fit = min(int(height / self.style.leading), len(self.lines) - 2)
        if fit < 2:
            return []
        return [Lines(" ".join(part), self.style) for part in (self.lines[:fit], self.lines[fit:])]

    def draw(self) -> None:
        """Draw the lines downwards."""
        style, canv = self.style, self.canv
        base = self.height - getAscentDescent(style.fontName, style.fontSize)[0]
        canv.setFont(style.fontName, style.fontSize)
        for at, line in enumerate(self.lines):
            y = base - at * style.leading
            if style.alignment == TA_CENTER:
                canv.drawCentredString(self.width / 2, y, line)
            elif style.alignment == TA_RIGHT:
                canv.drawRightString(self.width, y, line)
            else:
                canv.drawString(0, y, line)


def broken(words: str, style: ParagraphStyle, width: float) -> tuple[str, ...]:
    """Return words as lines of at most that width, in points; a word that is wider is torn."""
    found, line, used = list[str](), list[str](), 0.0
    space = fonts.width(" ", style.fontName, style.fontSize)
    for word in words.split(" "):
        for piece in _torn(word, style, width):
            own = fonts.width(piece, style.fontName, style.fontSize)
            if line and used + space + own > width:
                found.append(" ".join(line))
                line, used = [], 0.0
            used += own + (space if line else 0.0)
            line.append(piece)
    return (*found, " ".join(line))


def _torn(word: str, style: ParagraphStyle, width: float) -> list[str]:
    if len(word) * style.fontSize <= width or fonts.width(word, style.fontName, style.fontSize) <= width:
        return [word]
    found = [""]
    for letter in word:
        if found[-1] and fonts.width(found[-1] + letter, style.fontName, style.fontSize) > width:
            at = max(found[-1].rfind(mark) for mark in _JOINTS) + 1
            at = at if at > len(found[-1]) / 2 else len(found[-1])
            found[-1:] = [found[-1][:at], found[-1][at:]]
        found[-1] += letter
    return found


def shortened(words: str, most: int) -> str:
    """Return words, cut at a space so that they have at most that many letters; what is cut off is three dots."""
    if len(words) <= most:
        return words
    return f"{words[: most - 1].rpartition(' ')[0] or words[: most - 1]}…"

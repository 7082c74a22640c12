"""Where the lines of a paragraph end: what ReportLab finds, in a fraction of its time.

ReportLab compares the looks of every two words, and adds up the room between all words of a line for each of them.
Here looks are compared where they are not the very same, and room is added up where a word does not fit any more. What
is rare (a long word that must be torn, a picture in a line, soft hyphens, other directions of writing) is left to
ReportLab: then a function returns None. `tests/unit/documents/test_prose.py` holds both against each other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from reportlab.lib import rl_accel
from reportlab.pdfbase.pdfmetrics import getAscentDescent, getFont, stringWidth
from reportlab.platypus import paragraph as stock

# ruff: noqa: SLF001 (ReportLab tells in no other way what kind its words and fonts are)

_SHY = "\u00ad"
_SPACED = stock._HSFrag
"""A word with a space after it."""

Tear = Callable[[str], Any]
"""Finds where a word may be torn."""

_measured, _alike = rl_accel.instanceStringWidthTTF, rl_accel.sameFrag
_level = cache(getAscentDescent)


class Broken:
    """The lines of a paragraph, as ReportLab keeps them; how wide the widest is, and how many words were torn."""

    __slots__ = ("frags", "lines", "torn", "widest")

    def __init__(self, lines: Any, frags: Any, widest: float, torn: int) -> None:
        self.lines, self.frags, self.widest, self.torn = lines, frags, widest, torn


def broken(frags: Sequence[Any], style: Any, widths: Sequence[float]) -> Broken | None:
    """Return the lines of `frags`, the first `widths[0]` wide, the others `widths[1]`; None where ReportLab must."""
    if style.wordWrap or style.shaping or style.endDots or getattr(style, "autoLeading", ""):
        return None
    tear = getattr(style, "hyphenationLang", "") or None
    if style.uriWasteReduce or style.embeddedHyphenation or isinstance(tear, str) or not frags:
        return None
    if len(frags) == 1 and not isinstance(frags[0], list):
        return _plain(frags[0], style, tear, widths)
    return _Mixed(style, tear, widths).broken(stock._getFragWords(frags, widths[0]))


def _plain(frag: Any, style: Any, tear: Tear | None, widths: Sequence[float]) -> Broken | None:
    """Break a text that looks the same throughout."""
    name, size, words = frag.fontName, frag.fontSize, _words(frag)
    if not words:
        return None
    font = getFont(name)
    words.reverse()
    space = _measured(font, " ", size, "utf8")
    shrink, least = style.spaceShrinkage * space, _least(style)
    lines: list[tuple[float, list[str]]] = []
    line: list[str] = []
    current, widest, torn, room = -space, 0.0, 0, widths[0]
    while words:
        word = words.pop()
        own = _measured(font, word, size, "utf8")
        new, limit = current + space + own, room + shrink * len(line)
        if new > limit:
            if tear and len(word) >= least and not getattr(frag, "nobr", False):
                pieces = stock._hyphenateWord(tear, name, size, word, own, new, limit, 0, 0, least)
                if pieces:
                    line.append(pieces[0])
                    words.append(pieces[1])
                    new = current + space + _measured(font, pieces[0], size, "utf8")
                    lines.append((room - new, line))
                    widest, torn, line, current, room = max(widest, new), torn + 1, [], -space, widths[1]
                    continue
            if style.splitLongWords and own > room:
                return None
            if line:
                lines.append((room - current, line))
                widest, line, current, room = max(widest, current), [word], own, widths[1]
                continue
        line.append(word)
        current = new
    if line:
        lines.append((room - current, line))
    high, low = _level(name, size)
    made = frag.clone(kind=0, lines=lines, ascent=high, descent=low, fontSize=size)
    return Broken(made, [frag], max(widest, current), torn)


def _words(frag: Any) -> list[str]:
    """Return the words of a text; nothing where there are none, or where there is more in it than letters."""
    if not hasattr(frag, "text") or hasattr(frag, "cbDefn") or hasattr(frag, "backColor"):
        return []
    text = stock.strip(frag.text)
    words: list[str] = stock.split(text)
    return words if _SHY not in text and all(words) and getFont(frag.fontName)._dynamicFont else []


def _least(style: Any) -> int:
    """Return of how many letters a word must be to be torn."""
    return int(getattr(style, "hyphenationMinWordLength", stock.hyphenationMinWordLength))


class _Mixed:
    """Breaks a text of several looks, whose words are lists: how wide, then each look with its letters."""

    def __init__(self, style: Any, tear: Tear | None, widths: Sequence[float]) -> None:
        self.shrinkage, self.long, self.least = style.spaceShrinkage, style.splitLongWords, _least(style)
        self.tear, self.room, self.later = tear, widths[0], widths[1]
        self.lines: list[Any] = []
        self.line: list[Any] = []
        self.look: Any = None
        """What the last piece of the line was made like."""
        self.words: list[Any] = []
        self.count, self.begin, self.torn, self.widest = 0, 0, 0, 0.0

    def broken(self, words: Sequence[Any]) -> Broken | None:
        """Return the lines."""
        if not all(map(_known, words)):
            return None
        waiting, current, space = [*reversed(words)], 0.0, 0.0
        while waiting:
            word = waiting.pop()
            self.words.append(word)
            last, first, own = word[-1][0], word[1][0], word[0]
            new = current + space + own if own > 0 else current
            if new > self.room and new > (most := self.room + self._shrunk(space)):
                if torn := self._torn(word, new, most):
                    self.words.pop()
                    current = current + space + torn[0][0]
                    if current > most:
                        return None
                    self._tear(torn[0], space, current)
                    waiting.append(torn[1])
                    current = space = 0.0
                    continue
                if self.long and own > self.room:
                    return None
                if self.count:
                    self._end(current)
                    self._put(word)
                    self.count, current = 1, own
                    space = _space(last.fontName, last.fontSize) if isinstance(word, _SPACED) else 0.0
                    continue
            self._add(word, space)
            space = _space(last.fontName, first.fontSize) if isinstance(word, _SPACED) else 0.0
            current = new
        if self.line:
            self._end(current)
        return Broken(stock.ParaLines(kind=1, lines=self.lines), self.words, self.widest, self.torn)

    def _shrunk(self, space: float) -> float:
        """Return how much closer the words of the line may stand in all."""
        for piece in self.line:
            count = piece.text.count(" ")
            if count:
                space += count * _space(piece.fontName, piece.fontSize)
        return float(space * self.shrinkage)

    def _torn(self, word: Any, new: float, most: float) -> Any:
        """Return a word in two where its head has room on a line that would be `new` wide with all of it."""
        if (
            self.tear is None
            or getattr(word[1][0], "nobr", False)
            or sum(len(letters) for _, letters in word[1:]) < self.least
        ):
            return None
        return stock._hyphenateFragWord(self.tear, word, new, most, 0, 0, self.least)

    def _tear(self, head: Any, space: float, current: float) -> None:
        """End the line with the head of a word, and with the break that ReportLab puts after it."""
        look = head[1][0].clone(_fkind=stock._FK_BREAK, text="")
        self._add(head, space)
        self.words += [head, stock._InjectedFrag([0, (look, "")])]
        self.line.append(look.clone())
        self._end(current)
        self.count, self.torn = 0, self.torn + 1

    def _add(self, word: Any, space: float) -> None:
        """Put a word on the line, in the piece before it where it looks the same."""
        look, letters = word[1]
        if not self.line or not (self.look is look or _alike(self.line[-1], look)):
            if self.line and space and not self.line[-1].text.endswith(" "):
                self.line[-1].text += " "
            self._put(word)
        else:
            piece = self.line[-1]
            piece.text += f" {letters}" if space and not piece.text.endswith(" ") else letters
            self._rest(word)
        self.count += any(letters for _, letters in word[1:])

    def _put(self, word: Any) -> None:
        self._piece(*word[1])
        self._rest(word)

    def _rest(self, word: Any) -> None:
        for look, letters in word[2:]:
            self._piece(look, letters)

    def _piece(self, look: Any, letters: str) -> None:
        self.line.append(look.clone(text=letters))
        self.look = look

    def _end(self, current: float) -> None:
        """End the line."""
        sizes = {piece.fontSize for piece in self.line}
        levels = [_level(piece.fontName, piece.fontSize) for piece in self.line]
        self.lines.append(
            stock.FragLine(
                extraSpace=self.room - current,
                wordCount=self.count,
                lineBreak=False,
                words=self.line,
                fontSize=max(sizes),
                ascent=max(high for high, _ in levels),
                descent=min(low for _, low in levels),
                maxWidth=self.room,
                sFW=self.begin,
            )
        )
        self.widest = max(self.widest, current)
        self.line, self.begin, self.room = [], len(self.words) - 1, self.later


_space = cache(lambda name, size: stringWidth(" ", name, size))


def _known(word: Any) -> bool:
    """Whether a word is one of letters alone, whole and without soft hyphens."""
    return type(word) in {list, _SPACED} and all(look._fkind == 0 for look, _ in word[1:])

"""Small marks drawn on the canvas: icons of the icon font, numbers, boxes to tick. Black on white."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from kyr_app.content import icons
from kyr_app.documents.typesetting import fonts

_MIDDLE = 0.64
"""How far below its top the middle of a line of text lies, in letter heights."""


def drawn(name: str) -> str:
    """Return the character of an icon; an empty square for one that the font does not have."""
    return icons.glyph(name if icons.has(name) else "square")


class Mark(Protocol):
    """Something drawn with its top left corner at a given place; `size` is its height in points."""

    @property
    def size(self) -> float:
        """Return the height of the mark."""

    def draw(self, canv: Any, x: float, top: float) -> None:
        """Draw the mark level with the first line of the text beside it."""


@dataclass(frozen=True)
class Icon:
    """A picture of the icon font, beside text of `letters` points."""

    name: str
    size: float
    letters: float

    def draw(self, canv: Any, x: float, top: float) -> None:
        """Draw the picture."""
        canv.setFont(fonts.ICONS, self.size)
        canv.drawString(x, top - self.letters * _MIDDLE - self.size / 2, drawn(self.name))


@dataclass(frozen=True)
class Label:
    """A number or a letter before an item, in bold."""

    text: str
    size: float

    def draw(self, canv: Any, x: float, top: float) -> None:
        """Draw the label on the first line of the text beside it."""
        canv.setFont(fonts.BOLD, self.size)
        canv.drawString(x, top - self.size, self.text)


@dataclass(frozen=True)
class Dot:
    """A bullet: a filled circle."""

    size: float

    def draw(self, canv: Any, x: float, top: float) -> None:
        """Draw the bullet."""
        canv.circle(x + self.size / 2, top - self.size * _MIDDLE, self.size / 6, stroke=0, fill=1)


@dataclass(frozen=True)
class Box:
    """A box to tick, drawn as a square; `rule` is the width of its line."""

    size: float
    letters: float
    rule: float

    def draw(self, canv: Any, x: float, top: float) -> None:
        """Draw the empty box."""
        canv.setLineWidth(self.rule)
        canv.rect(x + self.rule, top - self.letters * _MIDDLE - self.size / 2, self.size, self.size)

"""The letters that a form is filled with, embedded: Vera, whose zero has no stroke that a clerk could take for an 8.

A value with a letter that Vera has not is set in the text family of every paper, whole.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import reportlab
from msgspec import Struct
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from kyr_app.documents.official.fit import Face
from kyr_app.documents.typesetting import fonts

_PLAIN, _BOLD = "Vera", "Vera-Bold"
_FILES = {_PLAIN: "Vera.ttf", _BOLD: "VeraBd.ttf"}


class _Face(Struct, frozen=True):
    name: str

    def width(self, text: str, size: float) -> float:
        return float(pdfmetrics.stringWidth(text, self.name, size))


class Embedded:
    """The letters there are, as `fit.Letters` asks for them."""

    def __init__(self) -> None:
        fonts.register()
        folder = Path(reportlab.__file__).parent / "fonts"
        for name, file in _FILES.items():
            pdfmetrics.registerFont(TTFont(name, str(folder / file)))
        known = {code for code in pdfmetrics.getFont(_PLAIN).face.charToGlyph if code != 0xFFFF}
        self._beyond = re.compile(f"[^{''.join(re.escape(chr(code)) for code in sorted(known))}\n]")

    def of(self, text: str) -> Face:
        """Return the first kind of letters that has all of a text."""
        return _Face(fonts.TEXT if self._beyond.search(text) else _PLAIN)

    def lacking(self, text: str) -> str:
        """Return the letters of a text that no kind has, each once."""
        if not self._beyond.search(text):
            return ""
        return "".join(dict.fromkeys(fonts.uncovered().findall(text)))


def bold(face: str) -> str:
    """Return the bold letters of a kind."""
    return _BOLD if face == _PLAIN else fonts.BOLD


@cache
def embedded() -> Embedded:
    """Return the letters; read once in a process."""
    return Embedded()

"""A PDF whose pages are drawn at fixed places: folded books, cards, test pages."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from kyr_app.content.tokens import theme
from kyr_app.documents.typesetting import fonts
from kyr_app.documents.typesetting.markup import clean


class Drawing:
    """Pages of one size; the same bytes for the same strokes, and nobody's name in the file."""

    def __init__(self, size: tuple[float, float], title: str, tag: str) -> None:
        fonts.register()
        self._out = BytesIO()
        self.size = size
        self.canv = Canvas(
            self._out,
            pagesize=size,
            invariant=1,
            lang=tag,
            initialFontName=fonts.TEXT,
            initialFontSize=theme().paper.body,
        )
        self.canv.setTitle(clean(title))
        self.canv.setViewerPreference("DisplayDocTitle", "true")
        for name in (self.canv.setAuthor, self.canv.setSubject, self.canv.setCreator, self.canv.setProducer):
            name("")

    def bytes(self) -> bytes:
        """Close the file and return it."""
        self.canv.save()
        return self._out.getvalue()


def line(canv: Any, start: Sequence[float], end: Sequence[float], rule: float, dash: float = 0.0) -> None:
    """Draw a black line `rule` points wide, of dashes `dash` points long where that is given."""
    canv.setLineWidth(rule)
    canv.setDash([dash, dash] if dash else [])
    canv.line(*start, *end)
    canv.setDash([])


def written(canv: Any, text: str, font: str, size: float, at: tuple[float, float]) -> None:
    """Write one short line beginning at a place."""
    canv.setFont(font, size)
    canv.drawString(*at, clean(text))

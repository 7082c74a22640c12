"""Paragraph styles from the tokens: one sheet for each body size and language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from msgspec import Struct
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.styles import ParagraphStyle

from kyr_app.content.tokens import theme
from kyr_app.documents.typesetting import fonts

_LEAST_TORN = 11
"""Only words of so many letters are hyphenated: a short word torn apart stops a slow reader."""


class Styles(Struct, frozen=True):
    """How text looks on a paper whose body is `body` points high; every distance is in points too."""

    body: float
    unit: float
    icon: float
    picture: float
    box: float
    text: ParagraphStyle
    strong: ParagraphStyle
    title: ParagraphStyle
    point: ParagraphStyle
    heading: ParagraphStyle
    heading_tight: ParagraphStyle
    detail: ParagraphStyle
    caption: ParagraphStyle
    say: ParagraphStyle
    cell: ParagraphStyle
    head_cell: ParagraphStyle
    small: ParagraphStyle
    small_strong: ParagraphStyle
    running: ParagraphStyle


@cache
def styles(body: float, language: str, hyphens: bool, line: float = 0.0) -> Styles:  # noqa: FBT001 (narrow or not)
    """Return the styles for text in `language`; `hyphens` where columns are narrow, `line` for closer lines."""
    fonts.register()
    paper = theme().paper
    grown = body / paper.body
    unit = paper.space * grown

    def style(name: str, size: float, **more: Any) -> ParagraphStyle:
        leading = size * ((line or paper.line_height) if size <= paper.body * grown else 1.2)
        torn = {"hyphenationLang": _hyphenator(language)} if hyphens and "spaceBefore" not in more else {}
        return ParagraphStyle(name, **{**_COMMON, "fontSize": size, "leading": leading, **torn, **more})

    small, bold = min(paper.small * grown, paper.small + (body - paper.body) / 2), {"fontName": fonts.BOLD}
    return Styles(
        body=body,
        unit=unit,
        icon=paper.icon * grown,
        picture=paper.picture * grown,
        box=paper.box * grown,
        text=style("text", body, spaceAfter=unit),
        strong=style("strong", body, spaceAfter=unit / 2, **bold),
        title=style("title", paper.title * grown, spaceBefore=0, spaceAfter=unit, **bold),
        point=style("point", paper.point * grown, spaceBefore=0, spaceAfter=unit, **bold),
        heading=style(
            "heading", paper.heading * grown, spaceBefore=unit, spaceAfter=unit / 2, keepWithNext=1, **bold
        ),
        heading_tight=style("tight", paper.heading * grown, spaceBefore=0, spaceAfter=unit / 2, **bold),
        detail=style("detail", body, spaceAfter=unit / 2),
        caption=style("caption", body, spaceBefore=unit / 2),
        say=style("say", paper.heading * grown * 1.1, spaceBefore=0, spaceAfter=unit / 2, **bold),
        cell=style("cell", body),
        head_cell=style("head cell", body, **bold),
        small=style("small", small, spaceAfter=unit / 2),
        small_strong=style("small strong", small, spaceAfter=unit / 2, **bold),
        running=style("running", min(small, paper.small + (body - paper.body) / 3)),
    )


_COMMON: dict[str, Any] = {
    "fontName": fonts.TEXT,
    "bulletFontName": fonts.TEXT,
    "alignment": TA_LEFT,
    "allowWidows": 0,
    "allowOrphans": 0,
    "splitLongWords": 1,
    "hyphenationMinWordLength": _LEAST_TORN,
}


@cache
def _hyphenator(language: str) -> Callable[[str], Iterator[tuple[str, str]]] | str:
    import pyphen  # noqa: PLC0415 (a dictionary read when the first narrow column is drawn)

    known = pyphen.language_fallback(language)
    if not known:
        return ""
    torn = pyphen.Pyphen(lang=known).iterate

    def pieces(word: str) -> Iterator[tuple[str, str]]:
        """Never tear beside a hyphen that the word has anyway."""
        return ((head, tail) for head, tail in torn(word) if head[-1:] != "-" != tail[:1])

    return pieces

"""The inline notation of content as the rich text of a label."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct, structs
from PySide6.QtGui import QGuiApplication

from kyr_app.model import inline
from kyr_app.ui import theme

if TYPE_CHECKING:
    from kyr_app.model.inline import Run

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})

TERM = "term:"
"""What the address of a link to a glossary term begins with."""


class Voice(Struct, frozen=True):
    """How the second language is written under the first: softer, and smaller where that is a title; pixels."""

    colour: str
    size: int
    spaced: bool


class Span(Struct, frozen=True):
    """Letters that are being read aloud, counted in the text without its marks, and the colour of their ground."""

    start: int
    end: int
    ground: str


def escape(text: str) -> str:
    """Return `text` as rich text that shows every one of its letters (`html.escape`, without what it imports)."""
    return text.translate(_ESCAPES)


def rich(text: str, *, spaced: bool = True, spoken: Span | None = None) -> str:
    """Return `text` with its marks as rich text; `spaced` sets its lines apart as running text."""
    return _paragraph(text, spaced=spaced, spoken=spoken) if text else ""


def both(first: str, second: str, voice: Voice, *, spaced: bool = True, spoken: Span | None = None) -> str:
    """Return `first` as `rich` does, and under it `second` in its own voice."""
    style = (
        f"color:{voice.colour}; font-size:{voice.size}px; font-weight:400; margin-top:{theme.space(0.5)}px"
    )
    return rich(first, spaced=spaced, spoken=spoken) + _paragraph(second, style, spaced=voice.spaced)


def _paragraph(text: str, style: str = "", *, spaced: bool, spoken: Span | None = None) -> str:
    link = QGuiApplication.palette().link().color().name()
    runs = inline.runs(text)
    said = [_run(run, link) for run in runs] if spoken is None else _with_span(runs, link, spoken)
    body = "".join(said).replace("\n", "<br>")
    high = theme.line_percent() if spaced else 100
    return f'<p style="line-height:{high}%; margin:0; {style}">{body}</p>'


def has_links(said: str) -> bool:
    """Tell whether rich text holds a link to a term."""
    return f'<a href="{TERM}' in said


def _run(run: Run, link: str) -> str:
    said = escape(run.text)
    if run.strong:
        said = f"<b>{said}</b>"
    return f'<a href="{TERM}{escape(run.term)}" style="color:{link}">{said}</a>' if run.term else said


def _with_span(runs: Iterable[Run], link: str, spoken: Span) -> list[str]:
    """Return runs as rich text with a span of their letters on another ground and underlined: not by colour alone."""
    ink = QGuiApplication.palette().text().color().name()
    open_it = f'<span style="background-color:{spoken.ground}; color:{ink}; text-decoration:underline">'
    made, at = [], 0
    for run in runs:
        length = len(run.text)
        cuts = sorted({0, length, *(min(max(cut - at, 0), length) for cut in (spoken.start, spoken.end))})
        for left, right in pairwise(cuts):
            part = _run(structs.replace(run, text=run.text[left:right]), link)
            within = spoken.start <= at + left and at + right <= spoken.end
            made.append(f"{open_it}{part}</span>" if within else part)
        at += length
    return made

"""The inline notation of content as the rich text of a label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
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


def escape(text: str) -> str:
    """Return `text` as rich text that shows every one of its letters (`html.escape`, without what it imports)."""
    return text.translate(_ESCAPES)


def rich(text: str, *, spaced: bool = True) -> str:
    """Return `text` with its marks as rich text; `spaced` sets its lines apart as running text."""
    return _paragraph(text, spaced=spaced) if text else ""


def both(first: str, second: str, voice: Voice, *, spaced: bool = True) -> str:
    """Return `first` as `rich` does, and under it `second` in its own voice."""
    style = (
        f"color:{voice.colour}; font-size:{voice.size}px; font-weight:400; margin-top:{theme.space(0.5)}px"
    )
    return rich(first, spaced=spaced) + _paragraph(second, style, spaced=voice.spaced)


def _paragraph(text: str, style: str = "", *, spaced: bool) -> str:
    link = QGuiApplication.palette().link().color().name()
    body = "".join(_run(run, link) for run in inline.runs(text)).replace("\n", "<br>")
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

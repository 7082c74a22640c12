"""A receipt on paper: a page of plain lines, and words to keep, numbered and large."""

from __future__ import annotations

from typing import Any

from reportlab.platypus import Table as Grid

from kyr_app.documents.situation import captions
from kyr_app.documents.typesetting.flow import Flow
from kyr_app.documents.typesetting.form import PLAIN
from kyr_app.documents.typesetting.marks import Dot
from kyr_app.documents.typesetting.markup import safe
from kyr_app.documents.typesetting.order import Order
from kyr_app.documents.typesetting.parts import section, top
from kyr_app.documents.typesetting.prose import Paragraph
from kyr_app.model.receipt import Receipt, Section
from kyr_app.model.text import Together

_ABREAST = 3
"""How many numbered words stand side by side."""


def build(receipt: Receipt, order: Order) -> bytes:
    """Return the PDF of a receipt."""
    page, spoken = order.laid()
    flow = Flow(spoken, page)
    about = Together((receipt.about, captions.made_on(order.today.isoformat())), " ")
    made = top(flow, order.title, about, receipt.icon, "top")
    for at, each in enumerate(receipt.sections):
        made += section(flow, each.title, each.icon, f"{at}")
        made += [_words(flow, each)] if each.numbered else _lines(flow, each)
    return order.document([order.quiet(order.title)], page, spoken).bytes_of(made)


def _lines(flow: Flow, each: Section) -> list[Any]:
    made: list[Any] = []
    for line in each.lines:
        made += flow.beside([Dot(flow.styles.body)], [flow.styles.icon * 1.6], line)
    return made


def _words(flow: Flow, each: Section) -> Grid:
    """Return words in columns, read downwards; each with its number, as large as the title of a point."""
    style, unit = flow.styles.point, flow.styles.unit
    said = [
        Paragraph(f"{n}. {safe(flow.voices[0].locale.render(line))}", style)
        for n, line in enumerate(each.lines, 1)
    ]
    high = -(-len(said) // _ABREAST)
    rows = [
        [said[at] if at < len(said) else "" for at in range(row, high * _ABREAST, high)]
        for row in range(high)
    ]
    grid = Grid(rows, [flow.page.measure / _ABREAST] * _ABREAST, hAlign="LEFT")
    grid.setStyle([*PLAIN, ("TOPPADDING", (0, 0), (-1, -1), unit), ("BOTTOMPADDING", (0, 0), (-1, -1), unit)])
    return grid

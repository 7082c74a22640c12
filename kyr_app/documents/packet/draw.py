"""The pages that the packet brings itself, and every stamp: index, tabs, country list, translations, certificates.

What is made elsewhere gets pages that are empty but for their stamps. Stamps stand in the margin at the foot, below
everything that content may take; the margin at the top is left to the two holes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

from msgspec import Struct
from reportlab.pdfgen.canvas import Canvas

from kyr_app.content.tokens import theme
from kyr_app.documents.packet.layout import MARGIN, SHEET, STAMP, Layout
from kyr_app.documents.packet.paging import Leaf
from kyr_app.documents.typesetting import fonts
from kyr_app.documents.typesetting.markup import clean


class Stamp(Struct, frozen=True):
    """What stands at the foot of a page: the exhibit to the left, the number to the right, a remark between them."""

    left: str = ""
    middle: str = ""
    number: str = ""


def drawn(
    layout: Layout, leaves: Mapping[str, Sequence[Leaf]], stamps: Sequence[Stamp], title: str, tag: str
) -> bytes:
    """Return the pages of a layout: those of `leaves` drawn, the others empty. Pages beyond `stamps` have none.

    Each is drawn once; the same bytes for the same input.
    """
    fonts.register()
    out = BytesIO()
    canv = _canvas(out, title, tag)
    for number, (placed, at) in enumerate(layout.pages()):
        if at == 0:
            canv.bookmarkPage(placed.piece.key)
        own = leaves.get(placed.piece.key, ())
        for spot in own[at] if at < len(own) else ():
            spot.what.drawOn(canv, MARGIN, spot.lower, _sW=spot.spare)
        if number < len(stamps):
            _stamp(canv, stamps[number])
        canv.showPage()
    canv.save()
    return out.getvalue()


def _canvas(out: BytesIO, title: str, tag: str) -> Any:
    canv = Canvas(
        out,
        pagesize=SHEET,
        invariant=1,
        lang=tag,
        initialFontName=fonts.TEXT,
        initialFontSize=theme().paper.body,
    )
    canv.setTitle(clean(title))
    for say_nothing in (canv.setAuthor, canv.setSubject, canv.setCreator, canv.setProducer):
        say_nothing("")
    canv.setViewerPreference("DisplayDocTitle", "true")
    return canv


def _stamp(canv: Any, stamp: Stamp) -> None:
    size = theme().paper.body
    canv.setFont(fonts.BOLD, size)
    if stamp.left:
        canv.drawString(MARGIN, STAMP, clean(stamp.left))
    canv.drawRightString(SHEET[0] - MARGIN, STAMP, clean(stamp.number))
    if stamp.middle:
        canv.setFont(fonts.TEXT, theme().paper.small)
        canv.drawCentredString(SHEET[0] / 2, STAMP, clean(stamp.middle))

"""Exhibits placed page by page, as they were made ready: nothing is decoded here."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
from pikepdf import Name

from kyr_app.documents.packet.layout import MARGIN, SAFE, SHEET, Kind
from kyr_app.documents.pictures.place import places
from kyr_app.documents.pictures.ready import Ready, on_paper

if TYPE_CHECKING:
    from kyr_app.documents.packet.order import PacketOrder
    from kyr_app.documents.packet.own import Own
    from kyr_app.documents.packet.planned import Plan, Told
    from kyr_app.model.packet import Sheet

_PLACED = Name("/Placed")
"""What is placed on a page is called so there; a name by chance would give other bytes each time."""


def fill(  # noqa: PLR0913 (what is placed, and where)
    pdf: pikepdf.Pdf,
    pages: Sequence[pikepdf.Page],
    plan: Plan,
    job: PacketOrder,
    *,
    told: Told,
    images: dict[Sheet, pikepdf.Stream],
) -> None:
    """Place papers and pictures on the pages of a packet. Raise `Stopped`, or `PictureGone`.

    `images` are those that are in the PDF already: a picture lies in it once, however often it is shown.
    """
    targets = plan.layout.targets
    for key, paper in plan.papers.items():
        _paper(pdf, pages[targets[key] :], paper)
    for placed in plan.layout.placed:
        if placed.piece.kind is Kind.PICTURES:
            sheets = job.parts[placed.piece.place].exhibit.sheets
            for page, each in zip(pages[placed.first - 1 :], sheets, strict=False):
                told.ask()
                sheet = on_paper(each, colour=job.colour)
                if sheet not in images:
                    images[sheet] = _image(pdf, job.ready(sheet))
                _picture(page, images[sheet])
                told.step()


def _paper(pdf: pikepdf.Pdf, pages: Sequence[pikepdf.Page], paper: Own) -> None:
    """Draw the pages of a paper of ours on empty pages; its text stays text."""
    with pikepdf.open(BytesIO(paper.pdf)) as own:
        for page, drawn, (left, low, right, high) in zip(pages, own.pages, paper.boxes, strict=False):
            form = pdf.copy_foreign(drawn.as_form_xobject())
            wide, tall = (float(edge) for edge in form.BBox[2:])
            name = page.add_resource(form, Name.XObject, _PLACED)
            scale = f"{(right - left) / wide:.5f} 0 0 {(high - low) / tall:.5f}"
            page.contents_add(f"q {scale} {left:.3f} {low:.3f} cm {name} Do Q".encode(), prepend=True)


def _picture(page: pikepdf.Page, image: pikepdf.Stream) -> None:
    """Place a picture inside the margins, in the middle; never so large that its pixels show."""
    wide, high = places(int(image.Width), int(image.Height), SAFE)
    x = (SHEET[0] - wide) / 2
    y = SHEET[1] - MARGIN - (SAFE[1] - high) / 2 - high
    name = page.add_resource(image, Name.XObject, _PLACED)
    page.contents_add(f"q {wide:.3f} 0 0 {high:.3f} {x:.3f} {y:.3f} cm {name} Do Q".encode(), prepend=True)


def _image(pdf: pikepdf.Pdf, ready: Ready) -> pikepdf.Stream:
    about: dict[str, Any] = {
        "Type": Name.XObject,
        "Subtype": Name.Image,
        "Width": ready.width,
        "Height": ready.height,
        "ColorSpace": Name.DeviceGray if ready.colours == 1 else Name.DeviceRGB,
        "BitsPerComponent": 1 if ready.fax else 8,
        "Filter": Name.CCITTFaxDecode if ready.fax else Name.DCTDecode,
    }
    if ready.fax:
        about["DecodeParms"] = pikepdf.Dictionary(
            K=-1, Columns=ready.width, Rows=ready.height, BlackIs1=False
        )
    return pdf.make_indirect(pikepdf.Stream(pdf, ready.data, **about))

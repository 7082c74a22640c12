"""Inside the limited process: a blank made flat, with our own page laid over each of its pages.

What stays is what is drawn. The form, its scripts, its signatures of the maker, attachments and actions are left
behind, because the result is built from the pages alone.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf

from kyr_app.documents.worker.shapes import Refused, Stamp, Trouble

_LEFT_ON_PAGE = ("/AA", "/Annots", "/Metadata", "/PieceInfo", "/B", "/Tabs", "/StructParents")


def stamp(job: Stamp) -> bytes:
    """Return the PDF: as many pages as `order`, each a page of the blank under a page of `over`.

    A page that is used again comes from a freshly opened copy: pages that share their content would show each
    other's words.
    """
    if len(job.order) == 0:
        raise Refused(Trouble.DAMAGED)
    made = pikepdf.new()
    sources = [_flat(job.blank)]
    used: dict[int, int] = {}
    for number in job.order:
        again = used.get(number, 0)
        used[number] = again + 1
        if again >= len(sources):
            sources.append(_flat(job.blank))
        made.pages.append(sources[again].pages[number])
    with pikepdf.open(BytesIO(job.over)) as over:
        for number, (page, drawn) in enumerate(zip(made.pages, over.pages, strict=True)):
            for name in _LEFT_ON_PAGE:
                if name in page.obj:
                    del page.obj[name]
            _lay(made, page, drawn, f"/Over{number}")
        made.docinfo["/Title"] = job.title
        made.remove_unreferenced_resources()
        out = BytesIO()
        made.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def _lay(made: pikepdf.Pdf, page: pikepdf.Page, drawn: pikepdf.Page, name: str) -> None:
    """Draw a page of ours over another, in the other's own coordinates, under a name that no other page has.

    (pikepdf's own overlay takes names by chance: the same answers would not give the same bytes.)
    """
    left, bottom = (float(edge) for edge in list(page.mediabox)[:2])
    page.add_resource(made.copy_foreign(drawn.as_form_xobject()), pikepdf.Name.XObject, pikepdf.Name(name))
    page.contents_add(b"q", prepend=True)
    page.contents_add(f"Q q 1 0 0 1 {left:g} {bottom:g} cm {name} Do Q".encode("ascii"))


def _flat(data: bytes) -> Any:
    """Return a blank whose barcodes and fixed words are drawn on its pages. Raise `Refused` where it is locked."""
    try:
        pdf = pikepdf.open(BytesIO(data))
    except pikepdf.PasswordError as error:
        raise Refused(Trouble.LOCKED) from error
    form: Any = pdf.Root.get("/AcroForm")
    if form is not None:
        form.NeedAppearances = False  # a viewer, and qpdf, would draw the barcodes anew, as letters
    pdf.flatten_annotations("all")
    return pdf

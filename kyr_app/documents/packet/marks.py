"""The outline of a packet and its links, in one file or in several, in one set or in many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
from pikepdf import Name

from kyr_app.documents.packet import captions
from kyr_app.documents.packet.layout import Kind
from kyr_app.documents.typesetting.markup import clean
from kyr_app.i18n.locale import Locale
from kyr_app.model.text import Words

if TYPE_CHECKING:
    from kyr_app.documents.packet.planned import Plan

_NAMES: dict[Kind, Words] = {
    Kind.COVER: captions.COVER,
    Kind.INDEX: captions.INDEX,
    Kind.COUNTRY: captions.COUNTRY,
    Kind.ENGLISH: captions.ENGLISH,
    Kind.CERTIFICATE: captions.CERTIFICATE,
    Kind.ORDER: captions.ORDER,
    Kind.SERVICE: captions.SERVICE,
}


def outline(plan: Plan, locale: Locale, start: int, end: int, first: int = 0) -> list[pikepdf.OutlineItem]:
    """Return the marks of a packet's pages from `start` to `end`, from 0, without the last.

    They lead to the pages of a PDF in which page `start` is page `first`.
    """
    found: list[pikepdf.OutlineItem] = []
    for title, page, deep in _marks(plan, locale):
        if start <= page < end:
            item = pikepdf.OutlineItem(clean(title), page - start + first, "Fit")
            (found[-1].children if deep and found else found).append(item)
    return found


def _marks(plan: Plan, locale: Locale) -> Iterator[tuple[str, int, bool]]:
    for each in plan.layout.placed:
        piece = each.piece
        if piece.kind is Kind.TAB:
            entry = plan.entries[piece.place]
            title = locale.render(entry.title or captions.NO_TITLE)
            yield f"{entry.letter}. {title}", each.first - 1, False
        elif piece.kind in _NAMES:
            yield locale.render(_NAMES[piece.kind]), each.first - 1, piece.place >= 0


def leads(pages: Sequence[pikepdf.Page]) -> dict[int, tuple[int, ...]]:
    """Return to which pages, from 0, the links of each page lead; pages without links are left out."""
    numbers = {page.obj.objgen: at for at, page in enumerate(pages)}
    return {
        at: tuple(numbers[link.Dest[0].objgen] for link in _all(page.obj.Annots))
        for at, page in enumerate(pages)
        if Name.Annots in page.obj
    }


def relink(page: pikepdf.Page, found: Sequence[int], pages: Mapping[int, pikepdf.Page]) -> None:
    """Let the links of a page lead to other pages: link n to `pages[found[n]]`. One that leads nowhere goes."""
    kept = [
        pikepdf.Dictionary({**dict(link.items()), "/Dest": pikepdf.Array([pages[to].obj, Name.Fit])})
        for link, to in zip(_all(page.obj.Annots), found, strict=True)
        if to in pages
    ]
    page.obj.Annots = pikepdf.Array(kept)


def _all(found: Any) -> list[Any]:
    return list(found)


def _labelled(pdf: pikepdf.Pdf, labels: Sequence[str]) -> None:
    """Let a reader of PDFs call each page as it is numbered on paper: page 31 of a later file, 7–8 of a copy."""
    runs, before = list[Any](), 0
    for at, label in enumerate(labels):
        number = int(label) if label.isdecimal() else 0
        if not number:
            runs += [at, pikepdf.Dictionary(P=pikepdf.String(label))]
        elif not before or number != before + 1:
            runs += [at, pikepdf.Dictionary(S=Name.D, St=number)]
        before = number
    if runs:
        pdf.Root.PageLabels = pikepdf.Dictionary(Nums=pikepdf.Array(runs))


def saved(
    pdf: pikepdf.Pdf,
    items: Sequence[pikepdf.OutlineItem],
    title: str,
    locale: Locale,
    labels: Sequence[str] = (),
) -> bytes:
    """Return a PDF with an outline, page labels, a title and its language; the same bytes for the same pages."""
    _labelled(pdf, labels)
    with pdf.open_outline() as marks:
        marks.root.extend(items)
    pdf.docinfo["/Title"] = clean(title)
    pdf.Root.Lang = pikepdf.String(locale.language.replace("_", "-"))
    pdf.Root.PageMode = Name.UseOutlines
    pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
    out = BytesIO()
    pdf.save(out, deterministic_id=True)
    return out.getvalue()

"""Exhibits placed page by page, and the packet parted into files: only the picture at hand is ever decoded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
from msgspec import structs
from pikepdf import Name

from kyr_app.documents import captions_packet as captions
from kyr_app.documents.markup import clean
from kyr_app.documents.packet.layout import MARGIN, SAFE, SHEET, Kind, parted
from kyr_app.documents.pictures import page as pictures
from kyr_app.documents.pictures.place import places
from kyr_app.i18n.locale import Locale
from kyr_app.model.errors import InputError
from kyr_app.model.packet import WHOLE, Sheet, Tone
from kyr_app.model.text import N_, Words

if TYPE_CHECKING:
    from kyr_app.documents.packet.order import PacketOrder
    from kyr_app.documents.packet.planned import Plan, Told

_SPARE = 0.96
"""How much of the largest file is planned for: lists of pages and marks take a little."""
_TRIES = 4


def filled(plan: Plan, job: PacketOrder, told: Told) -> pikepdf.Pdf:
    """Return the packet with everything in its place. Raise `Stopped`, or `PictureGone`."""
    pdf = pikepdf.open(BytesIO(plan.skeleton.pdf))
    try:
        for key, paper in plan.papers.items():
            _paper(pdf, plan.skeleton.starts[key], paper)
        for placed, at in plan.layout.pages():
            if placed.piece.kind is Kind.PICTURES:
                told.ask()
                sheet = job.parts[placed.piece.place].exhibit.sheets[at]
                _picture(pdf, placed.first - 1 + at, job.picture(sheet.picture), sheet, colour=job.colour)
                told.step()
    except BaseException:
        pdf.close()
        raise
    return pdf


def _paper(pdf: pikepdf.Pdf, start: int, paper: Any) -> None:
    """Draw the pages of a paper of ours on empty pages; its text stays text."""
    with pikepdf.open(BytesIO(paper.pdf)) as own:
        for at, box in enumerate(paper.boxes):
            pdf.pages[start + at].add_overlay(own.pages[at], pikepdf.Rectangle(*box))


def _picture(pdf: pikepdf.Pdf, number: int, picture: bytes, sheet: Sheet, *, colour: bool) -> None:
    """Place a picture inside the margins, in the middle; never so large that its pixels show."""
    image = _image(pdf, picture, sheet, colour=colour)
    wide, high = places(int(image.Width), int(image.Height), SAFE)
    x = (SHEET[0] - wide) / 2
    y = SHEET[1] - MARGIN - (SAFE[1] - high) / 2 - high
    page = pdf.pages[number]
    name = page.add_resource(image, Name.XObject)
    page.contents_add(f"q {wide:.3f} 0 0 {high:.3f} {x:.3f} {y:.3f} cm {name} Do Q".encode(), prepend=True)


def _image(pdf: pikepdf.Pdf, picture: bytes, sheet: Sheet, *, colour: bool) -> pikepdf.Stream:
    common: dict[str, Any] = {"Type": Name.XObject, "Subtype": Name.Image}
    if sheet.tone is Tone.BLACK_WHITE:
        bits = pictures.bits(picture, sheet)
        return pikepdf.Stream(
            pdf,
            bits.g4,
            **common,
            Width=bits.width,
            Height=bits.height,
            ColorSpace=Name.DeviceGray,
            BitsPerComponent=1,
            Filter=Name.CCITTFaxDecode,
            DecodeParms=pikepdf.Dictionary(K=-1, Columns=bits.width, Rows=bits.height, BlackIs1=False),
        )
    if not colour and sheet.tone is Tone.AS_IS:
        sheet = structs.replace(sheet, tone=Tone.GREY)
    made = picture if _ready(picture, sheet) else pictures.page(picture, sheet)
    wide, high = pictures.size(made)
    space = Name.DeviceGray if _channels(made) == 1 else Name.DeviceRGB
    return pikepdf.Stream(
        pdf,
        made,
        **common,
        Width=wide,
        Height=high,
        ColorSpace=space,
        BitsPerComponent=8,
        Filter=Name.DCTDecode,
    )


def _ready(picture: bytes, sheet: Sheet) -> bool:
    """Return whether a picture is what is wanted as it came in: it is not decoded and written again."""
    if sheet.corners != WHOLE or sheet.turn % 4 or sheet.tilt:
        return False
    if sheet.tone is not Tone.AS_IS and not (sheet.tone is Tone.GREY and _channels(picture) == 1):
        return False
    wide, high = pictures.size(picture)
    return wide <= pictures.PAPER[0] and high <= pictures.PAPER[1] and _channels(picture) in {1, 3}


def _channels(jpeg: bytes) -> int:
    """Return how many colours a JPEG has: from its frame header, without decoding it; 0 where there is none."""
    at = 2
    while at + 9 < len(jpeg) and jpeg[at] == 0xFF:
        marker = jpeg[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            return jpeg[at + 9]
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
    return 0


# Marks and links


def outlined(pdf: pikepdf.Pdf, plan: Plan, locale: Locale, start: int, end: int) -> None:
    """Put in the outline of the pages from `start` to `end`, from 0, without the last."""
    with pdf.open_outline() as outline:
        for title, page, deep in _marks(plan, locale):
            if start <= page < end:
                item = pikepdf.OutlineItem(clean(title), page - start, "Fit")
                under = outline.root[-1].children if deep and outline.root else outline.root
                under.append(item)
    pdf.Root.PageMode = Name.UseOutlines


_NAMES: dict[Kind, Words] = {
    Kind.COVER: captions.COVER,
    Kind.INDEX: captions.INDEX,
    Kind.COUNTRY: captions.COUNTRY,
    Kind.ENGLISH: captions.ENGLISH,
    Kind.CERTIFICATE: captions.CERTIFICATE,
    Kind.ORDER: captions.ORDER,
    Kind.SERVICE: captions.SERVICE,
}


def _marks(plan: Plan, locale: Locale) -> Iterator[tuple[str, int, bool]]:
    for each in plan.layout.placed:
        piece = each.piece
        if piece.kind is Kind.TAB:
            entry = plan.entries[piece.place]
            title = locale.render(entry.title or captions.NO_TITLE)
            yield f"{entry.letter}. {title}", each.first - 1, False
        elif piece.kind in _NAMES:
            yield locale.render(_NAMES[piece.kind]), each.first - 1, piece.place >= 0


# Files


def parts(pdf: pikepdf.Pdf, plan: Plan, job: PacketOrder) -> tuple[bytes, ...]:
    """Return the packet in files of at most `job.most` bytes. Raise `InputError` where a page alone is larger."""
    sizes = _sizes(pdf)
    room = int(job.most * _SPARE)
    for _ in range(_TRIES):
        ranges = parted(sizes, plan.layout.starts, room)
        made = tuple(_part(pdf, plan, job.locale, start, end) for start, end in ranges)
        over = [at for at, each in enumerate(made) if len(each) > job.most]
        if not over:
            return made
        if any(ranges[at][1] - ranges[at][0] == 1 for at in over):
            break
        room = int(room * job.most / max(len(each) for each in made) * _SPARE)
    raise InputError(
        N_("One page alone is larger than the size you chose for a file."),
        N_("Choose a larger size, or make that page black and white."),
    )


def _sizes(pdf: pikepdf.Pdf) -> list[int]:
    """Return about how many bytes each page takes; what several pages share counts where it comes first."""
    seen: set[tuple[int, int]] = set()
    return [
        600 + _bytes(page.obj.get(Name.Contents), seen) + _bytes(page.obj.get(Name.Resources), seen)
        for page in pdf.pages
    ]


def _bytes(found: Any, seen: set[tuple[int, int]]) -> int:
    if not isinstance(found, pikepdf.Object) or found.objgen in seen:
        return 0
    if found.objgen != (0, 0):
        seen.add(found.objgen)
    used = 0
    if isinstance(found, pikepdf.Stream):
        used += len(found.read_raw_bytes())
        found = found.stream_dict
    if isinstance(found, pikepdf.Dictionary):
        return used + sum(_bytes(each, seen) for key, each in found.items() if key != "/Parent")
    if isinstance(found, pikepdf.Array):
        return used + sum(_bytes(each, seen) for each in found)
    return used


def _part(pdf: pikepdf.Pdf, plan: Plan, locale: Locale, start: int, end: int) -> bytes:
    """Return some pages as a file of its own, with the marks and the links that stay in it."""
    with pikepdf.new() as made:
        made.pages.extend(pdf.pages[start:end])
        targets = {
            f"/{key}": page - start for key, page in plan.skeleton.starts.items() if start <= page < end
        }
        for page in made.pages:
            _relinked(made, page, targets)
        outlined(made, plan, locale, start, end)
        made.docinfo["/Title"] = clean(locale.render(captions.PACKET))
        made.Root.Lang = pikepdf.String(locale.language.replace("_", "-"))
        made.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        out = BytesIO()
        made.save(out, deterministic_id=True)
    return out.getvalue()


def _relinked(pdf: pikepdf.Pdf, page: pikepdf.Page, targets: dict[str, int]) -> None:
    """Let links lead to pages of this file, and take those away that lead to another."""
    if Name.Annots not in page.obj:
        return
    kept: list[Any] = []
    for link in _all(page.obj.Annots):
        target = targets.get(str(link.get(Name.Dest, "")))
        if target is not None:
            link.Dest = pikepdf.Array([pdf.pages[target].obj, Name.Fit])
            kept.append(link)
    page.obj.Annots = pikepdf.Array(kept)


def _all(found: Any) -> Sequence[Any]:
    return list(found)

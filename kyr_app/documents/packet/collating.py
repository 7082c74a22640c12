"""Whole sets of a packet, one after another: a slip sheet, the packet, and with the family's own the copy to read."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
from msgspec import structs
from pikepdf import Name
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, Spacer

from kyr_app.content.tokens import theme
from kyr_app.documents import captions_packet as captions
from kyr_app.documents import fonts
from kyr_app.documents.markup import clean
from kyr_app.documents.packet import assembling
from kyr_app.documents.packet.draw import skeleton
from kyr_app.documents.packet.layout import Kind, Piece
from kyr_app.documents.sheet_job import DRAWING, Progress
from kyr_app.documents.voice import voices
from kyr_app.model.text import Words

if TYPE_CHECKING:
    from kyr_app.documents.packet.order import SetsOrder

_DOWN = 150.0
"""Points from the margin at the top to the first words of a slip sheet."""


def sets(job: SetsOrder, progress: Progress | None) -> bytes:
    """Return all sets. Pages are kept once, however many sets there are. Raise as the packet does."""
    packet = assembling.whole(job.packet, progress)
    copy = b""
    if job.sets.reading and job.sets.own:
        copy = assembling.whole(structs.replace(job.packet, reading=True), progress)
    with pikepdf.open(BytesIO(packet)) as filed:
        own = len(filed.pages)
        slips = _slips(job, own)
        with pikepdf.open(BytesIO(slips)) as slip, pikepdf.new() as made:
            _collated(made, slip, filed, copy, job)
            made.docinfo["/Title"] = clean(job.locales[0].render(job.title))
            made.Root.Lang = pikepdf.String(job.locales[0].language.replace("_", "-"))
            made.Root.PageMode = Name.UseOutlines
            out = BytesIO()
            made.save(out, deterministic_id=True)
    return out.getvalue()


def _whose(job: SetsOrder) -> list[Words]:
    return [who for who, count in job.sets.to() for _ in range(count)]


def _collated(made: pikepdf.Pdf, slips: pikepdf.Pdf, filed: pikepdf.Pdf, copy: bytes, job: SetsOrder) -> None:
    whose, say = _whose(job), job.locales[0].render
    marks: list[tuple[str, int]] = []
    made.pages.extend(filed.pages)
    own = len(made.pages)
    if copy:
        with pikepdf.open(BytesIO(copy)) as reading:
            made.pages.extend(reading.pages)
    more = len(made.pages) - own
    made.pages.extend(slips.pages)
    for page in made.pages:
        if Name.Annots in page.obj:
            del page.obj.Annots  # a link cannot know in which of the sets it stands
    pages = list(made.pages)
    order: list[Any] = []
    for at, who in enumerate(whose):
        marks.append((f"{say(captions.one_set(at + 1, len(whose)))} · {say(who)}", len(order)))
        order += [pages[own + more + at], *pages[:own]]
        if who is captions.YOURS:
            order += pages[own : own + more]
    count = len(made.pages)
    made.pages.extend(order)
    del made.pages[:count]
    with made.open_outline() as outline:
        outline.root.extend(pikepdf.OutlineItem(clean(title), page, "Fit") for title, page in marks)


def _slips(job: SetsOrder, pages: int) -> bytes:
    whose = _whose(job)
    pieces = [Piece(Kind.TAB, at) for at in range(len(whose))]
    voice = voices(job.locales[:1], theme().paper.body)[0]
    with DRAWING:
        flows = {
            piece.key: _slip(voice, at, whose, pages, reading=job.sets.reading)
            for at, piece in enumerate(pieces)
        }
        title = job.locales[0].render(job.title)
        return skeleton(pieces, flows, (), title, voice.tag).pdf


def _slip(voice: Any, at: int, whose: list[Words], pages: int, *, reading: bool) -> list[Any]:
    body = theme().paper.body
    large = ParagraphStyle(
        "large", parent=voice.styles.title, alignment=TA_CENTER, fontSize=body * 2.5, leading=body * 3.2
    )
    plain = ParagraphStyle("plain", parent=voice.styles.text, alignment=TA_CENTER, fontName=fonts.TEXT)
    mine = whose[at] is captions.YOURS
    told = [captions.one_set(at + 1, len(whose)), captions.sheets(pages), captions.SLIP, captions.SLIP_SIGN]
    told += [captions.SLIP_YOURS] if mine else []
    told += [captions.WITH_COPY] if mine and reading else []
    return [
        Spacer(1, _DOWN),
        Paragraph(voice.marked(whose[at]), large),
        *(Paragraph(voice.marked(each), plain) for each in told),
    ]

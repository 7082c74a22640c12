"""Whole sets of a packet, one after another: a slip sheet, the packet, and with the family's own the copy to read."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

import pikepdf
from msgspec import structs
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Spacer

from kyr_app.content.tokens import theme
from kyr_app.documents.packet import assembling, captions, marks, merge
from kyr_app.documents.packet.draw import drawn
from kyr_app.documents.packet.layout import Kind, Piece, laid
from kyr_app.documents.packet.paging import leaves
from kyr_app.documents.packet.planned import Plan, Told
from kyr_app.documents.sheet_job import DRAWING, Progress
from kyr_app.documents.typesetting import fonts
from kyr_app.documents.typesetting.markup import clean
from kyr_app.documents.typesetting.prose import Paragraph
from kyr_app.documents.typesetting.voice import voices
from kyr_app.i18n.locale import Locale
from kyr_app.model.packet import Sheet
from kyr_app.model.text import Words

if TYPE_CHECKING:
    from kyr_app.documents.packet.order import SetsOrder

_DOWN = 150.0
"""Points from the margin at the top to the first words of a slip sheet."""


def sets(job: SetsOrder, progress: Progress | None) -> bytes:
    """Return all sets. Pictures are kept once, however many sets there are. Raise as the packet does."""
    orders = [job.packet]
    if job.sets.reading and job.sets.own:
        orders.append(structs.replace(job.packet, reading=True))
    told = Told(progress, sum(assembling.steps(each) for each in orders))
    locale, images, ours = job.locales[0], dict[Sheet, pikepdf.Stream](), list[_Ours]()
    with pikepdf.new() as made:
        for each in orders:
            plan = assembling.plan(each, told)
            ours.append(_Ours(plan, each.locale, *_added(made, assembling.skeleton(each, plan))))
            merge.fill(made, ours[-1].pages, plan, each, told=told, images=images)
        slips, _ = _added(made, _slips(job, ours[0].plan.layout.total))
        items = _collated(made, slips, ours, job)
        return marks.saved(made, items, locale.render(job.title), locale)


class _Ours(NamedTuple):
    """A packet among the pages: what it was made by, in which language, its pages, and where their links lead."""

    plan: Plan
    locale: Locale
    pages: list[pikepdf.Page]
    leads: dict[int, tuple[int, ...]]


def _added(made: pikepdf.Pdf, pdf: bytes) -> tuple[list[pikepdf.Page], dict[int, tuple[int, ...]]]:
    """Put the pages of a PDF behind the others; return them there, and where their links lead."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        found, count = marks.leads(list(opened.pages)), len(made.pages)
        made.pages.extend(opened.pages)
    return list(made.pages)[count:], found


def _whose(job: SetsOrder) -> list[Words]:
    return [who for who, count in job.sets.to() for _ in range(count)]


def _collated(
    made: pikepdf.Pdf, slips: Sequence[pikepdf.Page], ours: Sequence[_Ours], job: SetsOrder
) -> list[pikepdf.OutlineItem]:
    """Put the pages in the order of the sets. Return the outline: each set, and under it what is in it."""
    whose, say = _whose(job), job.locales[0].render
    order, items, begins = list[pikepdf.Page](), list[pikepdf.OutlineItem](), list[tuple[int, _Ours]]()
    for at, who in enumerate(whose):
        title = clean(f"{say(captions.one_set(at + 1, len(whose)))} · {say(who)}")
        items.append(pikepdf.OutlineItem(title, len(order), "Fit"))
        items[-1].is_closed = True
        order.append(slips[at])
        for each in ours if who is captions.YOURS else ours[:1]:
            inside = marks.outline(each.plan, each.locale, 0, len(each.pages), len(order))
            if each is not ours[0]:
                copy = pikepdf.OutlineItem(clean(say(captions.READING)), len(order), "Fit")
                copy.children.extend(inside)
                inside = [copy]
            items[-1].children.extend(inside)
            begins.append((len(order), each))
            order += each.pages
    count = len(made.pages)
    made.pages.extend(order)
    del made.pages[:count]
    _relinked(list(made.pages), begins)
    return items


def _relinked(pages: Sequence[pikepdf.Page], begins: Sequence[tuple[int, _Ours]]) -> None:
    """Let each link lead to the page of its own set."""
    for begin, each in begins:
        own = dict(enumerate(pages[begin : begin + len(each.pages)]))
        for at, to in each.leads.items():
            marks.relink(own[at], to, own)


def _slips(job: SetsOrder, pages: int) -> bytes:
    whose = _whose(job)
    pieces = [Piece(Kind.TAB, at) for at in range(len(whose))]
    voice = voices(job.locales[:1], theme().paper.body)[0]
    with DRAWING:
        made = {
            piece.key: leaves(_slip(voice, at, whose, pages, reading=job.sets.reading))
            for at, piece in enumerate(pieces)
        }
        title = job.locales[0].render(job.title)
        return drawn(laid(pieces), made, (), title, voice.tag)


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

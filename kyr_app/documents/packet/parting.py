"""A packet parted into files of at most so many bytes, between exhibits where that can be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pikepdf
from pikepdf import Name

from kyr_app.documents.packet import captions, marks
from kyr_app.documents.packet.layout import parted
from kyr_app.i18n.locale import Locale
from kyr_app.model.errors import InputError
from kyr_app.model.text import N_

if TYPE_CHECKING:
    from kyr_app.documents.packet.order import PacketOrder
    from kyr_app.documents.packet.planned import Plan

_SPARE = 0.96
"""How much of the largest file is planned for: lists of pages and marks take a little."""
_TRIES = 4


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
    found = marks.leads(list(pdf.pages))
    with pikepdf.new() as made:
        made.pages.extend(pdf.pages[start:end])
        pages = dict(enumerate(made.pages, start))
        for at, to in found.items():
            if at in pages:
                marks.relink(pages[at], to, pages)
        title = locale.render(captions.PACKET)
        items = marks.outline(plan, locale, start, end)
        return marks.saved(made, items, title, locale, plan.labels[start:end])

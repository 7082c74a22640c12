"""A packet put together: its own papers drawn, pages counted until the numbers stand still, then filled."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from msgspec import structs

from kyr_app.documents import captions_packet as captions
from kyr_app.documents.packet import own
from kyr_app.documents.packet.draw import Stamp, skeleton
from kyr_app.documents.packet.flows import Entry, Flows
from kyr_app.documents.packet.layout import PLACED, Kind, Layout, Piece, labels, laid
from kyr_app.documents.packet.planned import Plan, Told
from kyr_app.documents.sheet_job import DRAWING, Progress, SheetJob
from kyr_app.documents.template_job import TemplateJob
from kyr_app.model.template import Speaks

if TYPE_CHECKING:
    from kyr_app.documents.packet.order import PacketOrder, Part

_PASSES = 5
"""So often pages are counted anew: the index grows by its own page numbers at most once or twice."""


def pages(job: PacketOrder, progress: Progress | None) -> int:
    """Return how many pages a packet has. No picture is opened for it."""
    return plan(job, Told(progress, _steps(job))).layout.total


def whole(job: PacketOrder, progress: Progress | None) -> bytes:
    """Return the packet as one PDF. Raise `Stopped`, or `PictureGone` where a picture cannot be read."""
    from kyr_app.documents.packet import merge  # noqa: PLC0415 (it knows of this module)

    told = Told(progress, _steps(job))
    made = plan(job, told)
    with merge.filled(made, job, told) as pdf:
        merge.outlined(pdf, made, job.locale, 0, made.layout.total)
        out = BytesIO()
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


def files(job: PacketOrder, progress: Progress | None) -> tuple[bytes, ...]:
    """Return PDFs of at most `job.most` bytes. Raise as `whole`, and `InputError` where a page is larger."""
    from kyr_app.documents.packet import merge  # noqa: PLC0415

    if not job.most:
        return (whole(job, progress),)
    told = Told(progress, _steps(job))
    made = plan(job, told)
    with merge.filled(made, job, told) as pdf:
        return merge.parts(pdf, made, job)


def _steps(job: PacketOrder) -> int:
    return 3 + sum(max(1, len(each.exhibit.sheets)) for each in job.parts)


def plan(job: PacketOrder, told: Told) -> Plan:
    """Return all of a packet but its pictures. For a copy what is filed is counted first: it has those numbers."""
    filed = None
    if job.reading:
        filed = plan(structs.replace(job, reading=False), Told(None, 0)).layout
        told.ask()
    papers = {piece.key: made for piece, made in _papers(job, told)}
    entries = tuple(Entry(at, each.exhibit, each.title) for at, each in enumerate(job.parts))
    pieces = tuple(_pieces(entries, papers))
    with DRAWING:
        return _settled(job, entries, papers, pieces, filed)


def _papers(job: PacketOrder, told: Told) -> Iterable[tuple[Piece, own.Own]]:
    for kind, one in ((Kind.COVER, job.cover), (Kind.ORDER, job.order), (Kind.SERVICE, job.service)):
        if one is not None:
            yield Piece(kind), own.drawn(own.for_court(one, reading=job.reading), None)
            told.step()
    for place, part in enumerate(job.parts):
        made = _taken(part, reading=job.reading)
        if made is not None:
            yield Piece(Kind.PAPER, place), own.drawn(made, None)
            told.step()


def _taken(part: Part, *, reading: bool) -> SheetJob | None:
    """Return what is placed of a paper: for the copy its own, but not where what is filed holds the person's words."""
    whole = isinstance(part.filed, TemplateJob) and any(
        page.speaks is Speaks.WRITER for page in part.filed.template.sheets
    )
    return part.copy if reading and part.copy is not None and not whole else part.filed


def _pieces(entries: Sequence[Entry], papers: dict[str, own.Own]) -> Iterable[Piece]:
    def placed(kind: Kind, place: int = -1) -> Iterable[Piece]:
        one = Piece(kind, place)
        if one.key in papers:
            yield structs.replace(one, pages=papers[one.key].pages)

    yield from placed(Kind.COVER)
    yield Piece(Kind.INDEX)
    if any(each.exhibit.country for each in entries):
        yield Piece(Kind.COUNTRY)
    for each in entries:
        yield Piece(Kind.TAB, each.place)
        yield from placed(Kind.PAPER, each.place)
        if each.exhibit.sheets:
            yield Piece(Kind.PICTURES, each.place, len(each.exhibit.sheets))
        if each.certified:
            yield from (Piece(kind, each.place) for kind in (Kind.ENGLISH, Kind.CERTIFICATE))
    yield from placed(Kind.ORDER)
    yield from placed(Kind.SERVICE)


def _settled(
    job: PacketOrder,
    entries: tuple[Entry, ...],
    papers: dict[str, own.Own],
    pieces: tuple[Piece, ...],
    filed: Layout | None,
) -> Plan:
    """Draw our own pages until they take as many pages as their numbers say."""
    title, tag = job.locale.render(captions.PACKET), job.locale.language.replace("_", "-")
    for left in reversed(range(_PASSES)):
        layout = laid(pieces)
        found = labels(layout, filed) if filed is not None else tuple(map(str, range(1, layout.total + 1)))
        flows = Flows(job.locale, entries, layout, _shown(found))
        drawn = {each.key: flows.of(each) for each in pieces if each.kind not in PLACED}
        made = skeleton(pieces, drawn, _stamps(job, layout, found, entries), title, tag)
        counts = made.counts(pieces)
        again = tuple(structs.replace(each, pages=counts[each.key]) for each in pieces)
        if again == pieces or not left:
            return Plan(layout, papers, made, found, entries)
        pieces = again
    raise AssertionError


def _shown(found: Sequence[str]) -> Callable[[int], str]:
    return lambda number: found[number - 1]


def _stamps(
    job: PacketOrder, layout: Layout, numbers: Sequence[str], entries: Sequence[Entry]
) -> tuple[Stamp, ...]:
    say = job.locale.render
    middle = say(captions.COPY) if job.reading else ""
    return tuple(
        Stamp(
            say(captions.exhibit(entries[each.piece.place].letter)) if each.piece.place >= 0 else "",
            middle,
            number,
        )
        for (each, _), number in zip(layout.pages(), numbers, strict=True)
    )

"""A packet put together: its own papers drawn, pages counted until the numbers stand still, then filled."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
from msgspec import structs

from kyr_app.documents.packet import captions, draw, marks, merge, own, parting
from kyr_app.documents.packet.draw import Stamp
from kyr_app.documents.packet.flows import Entry, Flows
from kyr_app.documents.packet.layout import Kind, Layout, Piece, labels, laid
from kyr_app.documents.packet.paging import Leaf
from kyr_app.documents.packet.planned import Plan, Told
from kyr_app.documents.sheet_job import DRAWING, Progress, SheetJob
from kyr_app.documents.templates.job import TemplateJob
from kyr_app.model.template import Speaks

if TYPE_CHECKING:
    from kyr_app.documents.packet.order import PacketOrder, Part

_TURNS = 3
"""So often pages are counted freely: the index grows by its own page numbers at most once or twice."""


def pages(job: PacketOrder, progress: Progress | None) -> int:
    """Return how many pages a packet has. No picture is opened for it."""
    return plan(job, Told(progress, steps(job))).layout.total


@contextmanager
def filled(job: PacketOrder, progress: Progress | None) -> Iterator[tuple[pikepdf.Pdf, Plan]]:
    """Give the packet with everything in its place, and what it was made by. Raise `Stopped`, or `PictureGone`."""
    told = Told(progress, steps(job))
    made = plan(job, told)
    with pikepdf.open(BytesIO(skeleton(job, made))) as pdf:
        merge.fill(pdf, list(pdf.pages), made, job, told=told, images={})
        yield pdf, made


def whole(job: PacketOrder, progress: Progress | None) -> bytes:
    """Return the packet as one PDF. Raise `Stopped`, or `PictureGone` where a picture cannot be read."""
    with filled(job, progress) as (pdf, made):
        items = marks.outline(made, job.locale, 0, made.layout.total)
        return marks.saved(pdf, items, job.locale.render(captions.PACKET), job.locale, made.labels)


def files(job: PacketOrder, progress: Progress | None) -> tuple[bytes, ...]:
    """Return PDFs of at most `job.most` bytes. Raise as `whole`, and `InputError` where a page is larger."""
    if not job.most:
        return (whole(job, progress),)
    with filled(job, progress) as (pdf, made):
        return parting.parts(pdf, made, job)


def steps(job: PacketOrder) -> int:
    """Return of how many steps a packet tells."""
    return 3 + sum(max(1, len(each.exhibit.sheets)) for each in job.parts)


def plan(job: PacketOrder, told: Told) -> Plan:
    """Return all of a packet but its pictures. For a copy what is filed is counted first: it has those numbers."""
    filed = None
    if job.reading:
        filed = plan(structs.replace(job, reading=False), Told(None, 0)).layout
        told.ask()
    ours, papers = dict[str, tuple[Leaf, ...]](), dict[str, own.Own]()
    for piece, made in _papers(job):
        with DRAWING:
            pages = own.set_pages(made)
        if pages is None:
            papers[piece.key] = own.drawn(made, None)
        else:
            ours[piece.key] = pages
        told.step()
    entries = tuple(Entry(at, each.exhibit, each.title) for at, each in enumerate(job.parts))
    counts = {key: each.pages for key, each in papers.items()} | {
        key: len(each) for key, each in ours.items()
    }
    pieces = tuple(_pieces(entries, counts))
    with DRAWING:
        return structs.replace(_settled(job, entries, ours, pieces, filed), papers=papers)


def skeleton(job: PacketOrder, made: Plan) -> bytes:
    """Return the pages of a packet with what is our own on them, each drawn once; the others wait to be filled."""
    title, tag = job.locale.render(captions.PACKET), job.locale.language.replace("_", "-")
    with DRAWING:
        return draw.drawn(made.layout, made.leaves, _stamps(job, made), title, tag)


def _papers(job: PacketOrder) -> Iterable[tuple[Piece, SheetJob]]:
    for kind, one in ((Kind.COVER, job.cover), (Kind.ORDER, job.order), (Kind.SERVICE, job.service)):
        if one is not None:
            yield Piece(kind), own.for_court(one, reading=job.reading)
    for place, part in enumerate(job.parts):
        made = _taken(part, reading=job.reading)
        if made is not None:
            yield Piece(Kind.PAPER, place), made


def _taken(part: Part, *, reading: bool) -> SheetJob | None:
    """Return what is placed of a paper: for the copy its own, but not where what is filed holds the person's words."""
    whole = isinstance(part.filed, TemplateJob) and any(
        page.speaks is Speaks.WRITER for page in part.filed.template.sheets
    )
    return part.copy if reading and part.copy is not None and not whole else part.filed


def _pieces(entries: Sequence[Entry], counts: Mapping[str, int]) -> Iterable[Piece]:
    def placed(kind: Kind, place: int = -1) -> Iterable[Piece]:
        one = Piece(kind, place)
        if one.key in counts:
            yield structs.replace(one, pages=counts[one.key])

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
    ours: Mapping[str, tuple[Leaf, ...]],
    pieces: tuple[Piece, ...],
    filed: Layout | None,
) -> Plan:
    """Set our own pages until they take as many pages as their numbers say. Nothing is drawn meanwhile.

    What tells no numbers is set once, the tabs once the index stands still. From the third time on pages are only
    added, so that it ends.
    """
    steady = [each for each in pieces if each.kind in {Kind.ENGLISH, Kind.CERTIFICATE}]
    flows = Flows(job.spoken, entries, laid(pieces), str)
    kept = {**ours, **{each.key: flows.of(each) for each in steady}}
    pieces, turn = _counted(pieces, kept, grow=False), 0
    while True:
        layout, turn = laid(pieces), turn + 1
        found = labels(layout, filed) if filed is not None else tuple(map(str, range(1, layout.total + 1)))
        flows, made = Flows(job.spoken, entries, layout, _shown(found)), dict(kept)
        for kinds in ({Kind.INDEX, Kind.COUNTRY}, {Kind.TAB}):
            made |= {each.key: flows.of(each) for each in pieces if each.kind in kinds}
            again = _counted(pieces, made, grow=turn >= _TURNS)
            if again != pieces:
                break
        else:
            return Plan(layout, {}, made, found, entries)
        pieces = again


def _counted(
    pieces: tuple[Piece, ...], made: Mapping[str, Sequence[Leaf]], *, grow: bool
) -> tuple[Piece, ...]:
    """Return the pieces with as many pages as they take."""

    def count(each: Piece) -> int:
        own = len(made.get(each.key, ())) or each.pages
        return max(own, each.pages) if grow else own

    return tuple(structs.replace(each, pages=count(each)) for each in pieces)


def _shown(found: Sequence[str]) -> Callable[[int], str]:
    return lambda number: found[number - 1]


def _stamps(job: PacketOrder, made: Plan) -> tuple[Stamp, ...]:
    say = job.locale.render
    middle = say(captions.COPY) if job.reading else ""
    lefts = {each.place: say(captions.exhibit(each.letter)) for each in made.entries}
    return tuple(
        Stamp(lefts.get(each.piece.place, ""), middle, number)
        for (each, _), number in zip(made.layout.pages(), made.labels, strict=True)
    )

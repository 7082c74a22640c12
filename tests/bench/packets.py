"""Rows of the table: a packet put together, against qpdf and img2pdf joining the same pages, and the work on photos."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from kyr_app import places
from kyr_app.content.library import Library, load
from kyr_app.documents.packet.job import PacketJob
from kyr_app.documents.pictures.ready import ready
from kyr_app.documents.worker import api as worker
from kyr_app.model.packet import Sheet, Tone
from kyr_app.session.making import packet as packet_making
from kyr_app.session.session import Session
from tests.bench import peers
from tests.bench.measure import Row, in_turn
from tests.unit.packet import looking, material, pictures

RUNS = 9
TIMES = 2
"""The bar: so many times what the bare joining of the same pages takes."""
PAGES = 2
"""Photos of one exhibit, where cost is followed as a packet grows."""
PHOTOS, SORTS = 60, 5
CAMERA = (3024, 4032)
"""Pixels of a telephone's photo."""
QPDF = "qpdf joining the same pages, each exhibit a file"


def work(count: int, library: Library | None = None) -> Callable[[], bytes]:
    """Return what puts a packet of so many exhibits together, as they are once their photos are ready."""
    photos = [pictures.jpeg(pictures.paper(f"Persona de Ejemplo {at}")) for at in range(PAGES)]
    return _job([photos] * count, library or load(places.pack())).run


def _job(exhibits: Sequence[Sequence[bytes]], library: Library) -> PacketJob:
    """Return the job of a packet of exhibits, each some pictures as they are kept; all of them made ready."""
    session = Session(library=library, today=dt.date(2026, 11, 25))
    for at, each in enumerate(exhibits, 1):
        names = session.packet._album.keep(each)
        packet, made = session.packet.packet.with_new(names)
        session.packet.use(packet, "brought")
        session.packet.describe(made.number, title=f"Report {at} of Persona de Ejemplo", language="en")
    job = packet_making.job(session)
    session.packet.ready.wait()
    return job


def rows() -> Iterator[Row]:
    """Yield the rows."""
    library = load(places.pack())
    pdfs = [_brought(make()) for make, _ in material.PDFS.values()]
    sorts = list(material.PHOTOS.values())[:SORTS]
    photos = [[_brought(make())[0]] for make in sorts] * (PHOTOS // SORTS)
    yield from _packet("The smallest packet: one photo", photos[:1], library)
    yield from _packet(f"{len(pdfs)} PDFs", pdfs, library)
    yield from _packet(f"{PHOTOS} photos and {len(pdfs)} PDFs", [*photos, *pdfs], library, cold=True)
    yield from _photo()


def _brought(data: bytes) -> list[bytes]:
    return [each.jpeg for each in worker.render(data)]


def _packet(
    what: str, exhibits: Sequence[Sequence[bytes]], library: Library, *, cold: bool = False
) -> Iterator[Row]:
    """Yield a packet against qpdf, and its pictures alone against img2pdf; with `cold` also with nothing made ready."""
    job = _job(exhibits, library)
    made = job.run()
    pages = sum(len(each) for each in exhibits)
    about = f"{what}, {pages} pages of exhibits: cover, index, tabs, numbers, links, marks, in one file"
    with tempfile.TemporaryDirectory() as name:
        if shutil.which("qpdf"):
            files = map(str, looking.apart(made, Path(name)))
            command = ["qpdf", "--empty", "--pages", *files, "--", f"{name}/whole.pdf"]
            found = in_turn(RUNS, ours=job.run, qpdf=lambda: subprocess.run(command, check=True))
            yield Row(what=about, ours=found["ours"], peer=QPDF, theirs=found["qpdf"], times=TIMES)
        else:
            found = in_turn(RUNS, ours=job.run)
            yield Row(what=about, ours=found["ours"], peer=QPDF, missing="no qpdf here")
        if cold:
            yield _pictures(exhibits, found["ours"], Path(name))
            yield _unready(exhibits, library)


def _pictures(exhibits: Sequence[Sequence[bytes]], ours: tuple[float, ...], folder: Path) -> Row:
    """Return the same packet against the pictures alone, as pages without anything on them."""
    paths = []
    for at, each in enumerate(each for one in exhibits for each in one):
        paths.append(str(folder / f"{at}.jpg"))
        Path(paths[-1]).write_bytes(ready(each, Sheet("", tone=Tone.GREY)).data)
    told = {"pictures": paths, "runs": RUNS}
    theirs, why = peers.tried(lambda: peers.run("pictures", told_to=told))
    return Row(
        what="The same packet, against its pictures alone",
        ours=ours,
        peer=f"{peers.named('img2pdf')}, the same JPEGs, a page each",
        theirs=tuple(theirs or ()),
        missing=why,
    )


def _unready(exhibits: Sequence[Sequence[bytes]], library: Library) -> Row:
    """Return the same packet where no picture was made ready before it is put together."""

    def run() -> bytes:
        sheets = {each: ready(kept[each.picture], each) for each in wanted}
        return bytes(job.run()) if sheets else b""

    job = _job(exhibits, library)
    kept = {str(at): each for at, each in enumerate(each for one in exhibits for each in one)}
    wanted = [Sheet(name, tone=Tone.GREY) for name in kept]
    return Row(
        what="The same packet, where no picture was made ready ahead of time",
        ours=in_turn(3, ours=run)["ours"],
    )


# Photos


def _photo() -> Iterator[Row]:
    """Yield what a photo costs, for each megapixel of it: to come in, and to be made ready for paper in each tone."""
    seen = pictures.jpeg(pictures.on_table(CAMERA), quality=85)
    size = CAMERA[0] * CAMERA[1] / 1e6
    taken = in_turn(3, ours=lambda: worker.render(seen))["ours"]
    unit = "ms a megapixel"
    yield Row(
        what=f"A photo of {size:.0f} megapixels comes in, through a limited process of its own",
        ours=tuple(each / size for each in taken),
        unit=unit,
        digits=1,
    )
    kept = worker.render(seen)[0]
    size = kept.width * kept.height / 1e6
    for tone in (Tone.GREY, Tone.CLEAR, Tone.BLACK_WHITE):
        for corners, told in ((Sheet("").corners, "whole"), (pictures.QUAD, "cut to four corners")):
            sheet = Sheet("", corners, tone=tone)
            found = in_turn(5, ours=lambda sheet=sheet: ready(kept.jpeg, sheet))["ours"]  # type: ignore[misc]
            what = f"That photo made ready for paper: {tone.value}, {told}"
            yield Row(what=what, ours=tuple(each / size for each in found), unit=unit, digits=1)

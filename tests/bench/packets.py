"""Rows of the table: a packet of exhibits, against qpdf joining the same pages. The packet is fetched late."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from importlib import import_module
from io import BytesIO
from pathlib import Path

import pikepdf

from kyr_app import places
from kyr_app.content.library import Library, load
from kyr_app.session.session import Session
from tests.bench.measure import Missing, Row, in_turn
from tests.unit.packet import pictures

RUNS = 3
EXHIBITS = 12
PAGES = 2
"""Photos of one exhibit."""


def work(count: int, library: Library | None = None) -> Callable[[], bytes]:
    """Return what puts a packet of so many exhibits together. Raise `Missing` where this program cannot yet."""
    try:
        making = import_module("kyr_app.session.packet_making")
        import_module("kyr_app.documents.packet.assembling")
    except ImportError as error:
        raise Missing("not built") from error
    session = Session(library=library or load(places.pack()), today=dt.date(2026, 11, 25))
    photos = [pictures.jpeg(pictures.paper(f"Persona de Ejemplo {at}")) for at in range(PAGES)]
    for _ in range(count):
        names = session.packet._album.keep(photos)
        packet, _exhibit = session.packet.packet.with_new(names)
        session.packet.use(packet, "brought")
    job = making.job(session)
    return lambda: bytes(job.run())


def rows() -> Iterator[Row]:
    """Yield the rows."""
    peer = "qpdf joining the same pages, one file an exhibit"
    what = f"Packet of {EXHIBITS} exhibits, {EXHIBITS * PAGES} photos"
    try:
        ours = work(EXHIBITS)
    except Missing as why:
        yield Row(what=what, peer=peer, missing=str(why))
        return
    made = ours()
    if not shutil.which("qpdf"):
        yield Row(what=what, ours=in_turn(RUNS, ours=ours)["ours"], peer=peer, missing="no qpdf here")
        return
    with tempfile.TemporaryDirectory() as name:
        parts = _parted(made, Path(name))
        command = ["qpdf", "--empty", "--pages", *parts, "--", f"{name}/whole.pdf"]
        found = in_turn(RUNS, ours=ours, qpdf=lambda: subprocess.run(command, check=True))
    with pikepdf.open(BytesIO(made)) as pdf:
        count = len(pdf.pages)
    yield Row(
        what=f"{what}, {count} pages: pictures made ready, labels, index, cover, one file",
        ours=found["ours"],
        peer=peer,
        theirs=found["qpdf"],
    )


def _parted(made: bytes, folder: Path) -> list[str]:
    """Return the files of a packet taken apart."""
    paths = []
    with pikepdf.open(BytesIO(made)) as pdf:
        for at in range(0, len(pdf.pages), PAGES):
            part = pikepdf.new()
            part.pages.extend(pdf.pages[at : at + PAGES])
            paths.append(str(folder / f"{at}.pdf"))
            part.save(paths[-1])
    return paths

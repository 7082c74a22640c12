"""Rows of the table: a handout, and a thousand pages, against the same words in other makers of papers."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import cycle
from pathlib import Path
from typing import Any

import pikepdf
import reportlab

from kyr_app import places
from kyr_app.content.library import Library, load
from kyr_app.content.search import Index
from kyr_app.content.tokens import theme
from kyr_app.documents.lessons.job import HandoutJob
from kyr_app.documents.typesetting.voice import voices
from tests.bench import alone, docx, peers
from tests.bench.measure import PROCESSOR, Missing, Row, in_turn, ours, timed
from tests.unit.documents import bare
from tests.unit.documents.paper import job

RUNS = 9
SLOW_RUNS = 3
BATCH = 1000
"""Pages of the batch."""
QUESTIONS = ("niños", "asylum", "proteccion", "apelacion corte", "medicina", "birth certificate")
ALONE = f"ReportLab {reportlab.Version} platypus alone, same words"


def rows() -> Iterator[Row]:
    """Yield the rows."""
    library = load(places.pack())
    yield from _search(library)
    yield from _handout(library)
    yield from _batch(library)
    yield from _thousand()


def _search(library: Library) -> Iterator[Row]:
    everything = [text for lesson in library.lessons.values() for text in _texts(lesson.points)]
    index = Index(library)

    def scan() -> None:
        for question in QUESTIONS:
            words = question.split()
            [text for text in everything if all(word in text.casefold() for word in words)]

    found = in_turn(
        RUNS,
        PROCESSOR,
        build=lambda: Index(library),
        ours=lambda: [index.find(each) for each in QUESTIONS],
        scan=scan,
    )
    yield Row(what="Index of all lessons, built with the first search", ours=found["build"], most=50)
    each = [tuple(one / len(QUESTIONS) for one in found[which]) for which in ("ours", "scan")]
    peer = "plain Python: `in` over the lessons' texts, nothing ranked, accents not forgiven"
    yield Row(what="A search", ours=each[0], digits=2, peer=peer, theirs=each[1], most=5)


def _texts(value: Any) -> Iterator[str]:
    """Yield the Spanish and English of everything in a value."""
    if hasattr(value, "es") and hasattr(value, "en"):
        yield from (value.es, value.en)
    elif isinstance(value, (tuple, list)):
        for each in value:
            yield from _texts(each)
    elif hasattr(value, "__struct_fields__"):
        for name in value.__struct_fields__:
            yield from _texts(getattr(value, name))


def pages(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    with pikepdf.open(BytesIO(pdf)) as paper:
        return len(paper.pages)


Words = list[tuple[str, Any]]


def words(work: HandoutJob) -> Words:
    """Return the words of a handout with their styles, without what runs at the head and foot of pages."""
    return [each for each in bare._recorded(work) if each[1].name != "running"]


def _plain(body: Words) -> list[tuple[str, float, float, bool]]:
    from reportlab.platypus import Paragraph  # noqa: PLC0415

    return [
        (
            Paragraph(text, style).getPlainText(),
            style.fontSize,
            style.leading,
            "bold" in style.fontName.lower(),
        )
        for text, style in body
    ]


def _handout(library: Library) -> Iterator[Row]:
    """Yield the handout a page, because a handout has pictures and sources and so more pages than its words alone."""
    work = job(library.lessons["turn-in"], library=library)
    body = words(work)
    small = voices(work.locales, theme().paper.body)[0].styles.running
    title = work.locales[0].render(work.title)
    count, fewer = pages(work.run()), pages(bare._bare(body))
    found = in_turn(
        RUNS,
        PROCESSOR,
        ours=work.run,
        alone=lambda: bare._bare(body),
        numbered=lambda: alone.numbered(body, title, small),
    )
    here = tuple(each / count for each in found["ours"])
    what = f"Handout of {count} pages, a page"
    yield Row(
        what=what,
        ours=here,
        digits=1,
        peer=f"{ALONE} ({fewer} pages)",
        theirs=tuple(each / fewer for each in found["alone"]),
        times=1.3,
    )
    whole = "The whole handout"
    yield Row(what=whole, ours=found["ours"], peer=ALONE, theirs=found["alone"], times=1.3)
    peer = f"{ALONE}, with a header and *page n of N* at the foot"
    yield Row(what=whole, ours=found["ours"], peer=peer, theirs=found["numbered"])
    for name in ("weasyprint", "fpdf2"):
        told = {"words": _plain(body), "fonts": _fonts(), "runs": SLOW_RUNS}
        theirs, why = peers.tried(lambda name=name, told=told: peers.run("papers", name, told_to=told))
        each = tuple(ms / theirs["pages"] for ms in theirs["ms"]) if theirs else ()
        peer = f"{peers.named(name)}, same words" + (f" ({theirs['pages']} pages)" if theirs else "")
        yield Row(what=what, ours=here, digits=1, peer=peer, theirs=each, missing=why)
    theirs, why = peers.tried(lambda: _office(_plain(body)))
    each, far = theirs or ((), 0)
    peer = "LibreOffice, the same words from a .docx" + (f" ({far} pages)" if far else "")
    yield Row(what=what, ours=here, digits=1, peer=peer, theirs=each, missing=why)


def _fonts() -> dict[str, str]:
    files = places.font_files()
    return {style: str(files[style]) for style in ("regular", "bold")}


def _office(body: Sequence[tuple[str, float, float, bool]]) -> tuple[tuple[float, ...], int]:
    """Return milliseconds a page of an office program, and its pages. Raise `Missing` where there is none."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise Missing("no LibreOffice here")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "paper.docx").write_bytes(docx.made(body))
        command = [
            program,
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            "pdf",
        ]
        command += ["--outdir", name, str(folder / "paper.docx")]
        spent = [timed(lambda: subprocess.run(command, capture_output=True, check=False)) for _ in range(4)]
        made = folder / "paper.pdf"
        if not made.exists():
            raise Missing("LibreOffice made nothing")
        count = pages(made.read_bytes())
    return tuple(each / count for each in spent[1:]), count


def _batch(library: Library) -> Iterator[Row]:
    """Yield the batch: every lesson in one language and in two, until there are enough pages.

    Each handout of ours is followed by the same words alone, so that noise falls on both.
    """
    asked = [
        (lesson, each) for lesson in library.lessons.values() for each in (("es",), ("en",), ("es", "en"))
    ]
    here, there, total = [], [], 0
    for lesson, languages in cycle(asked):
        work = job(lesson, library=library, languages=languages)
        body, made = words(work), []
        spent = timed(lambda work=work, made=made: made.append(work.run()), PROCESSOR)
        count = pages(made[0])
        total += count
        here.append((count, spent))
        made.clear()
        spent = timed(lambda body=body, made=made: made.append(bare._bare(body)), PROCESSOR)
        there.append((pages(made[0]), spent))
        if total >= BATCH:
            break
    fewer = sum(count for count, _ in there)
    what = f"Batch: {len(here)} handouts, {total:,} pages"
    peer = f"{ALONE}, {fewer:,} pages"
    rates = _rates(here), _rates(there)
    yield Row(what=what, ours=rates[0], unit="pages/s", peer=peer, theirs=rates[1], times=1.125, least=40)
    whole = [(sum(ms for _, ms in made) / 1000,) for made in (here, there)]
    yield Row(what=f"{what}, all of it", ours=whole[0], unit="s", digits=1, peer=peer, theirs=whole[1])


def _thousand() -> Iterator[Row]:
    """Yield what one file of a thousand pages takes, each maker in a process of its own."""
    made, theirs = (ours("thousand", which) for which in ("ours", "alone"))
    what, peer = f"One file of {made['pages']:,} pages", f"{ALONE}, {theirs['pages']:,} pages"
    memory = f"{what}: memory above what the program has"
    rates = [(each["pages"] / each["seconds"],) for each in (made, theirs)]
    yield Row(what=what, ours=rates[0], unit="pages/s", peer=peer, theirs=rates[1], least=40)
    yield Row(what=memory, ours=(made["memory"],), unit="MiB", peer=peer, theirs=(theirs["memory"],))
    yield Row(what=f"{what}: longest time until *stop* is heard", ours=(made["wait"],), most=200)


def _rates(made: list[tuple[int, float]], blocks: int = 9) -> tuple[float, ...]:
    """Return pages a second of successive parts of a batch."""
    rates = []
    for at in range(blocks):
        part = made[at * len(made) // blocks : (at + 1) * len(made) // blocks]
        rates.append(sum(count for count, _ in part) / sum(ms for _, ms in part) * 1000)
    return tuple(rates)

"""The whole proof, which takes minutes: 60 photos and 12 PDFs; memory and time measured and told."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kyr_app.model.packet import letter
from tests.unit.packet import looking, material

pytestmark = pytest.mark.soak
ROOM = 400
"""MiB."""
_MEASURE = """
import json, resource, sys, time, datetime as dt
from pathlib import Path
from msgspec import structs
from kyr_app.session.session import Session
from kyr_app.session import packet_making as making
folder = Path(sys.argv[1])
session = Session(today=dt.date(2026, 11, 22))
began = time.perf_counter()
work = session.packet.importing([Path(each) for each in json.loads((folder / "names.json").read_text())])
work.run()
numbers = session.packet.take(work)
brought = time.perf_counter() - began
for number in numbers:
    session.packet.describe(number, title=f"Paper {number}", language="es", translate=number % 20 == 0)
began = time.perf_counter()
made = making.job(session).run()
assembled = time.perf_counter() - began
(folder / "packet.pdf").write_bytes(made)
packet = session.packet.packet
only = making.job(session)
pdfs = structs.replace(only, parts=only.parts[-12:], colour=True)
began = time.perf_counter()
pdfs.run()
merged = time.perf_counter() - began
from kyr_app.documents.packet import assembling, merge
told = assembling.Told(None, 1)
began = time.perf_counter()
plan = assembling.plan(pdfs, told)
planned = time.perf_counter() - began
began = time.perf_counter()
with merge.filled(plan, pdfs, told) as pdf:
    pdf.save(folder / "merged.pdf", deterministic_id=True)
placed = time.perf_counter() - began
peak = int(next(each for each in open("/proc/self/status") if each.startswith("VmHWM")).split()[1]) / 1024
child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
print(json.dumps({"brought": brought, "assembled": assembled, "merged": merged, "planned": planned, "placed": placed,
    "peak": peak, "child": child, "refused": [each.called for each in work.refused],
    "sheets": [len(each.sheets) for each in packet.exhibits]}))
"""


def test_sixty_photos_and_twelve_pdfs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = list(material.photos(tmp_path, 59))
    (tmp_path / material.HUGE).write_bytes(material.huge())
    paths.append(tmp_path / material.HUGE)
    for name, make in material.REFUSED.items():
        (tmp_path / name).write_bytes(make())
        paths.append(tmp_path / name)
    known = list(material.pdfs(tmp_path))
    paths += [path for path, _ in known]
    (tmp_path / "names.json").write_text(json.dumps([str(each) for each in paths]))
    done = subprocess.run(
        [sys.executable, "-c", _MEASURE, str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert sorted(told["refused"]) == sorted(material.REFUSED)
    assert told["sheets"] == [1] * 60 + [pages for _, pages in known]
    pdf = (tmp_path / "packet.pdf").read_bytes()
    _look(pdf, told["sheets"], tmp_path)
    bare = _bare(tmp_path, [path for path, _ in known])
    with capsys.disabled():
        print(json.dumps({**told, "bare": bare, "bytes": len(pdf)}, indent=1))
    assert told["peak"] < ROOM


def _look(pdf: bytes, sheets: list[int], folder: Path) -> None:
    pages = looking.texts(pdf)
    assert looking.sound(pdf, folder) == len(pages)
    feet = [page.rstrip().splitlines()[-1] for page in pages]
    assert [each.split()[-1] for each in feet] == [str(at) for at in range(1, len(pages) + 1)]
    for place, count in enumerate(sheets):
        own = [at for at, foot in enumerate(feet) if re.match(rf"Exhibit {letter(place)}\s", foot)]
        assert len(own) == 1 + count + (2 if (place + 1) % 20 == 0 else 0)
        told = [
            re.search(rf"^\s*{letter(place)}\s.*?\s(\d+)–(\d+)\s*$", page, re.MULTILINE)
            for page in pages[1:12]
        ]
        assert (own[0] + 1, own[-1] + 1) in [(int(each[1]), int(each[2])) for each in told if each]
    wrong = [(at + 1, looking.strays(page)) for at, page in enumerate(looking.rendered(pdf, folder))]
    assert [each for each in wrong if each[1]] == []


def _bare(folder: Path, paths: list[Path]) -> dict[str, float]:
    """Return the seconds that qpdf takes to merge the PDFs as they came, and the pages as they stand in the packet."""
    import time  # noqa: PLC0415

    found = {}
    with_pages = [[str(each) for each in paths], [str(folder / "merged.pdf")]]
    for name, files in zip(("as they came", "as in the packet"), with_pages, strict=True):
        began = time.perf_counter()
        command = ["qpdf", "--warning-exit-0", "--empty", "--pages", *files, "--", str(folder / "bare.pdf")]
        subprocess.run(command, capture_output=True, check=True)
        found[name] = time.perf_counter() - began
    return found

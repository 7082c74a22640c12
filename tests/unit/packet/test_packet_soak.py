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
TIMES = 2.0
"""As often as long as qpdf takes to join the same pages may putting them together take."""
_MEASURE = """
import json, resource, subprocess, sys, time, datetime as dt
from pathlib import Path
from msgspec import structs
from kyr_app.session.session import Session
from kyr_app.session.making import packet as making
from tests.bench.measure import in_turn
from tests.unit.packet import looking
folder = Path(sys.argv[1])
session = Session(today=dt.date(2026, 11, 22))
told = {}

def timed(name, work):
    began = time.perf_counter()
    work()
    told[name] = round((time.perf_counter() - began) * 1000)

def against(name, job):
    made = job.run()
    (folder / f"{name}.pdf").write_bytes(made)
    files = [str(each) for each in looking.apart(made, folder)]
    command = ["qpdf", "--empty", "--pages", *files, "--", str(folder / "bare.pdf")]
    found = in_turn(5, ours=job.run, qpdf=lambda: subprocess.run(command, check=True))
    told[name] = {which: round(min(each)) for which, each in found.items()}

work = session.packet.importing([Path(each) for each in json.loads((folder / "names.json").read_text())], again=True)
timed("brought", work.run)
numbers = session.packet.take(work)
for number in numbers:
    session.packet.describe(number, title=f"Paper {number}", language="es", translate=number % 20 == 0)
timed("made ready", session.packet.ready.wait)
job = making.job(session)
against("packet", job)
against("pdfs", structs.replace(job, parts=job.parts[-12:]))
session.packet.ready.clear()
timed("nothing ready", job.run)
timed("sets", making.collated(session, making.Sets()).run)
peak = int(next(each for each in open("/proc/self/status") if each.startswith("VmHWM")).split()[1]) / 1024
child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
print(json.dumps({**told, "peak": peak, "child": child, "refused": [each.called for each in work.refused],
    "sheets": [len(each.sheets) for each in session.packet.packet.exhibits]}))
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
    sheets = told.pop("sheets")
    with capsys.disabled():
        print(json.dumps({**told, "bytes": len(pdf)}))
    assert len(sheets) == 72
    assert told["peak"] < ROOM
    for name in ("packet", "pdfs"):
        assert told[name]["ours"] <= TIMES * told[name]["qpdf"], name


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

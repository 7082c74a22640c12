"""After a sitting, kept or not, nothing of the family is outside the sealed file: no byte of it, however encoded."""

import base64
import io
import json
import os
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
NEEDLES = ("Zorrilla-Canario", "Calle Quetzalcóatl 4711", "555-0147")

SITTING = """
import sys
from pathlib import Path
from kyr_app.session.session import Session
from kyr_app.session.family import receipt
from kyr_app.store import log
from kyr_app.store.preferences import Preferences, home
from kyr_app.store.slots import cheap
kept, words, needles = sys.argv[1], sys.argv[2], sys.stdin.read().split("\\n")
session = Session(preferences=Preferences(home()))
session.use_language("en")
session.give("first_name", needles[0]); session.give("home_street", needles[1]); session.give("phone", needles[2])
session.interviews.start("travelers"); session.interviews.answer(2)
if kept:
    session.family.create(Path(kept), words, costs=cheap())
    session.give("last_name", needles[0]); session.family.save_job().run()
session.receipt_sheet(receipt.card("uno dos tres"), ("es",)).run()
session.sheets.intake(frozenset(session.answers)).run()
try:
    session.interviews.answer(needles[0])
except Exception as error:
    log.note(error)
LEAK
session.forget()
"""

LEAKS = {
    "plain": "Path('paper.txt').write_text(needles[0])",
    "utf-16": "Path('paper.txt').write_bytes(needles[2].encode('utf-16-le'))",
    "settings": "(home() / 'settings.json').write_text('{\"language\":\"' + needles[1] + '\"}')",
    "base64": "import base64; Path('b').write_bytes(base64.b64encode(b'ab' + needles[0].encode()))",
    "json": "import json; Path('j').write_text(json.dumps(needles[1]))",
    "zip": "import zipfile; zipfile.ZipFile('z', 'w', 8).writestr('a', needles[0] * 9)",
    "gzip": "import gzip; Path('g').write_bytes(b'..' + gzip.compress(needles[0].encode() * 9))",
    "name": "Path(needles[0]).mkdir()",
    "deflated": "import zlib; Path('x.pdf').write_bytes(b'%PDF ' + zlib.compress(needles[0].encode()))",
}


def spellings(needle: str) -> set[bytes]:
    """Return what a needle may look like on a disk."""
    raw = needle.encode()
    shifted = {base64.b64encode(b"x" * shift + raw)[4:-4] for shift in range(3)}
    more = {needle.encode(name, "ignore") for name in ("latin-1", "utf-16-le", "utf-16-be", "utf-32-le")}
    return {raw, raw.hex().encode(), json.dumps(needle)[1:-1].encode(), *shifted, *more}


def layers(data: bytes) -> Iterator[bytes]:
    """Yield data, and what is packed in it."""
    yield data
    for start in (b"\x1f\x8b", b"\x78\x9c", b"\x78\xda", b"\x78\x01"):
        at = data.find(start)
        while at >= 0:
            try:
                opened = zlib.decompressobj(31 if start == b"\x1f\x8b" else 15).decompress(data[at:])
            except zlib.error:
                opened = b""
            yield opened
            at = data.find(start, at + 1)
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield from (archive.read(name) for name in archive.namelist())


def found(folder: Path) -> set[str]:
    """Return the files, relative to `folder`, that hold a needle in any spelling, in name or content."""
    wanted = {spelling for needle in NEEDLES for spelling in spellings(needle)}
    hits = set()
    for path in folder.rglob("*"):
        inside = [os.fsencode(path.relative_to(folder))]
        if path.is_file():
            inside += layers(path.read_bytes())
        if any(each in data for each in wanted for data in inside):
            hits.add(path.relative_to(folder).as_posix())
    return hits


def sit(tmp_path: Path, *, keep: bool, leak: str = "") -> Path:
    """Play a sitting in a process of its own with a home of its own; return the folder of all it could write to."""
    world = tmp_path / "world"
    for name in ("home", "tmp", "here", "stick"):
        (world / name).mkdir(parents=True)
    environment = {
        **os.environ,
        "HOME": str(world / "home"),
        "TMPDIR": str(world / "tmp"),
        "XDG_CONFIG_HOME": str(world / "home/.config"),
        "XDG_CACHE_HOME": str(world / "home/.cache"),
        "XDG_DATA_HOME": str(world / "home/.local"),
        "KYR_HOME": str(world / "home/kyr"),
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    command = [
        sys.executable,
        "-c",
        SITTING.replace("LEAK", leak),
        str(world / "stick") if keep else "",
        "regla asalto tiempo sur bufanda hallar",
    ]
    subprocess.run(
        command,
        cwd=world / "here",
        env=environment,
        input="\n".join(NEEDLES),
        text=True,
        check=True,
        encoding="utf-8",
    )
    return world


@pytest.mark.parametrize("keep", [False, True])
def test_nothing_is_outside_the_sealed_file(tmp_path: Path, *, keep: bool) -> None:
    world = sit(tmp_path, keep=keep)
    assert found(world) == set()
    written = sorted(path.name for path in world.rglob("*") if path.is_file())
    assert len(written) == (4 if keep else 2)
    assert {"settings.json", "errors.log"} <= set(written)
    assert json.loads((world / "home/kyr/settings.json").read_text()) == {"language": "en"}


@pytest.mark.parametrize("leak", LEAKS.values(), ids=LEAKS)
def test_a_leak_would_be_found(tmp_path: Path, leak: str) -> None:
    """The control: each of these must be seen, or the test above sees nothing at all."""
    for name in ("here", "home"):
        (tmp_path / "world" / name / "kyr").mkdir(parents=True)
    here = tmp_path / "world/here"
    before = Path.cwd()
    os.chdir(here)
    try:
        exec(leak, {"Path": Path, "home": lambda: tmp_path / "world/home/kyr", "needles": NEEDLES})
    finally:
        os.chdir(before)
    assert len(found(tmp_path / "world")) == 1


def test_the_words_of_the_file_are_nowhere(tmp_path: Path) -> None:
    world = sit(tmp_path, keep=True)
    for path in world.rglob("*"):
        if path.is_file():
            assert b"bufanda" not in path.read_bytes()

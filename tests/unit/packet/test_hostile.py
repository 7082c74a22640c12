"""Bombs and decoys through the whole chain: the import of a sitting, and `kyr packet`. The others come in anyway."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from kyr_app.cli.main import main
from kyr_app.documents.worker.shapes import MOST_PAGES
from kyr_app.session.making import packet as making
from kyr_app.session.session import Session
from tests.unit.documents.worker.bombs import BOMBS
from tests.unit.packet import looking, material
from tests.unit.packet.pictures import jpeg, paper

ALL = {**BOMBS, **material.REFUSED, "empty.jpg": lambda: b""}
FEW = (
    "png of 900 megapixels",
    "pdf that draws itself",
    "pdf with scripts and a program in it",
    "zip",
    "empty.jpg",
)
HARMLESS = {
    "jpeg with a family's place in it",
    "jpeg with a page behind it",
    "pdf with scripts and a program in it",
}
"""What comes in, as pixels and nothing else."""
ACTS = {"/JavaScript", "/JS", "/OpenAction", "/AA", "/EmbeddedFiles", "/EF", "/Launch", "/AcroForm", "/XFA"}
SECRETS = (b"<script", b"CAMERA-OF", b"N-PLACE", b"a comment")
CODES = ("Error", "Traceback", "Exception", "errno", "0x")
"""Words that help nobody."""


def batch(folder: Path, names: tuple[str, ...]) -> list[Path]:
    """Write the files of some names, a good photo before, between and after them."""
    made: list[Path] = []
    for at, name in enumerate(names):
        made += [folder / f"{at:02}-good.jpg", folder / f"{at:02}-{name.replace(' ', '-')}"]
        made[-2].write_bytes(jpeg(paper(f"Persona de Ejemplo {at}").resize((340, 440))))
        made[-1].write_bytes(ALL[name]())
    made.append(folder / "99-good.jpg")
    made[-1].write_bytes(jpeg(paper("555-0199").resize((340, 440))))
    return made


def harmless(pdf: bytes, folder: Path) -> int:
    """See that nothing in a PDF acts or tells, and that every reader takes it; return how many pages it has."""
    assert not [each for each in SECRETS if each in pdf]
    with pikepdf.open(BytesIO(pdf)) as opened:
        for each in opened.objects:
            if isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
                assert not ACTS & set(each.keys())
    return looking.sound(pdf, folder)


def comes_through(session: Session, folder: Path, names: tuple[str, ...]) -> None:
    """Bring a batch in; see what was told, what came, and what became of it on paper."""
    before, made = session.packet.packet.last, batch(folder, names)
    work = session.packet.importing(made)
    work.run()
    numbers = session.packet.take(work)
    assert (work.done, work.total) == (len(made), len(made))
    refused = {each.called[3:] for each in work.refused}
    wanted = {name.replace(" ", "-") for name in names}
    assert refused <= wanted
    assert not refused & {name.replace(" ", "-") for name in HARMLESS}
    assert len(numbers) == len(made) - len(refused)
    for each in work.refused:
        for language in ("es", "en"):
            say = session.locale_of(language).render
            told = f"{say(each.said)} {say(each.hint or '')}"
            assert len(told) > 40
            assert not any(code in told for code in CODES), told
    assert session.packet.packet.last == before + len(numbers)
    pdf = making.job(session).run()
    assert harmless(pdf, folder) == len(looking.texts(pdf))
    assert all(looking.strays(page) == "" for page in looking.rendered(pdf, folder))


def test_a_few_of_them(session: Session, tmp_path: Path) -> None:
    comes_through(session, tmp_path, FEW)


@pytest.mark.soak
def test_all_of_them_at_once(session: Session, tmp_path: Path) -> None:
    assert len(ALL) >= 30
    comes_through(session, tmp_path, tuple(ALL))


def by_command(folder: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Run `kyr packet` over a good photo and one file that is none, or that holds more than it should."""
    (folder / "good.jpg").write_bytes(jpeg(paper().resize((340, 440))))
    (folder / "other").write_bytes(ALL[name]())
    plan, out = folder / "plan.json", folder / "out.pdf"
    plan.write_text(
        json.dumps({"exhibits": [{"files": ["good.jpg", "other"], "title": "x", "language": "en"}]})
    )
    status = main(["packet", str(plan), "--ui", "en", "-o", str(out)])
    told = capsys.readouterr().err
    assert not any(code in told for code in CODES), told
    if status == 0:
        assert name not in material.REFUSED
        assert harmless(out.read_bytes(), folder) >= 6
    else:
        assert name not in HARMLESS
        assert "other" in told
        assert not out.exists()


@pytest.mark.parametrize("name", FEW[2:3])
def test_the_command_goes_through_or_says_why(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    by_command(tmp_path, name, capsys)


@pytest.mark.soak
@pytest.mark.parametrize("name", ALL)
def test_the_command_over_each(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    by_command(tmp_path, name, capsys)


@pytest.mark.soak
@pytest.mark.parametrize("over", [0, 1])
def test_as_many_pages_as_are_taken_and_one_more(session: Session, tmp_path: Path, over: int) -> None:
    (tmp_path / "long.pdf").write_bytes(material.text(MOST_PAGES + over))
    work = session.packet.importing([tmp_path / "long.pdf"])
    work.run()
    assert (len(session.packet.take(work)), len(work.refused)) == (1 - over, over)
    if over:
        return
    session.packet.describe(1, title="Report", language="en")
    feet = [page.rstrip().splitlines()[-1].split()[-1] for page in looking.texts(making.job(session).run())]
    assert feet == [str(at) for at in range(1, MOST_PAGES + 5)]  # cover, index, tab, and the proof of service

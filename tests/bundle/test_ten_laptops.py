"""J12, ten laptops in one afternoon: copy the folder, run the self-check, read the ten pages."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pytest

from kyr_app.cli.main import main
from kyr_app.model.text import N_
from kyr_app.session import clock
from kyr_app.session.selfcheck import copy as selfcheck_copy
from kyr_app.session.selfcheck import machine
from kyr_app.speech import player
from kyr_app.speech.espeak import Espeak
from kyr_app.speech.voice import NoVoice
from kyr_app.store import release
from tests.bundle import contents, lay

Set = Callable[[str, object], None]
"""Puts something in the place of a name: `module.name`, and what."""


def mute(*_: object) -> None:
    raise NoVoice(N_("The voice of this program is missing."))


class Laptop(NamedTuple):
    """One of the ten: what is odd about it, what is done to its copy, and what its page must say in two languages."""

    name: str
    said: tuple[str, ...] = ()
    copy: Callable[[Path], object] = str
    odd: Callable[[pytest.MonkeyPatch], object] = str


READY = ("Esta copia está lista.", "This copy is ready.")
AGAIN = ("Copie otra vez la carpeta entera.", "Copy the whole folder again.")
LAPTOPS = (
    Laptop("one", READY),
    Laptop("two", READY),
    Laptop("three", READY),
    Laptop(
        "no loudspeaker",
        (*READY, "Unos audífonos o una bocina", "Headphones or a small speaker"),
        odd=lambda patch: patch.setattr(player, "able", lambda: False),
    ),
    Laptop(
        "a copy that was stopped",
        (*AGAIN, "_internal/libQt6Pdf.so.6", "1 que faltan", "1 missing"),
        copy=lambda folder: (folder / "_internal/libQt6Pdf.so.6").unlink(),
    ),
    Laptop(
        "one byte of a bad stick",
        (*AGAIN, "_internal/kyr_app/lessons.json", "1 cambiados", "1 changed"),
        copy=lambda folder: (folder / "_internal/kyr_app/lessons.json").write_text("lessonz"),
    ),
    Laptop(
        "32 bits",
        ("necesita una computadora de 64 bits", "needs a computer with 64 bits"),
        odd=lambda patch: patch.setattr(machine, "bits", lambda: 32),
    ),
    Laptop(
        "a flat battery: it is 2011",
        ("Ponga la fecha en los ajustes", "Set the date in the computer"),
        odd=lambda patch: patch.setattr(clock, "today", lambda: dt.date(2011, 1, 1)),
    ),
    Laptop(
        "no voice",
        ("Voz: ", "Voice: The voice of this program is missing."),
        odd=lambda patch: patch.setattr(Espeak, "speak", mute),
    ),
    Laptop(
        "a full disk",
        ("Espacio libre: 3 MiB", "Free room: 3 MiB", "keep family files on a stick"),
        odd=lambda patch: patch.setattr(machine, "free", lambda _: 3 * machine.MIB),
    ),
)


def test_the_page_for_trainers_quotes_what_the_program_says() -> None:
    text = (contents.ROOT / "docs" / "trainers" / "README.md").read_text("utf-8")
    table = text.split("| the page says | do |")[1].split("\n\n")[0]
    quoted = [line.split("|")[1].split(":")[0].strip() for line in table.splitlines()[2:]]
    known = "".join(
        (contents.ROOT / "translations" / "kyr.pot").read_text("utf-8").replace('"\n"', "").split()
    )
    known += "".join((contents.ROOT / "tests/bundle/launch/guia.sh").read_text("utf-8").split())
    assert len(quoted) > 6
    assert [each for each in quoted if "".join(each.split()).lower() not in known.lower()] == []
    assert "sh guia.sh selftest -o page.pdf" in text


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A folder as the bundle makes it, small: the stick that goes round."""
    folder = tmp_path / "stick" / "guia"
    for name in ("guia", "_internal/libQt6Pdf.so.6", "_internal/kyr_app/lessons.json", "LEEME.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)
    lay.hashes(folder)
    return folder


def read(page: Path) -> tuple[int, str]:
    """Return how many pages a paper has, and its words on one line, as a reader puts them together."""
    pdf = pypdfium2.PdfDocument(page)
    texts = [each.get_textpage().get_text_bounded() for each in pdf]
    count = len(pdf)
    pdf.close()
    return count, " ".join(" ".join(texts).replace("\ufffe", "").replace("-\r\n", "").split())


def squeezed(words: str) -> str:
    """Return words without what a narrow column does to them: spaces and hyphens."""
    return "".join(words.split()).replace("-", "")


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out what draws: it is the same on ten laptops, and tried in `tests/unit/session/test_selfcheck.py`."""
    looks = tuple(
        each for each in selfcheck_copy.LOOKS if each not in {selfcheck_copy.papers, selfcheck_copy.photos}
    )
    monkeypatch.setattr(selfcheck_copy, "LOOKS", looks)


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("laptop", LAPTOPS, ids=lambda each: each.name)
def test_each_page_says_that_all_is_well_or_what_to_do(
    laptop: Laptop, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library
) -> None:
    desktop = tmp_path / "Escritorio de Ana ñ" / "guia"
    shutil.copytree(stick, desktop)
    monkeypatch.setattr(release, "folder", lambda: desktop)
    monkeypatch.setattr(clock, "today", lambda: library.built)
    monkeypatch.setattr(player, "able", lambda: True)
    laptop.copy(desktop)
    laptop.odd(monkeypatch)
    page = tmp_path / "page.pdf"
    status = main(["selftest", "--ui", "es", "-o", str(page)])
    count, words = read(page)
    ready = READY[0] in laptop.said
    assert status == (0 if ready else 1)
    assert count == 1  # it goes into the laptop's bag
    assert [each for each in laptop.said if squeezed(each) not in squeezed(words)] == []
    assert (squeezed(READY[0]) in squeezed(words)) == ready
    assert sorted(each.name for each in desktop.iterdir()) == sorted(each.name for each in stick.iterdir())


@pytest.mark.usefixtures("quick")
def test_an_afternoon_ends_with_four_laptops_ready_and_six_named(
    stick: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], library
) -> None:
    found = []
    for laptop in LAPTOPS:
        with monkeypatch.context() as patch:
            folder = stick.parent / laptop.name.replace(":", "")
            shutil.copytree(stick, folder)
            patch.setattr(release, "folder", lambda folder=folder: folder)
            patch.setattr(clock, "today", lambda: library.built)
            laptop.copy(folder)
            laptop.odd(patch)
            found.append(main(["selftest", "--ui", "en"]))
    assert found.count(0) == 4
    assert capsys.readouterr().out.count("✗") == 6

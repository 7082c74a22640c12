"""`kyr make` with a story: its papers without the window."""

import json
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from kyr_app.cli.main import main

PAPERS = (
    "declaration",
    "declaration-reading",
    "certificate-translation",
    "certificate-interpretation",
    "story-questions",
)


@pytest.fixture
def told(tmp_path: Path) -> Path:
    """A file with a short story."""
    file = tmp_path / "story.json"
    cards = [
        {"what": "Uno.", "when": {"words": "en lluvias", "earliest": "2021"}},
        {"what": "Dos.", "when": "hace mucho", "not_today": True},
    ]
    file.write_text(json.dumps({"cards": cards}), encoding="utf-8")
    return file


@pytest.mark.parametrize("name", PAPERS)
def test_each_paper_is_made_from_a_file(name: str, told: Path, tmp_path: Path) -> None:
    out = tmp_path / "paper.pdf"
    assert main(["make", name, "--story", str(told), "-o", str(out)]) == 0
    with pikepdf.open(BytesIO(out.read_bytes())) as paper:
        assert len(paper.pages) >= 1


def test_several_papers_come_in_one_file(told: Path, tmp_path: Path) -> None:
    out = tmp_path / "papers.pdf"
    assert main(["make", *PAPERS, "--story", str(told), "-o", str(out)]) == 0
    with pikepdf.open(BytesIO(out.read_bytes())) as paper:
        assert len(paper.pages) >= len(PAPERS)


def test_they_stand_in_the_list_of_papers(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["documents", "--json"]) == 0
    listed: Any = json.loads(capsys.readouterr().out)
    assert set(PAPERS) <= {each["id"] for each in listed}


def test_a_file_that_is_none_makes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    odd, out = tmp_path / "odd.json", tmp_path / "paper.pdf"
    odd.write_text('{"cards": [{"what": "CANARIO", "wen": "x"}]}', encoding="utf-8")
    assert main(["make", "declaration", "--story", str(odd), "-o", str(out)]) == 1
    assert not out.exists()
    told = capsys.readouterr().err
    assert "when" in told
    assert "CANARIO" not in told


def test_letters_without_a_picture_are_told_of(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    odd, out = tmp_path / "story.json", tmp_path / "paper.pdf"
    odd.write_text(json.dumps({"cards": [{"what": "Nꞌga"}]}), encoding="utf-8")
    assert main(["make", "declaration", "--story", str(odd), "-o", str(out)]) == 0
    assert out.exists()
    assert " 1" in capsys.readouterr().err


@pytest.mark.parametrize("letters", [2_000, 20_000])
def test_the_page_of_events_tells_a_long_event_to_its_end(letters: int, tmp_path: Path) -> None:
    file, out = tmp_path / "long.json", tmp_path / "events.pdf"
    what = " ".join(f"palabra{n}" for n in range(letters // 12)) + " fin-del-relato"
    file.write_text(json.dumps({"cards": [{"what": what, "where": "aquí"}]}), encoding="utf-8")
    assert main(["make", "events-timeline", "--story", str(file), "--lang", "es", "-o", str(out)]) == 0
    text = subprocess.run(["pdftotext", str(out), "-"], capture_output=True, text=True, check=True).stdout
    assert "fin-del-" in text
    assert f"palabra{letters // 24}" in text

"""`kyr make` of the papers to practise from."""

from pathlib import Path
from typing import Any

import pikepdf
import pytest

from kyr_app.cli.main import main


@pytest.fixture
def kyr(capsys: pytest.CaptureFixture[str]) -> Any:
    """Run a command; return its exit status, what it said, and what went wrong."""

    def run(*arguments: str) -> tuple[int, str, str]:
        try:
            status = main(list(arguments))
        except SystemExit as stopped:
            status = int(str(stopped.code))
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


@pytest.mark.parametrize(
    ("paper", "pages"),
    [
        ("practice-questions", 10),
        ("practice-hearing", 4),
        ("hearing-card", 3),
        ("fear-card", 2),
        ("teen-card", 2),
    ],
)
@pytest.mark.parametrize("language", ["es", "both"])
def test_papers_to_practise_from_are_made(
    kyr: Any, tmp_path: Path, paper: str, pages: int, language: str
) -> None:
    target = tmp_path / "made.pdf"
    assert kyr("make", paper, "--lang", language, "--paper", "letter", "-o", str(target))[0] == 0
    with pikepdf.open(target) as made:
        assert len(made.pages) >= pages
        assert {tuple(map(float, page.mediabox)) for page in made.pages} == {(0, 0, 612, 792)}


def test_they_need_no_answers(kyr: Any) -> None:
    listed = kyr("documents", "--ui", "en")[1]
    for paper in ("practice-questions", "practice-hearing", "hearing-card", "fear-card", "teen-card"):
        assert f"{paper} · " in listed

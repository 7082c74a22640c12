"""The papers that we write, from the command line: listed by themselves, made one or several, named when mistyped."""

import json
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from kyr_app.cli.main import main
from kyr_app.content.library import Library
from kyr_app.model.template import Leaves
from kyr_app.session.making import papers


@pytest.fixture
def kyr(capsys: pytest.CaptureFixture[str]) -> Any:
    """Run a command; return its exit status, what it said, and what went wrong."""

    def run(*arguments: str) -> tuple[int, str, str]:
        status = main(list(arguments))
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """A few answers of nobody."""
    file = tmp_path / "answers.json"
    told = {
        "first_name": "Persona",
        "middle_name": "none",
        "last_name": "de Ejemplo",
        "a_number": "000-000-000",
        "court_name": "San Diego",
        "hearing_date": "2027-03-19",
        "emergency_contacts": [
            {"name": "Tía de Ejemplo", "relation": "tía", "phone": "555-0101", "place": "none"}
        ],
    }
    file.write_text(json.dumps(told), encoding="utf-8")
    return file


def test_every_template_is_offered_without_a_line_of_code(kyr: Any, library: Library) -> None:
    offered = {each["id"]: each for each in json.loads(kyr("documents", "--json")[1])}
    assert set(library.templates) <= set(offered)
    assert {f"blank-{one.id}" for one in library.templates.values() if one.blank} <= set(offered)
    assert "court_name" in offered["motion-venue"]["needs"]
    assert offered["blank-witness-letter"]["needs"] == []


def test_what_is_answered_is_no_longer_missing(kyr: Any, answers: Path) -> None:
    told = {each["id"]: each for each in json.loads(kyr("documents", "--answers", str(answers), "--json")[1])}
    assert "court_name" not in told["cover-page"]["needs"]
    assert "judge_name" in told["cover-page"]["needs"]


def test_papers_are_made_one_and_several(kyr: Any, answers: Path, tmp_path: Path) -> None:
    target = tmp_path / "motion.pdf"
    assert kyr("make", "motion-venue", "--answers", str(answers), "-o", str(target))[0] == 0
    with pikepdf.open(target) as pdf:
        assert len(pdf.pages) > 8
    both = tmp_path / "family.pdf"
    command = ["make", "child-sheet", "emergency-contacts", "blank-witness-letter", "--answers", str(answers)]
    assert kyr(*command, "--lang", "both", "--paper", "a4", "-o", str(both))[0] == 0
    with pikepdf.open(both) as pdf:
        assert len(pdf.pages) > 5
    status, _, err = kyr("make", "motion-venu", "-o", str(tmp_path / "x.pdf"), "--ui", "en")
    assert status == 1
    assert "motion-venue" in err


def test_what_stays_has_no_filing_language(session: Any, library: Library) -> None:
    offered = papers.offers(session)
    for one in library.templates.values():
        sent = offered[one.id].filing
        assert (sent == "") is (one.leaves is Leaves.KEPT)
    assert offered["iachr-request"].filing == "es"
    assert offered["motion-venue"].first

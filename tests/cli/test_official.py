"""`kyr forms`, `kyr fill`, `kyr worksheet`."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from kyr_app.cli.main import main
from kyr_app.model.answers import plain
from tests.unit.documents.official import blanks
from tests.unit.documents.official.family import FAMILY

NAMES = ["i-589", "i-765", "eoir-33-ic", "ar-11", "g-1145", "eoir-26", "eoir-26a"]


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


@pytest.fixture
def answers(tmp_path: Path) -> str:
    path = tmp_path / "answers.json"
    given = {name: plain(answer) for name, answer in FAMILY.items()}
    path.write_text(json.dumps(given), "utf-8")
    return str(path)


@pytest.fixture
def blank(tmp_path: Path) -> Any:
    def written(name: str, **more: Any) -> str:
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(blanks.blank(name, blanks.FEET[name], **more) if more else blanks.made(name))
        return str(path)

    return written


def test_forms_are_listed(kyr: Any) -> None:
    status, out, _ = kyr("forms", "--json")
    found = json.loads(out)
    assert status == 0
    assert sorted(each["id"] for each in found) == sorted(NAMES)
    editions = {
        one["id"]: one["verified"] for one in next(e for e in found if e["id"] == "i-589")["editions"]
    }
    assert editions["01/20/25"] == "pdf"
    assert editions["07/28/26"] == "names only"
    assert "I-589" not in kyr("forms", "--ui", "en")[2]


def test_identify(kyr: Any, blank: Any) -> None:
    status, out, _ = kyr("forms", "identify", blank("i-589_01-20-25"), "--json")
    found = json.loads(out)
    assert status == 0
    assert (found["result"], found["form"], found["edition"], found["verified"]) == (
        "exact",
        "i-589",
        "01/20/25",
        "pdf",
    )
    assert found["fillable"] is True
    assert set(found["said"]) == {"es", "en"}
    filled = blank("g-1145_09-26-14", values={"LastName[0]": "Somebody"})
    assert json.loads(kyr("forms", "identify", filled, "--json")[1])["result"] == "already-filled"
    status, out, _ = kyr("forms", "identify", blank("ar-11_11-02-22"), "--ui", "en")
    assert status == 0
    assert "AR-11" in out
    assert "never tried" in out


def test_identify_says_why_a_file_is_not_taken(kyr: Any, blank: Any, tmp_path: Path) -> None:
    locked = blank("g-1145_09-26-14", encrypt="secret")
    status, out, err = kyr("forms", "identify", locked, "--ui", "en")
    assert (status, out) == (1, "")
    assert "password" in err
    other = tmp_path / "x.pdf"
    other.write_bytes(b"a letter")
    assert kyr("forms", "identify", str(other))[0] == 1
    assert kyr("forms", "identify", str(tmp_path / "nothing.pdf"))[0] == 1


def test_fill(kyr: Any, blank: Any, answers: str, tmp_path: Path) -> None:
    made = tmp_path / "made.pdf"
    ask = ("fill", "I-589", "--blank", blank("i-589_01-20-25"), "--answers", answers, "-o", str(made))
    status, out, err = kyr(*ask, "--json")
    told = json.loads(out)
    assert (status, err) == (0, "")
    assert (told["form"], told["edition"], told["pages"], told["added"]) == ("i-589", "01/20/25", 15, 3)
    assert told["missing"] == []
    assert {note["about"] for note in told["notes"]} >= {"continued"}
    assert all(set(note["said"]) == {"es", "en"} for note in told["notes"])
    with pikepdf.open(BytesIO(made.read_bytes())) as pdf:
        assert len(pdf.pages) == 15
        assert "/AcroForm" not in pdf.Root
    before = made.read_bytes()
    assert kyr(*ask)[0] == 1  # nothing is written over
    assert made.read_bytes() == before
    status, out, _ = kyr(*ask, "--force", "--ui", "en")
    assert status == 0
    assert "Supplement B" in out


def test_fill_for_everybody(kyr: Any, blank: Any, answers: str, tmp_path: Path) -> None:
    made = tmp_path / "made.pdf"
    where = blank("g-1145_09-26-14")
    status, out, _ = kyr(
        "fill", "g-1145", "--each", "--blank", where, "--answers", answers, "-o", str(made), "--json"
    )
    assert status == 0
    assert json.loads(out)["pages"] == 9


def test_fill_writes_nothing_where_it_cannot(kyr: Any, blank: Any, answers: str, tmp_path: Path) -> None:
    made = tmp_path / "made.pdf"
    tail = ("--answers", answers, "-o", str(made), "--ui", "en")
    status, _, err = kyr("fill", "I-765", "--blank", blank("i-589_01-20-25"), *tail)
    assert (status, made.exists()) == (1, False)
    assert "You chose form I-765" in err
    filled = blank("g-1145_09-26-14", values={"LastName[0]": "Somebody"})
    status, _, err = kyr("fill", "g-1145", "--blank", filled, *tail)
    assert (status, made.exists()) == (1, False)
    assert "not blank" in err
    assert "Somebody" not in err
    status, _, err = kyr("fill", "i-999", "--blank", filled, *tail)
    assert (status, made.exists()) == (1, False)
    assert "i-589" in err
    assert kyr("fill", "g-1145", *tail)[0] == 2


def test_worksheet(kyr: Any, answers: str, tmp_path: Path) -> None:
    for name, more in (
        ("ar-11", ()),
        ("EOIR-33/IC", ("--answers", answers, "--lang", "es", "--paper", "a4")),
    ):
        made = tmp_path / f"{len(more)}.pdf"
        status, out, err = kyr("worksheet", name, *more, "-o", str(made))
        assert (status, out, err) == (0, "", "")
        assert made.read_bytes().startswith(b"%PDF")
    assert kyr("worksheet", "i-000", "-o", str(tmp_path / "no.pdf"))[0] == 1


def test_worksheets_are_papers_like_others(kyr: Any, answers: str) -> None:
    found = {each["id"]: each for each in json.loads(kyr("documents", "--answers", answers, "--json")[1])}
    assert set(NAMES) <= set(found)
    assert "birth_date" not in found["i-589"]["needs"]
    bare = {each["id"]: each for each in json.loads(kyr("documents", "--json")[1])}
    assert {"first_name", "birth_date", "children_list", "residences"} <= set(bare["i-589"]["needs"])

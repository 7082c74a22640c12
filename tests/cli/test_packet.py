"""`kyr packet`: a plan becomes a packet, whole or not at all."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from kyr_app.cli.main import main
from tests.unit.packet.pictures import jpeg, paper


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    (tmp_path / "a.jpg").write_bytes(jpeg(paper()))
    (tmp_path / "bad.jpg").write_bytes(b"not a photo")
    path = tmp_path / "plan.json"
    write(path)
    return path


def write(path: Path, **more: object) -> None:
    made = {"exhibits": [{"files": ["a.jpg"], "title": "A report", "language": "es"}], **more}
    path.write_text(json.dumps(made), "utf-8")


def pages(data: bytes) -> int:
    with pikepdf.open(BytesIO(data)) as pdf:
        return len(pdf.pages)


def test_a_plan_becomes_a_packet(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = plan.with_name("out.pdf")
    arguments = [
        "packet",
        str(plan),
        "--ui",
        "en",
        "-o",
        str(out),
        "--before",
        str(plan.with_name("before.pdf")),
    ]
    assert main(arguments) == 0
    assert pages(out.read_bytes()) == 7  # cover, index, tab, photo, English, certificate, proof of service
    assert "Exhibit A: its English" in capsys.readouterr().err
    assert main(arguments) == 1
    assert "already" in capsys.readouterr().err


def test_the_count_is_told_and_nothing_written(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(plan.parent.iterdir())
    assert main(["packet", str(plan), "--ui", "en", "--count"]) == 0
    assert "31 sheets of paper" in capsys.readouterr().out
    assert sorted(plan.parent.iterdir()) == before


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"exhibits": []}, "no exhibits"),
        ({"exhibits": [{"title": "x"}]}, "number 1"),
        ({"exhibits": [{"files": ["bad.jpg"]}]}, "bad.jpg"),
        ({"exhibits": [{"files": ["gone.jpg"]}, {"files": ["a.jpg", "too.jpg"]}]}, "gone.jpg, too.jpg"),
        ({"exhibits": [{"files": ["a\0.jpg"]}]}, "not there"),
        ({"exhibits": [{"paper": "deklaration"}]}, "no paper called “deklaration”"),
        ({"sets": {"curt": 2}}, "Did you mean “court”?"),
        ({"sets": {"court": "two"}}, "“court” must be a whole number"),
        ({"exhibitz": []}, "Did you mean “exhibits”?"),
        (
            {"exhibits": [{"files": ["a.jpg"], "tittle": "x"}]},
            "Exhibit number 1: “tittle” is no word of a plan.",
        ),
        (
            {"exhibits": [{"files": ["a.jpg"]}, {"files": "a.jpg"}]},
            "Exhibit number 2: “files” must be a list",
        ),
        ({"exhibits": [{"files": ["a.jpg"], "tone": "pink"}]}, "as-is, grey, clear, black-white"),
        ({"colour": "very"}, "colour"),
        ({"answers": {"no_such": "x"}}, "no_such"),
    ],
)
def test_a_mistake_is_told_and_nothing_written(
    plan: Path, capsys: pytest.CaptureFixture[str], more: dict[str, object], told: str
) -> None:
    write(plan, **more)
    out = plan.with_name("out.pdf")
    assert main(["packet", str(plan), "--ui", "en", "-o", str(out)]) == 1
    assert told in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (b"", "ends in the middle"),
        (b"[]", "A plan is"),
        (b'{"exhibits": [],\n  "title" "x"}', "Line 2"),
        (b'{"title": "\xff"}', "UTF-8"),
        (b'{"title": "x"}', "“exhibits” is missing"),
    ],
)
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_file_that_is_no_plan_is_told_in_the_language_of_the_person(
    plan: Path, capsys: pytest.CaptureFixture[str], written: bytes, told: str, language: str
) -> None:
    plan.write_bytes(written)
    assert main(["packet", str(plan), "--ui", language, "-o", str(plan.with_name("out.pdf"))]) == 1
    said = capsys.readouterr().err
    if language == "en":
        assert told in said
    for word in ("Expected", "Object", "JSON is", "truncated", "$."):
        assert word not in said


def test_where_to_is_asked_before_a_page_is_made(
    plan: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from kyr_app.session.making import packet_plan  # noqa: PLC0415

    def made(*_: object) -> None:
        raise AssertionError("something was made")

    monkeypatch.setattr(packet_plan, "fill", made)
    out, source, whole = str(plan.with_name("out.pdf")), str(plan.with_name("a.jpg")), plan.read_bytes()
    for arguments, told in (
        ([], "not said where to"),
        (["-o", out, "--reading", out], "one file"),
        (["-o", str(plan), "--force"], "part of the plan"),
        (["--sets", source, "--force"], "part of the plan"),
        (["-o", source], "part of the plan"),
        (["-o", str(plan.parent)], "already"),
    ):
        assert main(["packet", str(plan), "--ui", "en", *arguments]) == 1
        assert told in capsys.readouterr().err
    assert plan.read_bytes() == whole

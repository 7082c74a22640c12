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
        ({"exhibits": [{"files": ["gone.jpg"]}]}, "gone.jpg"),
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

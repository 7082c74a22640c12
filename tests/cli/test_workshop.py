"""`kyr workshop`, `kyr workshops`."""

import json
from io import BytesIO

import pikepdf
import pytest

from kyr_app.cli.main import main


def test_a_workshop_is_one_file_and_its_sheets_are_told_first(tmp_path, capsys):
    target = tmp_path / "all.pdf"
    asked = ["workshop", "say-fear", "fraud-help", "--people", "5", "--minutes", "60", "--edition", "zine"]
    assert main([*asked, "-o", str(target), "--ui", "en"]) == 0
    told = capsys.readouterr().err
    with pikepdf.open(BytesIO(target.read_bytes())) as pdf, pdf.open_outline() as outline:
        count = len(pdf.pages)
        names = [item.title for item in outline.root]
    assert [name for name in names if name.startswith(("Juego", "Set"))][-1].count("5") == 2
    sheets = int(told.split(": ")[1].split(" ")[0])
    assert "5 " in told
    assert sheets % 5 == 0
    assert count > sheets  # the guide is before them


@pytest.mark.parametrize(
    "wrong",
    [
        [],
        ["say-fear", "--plan", "court-day"],
        ["no-such"],
        ["--plan", "no-such"],
        ["say-fear", "--people", "0"],
        ["say-fear", "--minutes", "10"],
        ["turn-in", "appeals", "evidence", "statement", "mpp-case", "say-fear", "--minutes", "60"],
    ],
)
def test_what_cannot_be_held_is_told_and_nothing_is_written(wrong, tmp_path, capsys):
    target = tmp_path / "no.pdf"
    assert main(["workshop", *wrong, "-o", str(target)]) == 1
    assert capsys.readouterr().err.strip()
    assert not target.exists()


def test_a_ready_plan_can_be_taken_and_changed(tmp_path):
    target = tmp_path / "plan.pdf"
    asked = [
        "workshop",
        "--plan",
        "family-corner",
        "--people",
        "2",
        "--children",
        "2",
        "--no-cards",
        "--both-sides",
    ]
    assert main([*asked, "--edition", "zine", "-o", str(target)]) == 0
    with pikepdf.open(BytesIO(target.read_bytes())) as pdf:
        assert len(pdf.pages) % 2 == 0


def test_plans_are_listed(capsys):
    assert main(["workshops", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {each["minutes"] for each in found} == {60, 90, 120}
    assert {"es", "en"} <= set(found[0]["title"])
    assert main(["workshops"]) == 0
    assert "four-stations" in capsys.readouterr().out

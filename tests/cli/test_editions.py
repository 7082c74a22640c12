"""`kyr handout --edition … --copies N`."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from kyr_app.cli.main import main
from kyr_app.model.settings import Edition


def pages(path: Path) -> int:
    return len(pikepdf.open(BytesIO(path.read_bytes())).pages)


@pytest.mark.parametrize(("edition", "least"), [("zine", 2), ("card", 2), ("large", 12), ("discreet", 8)])
def test_an_edition_is_written_in_so_many_copies(tmp_path, edition, least):
    target = tmp_path / "x.pdf"
    asked = ["handout", "say-fear", "--edition", edition, "--copies", "2", "-o", str(target)]
    assert main(asked) == 0
    assert pages(target) >= least
    assert pages(target) % 2 == 0


def test_nothing_asked_is_one_plain_sheet(tmp_path):
    plain, same = tmp_path / "a.pdf", tmp_path / "b.pdf"
    assert main(["handout", "say-fear", "-o", str(plain)]) == 0
    assert (
        main(["handout", "say-fear", "--edition", Edition.STANDARD.value, "--copies", "1", "-o", str(same)])
        == 0
    )
    assert plain.read_bytes() == same.read_bytes()


@pytest.mark.parametrize("copies", ["0", "101", "-3"])
def test_too_few_or_too_many_copies_are_refused_in_words(tmp_path, capsys, copies):
    target = tmp_path / "x.pdf"
    assert main(["handout", "say-fear", f"--copies={copies}", "-o", str(target), "--ui", "en"]) == 1
    assert "1 to 100" in capsys.readouterr().err
    assert not target.exists()


def test_an_unknown_edition_is_wrong_usage(tmp_path):
    with pytest.raises(SystemExit) as stopped:
        main(["handout", "say-fear", "--edition", "poster", "-o", str(tmp_path / "x.pdf")])
    assert stopped.value.code == 2

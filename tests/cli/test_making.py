"""`kyr documents`, `kyr make`, and several checklists in one file."""

import json
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from kyr_app.cli.main import main
from kyr_app.content.library import Library

SAMPLE = Path(__file__).parents[2] / "assets" / "sample" / "family.json"


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


def test_documents_say_what_they_need(kyr: Any, library: Library) -> None:
    status, out, _ = kyr("documents", "--json")
    bare = {each["id"]: each for each in json.loads(out)}
    assert status == 0
    assert {"intake", "mpp-card", "dates", "evidence"} <= set(bare)
    assert {f"blank-{name}" for name in library.checklists} <= set(bare)
    for each in bare.values():
        assert set(each) == {"id", "title", "languages", "needs"}
        assert set(each["title"]) == {"es", "en"}
    told = {each["id"]: each for each in json.loads(kyr("documents", "--answers", str(SAMPLE), "--json")[1])}
    assert set(told["intake"]["needs"]) < set(bare["intake"]["needs"])
    assert "hearing_date" in kyr("documents")[1]


@pytest.mark.parametrize("language", ["es", "en", "both"])
def test_papers_are_made_into_one_file(kyr: Any, tmp_path: Path, language: str) -> None:
    target = tmp_path / "papers.pdf"
    command = ["make", "intake", "mpp-card", "evidence", "--answers", str(SAMPLE), "--lang", language]
    assert kyr(*command, "-o", str(target))[0] == 0
    with pikepdf.open(target) as made:
        assert len(made.pages) > 3
    assert kyr(*command, "-o", str(target))[0] == 1
    assert [file.name for file in tmp_path.iterdir()] == ["papers.pdf"]


def test_only_what_is_shared_is_in_the_file(kyr: Any, tmp_path: Path) -> None:
    private, blank = tmp_path / "a.pdf", tmp_path / "b.pdf"
    assert kyr("make", "intake", "--answers", str(SAMPLE), "--share", "", "-o", str(private))[0] == 0
    assert kyr("make", "blank-intake", "-o", str(blank))[0] == 0
    assert private.read_bytes() == blank.read_bytes()
    status, _, err = kyr("make", "intake", "--share", "adlts", "-o", str(tmp_path / "c.pdf"))
    assert (status, "adults" in err) == (1, True)


@pytest.mark.parametrize(
    ("wanted", "part"), [("nothing-like-it", "intake"), ("dates", "hearing_date"), ("mpp-result", "q01")]
)
def test_what_cannot_be_made_is_told_and_leaves_no_file(
    kyr: Any, tmp_path: Path, wanted: str, part: str
) -> None:
    status, _, err = kyr("make", wanted, "-o", str(tmp_path / "x.pdf"))
    assert status == 1
    assert part in err
    assert list(tmp_path.iterdir()) == []


def test_several_checklists_begin_on_pages_of_their_own(kyr: Any, tmp_path: Path, library: Library) -> None:
    names = ["turn-in", "fear-interview", "first-hearing"]
    target = tmp_path / "lists.pdf"
    assert kyr("checklist", *names, "--answers", str(SAMPLE), "-o", str(target))[0] == 0
    with pikepdf.open(target) as made, made.open_outline() as outline:
        numbers = {page.obj.objgen: n for n, page in enumerate(made.pages)}
        found = [(item.title, item.destination) for item in outline.root]
        titles = [library.checklist(name).title.es for name in names]
        starts = [(numbers[to[0].objgen], float(to[3])) for title, to in found if title in titles]
    assert [title for title, _ in found if title in titles] == titles
    assert [page for page, _ in starts] == sorted({page for page, _ in starts})
    assert len({top for _, top in starts}) == 1

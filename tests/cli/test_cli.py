import io
import json
import os
from pathlib import Path
from typing import Any

import pytest

from kyr_app.cli.main import language_of_environment, main
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


def answers(tmp_path: Path, content: bytes | str) -> str:
    file = tmp_path / "answers.json"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(file)


def test_lessons_in_both_languages(kyr: Any, library: Library) -> None:
    status, out, _ = kyr("lessons", "--json")
    found = json.loads(out)
    assert status == 0
    assert [each["id"] for each in found] == list(library.lessons)
    for each in found:
        assert set(each) == {"id", "title", "minutes", "reviewed", "expires", "review", "sources"}
        assert set(each["title"]) == {"es", "en"}
        assert each["review"] == "not yet reviewed by a lawyer"
        assert each["sources"]


def test_questions_name_every_key_once(kyr: Any) -> None:
    _, out, _ = kyr("questions", "travelers", "--json")
    rows = json.loads(out)
    keys = [row["key"] for row in rows]
    assert keys[0] == "adults"
    assert len(keys) == len(set(keys)) >= 14
    assert all(row["question"]["es"] and row["question"]["en"] and row["type"] for row in rows)
    assert kyr("questions", "travlers")[0] == 1


def test_the_language_is_that_of_the_person(kyr: Any) -> None:
    assert language_of_environment({"LANG": "en_US.UTF-8"}) == "en"
    assert language_of_environment({"LANG": "de_DE.UTF-8"}) == "es"
    assert language_of_environment({"LC_ALL": "es_MX.UTF-8", "LANG": "en_US.UTF-8"}) == "es"
    assert "uso:" in kyr("--help", "--ui", "es")[1]
    assert "usage:" in kyr("--help", "--ui", "en")[1]
    assert "falta" in kyr("handout", "--ui=es")[2]


@pytest.mark.parametrize(
    "arguments",
    [[], ["nothing"], ["handout"], ["handout", "turn-in"], ["findings"], ["lessons", "--no"], ["content"],
     ["handout", "turn-in", "-o", "x.pdf", "--lang", "fr"], ["checklist", "--answers", "x"], ["lessons", "--ui", "fr"]],
)  # fmt: skip
def test_wrong_usage_ends_with_two(kyr: Any, arguments: list[str]) -> None:
    status, _, err = kyr(*arguments)
    assert status == 2
    assert err
    assert not Path("x.pdf").exists()


@pytest.mark.parametrize("language", ["es", "en", "both"])
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_a_sheet_appears_whole_and_is_never_replaced_unasked(
    kyr: Any, tmp_path: Path, language: str, paper: str
) -> None:
    target = tmp_path / "sheet.pdf"
    command = [
        "checklist",
        "turn-in",
        "--answers",
        str(SAMPLE),
        "--lang",
        language,
        "--paper",
        paper,
        "-o",
        str(target),
    ]
    assert kyr(*command)[0] == 0
    data = target.read_bytes()
    assert data.startswith(b"%PDF")
    assert data.rstrip().endswith(b"%%EOF")
    status, _, err = kyr(*command, "--ui", "es")
    assert (status, target.read_bytes()) == (1, data)
    assert "quedó como estaba" in err
    assert kyr(*command, "--force")[0] == 0
    assert [file.name for file in tmp_path.iterdir()] == ["sheet.pdf"]


@pytest.mark.parametrize(
    ("content", "part"),
    [
        ('{"adlts": 1}', "adults"),
        ('{"adults": "many"}', "¿Cuántas personas"),
        ('{"adults": 1, "adults": 2}', "dos veces"),
        ('{"health": ["nothing-known"]}', "medicine"),
        ("[1, 2]", "no es un archivo de respuestas"),
        ('{"adults": 1,,}', "línea 1"),
        ("", "línea 1"),
        (b'{"adults": "\xff"}', "UTF-8"),
        ("[" * 100_000, "no es un archivo de respuestas"),
        ('{"' + "a" * 500 + '": 1}', "aaa…"),
        ('{"a": "' + "x" * 10_000_000 + '"}', "demasiado grande"),
        ('{"same_surname": "O\'Brien <b>\\u202e😀"}', "sí, no o no sé"),
        ('{"adults": NaN}', "número entero"),
        ('{"adults": 1e999}', "número entero"),
        ('{"adults": null}', "número entero"),
    ],
)
def test_bad_answers_are_told_with_help_and_leave_no_file(
    kyr: Any, tmp_path: Path, content: bytes | str, part: str
) -> None:
    target = tmp_path / "list.pdf"
    file = answers(tmp_path, content)
    status, out, err = kyr("checklist", "turn-in", "--answers", file, "-o", str(target), "--ui", "es")
    assert (status, out) == (1, "")
    assert part in err
    assert "Traceback" not in err
    assert not target.exists()


def test_a_mark_at_the_start_and_windows_lines_are_fine(kyr: Any, tmp_path: Path) -> None:
    content = "\ufeff" + SAMPLE.read_text(encoding="utf-8").replace("\n", "\r\n")
    assert kyr("findings", "--answers", answers(tmp_path, content), "--json")[0] == 0


@pytest.mark.parametrize(
    ("name", "why"),
    [("none.json", "cannot be opened"), ("", "it is a folder"), ("a" * 300, "cannot be opened")],
)
def test_answers_that_are_not_there(kyr: Any, tmp_path: Path, name: str, why: str) -> None:
    status, _, err = kyr("findings", "--answers", str(tmp_path / name), "--ui", "en")
    assert status == 1
    assert why in err


def test_standard_input_and_output(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    class Stdin:
        buffer = io.BytesIO(SAMPLE.read_bytes())

    monkeypatch.setattr("sys.stdin", Stdin)
    assert main(["checklist", "turn-in", "--answers", "-", "-o", "-"]) == 0
    assert capfdbinary.readouterr().out.startswith(b"%PDF")


@pytest.mark.parametrize("target", ["no/such/folder/x.pdf", "", "."])
def test_a_place_that_does_not_take_the_sheet(kyr: Any, tmp_path: Path, target: str) -> None:
    status, _, err = kyr("handout", "turn-in", "-o", str(tmp_path / target), "--force", "--ui", "en")
    assert status == 1
    assert "not saved" in err or "already" in err
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk(kyr: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    status, _, err = kyr("handout", "turn-in", "-o", str(tmp_path / "x.pdf"), "--ui", "es")
    assert status == 1
    assert "espacio" in err
    assert list(tmp_path.iterdir()) == []


def test_json_or_a_sheet_one_of_the_two(kyr: Any) -> None:
    assert kyr("checklist", "turn-in", "--answers", str(SAMPLE))[0] == 1


def test_content_check_tells_all_with_lines(kyr: Any, tmp_path: Path) -> None:
    assert kyr("content", "check")[0] == 0
    broken = tmp_path / "lessons" / "broken.yaml"
    broken.parent.mkdir()
    broken.write_text("id: broken\norder: x\nmoment: bordr\n\tpoints: 1\n", encoding="utf-8")
    status, out, _ = kyr("content", "check", str(broken), "--ui", "es")
    assert status == 1
    assert "línea 4" in out
    assert "tabulador" in out
    broken.write_text("id: broken\norder: x\nmoment: bordr\n", encoding="utf-8")
    status, out, _ = kyr("content", "check", str(broken), "--ui", "en")
    assert "line 3: “bordr” is not known here. Did you mean “border”?" in out
    assert "line 2" in out
    assert kyr("content", "check", str(tmp_path / "none.yaml"))[0] == 1


def test_search_forgives_accents(kyr: Any) -> None:
    hits = json.loads(kyr("search", "ninos", "--lang", "es", "--json")[1])
    assert hits
    assert {"kind", "id", "title", "excerpt"} <= set(hits[0])

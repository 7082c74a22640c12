"""What the bundled program does before it is itself; and the script for Windows, as far as it can be read."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from tests.bundle import lay, start


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a").write_text("a")
    (tmp_path / "b").write_text("b")
    lay.hashes(tmp_path)
    return tmp_path


def test_a_whole_folder_is_not_damaged(folder: Path) -> None:
    assert start.damage(folder) == []


def test_what_is_missing_and_what_is_changed_is_named_in_two_languages(folder: Path) -> None:
    (folder / "a").unlink()
    (folder / "b").write_text("c")
    assert start.damage(folder) == ["falta / missing: a", "cambiado / changed: b"]
    (folder / "HASHES").unlink()
    assert start.damage(folder) == ["falta / missing: HASHES"]


def test_a_program_that_breaks_in_a_damaged_copy_says_what_to_do(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a").unlink()
    monkeypatch.setattr(sys, "executable", str(folder / "guia"))
    monkeypatch.setattr(sys, "argv", ["guia", "lessons"])
    monkeypatch.setattr(sys, "_MEIPASS", str(folder), raising=False)  # and there are no spares
    monkeypatch.setattr(start, "own_again", lambda _: None)
    assert start.start() == 1
    said = capsys.readouterr().err
    assert "Copie otra vez la carpeta entera" in said
    assert "Copy the whole folder again" in said
    assert "falta / missing: a" in said


def test_one_that_breaks_in_a_whole_copy_keeps_its_error(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(sys, "executable", str(folder / "guia"))
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(start, "own_again", broken)
    with pytest.raises(RuntimeError):
        start.start()


def test_many_files_are_counted(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["guia", "lessons"])
    start.tell([f"falta / missing: {n}" for n in range(30)])
    said = capsys.readouterr().err
    assert said.count("missing:") == 12
    assert "… + 18" in said


def test_what_the_program_starts_gets_the_libraries_of_the_computer() -> None:
    environment = {
        "LD_LIBRARY_PATH": "/stick/_internal",
        "LD_LIBRARY_PATH_ORIG": "/usr/local/lib",
        "HOME": "/x",
    }
    start.own_again(environment)
    assert environment == {
        "LD_LIBRARY_PATH": "/usr/local/lib",
        "HOME": "/x",
        "PYINSTALLER_RESET_ENVIRONMENT": "1",
    }
    environment = {"LD_LIBRARY_PATH": "/stick/_internal"}
    start.own_again(environment)
    assert "LD_LIBRARY_PATH" not in environment


# On Windows


@pytest.mark.parametrize("console", [True, False])
def test_a_program_without_a_console_uses_the_one_it_was_started_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, console: bool
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    place = tmp_path / "console"
    start.speak(lambda: console, str(place))
    for stream in (sys.stdout, sys.stderr):
        assert stream is not None  # what is None breaks whoever writes to it
        stream.write("Revisión\n")
        stream.close()
    assert place.exists() == console
    if console:
        assert "Revisión" in place.read_text("utf-8")


def test_where_output_goes_into_a_file_nothing_is_changed() -> None:
    before = sys.stdout, sys.stderr
    start.speak(lambda: 1 / 0)  # type: ignore[arg-type,return-value]  # it is not asked
    assert (sys.stdout, sys.stderr) == before


@pytest.fixture
def script(tmp_path: Path) -> str:
    (tmp_path / "_internal").mkdir()
    lay.pages(tmp_path, "win32")
    assert not (tmp_path / "guia.sh").exists()
    return (tmp_path / "Guia.bat").read_bytes().decode("ascii")  # a console may have any table of letters


def test_the_script_has_lines_as_windows_ends_them(script: str) -> None:
    assert script.count("\n") == script.count("\r\n") > 20


def test_every_place_it_goes_to_is_there(script: str) -> None:
    there = set(re.findall(r"^:(\w+)", script, re.MULTILINE))
    assert set(re.findall(r"goto (\w+)", script)) == there


def test_every_path_stands_in_quotes(script: str) -> None:
    for line in script.splitlines():
        for at in (each.start() for each in re.finditer(r"%HERE%|%~dp0", line)):
            assert line[:at].count('"') % 2 == 1, line


def test_it_says_both_reasons_in_both_languages(script: str) -> None:
    for words in ("64 bits. Esta tiene", "64 bits. This one has", "no esta completa", "is not complete"):
        assert words in script

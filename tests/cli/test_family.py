"""`kyr family check`, `kyr family export`, `kyr traces`."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from kyr_app.cli.main import main
from kyr_app.session.session import Session
from kyr_app.store.age_copy import age_open
from kyr_app.store.slots import cheap

WORDS = "regla asalto tiempo sur bufanda hallar"
OTHER = "sanear joya piscina supremo gastar rabo"


@pytest.fixture
def kyr(capsys: pytest.CaptureFixture[str]) -> Any:
    """Run a command; return its exit status, what it said, and what went wrong."""

    def run(*arguments: object) -> tuple[int, str, str]:
        try:
            status = main([str(each) for each in arguments])
        except SystemExit as stopped:
            status = int(str(stopped.code))
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


@pytest.fixture
def stored(session: Session, tmp_path: Path) -> Path:
    """One half of a family file; the words to open it beside it, and those of a copy."""
    folder = tmp_path / "stick"
    folder.mkdir()
    session.give("adults", 2)
    session.family.create(folder, WORDS, costs=cheap())
    path = session.family.lock_target()
    (tmp_path / "words").write_text(WORDS + "\n", encoding="utf-8")
    (tmp_path / "other").write_text("\ufeff" + OTHER + "\r\n", encoding="utf-8")
    return path.with_name(path.name + ".a")


def test_a_sound_file(kyr: Any, stored: Path, tmp_path: Path) -> None:
    status, out, _ = kyr("family", "check", stored, "--phrase-from", tmp_path / "words", "--json")
    told = json.loads(out)
    assert status == 0
    assert (told["whole"], told["opened"], told["trouble"]) == (True, "newest", None)
    assert told["tables"]["answers"] == 1
    assert "adults" not in out
    status, out, _ = kyr("family", "check", stored, "--outside", "--ui", "en")
    assert status == 0
    assert "Sound" in out
    assert len(list(stored.parent.iterdir())) == 2


def test_a_damaged_file(kyr: Any, stored: Path, tmp_path: Path) -> None:
    newest = max(stored.parent.iterdir(), key=lambda path: int.from_bytes(path.read_bytes()[32:40], "little"))
    damaged = bytearray(newest.read_bytes())
    damaged[5000] ^= 1
    newest.write_bytes(damaged)
    assert kyr("family", "check", stored, "--outside")[0] == 0
    status, out, _ = kyr("family", "check", stored, "--phrase-from", tmp_path / "words", "--json")
    assert (status, json.loads(out)["opened"]) == (1, "previous")
    newest.write_bytes(damaged[:700])
    status, out, _ = kyr("family", "check", stored, "--outside", "--json")
    assert (status, json.loads(out)["whole"]) == (1, False)
    assert kyr("family", "check", stored, "--outside", "--ui", "en")[1].count("\n") >= 2


def test_a_copy_that_opens_anywhere(
    kyr: Any, stored: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "copy.age"
    command = ["family", "export", stored, "--phrase-from", tmp_path / "words", "-o", target]
    assert kyr(*command, "--copy-phrase-from", tmp_path / "other")[0] == 0
    files = age_open(target.read_bytes(), OTHER)
    assert json.loads(files["family.json"])["answers"] == {"adults": 2}
    assert "intake.pdf" in files
    before = target.read_bytes()
    assert kyr(*command, "--copy-phrase-from", tmp_path / "other")[0] == 1
    assert target.read_bytes() == before
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"hola\n")))
    assert kyr(*command, "--force", "--copy-phrase-from", "-")[0] == 1
    assert target.read_bytes() == before
    assert len(list(stored.parent.iterdir())) == 2  # no lock is left


def test_words_are_asked_on_the_terminal_and_never_shown(
    kyr: Any, stored: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdin", Terminal())
    given = iter([WORDS, OTHER, WORDS, OTHER, "nothing of this"])
    monkeypatch.setattr("getpass.getpass", lambda _: next(given))
    assert kyr("family", "check", stored)[0] == 0
    status, out, err = kyr("family", "check", stored)
    assert status == 1
    assert OTHER not in out + err
    status, _, err = kyr("family", "export", stored, "-o", tmp_path / "x.age")
    assert status == 1
    assert not (tmp_path / "x.age").exists()


@pytest.mark.parametrize("words", [b"", b"\xff\xff", b"x" * 5000, OTHER.encode()])
def test_words_that_do_not_open_it(kyr: Any, stored: Path, tmp_path: Path, words: bytes) -> None:
    (tmp_path / "wrong").write_bytes(words)
    status, out, err = kyr("family", "check", stored, "--phrase-from", tmp_path / "wrong")
    assert (status, out) == (1, "")
    assert err
    assert kyr("family", "check", stored, "--phrase-from", tmp_path / "nowhere")[0] == 1


def test_without_a_terminal_it_says_how(kyr: Any, stored: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    status, _, err = kyr("family", "check", stored)
    assert (status, "--phrase-from" in err) == (1, True)
    assert kyr("family", "check", stored.parent / "nothing.a", "--outside")[0] == 1
    assert kyr("family")[0] == 2


def test_traces_of_a_folder(kyr: Any, stored: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    folder = stored.parent
    (folder / "hoja-2026-11-22.pdf").write_bytes(b"%PDF")
    status, out, _ = kyr("traces", folder, "--json")
    told = json.loads(out)
    assert (status, told["clean"]) == (0, False)
    assert [each["kind"] for each in told["traces"]] == ["family", "paper"]
    assert {"es", "en"} == set(told["traces"][0]["place"])
    assert told["program"]["listed"] is False
    status, out, _ = kyr("traces", folder, "--ui", "en")
    assert "hoja-2026-11-22.pdf" in out
    empty = tmp_path / "empty"
    empty.mkdir()
    assert json.loads(kyr("traces", empty, "--json")[1])["clean"] is True
    assert kyr("traces", empty / "none")[0] == 1

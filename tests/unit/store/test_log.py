"""The log says where it broke and never what anybody wrote."""

import os
from pathlib import Path

import pytest

from kyr_app.model.errors import InputError
from kyr_app.session.session import Session
from kyr_app.store import log

SECRET = "Persona-Ejemplo 555-0100"


@pytest.fixture(autouse=True)
def empty() -> None:
    log.forget()


def broken(act: object, *arguments: object) -> BaseException:
    try:
        act(*arguments)  # type: ignore[operator]
    except BaseException as error:  # noqa: BLE001
        return error
    raise AssertionError


def test_a_line_has_a_code_a_kind_and_places(session: Session, kept_elsewhere: Path) -> None:
    session.interviews.start("travelers")
    error = broken(session.interviews.answer, SECRET)
    code = log.note(error)
    (line,) = log.lines()
    assert line.startswith(f"{code} InputError kyr_app/model/fitting.py:")
    assert "kyr_app/session/interviews.py:" in line
    assert (kept_elsewhere / log.NAME).read_text() == line + "\n"
    assert log.note(broken(session.interviews.answer, "another")) == code


class Persona(Exception):  # the name of a class can be anything as well
    pass


Persona.__qualname__ = Persona.__name__ = SECRET


@pytest.mark.parametrize(
    "error",
    [
        ValueError(SECRET),
        Persona(SECRET),
        KeyError(SECRET),
        FileNotFoundError(2, SECRET, f"/home/{SECRET}/x"),
        UnicodeDecodeError("utf-8", SECRET.encode(), 0, 1, SECRET),
        InputError(SECRET, SECRET),
        ExceptionGroup(SECRET, [ValueError(SECRET)]),
        SystemExit(SECRET),
    ],
)
def test_no_message_no_value_and_no_folder(error: BaseException, kept_elsewhere: Path) -> None:
    error.add_note(SECRET)
    cause = ValueError(SECRET)

    def raised() -> None:
        hidden = SECRET  # a local of the frame
        raise error from cause if hidden else None

    log.note(broken(raised))
    written = (kept_elsewhere / log.NAME).read_text()
    for part in SECRET.split():
        assert part not in written
    assert os.sep + "tests" not in written
    assert str(Path.home()) not in written


def test_it_stays_short(kept_elsewhere: Path) -> None:
    for _ in range(log.MOST_LINES + 50):
        log.note(ValueError())
    assert len(log.lines()) == log.MOST_LINES
    assert len((kept_elsewhere / log.NAME).read_text().splitlines()) == log.MOST_LINES
    assert (kept_elsewhere / log.NAME).stat().st_size < log.MOST_BYTES


def test_without_a_folder_of_its_own_it_stays_in_memory(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("KYR_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    log.note(ValueError())
    assert len(log.lines()) == 1
    assert list(tmp_path.rglob("*")) == []


def test_it_never_raises(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("KYR_HOME", str(tmp_path / "file" / "below"))
    assert log.note(ValueError()).startswith("K-")
    target = tmp_path / "target"
    target.write_text("untouched")
    monkeypatch.setenv("KYR_HOME", str(tmp_path))
    (tmp_path / log.NAME).symlink_to(target)
    log.note(ValueError())
    assert target.read_text() == "untouched"

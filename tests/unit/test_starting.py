"""How this program is started again: by itself, or by what reads it from a stick that lets nothing run."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kyr_app import places


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not ask")
def test_a_file_that_may_not_be_run_is_read_by_the_loader(tmp_path: Path) -> None:
    program = tmp_path / "guia"
    program.write_text("")
    program.chmod(0o755)
    assert places.starting(str(program)) == [str(program)]
    program.chmod(0o644)
    assert places.starting(str(program)) == ["/lib64/ld-linux-x86-64.so.2", str(program)]


def test_a_name_that_is_no_file_is_left_to_the_system() -> None:
    assert places.starting("python") == ["python"]


def test_windows_has_no_such_thing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "guia.exe"
    program.write_text("")
    monkeypatch.setattr(sys, "platform", "win32")
    assert places.starting(str(program)) == [str(program)]

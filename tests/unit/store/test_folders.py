"""Where people put files: in their own language, as their desktop says."""

from pathlib import Path

import pytest

from kyr_app.store import folders


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    return tmp_path


def test_without_any_it_is_the_persons_own_folder(home: Path) -> None:
    assert folders.personal() == (home,)


def test_as_the_desktop_calls_them(home: Path) -> None:
    for name in ("Mis papeles", "Desktop", "Escritorio", ".config"):
        (home / name).mkdir()
    said = 'XDG_DOCUMENTS_DIR="$HOME/Mis papeles"\nXDG_DESKTOP_DIR="$HOME/Escritorio"\nXDG_DOWNLOAD_DIR="$HOME/"\n'
    (home / ".config/user-dirs.dirs").write_text(said)
    assert folders.personal() == (home / "Mis papeles", home / "Escritorio", home / "Desktop")


def test_a_damaged_list_is_no_list(home: Path) -> None:
    (home / ".config").mkdir()
    (home / "Documents").mkdir()
    (home / ".config/user-dirs.dirs").write_bytes(b"\xff\xfe\0XDG")
    assert folders.personal() == (home / "Documents",)

"""A folder with a family file in it, made at no cost: words that are quick to try, for tests alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kyr_app.store import families, pingpong, slots
from kyr_app.store.families import FamilyFile
from tests.unit.store.words import PHRASE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder of its own."""
    made = tmp_path / "stick"
    made.mkdir()
    return made


@pytest.fixture
def file(folder: Path):
    """An open family file, with one table."""
    with families.create(folder, PHRASE, costs=slots.cheap()) as made:
        made.replace("people", [{"name": "Persona de Ejemplo"}])
        yield made


@pytest.fixture
def closed(file: FamilyFile) -> Path:
    """A family file of generation 4, closed: its halves hold generations 3 and 4."""
    file.replace("people", [{"name": "Persona de Ejemplo"}, {"name": "Otra Persona"}])
    file.close()
    return file.path


@pytest.fixture
def spoil() -> Callable[..., None]:
    """Change bytes of a half: the newest, or the one before it."""

    def change(path: Path, place: int, *, newest: bool = True) -> None:
        half = path.with_suffix(pingpong.half_of(4 if newest else 3))
        data = bytearray(half.read_bytes())
        data[place] ^= 0x10
        half.write_bytes(data)

    return change

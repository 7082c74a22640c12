"""The whole folder, built: made twice alike, walked through read-only, and where nothing may run. Takes minutes."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bundle import __main__ as bundle
from tests.bundle import lay, sizes, start, tour

pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(sys.platform != "linux", reason="made for the platform it runs on; tried on Linux"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder, made once for the tests below."""
    target = tmp_path_factory.mktemp("una carpeta ñ")
    assert bundle.main(["-o", str(target)]) == 0
    yield target / "guia"
    _lock(target / "guia", 0o755, 0o755)
    shutil.rmtree(target)


def _lock(folder: Path, folders: int, files: int) -> None:
    for each in (folder, *folder.rglob("*")):
        each.chmod(folders if each.is_dir() else files)


def _tour(tmp_path: Path, made: Path, program: tuple[str, ...]) -> list[tuple[tuple[str, ...], str]]:
    papers = tmp_path / "papers"
    papers.mkdir()
    tour.prepare(papers)
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path / "home"), "LANG": "C.UTF-8"}
    failed = list(tour.play(program, papers, environment))
    own = tour.with_key(made, papers)
    keyed = (*program[:-1], str(own / Path(program[-1]).name))
    kept = {**environment, "KYR_HOME": str(tmp_path / "kept")}
    failed += tour.play(keyed, papers, kept, tour.KEYED)
    assert len(list((papers / "demo").glob("*.png"))) > 20
    assert not (tmp_path / "home").exists()
    return failed


def test_it_stays_under_the_bar_and_has_no_links(folder: Path) -> None:
    assert lay.size(folder) / sizes.MIB < sizes.BAR
    assert not [each for each in folder.rglob("*") if each.is_symlink()]
    assert start.damage(folder) == []


def test_every_part_works_from_a_folder_that_cannot_be_written(folder: Path, tmp_path: Path) -> None:
    _lock(folder, 0o555, 0o555)
    assert _tour(tmp_path, folder, (str(folder / "guia"),)) == []
    assert start.damage(folder) == []


def test_every_part_works_from_a_stick_that_lets_nothing_run(folder: Path, tmp_path: Path) -> None:
    _lock(folder, 0o555, 0o444)
    assert _tour(tmp_path, folder, ("sh", str(folder / "guia.sh"))) == []


def test_it_is_made_again_alike(folder: Path, tmp_path: Path) -> None:
    assert bundle.main(["-o", str(tmp_path)]) == 0
    assert (tmp_path / "guia" / lay.HASHES).read_text("utf-8") == (folder / lay.HASHES).read_text("utf-8")

"""The folder that runs from a stick: what is laid beside the program, and, when asked for, the whole of it."""

import hashlib
import shutil
import subprocess
import sys

import pytest

from kyr_app.store import release
from tests.bundle import __main__ as bundle

SPEC = bundle.SPEC.read_text("utf-8")


@pytest.fixture
def folder(tmp_path):
    inside = tmp_path / "guia" / "_internal"
    for name in (
        "pyphen/dictionaries/hyph_es.dic",
        "pyphen/dictionaries/hyph_de_DE.dic",
        "PySide6/x.pyi",
        "a.so",
    ):
        (inside / name).parent.mkdir(parents=True, exist_ok=True)
        (inside / name).write_text("x")
    (inside / "link.so").symlink_to("a.so")
    (tmp_path / "guia" / "guia").write_text("program")
    bundle.finish(tmp_path / "guia")
    return tmp_path / "guia"


def names(folder):
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if not file.is_dir()}


def test_what_is_never_opened_is_left_out_and_so_are_links(folder):
    inside = {name for name in names(folder) if name.startswith("_internal")}
    assert inside == {"_internal/pyphen/dictionaries/hyph_es.dic", "_internal/a.so"}


def test_every_file_is_listed_and_the_self_check_agrees(folder):
    listed = dict(reversed(line.split("  ")) for line in (folder / "HASHES").read_text().splitlines())
    assert set(listed) == names(folder) - {"HASHES"}
    assert listed["guia"] == hashlib.sha256(b"program").hexdigest()
    assert release.verify(folder).same
    (folder / "guia").write_text("another")
    assert release.verify(folder).changed == ("guia",)


def test_every_package_that_is_locked_for_here_brings_its_licence(folder):
    told = (folder / "LICENCES" / "LIST.txt").read_text()
    for name in ("PySide6_Essentials", "reportlab", "pikepdf", "cryptography", "espeakng-loader", "tinydb"):
        assert name.lower() in told.lower().replace("-", "_") or name.lower() in told.lower()
    assert (
        (folder / "LICENCES" / "Guia.txt")
        .read_text()
        .startswith("                    GNU GENERAL PUBLIC LICENSE")
    )
    assert len(list((folder / "LICENCES").iterdir())) > 20


def test_the_pages_speak_both_languages(folder):
    assert "No hay que instalar nada" in (folder / "LEEME.txt").read_text("utf-8")
    assert "Nothing is installed" in (folder / "README.txt").read_text("utf-8")


def test_it_is_one_folder_without_upx():
    assert "upx=True" not in SPEC
    assert "exclude_binaries=True" in SPEC
    assert "qtbase_es.qm" in SPEC


@pytest.mark.soak
@pytest.mark.skipif(sys.platform != "linux", reason="made for the platform it runs on; tried on Linux")
def test_the_folder_plays_the_demonstration_read_only_and_is_made_again_alike(tmp_path):
    for name in ("one", "two"):
        assert bundle.main(["-o", str(tmp_path / name)]) == 0
    one, two = (tmp_path / name / "guia" for name in ("one", "two"))
    assert (one / "HASHES").read_text() == (two / "HASHES").read_text()
    assert not [file for file in one.rglob("*") if file.is_symlink()]
    for file in (one, *one.rglob("*")):
        file.chmod(0o555)
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path / "home"), "LANG": "C.UTF-8"}
    program = (str(one / "guia"),)
    done = subprocess.run((*program, "demo", "-o", str(tmp_path / "demo")), env=environment, check=False)
    assert done.returncode == 0
    assert len(list((tmp_path / "demo").glob("*.png"))) > 20
    told = subprocess.run((*program, "selftest", "--json"), env=environment, capture_output=True, check=False)
    assert told.returncode == 0, told.stdout
    assert not (tmp_path / "home").exists()
    for file in (one, *one.rglob("*")):
        if file.is_dir():
            file.chmod(0o755)
    shutil.rmtree(one)

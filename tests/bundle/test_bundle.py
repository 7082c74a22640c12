"""The folder that runs from a stick: what goes in on each system, what is laid beside it, and how it is packed."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kyr_app.store import release
from tests.bundle import __main__ as bundle
from tests.bundle import contents, deb, lay, sizes

SPEC = bundle.SPEC.read_text("utf-8")
FROZEN = (
    "pyphen/dictionaries/hyph_es.dic",
    "pyphen/dictionaries/hyph_de_DE.dic",
    "babel/locale-data/es_MX.dat",
    "babel/locale-data/pt.dat",
    "babel/locale-data/ja.dat",
    "mnemonic/wordlist/spanish.txt",
    "mnemonic/wordlist/korean.txt",
    "PySide6/x.pyi",
    "tinydb-4.dist-info/METADATA",
    "holidays-0.1.dist-info/METADATA",
    "a.so",
)
LINUX = sys.platform == "linux"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "guia" / "_internal"
    for name in FROZEN:
        (inside / name).parent.mkdir(parents=True, exist_ok=True)
        (inside / name).write_text("x")
    if LINUX:
        (inside / "link.so").symlink_to("a.so")
    (tmp_path / "guia" / "guia").write_text("program")
    bundle.finish(tmp_path / "guia")
    return tmp_path / "guia"


def names(folder: Path) -> set[str]:
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if not file.is_dir()}


@pytest.mark.skipif(not shutil.which("dpkg-deb"), reason="Debian alone")
def test_a_package_is_for_everybody_whoever_made_it(tmp_path: Path) -> None:
    root, made = tmp_path / "deb", tmp_path / "guia.deb"
    (root / "DEBIAN").mkdir(parents=True)
    (root / "DEBIAN/control").write_text(
        "Package: guia\nVersion: 1\nArchitecture: all\nMaintainer: Guia <nobody@localhost>\nDescription: x\n"
    )
    (root / "usr").mkdir()
    root.chmod(0o700)
    deb._pack(root, made, "1763769600")
    listed = subprocess.check_output(("dpkg-deb", "--contents", str(made)), text=True).splitlines()
    assert all(line.startswith("drwxr-xr-x root/root") for line in listed)
    assert len(listed) == 2


def test_what_is_never_opened_is_left_out_and_so_are_links(folder: Path) -> None:
    inside = {name.removeprefix("_internal/") for name in names(folder) if name.startswith("_internal")}
    kept = {
        "pyphen/dictionaries/hyph_es.dic",
        "babel/locale-data/es_MX.dat",
        "babel/locale-data/pt.dat",
        "holidays-0.1.dist-info/METADATA",
    }
    assert inside - {"spare/ORDER"} == {*kept, "mnemonic/wordlist/spanish.txt", "a.so"}


def test_every_file_is_listed_and_the_self_check_agrees(folder: Path) -> None:
    pairs = [line.split("  ") for line in (folder / "HASHES").read_text().splitlines()]
    listed = {name: each for each, name in pairs}
    assert set(listed) == names(folder) - {"HASHES"}
    assert listed["guia"] == hashlib.sha256(b"program").hexdigest()
    assert release.verify(folder).same
    (folder / "guia").write_text("another")
    assert release.verify(folder).changed == ("guia",)


def test_a_bundle_without_its_list_is_no_copy_of_the_source(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "HASHES").unlink()
    assert not release.verify(folder).listed
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    found = release.verify(folder)
    assert found.listed
    assert not found.same


def test_every_package_that_is_locked_for_here_brings_its_licence(folder: Path) -> None:
    told = (folder / "LICENCES" / "LIST.txt").read_text().lower().replace("-", "_")
    for name in (
        "pyside6_essentials",
        "reportlab",
        "pikepdf",
        "cryptography",
        "espeakng_loader",
        "tinydb",
        "python 3",
    ):
        assert name in told
    assert (folder / "LICENCES" / "Guia.txt").read_text().lstrip().startswith("GNU GENERAL PUBLIC LICENSE")
    assert len(list((folder / "LICENCES").iterdir())) > 20


def test_the_pages_speak_both_languages(folder: Path) -> None:
    assert "No hay que instalar nada" in (folder / "LEEME.txt").read_text("utf-8")
    assert "Nothing is installed" in (folder / "README.txt").read_text("utf-8")
    assert (folder / "authors" / "lessons.md").is_file()


@pytest.mark.skipif(not LINUX, reason="rights of files as Linux has them")
def test_everybody_may_read_all_of_it(tmp_path: Path) -> None:
    inside = tmp_path / "guia" / "_internal"
    inside.mkdir(parents=True, mode=0o700)
    (inside / "guia-1.pub").touch(mode=0o600)
    (tmp_path / "guia" / "guia").touch(mode=0o700)
    lay.readable(tmp_path / "guia")
    modes = {each.name: each.stat().st_mode & 0o777 for each in (tmp_path / "guia").rglob("*")}
    assert modes == {"_internal": 0o755, "guia-1.pub": 0o644, "guia": 0o755}


def test_authors_find_what_they_work_on() -> None:
    inside = {target for _, target in contents.data()}
    own = "kyr_app/_data"
    assert {f"{own}/assets/content", f"{own}/forms", f"{own}/translations"} <= inside


def test_it_is_one_folder_without_upx() -> None:
    assert "upx=True" not in SPEC
    assert "exclude_binaries=True" in SPEC


@pytest.mark.parametrize(
    ("entry", "stays"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        (r"PySide6\plugins\platforms\qwindows.dll", True),
        (r"PySide6\plugins\printsupport\windowsprintersupport.dll", True),
        (r"PySide6\plugins\styles\qmodernwindowsstyle.dll", True),
        (r"PySide6\plugins\imageformats\qjpeg.dll", True),
        (r"PySide6\plugins\imageformats\qtiff.dll", False),
        (r"PySide6\plugins\tls\qopensslbackend.dll", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        (r"PySide6\translations\qtbase_es.qm", True),
        (r"PySide6\translations\qtbase_de.qm", False),
        (r"PySide6\Qt6Quick.dll", False),
        (r"PySide6\opengl32sw.dll", False),
        (r"PySide6\Qt6Gui.dll", True),
        ("PySide6/Qt/lib/libQt6Svg.so.6", False),
        (r"babel\locale-data\es.dat", True),
    ],
)
def test_paths_of_both_systems_are_read_alike(
    entry: str, *, stays: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert contents.wanted((entry, "from", "BINARY")) == stays
    monkeypatch.setenv(contents.NO_TRIM, "1")
    assert contents.wanted((entry, "from", "BINARY"))


def test_on_windows_the_voice_is_a_dll_and_nothing_is_taken_from_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "espeak-ng.dll").write_text("x")
    monkeypatch.setattr(contents, "package", lambda _: tmp_path)
    assert contents.libraries(tmp_path / "no such folder") == [
        (str(tmp_path / "espeak-ng.dll"), "espeakng_loader")
    ]


def test_all_that_is_read_at_run_time_is_there_and_speaks_the_languages_of_packs() -> None:
    found = contents.data()
    assert [source for source, _ in found if not Path(source).exists()] == []
    targets = {f"{target}/{Path(source).name}" for source, target in found}
    for language in (*contents.LANGUAGES, *contents.PACK_LANGUAGES):
        assert f"espeakng_loader/espeak-ng-data/{language}_dict" in targets
    assert "espeakng_loader/espeak-ng-data/lang/roa/pt-BR" in targets
    assert all("\\" not in target for _, target in found)


def test_pieces_are_counted_by_package_and_each_has_its_reason(folder: Path) -> None:
    found = sizes.pieces(folder)
    assert sum(found.values()) == lay.size(folder)
    assert sizes.piece(("_internal", "PySide6", "Qt", "lib", "libQt6Gui.so.6")) == "PySide6/Qt/lib"
    assert sizes.piece(("_internal", "libpython3.11.so.1.0")) == "libpython"
    assert sizes.piece(("_internal", "python3.11", "lib-dynload", "math.so")) == "python"
    assert "?" not in [
        sizes.WHY.get(name, "?") for name in ("spare", "guia", "cryptography", "PySide6/Qt/lib")
    ]


@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="a package of Debian needs its tool")
def test_a_package_holds_the_folder_and_a_way_to_start_it(folder: Path) -> None:
    made = deb.build(folder, "1763769600")
    told = subprocess.check_output(("dpkg-deb", "--contents", str(made)), text=True)
    for name in (
        "./usr/lib/guia/guia",
        "./usr/share/applications/guia.desktop",
        "./usr/bin/guia -> ../lib/guia/guia",
    ):
        assert name in told
    assert all(line.split()[1] == "root/root" for line in told.splitlines())
    said = subprocess.check_output(("dpkg-deb", "--field", str(made)), text=True)
    assert "Depends: libc6 (>= " in said
    again = deb.build(folder, "1763769600")
    assert hashlib.sha256(again.read_bytes()).digest() == hashlib.sha256(made.read_bytes()).digest()

"""Make the folder that runs from a stick: `python3 dev.py bundle [-o DIR]`.

For the platform it runs on. In it: the program, its lessons, voice and letters, the licence of everything inside, a
list of hashes, and a page in two languages that says how to start. Two builds of one checkout give the same list.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from importlib import metadata
from pathlib import Path

from kyr_app import __version__

ROOT = Path(__file__).resolve().parents[2]
SPEC = Path(__file__).with_name("guia.spec")
HASHES = "HASHES"
MIB = 1024 * 1024
_DAY = "1763769600"
"""The date that PyInstaller writes where it needs one: the same for every build."""


def main(arguments: list[str]) -> int:
    """Build, then say how large it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "build" / "bundle", metavar="DIR")
    parser.add_argument("--deb", action="store_true", help="also a package for Debian and its relatives")
    chosen = parser.parse_args(arguments)
    target = chosen.output.resolve()
    shutil.rmtree(target, ignore_errors=True)
    if status := _freeze(target):
        return status
    folder = target / "guia"
    before = size(folder)
    finish(folder)
    print(
        f"{folder}: {size(folder) / MIB:.0f} MiB ({before / MIB:.0f} untrimmed), {len(_files(folder))} files"
    )
    for name, part in _largest(folder):
        print(f"  {part / MIB:6.1f} MiB  {name}")
    if chosen.deb:
        print(_deb(folder))
    return 0


def finish(folder: Path) -> None:
    """Trim what was frozen, and lay beside it the licences, the pages and the list of hashes."""
    _trim(folder)
    _licences(folder)
    _pages(folder)
    _hashes(folder)


def size(folder: Path) -> int:
    """Return the bytes of all files in a folder."""
    return sum(file.stat().st_size for file in _files(folder))


def _freeze(target: Path) -> int:
    environment = {**os.environ, "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": _DAY}
    work = target / ".work"
    options = ("--noconfirm", "--clean", "--log-level=WARN", f"--distpath={target}", f"--workpath={work}")
    command = (sys.executable, "-m", "PyInstaller", *options, str(SPEC))
    status = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
    shutil.rmtree(work, ignore_errors=True)
    return status


def _files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.is_file() and not file.is_symlink())


def _trim(folder: Path) -> None:
    """Take away what PyInstaller brings and the program never opens."""
    inside = folder / "_internal"
    for link in [each for each in folder.rglob("*") if each.is_symlink()]:
        link.unlink()  # a stick with FAT has no links, and the libraries find one another without
    for pattern in ("**/*.pyi", "**/*.pdb", "**/tests", "**/babel/locale-data/*.dat", "**/*.dist-info"):
        for found in list(inside.glob(pattern)):
            if found.suffix == ".dat" and found.stem.split("_")[0] in {"root", "es", "en", "pt", "ht", "fr"}:
                continue
            shutil.rmtree(found) if found.is_dir() else found.unlink()
    for found in inside.glob("pyphen/dictionaries/*.dic"):
        if found.name not in {"hyph_es.dic", "hyph_en_US.dic"}:
            found.unlink()
    for found in inside.glob("mnemonic/wordlist/*.txt"):
        if found.stem not in {"spanish", "english"}:
            found.unlink()
    if shutil.which("strip"):  # Python's own libraries come with all that a debugger would ask for
        own = [*inside.glob("libpython*.so*"), *inside.glob("python3*/lib-dynload/*.so")]
        for library in own:
            subprocess.run(("strip", "--strip-unneeded", str(library)), check=True)


def _licences(folder: Path) -> None:
    """Copy the licence of every package inside; name the terms where a package brings no text."""
    target = folder / "LICENCES"
    target.mkdir()
    shutil.copy(ROOT / "LICENSE", target / "Guia.txt")
    told = []
    for name in sorted(_packages()):
        found = metadata.distribution(name)
        terms = found.metadata.get("License-Expression") or found.metadata.get("License") or "see its files"
        told.append(f"{found.metadata['Name']} {found.version}: {terms.splitlines()[0][:100]}")
        for file in found.files or ():
            if any(word in file.name.upper() for word in ("LICEN", "COPYING", "NOTICE", "COPYRIGHT", "OFL")):
                source = Path(str(found.locate_file(file)))
                if source.is_file() and source.suffix != ".py":
                    shutil.copy(source, target / f"{name}-{file.name}")
    (target / "LIST.txt").write_text("\n".join(told) + "\n", "utf-8")


def _packages() -> set[str]:
    lines = (ROOT / "requirements.lock").read_text().splitlines()
    named = {
        line.split("==")[0].split(";")[0].strip() for line in lines if "==" in line and line[0].isalpha()
    }
    return {name for name in named if _here(name)} | {"pyinstaller"}


def _here(name: str) -> bool:
    try:
        metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def _pages(folder: Path) -> None:
    for name in ("LEEME.md", "README.md"):
        shutil.copy(ROOT / "docs" / "bundle" / name, folder / name.replace(".md", ".txt"))
    if sys.platform == "win32":
        (folder / "Guia.bat").write_text('@echo off\r\nstart "" "%~dp0guia.exe" %*\r\n', "ascii")


def _hashes(folder: Path) -> None:
    """Write the list that crossing mode and the self-check hold the folder against."""
    lines = [
        f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.relative_to(folder).as_posix()}"
        for file in _files(folder)
        if file.name != HASHES
    ]
    (folder / HASHES).write_text("\n".join(lines) + "\n", "utf-8")


def _deb(folder: Path) -> Path:
    """Make a package that puts the folder under `/opt/guia` and an entry into the menu."""
    root = folder.parent / "deb"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(folder, root / "opt" / "guia")
    menu = root / "usr" / "share" / "applications" / "guia.desktop"
    menu.parent.mkdir(parents=True)
    entry = ("[Desktop Entry]", "Type=Application", "Name=Guía", "Exec=/opt/guia/guia", "Terminal=false")
    menu.write_text("\n".join((*entry, "Categories=Education;")) + "\n", "utf-8")
    control = root / "DEBIAN" / "control"
    control.parent.mkdir()
    about = "Lessons, lists and papers for families who ask for protection, offline"
    lines = {
        "Package": "guia",
        "Version": __version__,
        "Architecture": subprocess.check_output(("dpkg", "--print-architecture"), text=True).strip(),
        "Maintainer": "Guia <nobody@localhost>",
        "Installed-Size": str(size(folder) // 1024),
        "Description": about,
    }
    control.write_text("".join(f"{name}: {value}\n" for name, value in lines.items()), "utf-8")
    made = folder.parent / f"guia_{__version__}_{lines['Architecture']}.deb"
    environment = {**os.environ, "SOURCE_DATE_EPOCH": _DAY}
    command = ("dpkg-deb", "--root-owner-group", "-Zxz", "-z1", "--build", str(root), str(made))
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    shutil.rmtree(root)
    return made


def _largest(folder: Path) -> list[tuple[str, int]]:
    parts: dict[str, int] = {}
    for file in _files(folder):
        inside = file.relative_to(folder).parts
        name = "/".join(inside[:2]) if inside[0] == "_internal" else inside[0]
        parts[name] = parts.get(name, 0) + file.stat().st_size
    return sorted(parts.items(), key=lambda each: -each[1])[:16]


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

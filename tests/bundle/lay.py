"""What is laid beside the frozen program: licences, pages, the scripts that start it, and the list of hashes."""

from __future__ import annotations

import hashlib
import shutil
import stat
import sys
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

from tests.bundle import links
from tests.bundle.contents import ROOT
from tests.bundle.thin import SPARES

HASHES = "HASHES"
LAUNCH = Path(__file__).with_name("launch")
_NO_LIBC = (2, 0)
_TEXTS = ("LICEN", "COPYING", "NOTICE", "COPYRIGHT", "OFL")
_DEBIAN = Path("/usr/share/doc")


def beside(folder: Path) -> None:
    """Lay everything beside the program in `folder`; the list of hashes last."""
    licences(folder)
    pages(folder)
    readable(folder)
    hashes(folder)


def readable(folder: Path) -> None:
    """Let everybody read every file: a publisher's key that only its maker may read counts for nobody."""
    for each in (folder, *folder.rglob("*")):
        if not each.is_symlink():
            runs = each.is_dir() or each.stat().st_mode & stat.S_IXUSR
            each.chmod(0o755 if runs else 0o644)


def files(folder: Path) -> list[Path]:
    """Return all files of a folder, in the order of their names; links are none."""
    return sorted(file for file in folder.rglob("*") if file.is_file() and not file.is_symlink())


def size(folder: Path) -> int:
    """Return the bytes of all files in a folder."""
    return sum(file.stat().st_size for file in files(folder))


def licences(folder: Path) -> None:
    """Copy the licence of every package inside; name the terms where a package brings no text."""
    target = folder / "LICENCES"
    target.mkdir()
    shutil.copy(ROOT / "LICENSE", target / "Guia.txt")
    told = []
    for name in sorted(packages()):
        found = metadata.distribution(name)
        terms = found.metadata.get("License-Expression") or found.metadata.get("License") or "see its files"
        told.append(f"{found.metadata['Name']} {found.version}: {terms.splitlines()[0][:100]}")
        for file in found.files or ():
            if any(word in file.name.upper() for word in _TEXTS):
                source = Path(str(found.locate_file(file)))
                if source.is_file() and source.suffix != ".py":
                    shutil.copy(source, target / f"{name}-{file.name}")
    told += _python(target) + _system(folder, target)
    (target / "LIST.txt").write_text("\n".join(told) + "\n", "utf-8")


def packages() -> set[str]:
    """Return the packages that are locked for running the program, and installed here."""
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


def _python(target: Path) -> list[str]:
    """Copy the licence of Python itself, which is a package of nobody."""
    homes = (Path(sys.base_prefix) / "LICENSE.txt", Path(shutil.__file__).with_name("LICENSE.txt"))
    for home in homes:
        if home.is_file():
            shutil.copy(home, target / "Python.txt")
            break
    return [f"Python {sys.version.split()[0]}: PSF-2.0"]


def _system(folder: Path, target: Path) -> list[str]:
    """Copy the licences of the libraries that come from the system of the build: Debian keeps one for each package."""
    told = []
    for library in sorted(each.name for each in links.libraries(folder) if _of_the_system(folder, each)):
        found = [
            each for each in sorted(_DEBIAN.glob(f"{library.split('.so')[0]}*/copyright")) if each.is_file()
        ]
        if found:
            shutil.copy(found[0], target / f"{found[0].parent.name}-copyright")
        told.append(
            f"{library}: {'see ' + found[0].parent.name + '-copyright' if found else 'of the system'}"
        )
    return told


def _of_the_system(folder: Path, library: Path) -> bool:
    inside = folder / "_internal"
    own = library.name.startswith("libpython") or links.opened(library)
    return library.parent in {inside, inside / SPARES} and not own


def pages(folder: Path, system: str = sys.platform) -> None:
    """Lay the pages that say how to start, those for authors, and the script that starts it or says why it cannot."""
    for name in ("LEEME.md", "README.md"):
        shutil.copy(ROOT / "docs" / "bundle" / name, folder / name.replace(".md", ".txt"))
    shutil.copytree(ROOT / "docs" / "authors", folder / "authors")
    if system == "win32":
        text = (LAUNCH / "Guia.bat").read_text("ascii")
        (folder / "Guia.bat").write_bytes(text.replace("\n", "\r\n").encode("ascii"))
    else:
        text = (LAUNCH / "guia.sh").read_text("utf-8")
        oldest = ".".join(map(str, oldest_libc(folder)))
        (folder / "guia.sh").write_text(text.replace("@LIBC@", oldest), "utf-8")
        (folder / "guia.sh").chmod(0o755)


def oldest_libc(folder: Path) -> tuple[int, ...]:
    """Return the oldest version of the C library that the program starts with. Spares do not count."""
    own = [each for each in links.libraries(folder) if each.parent.name != SPARES]
    return links.newest(own) or _NO_LIBC


def hashes(folder: Path) -> None:
    """Write the list that crossing mode, the self-check and the scripts hold the folder against."""
    (folder / HASHES).write_text("".join(f"{each}\n" for each in _hashed(folder)), "utf-8", newline="\n")


def _hashed(folder: Path) -> Iterable[str]:
    for file in files(folder):
        if file.name != HASHES:
            yield f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.relative_to(folder).as_posix()}"

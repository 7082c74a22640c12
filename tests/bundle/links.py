"""What the libraries of the folder ask of one another, and of the computer. Reads ELF through binutils' `readelf`."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

_ELF = b"\x7fELF"
_NEEDED = re.compile(r"\(NEEDED\).*\[(.+)\]")
_FOLDERS = re.compile(r"\((?:RPATH|RUNPATH)\).*\[(.+)\]")
_VERSION = re.compile(r"\b(GLIBC|GLIBCXX)_([\d.]+)\b")
_OPENED = (".abi3.so", ".cpython-", "/plugins/", "libpython", "libespeak-ng.so", "libpdfium.so")
"""Marks of what Python or Qt opens by name; every other library is there because one of these is linked to it."""
SYSTEM = (
    "linux-vdso", "ld-linux", "libc.so", "libm.so", "libdl.so", "librt.so", "libpthread.so", "libresolv.so",
    "libutil.so", "libmvec.so", "libanl.so", "libnsl.so",
)  # fmt: skip
"""Of the C library: must be the computer's own, never ours."""


def libraries(folder: Path) -> tuple[Path, ...]:
    """Return the ELF files under `folder`, in the order of their names."""
    return tuple(sorted(each for each in folder.rglob("*") if each.is_file() and is_elf(each)))


def is_elf(file: Path) -> bool:
    """Return whether a file is a program or library of Linux."""
    with file.open("rb") as opened:
        return opened.read(4) == _ELF


def needed(file: Path) -> tuple[str, ...]:
    """Return the libraries that a library is linked to, by name."""
    return tuple(_NEEDED.findall(_read("-d", file)))


def looks_in(file: Path) -> tuple[str, ...]:
    """Return the lists of folders of its own in which a library looks for others, where they begin at the root."""
    return tuple(each for each in _FOLDERS.findall(_read("-d", file)) if each.startswith("/"))


def missing_words(file: Path) -> tuple[str, ...]:
    """Return the names that a library expects others to define, without their version."""
    lines = _read("--dyn-syms", file).splitlines()
    return tuple(line.split()[7].split("@")[0] for line in lines if " UND " in line and len(line.split()) > 7)


def newest(files: Iterable[Path], family: str = "GLIBC") -> tuple[int, ...]:
    """Return the newest version of the C library (or `GLIBCXX`) that any of these files was built against."""
    found = {
        match[1] for each in files for match in _VERSION.findall(_read("-V", each)) if match[0] == family
    }
    return max((tuple(map(int, each.split("."))) for each in found), default=())


def opened(file: Path) -> bool:
    """Return whether a library is opened by name, so that nothing has to be linked to it."""
    return any(mark in file.as_posix() for mark in _OPENED)


def reached(links: Mapping[Path, tuple[str, ...]], left_to_host: frozenset[str]) -> tuple[Path, ...]:
    """Return the libraries that something opened is linked to, each after all that it is linked to itself.

    What is named in `left_to_host` counts as the computer's own, with all that only it is linked to.
    """
    by_name = {each.name: each for each in links}
    order: dict[Path, None] = {}

    def visit(file: Path, above: frozenset[Path]) -> None:
        if file in order or file in above:
            return
        for name in links[file]:
            if name in by_name and name not in left_to_host:
                visit(by_name[name], above | {file})
        order[file] = None

    for file in links:
        if opened(file):
            visit(file, frozenset())
    return tuple(order)


def _read(what: str, file: Path) -> str:
    command = ("readelf", "-W", what, str(file))
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout

"""Take away what PyInstaller brings and the program never opens, and set aside what most computers have."""

from __future__ import annotations

import ctypes
import shutil
import subprocess
import sys
from pathlib import Path

from tests.bundle import contents, links, stand_in

SPARES = "spare"
ORDER = "ORDER"
"""The list of spares: each after those that it is linked to. `start.py` goes through it."""

_NEVER = ("**/*.pyi", "**/*.pdb", "**/tests", "**/zoneinfo/*.tar.gz", "**/README_*.txt")
_ASK_THEIR_VERSION = ("holidays-",)
"""Packages that look for what is written of themselves when they are fetched."""
_WITH_PYTHON = ("libpython", "libz.so", "libffi", "libbz2", "liblzma", "libsqlite3")
"""What Python opens before any line of ours runs."""
HOST = frozenset({"libcups.so.2"})
"""Printing on Linux is CUPS's: who has a printer has its library, and no other copy of it would find the queue."""


def trim(inside: Path) -> None:
    """Trim the folder of a frozen program. On Windows the files that are never opened go, and nothing else."""
    for link in [each for each in inside.rglob("*") if each.is_symlink()]:
        link.unlink()  # a stick with FAT has no links, and the libraries find one another without
    for found in [each for pattern in _NEVER for each in inside.glob(pattern)]:
        shutil.rmtree(found) if found.is_dir() else found.unlink()
    for found in inside.glob("*.dist-info"):
        if not found.name.startswith(_ASK_THEIR_VERSION):
            shutil.rmtree(found)
    _lists(inside)
    if sys.platform == "linux":
        stand_in.replace_all(inside)
        _unreached(inside)
        _strip(inside)
        _forget_where_it_was_made(inside)
        _set_aside(inside)


def _lists(inside: Path) -> None:
    """Keep of Babel's and others' lists the languages that the program or a pack may speak."""
    spoken = {"root", *contents.LANGUAGES, *contents.PACK_LANGUAGES}
    for found in inside.glob("babel/locale-data/*.dat"):
        if found.stem.split("_")[0] not in spoken:
            found.unlink()
    wanted = {
        Path(source).name for source, target in contents.data() if target.startswith(("pyphen", "mnemonic"))
    }
    for found in [*inside.glob("pyphen/dictionaries/*"), *inside.glob("mnemonic/wordlist/*")]:
        if found.name not in wanted:
            found.unlink()


def _unreached(inside: Path) -> None:
    """Remove the libraries that nothing is linked to any more, and the C library's own."""
    known = {each: links.needed(each) for each in links.libraries(inside)}
    kept = set(links.reached(known, HOST))
    for file in known:
        if file not in kept or file.name.startswith(links.SYSTEM):
            file.unlink()


def _strip(inside: Path) -> None:
    """Take from each library what only a debugger asks for; one that would not open any more stays whole."""
    if not shutil.which("strip"):
        return
    for library in links.libraries(inside):
        whole = library.read_bytes()
        done = subprocess.run(("strip", "--strip-unneeded", str(library)), capture_output=True, check=False)
        if done.returncode or not _sound(library):
            library.write_bytes(whole)


def _forget_where_it_was_made(inside: Path) -> None:
    """Let no library look for others in a folder of the computer that made this: it looks beside itself instead."""
    beside = b"$ORIGIN"
    for library in links.libraries(inside):
        for path in (each.encode() for each in links.looks_in(library)):
            if len(path) >= len(beside):
                whole = library.read_bytes()
                library.write_bytes(
                    whole.replace(b"\0" + path + b"\0", b"\0" + beside.ljust(len(path), b"\0") + b"\0")
                )


def _sound(library: Path) -> bool:
    """Return whether the parts of a library still lie where a program that opens it looks for them."""
    told = subprocess.run(("readelf", "-lW", str(library)), capture_output=True, text=True, check=False)
    for line in told.stdout.splitlines():
        words = line.split()
        if words[:1] == ["LOAD"]:
            offset, address, align = int(words[1], 16), int(words[2], 16), int(words[-1], 16)
            if (address - offset) % align or align < ctypes.sizeof(ctypes.c_void_p):
                return False
    return told.returncode == 0


def _set_aside(inside: Path) -> None:
    """Move the libraries of the desktop into a folder of their own: they are for computers without.

    In the program's own folder they would be taken before the computer's, and a newer driver of its screen, which
    needs its own, would not open.
    """
    target = inside / SPARES
    target.mkdir()
    known = {each: links.needed(each) for each in links.libraries(inside)}
    lent = [
        each
        for each in links.reached(known, HOST)
        if each.parent == inside and not links.opened(each) and not each.name.startswith(_WITH_PYTHON)
    ]
    for file in lent:
        file.rename(target / file.name)
    (target / ORDER).write_text("".join(f"{each.name}\n" for each in lent), "ascii")

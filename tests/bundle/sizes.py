"""How large the folder is, piece by piece, and why each large piece stays: writes `docs/bundle/SIZES.md`."""

from __future__ import annotations

import io
import platform
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from tests.bundle import lay, links, thin
from tests.bundle.contents import ROOT

MIB = 1024 * 1024
BAR = 160
"""MiB unpacked that the folder should stay under."""
TARGET = ROOT / "docs" / "bundle" / "SIZES.md"
_LEAST = 0.5
"""MiB: a piece that is smaller is counted with the others."""

WHY = {
    "PySide6/Qt/lib": "Qt: the window, letters, the preview of a PDF, X11 and Wayland",
    "PySide6": "Qt as Python sees it",
    "PySide6/Qt/plugins": "X11, Wayland, no screen; JPEG; printers; typing of accents; screen readers",
    "PySide6/Qt/translations": "Qt's own buttons in Spanish, and in the languages of packs",
    "spare": "libraries of the desktop, for a computer without; see *Who brings what*",
    "cryptography": "the seal of a family file, the signatures of packs",
    "guia": "the program itself and all that is Python, packed",
    "pypdfium2_raw": "PDFium: draws a stranger's PDF as pictures, in a process of its own",
    "pikepdf.libs": "qpdf: official forms, packets, booklets",
    "pikepdf": "qpdf as Python sees it",
    "libpython": "Python",
    "python": "Python's own libraries",
    "pillow.libs": "what Pillow is linked to: JPEG, TIFF, JPEG 2000",
    "PIL": "photos: turn, crop, make readable",
    "pillow_heif.libs": "photos as newer telephones keep them, without the encoder",
    "kyr_app": "lessons, forms, words",
    "pyrage": "a copy of a family file that any age tool opens",
    "babel": "dates and lists in the languages of the program and of packs",
    "espeakng_loader": "the voice",
    "qtawesome": "the icons: one file of letters and its map",
    "base_library.zip": "Python's modules that it needs to begin",
    "libsqlite3": "search",
    "LICENCES": "the licence of everything inside",
    "shiboken6": "Qt as Python sees it",
}
_WHERE = """\
- **Left out by the list of what goes in** (`contents.py`): plugins, translations and libraries of Qt that a window of
  widgets does not reach; OpenSSL for `hashlib`, which counts without; `lxml`, which pikepdf fetches for a kind of
  metadata that is neither read nor written here.
- **Taken away after PyInstaller** (`thin.py`): links, which FAT has not; lists in other languages; libraries that
  nothing is linked to any more.
- **Replaced** (`stand_in.py`): the video encoder that libheif is linked to (22) and ICU's alphabets (31), by
  libraries of the same names that answer *nothing*. `pi-heif`, the same reader of photos without the encoder, ended
  with 1.4 in June 2026: a reader of strangers' files that nobody mends is no bargain.
- **Stripped**: what only a debugger asks for (14).
- **Left to the computer**: CUPS and the twelve libraries behind it (7). Whoever has a printer has them."""


def summary(folder: Path, before: int) -> Iterator[str]:
    """Yield what a build says of itself."""
    count = len(lay.files(folder))
    yield f"{folder}: {lay.size(folder) / MIB:.0f} MiB ({before / MIB:.0f} untrimmed), {count} files"
    for name, part in list(pieces(folder).items())[:16]:
        yield f"  {part / MIB:6.1f} MiB  {name}"


def pieces(folder: Path) -> dict[str, int]:
    """Return the bytes of each piece of the folder, the largest first."""
    found: dict[str, int] = {}
    for file in lay.files(folder):
        name = piece(file.relative_to(folder).parts)
        found[name] = found.get(name, 0) + file.stat().st_size
    return dict(sorted(found.items(), key=lambda each: (-each[1], each[0])))


def piece(parts: tuple[str, ...]) -> str:
    """Return the piece that a file is counted with: its package; of Qt's, the kind; of Python, one name for all."""
    inside = parts[1:] if parts[0] == "_internal" else parts
    if inside[:2] == ("PySide6", "Qt"):
        return "/".join(inside[:3])
    first = inside[0].split(".cpython")[0]
    for name in ("libpython", "libsqlite3"):
        if first.startswith(name):
            return name
    return "python" if first.startswith("python3") else first


def packed(folder: Path) -> tuple[int, int]:
    """Return the bytes of the folder packed as tar.xz and as zip."""
    xz, plain = io.BytesIO(), io.BytesIO()
    with tarfile.open(fileobj=xz, mode="w:xz", preset=6) as tar:
        tar.add(folder, "guia")
    with zipfile.ZipFile(plain, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for file in lay.files(folder):
            archive.write(file, f"guia/{file.relative_to(folder).as_posix()}")
    return len(xz.getvalue()), len(plain.getvalue())


def host(folder: Path) -> tuple[str, ...]:
    """Return the libraries that something in the folder is linked to and the folder does not bring."""
    own = links.libraries(folder)
    brought = {each.name for each in own}
    asked = {name for each in own for name in links.needed(each)}
    return tuple(sorted(each for each in asked - brought if not each.startswith(links.SYSTEM)))


def table(folder: Path, whole: Path) -> Iterator[str]:
    """Yield the lines of a table: each piece, before and after trimming, and why it stays."""
    after, before = pieces(folder), pieces(whole)
    yield "| MiB before | MiB after | piece | why it stays |"
    yield "|---:|---:|---|---|"
    large = [each for each in after if after[each] >= _LEAST * MIB]
    for name in large:
        yield f"| {_mib(before.get(name, 0))} | {_mib(after[name])} | `{name}` | {WHY.get(name, '?')} |"
    gone = sorted(set(before) - set(large), key=lambda each: -before[each])
    small = sum(after.get(each, 0) for each in {*after} - {*large})
    yield f"| {_mib(sum(before[each] for each in gone))} | {_mib(small)} | {len(gone)} smaller ones | |"
    yield f"| **{_mib(sum(before.values()))}** | **{_mib(sum(after.values()))}** | all | |"


def write(folder: Path, whole: Path) -> None:
    """Write the page from a trimmed folder and one that PyInstaller made with nothing left out."""
    xz, plain = packed(folder)
    libc = ".".join(map(str, lay.oldest_libc(folder)))
    spares = (folder / "_internal" / thin.SPARES / thin.ORDER).read_text("ascii").split()
    total = lay.size(folder) / MIB
    lines = [
        "# How large the folder is, and why",
        "",
        "<!-- Made by `python3 dev.py bundle --sizes`; do not edit. -->",
        "",
        f"Measured on {_system()}, {platform.machine()}, with the versions of `requirements.lock`: **{total:.0f} MiB**",
        f"unpacked in {len(lay.files(folder))} files, {lay.size(whole) / MIB:.0f} MiB before trimming; packed",
        f"{xz / MIB:.0f} MiB as tar.xz, {plain / MIB:.0f} MiB as zip. The bar is {BAR} MiB.",
        "",
        *table(folder, whole),
        "",
        "## Where the difference went",
        "",
        _WHERE,
        "",
        "## Who brings what",
        "",
        f"The computer: Linux with glibc {libc} or newer (the Python that froze it asks for that), x86-64.",
        f"For printing and Wayland also {', '.join(f'`{each}`' for each in host(folder))}:",
        "whoever prints or has Wayland has them.",
        "",
        f"The folder has {len(spares)} spares in `_internal/{thin.SPARES}`, each taken only where the computer has no",
        "library of that name (`start.py`): a driver of the screen must meet the libraries it was built with.",
        "",
    ]
    TARGET.write_text("\n".join(lines), "utf-8")


def _system() -> str:
    if sys.platform != "linux":
        return platform.platform()
    return platform.freedesktop_os_release()["PRETTY_NAME"].split(" (")[0]


def _mib(size: float) -> str:
    return f"{size / MIB:.1f}"

"""Two libraries that the program is linked to and never calls, each replaced by a small one of the same name.

- **libx265**, 22 MiB: an encoder of video. libheif opens a telephone's photo without it, and writes none here.
- **libicudata**, 31 MiB: the alphabets of all languages. Qt sorts with them in file dialogs and knows the names of time
  zones; what upper and lower case are lies in another library. An ICU without data is ICU's own way to be built small:
  it answers that it has none, and Qt compares letter by letter.

Needs a C compiler. Without one both stay as they are, and the folder is 52 MiB larger.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.bundle import links

_COMPILE = ("-shared", "-fPIC", "-O1", "-nostdlib", "-s", "-Wl,--build-id=none", "-Wl,-z,noexecstack")
_SILENT = """\
/* Stands in for an encoder that this program never calls: no interface, nothing to clean up. */
{functions}
"""
_EMPTY = """\
/* A table of ICU's data with no entry: a header of 32 bytes, what kind of data it is, and how many items there are. */
struct {{
    unsigned short header_size;
    unsigned char magic[2];
    unsigned short info_size, reserved;
    unsigned char big_endian, ascii, size_of_letter, padding, kind[4], version[4], data_version[4], fill[8];
    unsigned int items, none[3];
}} const {symbol} __attribute__((aligned(16))) = {{
    32, {{0xda, 0x27}}, 20, 0, 0, 0, 2, 0, {{'T', 'o', 'C', 'P'}}, {{1, 0, 0, 0}}, {{0}}, {{0}}, 0, {{0}}
}};
"""


def compiler() -> str | None:
    """Return the C compiler of this computer; None where it has none."""
    return shutil.which("cc") or shutil.which("gcc")


def replace_all(inside: Path) -> tuple[str, ...]:
    """Replace what can be replaced in a folder; return the names of the files. Nothing, without a compiler."""
    if compiler() is None:
        return ()
    done = []
    for pattern, write in _STAND_INS.items():
        for file in sorted(inside.rglob(pattern)):
            users = [each for each in links.libraries(file.parent) if file.name in links.needed(each)]
            compile_as(file, write(file, users))
            done.append(file.name)
    return tuple(done)


def compile_as(file: Path, source: str) -> None:
    """Put a library made of this C source in the place of `file`, with its name."""
    command = [compiler() or "cc", *_COMPILE, f"-Wl,-soname,{file.name}", "-x", "c", "-", "-o", str(file)]
    subprocess.run(command, input=source, text=True, check=True)


def _encoder(_: Path, users: list[Path]) -> str:
    asked = sorted({name for each in users for name in links.missing_words(each) if name.startswith("x265_")})
    return _SILENT.format(functions="\n".join(f"void *{name}(int depth) {{ return 0; }}" for name in asked))


def _alphabets(file: Path, _: list[Path]) -> str:
    return _EMPTY.format(symbol=f"icudt{file.name.rsplit('.', 1)[-1]}_dat")


_STAND_INS: dict[str, Callable[[Path, list[Path]], str]] = {
    "libx265*.so*": _encoder,
    "libicudata.so.*": _alphabets,
}

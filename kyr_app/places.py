"""Where the program itself is: its own read-only data and what starts it, in a checkout and in a bundle alike.

Knows no user data: what a family keeps is the business of `store`.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_FONTS = {
    "regular": "AtkinsonHyperlegible-Regular.ttf",
    "bold": "AtkinsonHyperlegible-Bold.ttf",
    "italic": "AtkinsonHyperlegible-Italic.ttf",
    "bold-italic": "AtkinsonHyperlegible-BoldItalic.ttf",
}


_LOADER = "/lib64/ld-linux-x86-64.so.2"


def starting(program: str) -> list[str]:
    """Return the words of a command that start `program`: itself, or what reads it where it may not be run.

    Linux says of every file on some sticks (FAT) that it cannot be run; a bundle there is read by the system's loader.
    """
    if sys.platform == "linux" and Path(program).is_file() and not os.access(program, os.X_OK):
        return [_LOADER, program]
    return [program]


def _home(name: str) -> Path:
    installed = _PACKAGE / "_data" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def assets() -> Path:
    """Return the folder of content sources and theme tokens."""
    return _home("assets")


def forms() -> Path:
    """Return the folder of the papers we write and of the maps of official forms."""
    return _home("forms")


def translations() -> Path:
    """Return the folder of gettext catalogs."""
    return _home("translations")


def pack() -> Path:
    """Return the folder of the built-in content pack, compiled from `assets/content`."""
    installed = _PACKAGE / "_data" / "pack"
    return installed if installed.is_dir() else _PACKAGE.parent / "build" / "content"


@cache
def _package_folder(name: str) -> Path:
    # Found, never imported: what these packages carry is a font file, and importing them costs start-up time.
    bundled = _PACKAGE.parent / name  # a bundle carries the files of a package without the package
    if bundled.is_dir():
        return bundled
    spec = find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError(name)
    return Path(next(iter(spec.submodule_search_locations)))


def font_files() -> dict[str, Path]:
    """Return the TrueType files of the text family by style: regular, bold, italic, bold-italic."""
    folder = _package_folder("fontpkg_atkinson_hyperlegible") / "files"
    return {style: folder / name for style, name in _FONTS.items()}


def icon_font() -> Path:
    """Return the TrueType file of the icons (Phosphor)."""
    return next((_package_folder("qtawesome") / "fonts").glob("phosphor-[0-9]*.ttf"))


def icon_map() -> Path:
    """Return the JSON file that maps an icon's name to its code point."""
    return next((_package_folder("qtawesome") / "fonts").glob("phosphor-charmap-*.json"))

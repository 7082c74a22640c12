"""Whether the folder of the program is what was released: each file against the list of hashes that came with it.

The list is `HASHES`, made with the bundle: lines of a SHA-256 in hex, two spaces, a path with `/` from its folder. It
shows damage, a virus or a half-copied folder. It cannot show that somebody exchanged the list as well.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
from contextlib import suppress
from pathlib import Path, PurePosixPath

from msgspec import Struct

from kyr_app import places

NAME = "HASHES"
_LINE = re.compile(r"([0-9a-f]{64})  (\S.*)")
_IGNORED = {"__pycache__", NAME}
_PIECE = 1024 * 1024


class Verified(Struct, frozen=True):
    """What a look at the folder came to. `checked` is 0 where there is no list: a copy of the source."""

    checked: int = 0
    changed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    damaged_list: bool = False

    @property
    def listed(self) -> bool:
        """Whether there was anything to compare with."""
        return self.checked > 0 or self.damaged_list

    @property
    def same(self) -> bool:
        """Whether every file is there, is what was released, and nothing else is there."""
        return self.checked > 0 and not (self.changed or self.missing or self.more or self.damaged_list)


def folder() -> Path:
    """Return the folder of the program: of the bundle where it is one, else of the source."""
    if getattr(sys, "frozen", False):
        return Path(sys.executable).resolve().parent
    return places.assets().parent


def verify(root: Path, ignored: tuple[Path, ...] = ()) -> Verified:
    """Hold every file under `root` against its list; what is in the folders `ignored` is not the program's."""
    try:
        text = (root / NAME).read_text(encoding="utf-8")
    except FileNotFoundError:  # a bundle always has its list; a copy of the source has none
        return Verified(damaged_list=bool(getattr(sys, "frozen", False)))
    except (OSError, UnicodeDecodeError):
        return Verified(damaged_list=True)
    matches = [_LINE.fullmatch(line) for line in text.splitlines() if line.strip()]
    expected = {each[2]: each[1] for each in matches if each is not None}
    if not expected or len(expected) != len(matches) or any(map(_leads_out, expected)):
        return Verified(damaged_list=True)
    there = _files(root, ignored)
    changed = [name for name in expected if name in there and _hash(root / name) != expected[name]]
    missing = [name for name in expected if name not in there]
    return Verified(len(expected), tuple(changed), tuple(missing), tuple(sorted(there - set(expected))))


def _leads_out(name: str) -> bool:
    path = PurePosixPath(name)
    return path.is_absolute() or ".." in path.parts or "\\" in name


def _files(root: Path, ignored: tuple[Path, ...]) -> set[str]:
    found = set()
    for at, folders, files in os.walk(root):
        here = Path(at)
        folders[:] = [each for each in folders if each not in _IGNORED and here / each not in ignored]
        found |= {(here / each).relative_to(root).as_posix() for each in files if each not in _IGNORED}
    return found


def _hash(path: Path) -> str:
    found = hashlib.sha256()
    with suppress(OSError), path.open("rb") as file:
        while piece := file.read(_PIECE):
            found.update(piece)
        return found.hexdigest()
    return ""

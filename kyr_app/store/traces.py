"""What the program has left on this machine and on drives, as far as anybody can see from the outside.

Found by name and by the first bytes of a file; nothing is opened with words and nothing is read further. A paper
that somebody gave another name is not found, and what a printer keeps is not looked for: who tells of it says so.
"""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from kyr_app import outside
from kyr_app.model.errors import KyrError
from kyr_app.store import log
from kyr_app.store.disk import not_saved
from kyr_app.store.names import Label
from kyr_app.store.preferences import home

MOST = 50_000
"""So many names are looked at under one folder; a larger one is not finished, and that is told."""
DEPTH = 6
"""So many folders deep."""

_WORDS = "|".join(label.value for label in Label)
_PAPER = re.compile(rf"(?:{_WORDS})-\d{{4}}-\d\d-\d\d(?:-[a-z0-9]{{1,4}})?\.[a-z0-9]{{2,8}}")
_LEFTOVER = re.compile(
    rf"\.kyr-.+\.(?:part|before)|(?:{_WORDS})-\d{{4}}-\d\d-\d\d(?:-[a-z0-9]{{1,4}})?\.[a-z0-9]{{2,8}}\.\w{{6}}"
)
_FAMILY = re.compile(r"([0-9a-f]{32})\.[0-9a-z]+")
_HALF = re.compile(r"[0-9a-f]{32}\.[ab]")
_DIALOG = "[FileDialog]"
_MOST_SAID = 1024 * 1024
_REMEMBERED = re.compile(r"^(?:history|lastVisited|shortcuts)=", re.IGNORECASE)


class Kind(StrEnum):
    """What a trace is."""

    SETTINGS = "settings"
    LOG = "log"
    LEFTOVER = "leftover"
    """A paper half written when the program or the computer stopped."""
    DESKTOP = "desktop"
    """What the desktop noted about our papers: folders of the file dialog, small pictures."""
    PAPER = "paper"
    FAMILY = "family"


OWN = frozenset({Kind.SETTINGS, Kind.LOG, Kind.LEFTOVER, Kind.DESKTOP})
"""What the program takes away without asking for each: none of it is a family's."""


class Trace(Struct, frozen=True, order=True):
    """Something that is there: `size` in bytes; of a family file both halves and its photos, under its id."""

    kind: Kind
    path: Path
    size: int


class Seen(Struct, frozen=True):
    """What was found, and the folders that could not be looked at to the end."""

    traces: tuple[Trace, ...]
    unfinished: tuple[Path, ...] = ()


def look(folders: Iterable[Path]) -> Seen:
    """Return what the program left in its own place and in `folders`, each thing once. Never raises."""
    found = dict.fromkeys([*_own(), *_qt()])
    unfinished = []
    for folder in dict.fromkeys(folders):
        files, whole = _walk(folder)
        found.update(dict.fromkeys(_told(files)))
        if not whole:
            unfinished.append(folder)
    pictures = _pictures([each.path for each in found if each.kind is Kind.PAPER])
    return Seen(tuple(sorted({**found, **dict.fromkeys(pictures)})), tuple(unfinished))


def remove(traces: Iterable[Trace]) -> tuple[tuple[Trace, ...], tuple[Trace, ...]]:
    """Take traces away; return those that went, and those that could not be taken away."""
    gone, stayed = [], []
    for each in traces:
        try:
            _remove(each)
        except (OSError, KyrError):
            stayed.append(each)
        else:
            gone.append(each)
    return tuple(gone), tuple(stayed)


def temporary() -> Path:
    """Return the folder of this computer for what is there for a short time."""
    return Path(tempfile.gettempdir())


def rubbish() -> Path:
    """Return the folder where the desktop keeps what was thrown away."""
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share") / "Trash" / "files"


def _remove(trace: Trace) -> None:
    if trace.kind is Kind.FAMILY:
        from kyr_app.store import families  # noqa: PLC0415 (only where a family file goes)

        families.erase(trace.path.parent, trace.path.name)
    elif trace.kind is Kind.DESKTOP and trace.path.suffix == ".conf":
        _forget_folders(trace.path)
    else:
        trace.path.unlink(missing_ok=True)
        if trace.kind is Kind.LOG:
            log.forget()


def _size(path: Path) -> int:
    with suppress(OSError):
        return path.lstat().st_size
    return 0


def _own() -> Iterator[Trace]:
    """Yield the files of the program's own place, and no other file that may be in it."""
    for name, kind in (("settings.json", Kind.SETTINGS), (log.NAME, Kind.LOG)):
        path = home() / name
        if path.is_file():
            yield Trace(kind, path, _size(path))
    with suppress(OSError):
        for path in home().glob(".kyr-*.part"):
            yield Trace(Kind.LEFTOVER, path, _size(path))


def _walk(folder: Path) -> tuple[list[Path], bool]:
    """Return the files under a folder, links not followed, and whether all of them were seen."""
    files: list[Path] = []
    waiting, names, whole = [(folder, 0)], 0, True
    while waiting:
        at, depth = waiting.pop()
        try:
            inside = sorted(os.scandir(at), key=lambda each: each.name)
        except OSError:
            whole = whole and at != folder
            continue
        for each in inside:
            names += 1
            if names > MOST:
                return files, False
            with suppress(OSError):
                if each.is_dir(follow_symlinks=False):
                    if depth < DEPTH:
                        waiting.append((Path(each.path), depth + 1))
                elif each.is_file(follow_symlinks=False):
                    files.append(Path(each.path))
    return files, whole


def _told(files: Sequence[Path]) -> Iterator[Trace]:
    """Yield what is ours among files; all files of a family file together."""
    whole = {path.with_name(path.name[:32]) for path in files if _HALF.fullmatch(path.name) and _sealed(path)}
    sizes = dict.fromkeys(whole, 0)
    for path in files:
        stem = path.with_name(path.name[:32])
        if _FAMILY.fullmatch(path.name) and stem in sizes:
            sizes[stem] += _size(path)
        elif _PAPER.fullmatch(path.name):
            yield Trace(Kind.PAPER, path, _size(path))
        elif _LEFTOVER.fullmatch(path.name):
            yield Trace(Kind.LEFTOVER, path, _size(path))
    for stem, size in sizes.items():
        yield Trace(Kind.FAMILY, stem, size)


def _sealed(path: Path) -> bool:
    """Return whether a file begins as a family file does; one whose beginning is damaged still has the name."""
    from kyr_app.store.seal import MAGIC  # noqa: PLC0415 (only where a name looks like one)

    try:
        start = outside.head(path, len(MAGIC))
    except OSError:
        return True
    return start == MAGIC or path.with_suffix(".b" if path.suffix == ".a" else ".a").exists()


def _qt() -> Iterator[Trace]:
    """Yield the file in which Qt remembers the folders of its file dialog, where it remembers any."""
    path = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "QtProject.conf"
    with suppress(OSError):
        said = outside.read(path, _MOST_SAID).decode("utf-8", "replace")
        if said != _without_folders(said):
            yield Trace(Kind.DESKTOP, path, len(said))


def _without_folders(said: str) -> str:
    kept, inside = [], False
    for line in said.splitlines(keepends=True):
        if line.startswith("["):
            inside = line.strip() == _DIALOG
        if not (inside and _REMEMBERED.match(line)):
            kept.append(line)
    return "".join(kept)


def _forget_folders(path: Path) -> None:
    """Take the folders out of Qt's file and leave the rest: it may be another program's."""
    said = path.read_text(encoding="utf-8", errors="replace")
    try:
        path.write_text(_without_folders(said), encoding="utf-8")
    except OSError as error:
        raise not_saved(error) from error


def _pictures(papers: Iterable[Path]) -> Iterator[Trace]:
    """Yield the small pictures that a desktop made of our papers: named after the address of each, by its own rule."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "thumbnails"
    for paper in papers:
        name = hashlib.md5(paper.absolute().as_uri().encode(), usedforsecurity=False).hexdigest() + ".png"
        with suppress(OSError):
            for path in cache.glob(f"*/{name}"):
                yield Trace(Kind.DESKTOP, path, _size(path))

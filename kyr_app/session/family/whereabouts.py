"""Where family files are, in words: on which drive, in which folder of this computer, which copy is newer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from kyr_app.model.errors import KyrError
from kyr_app.model.text import N_, P_, Together, Words

if TYPE_CHECKING:
    from kyr_app.store.drives import Drive
    from kyr_app.store.families import Found

MOST_FOLDERS = 200
"""So many folders of a drive are looked into: family files lie at the top or one below."""


class Where(Struct, frozen=True):
    """A folder, what people call the place it is in, and whether that can be taken away."""

    folder: Path
    called: Words
    removable: bool = False

    @property
    def at(self) -> Words:
        """The place as a title says it: *On the stick …*, where `called` stands within a sentence."""
        return N_("On {place}", place=self.called)


class FoundFile(Struct, frozen=True):
    """A family file that was found. `path` opens it; `newest` is False where a newer copy of it was found as well."""

    path: Path
    where: Where
    generation: int
    newest: bool
    trouble: Words | None = None

    @property
    def called(self) -> Words:
        """What to call it: where it is, and how often it was saved."""
        saved = P_("saved {n} time", "saved {n} times", self.generation)
        state = saved if self.newest else Together((saved, N_("an older copy")), ", ")
        return Together((self.where.at, state), " · ")


def where_of(folder: Path, drives: Sequence[Drive] | None = None) -> Where:
    """Return what people call the place of `folder`: its stick by name, or a folder of this computer."""
    whole = folder.absolute()
    holding = [each for each in _drives(drives) if whole.is_relative_to(each.path)]
    nearest = max(holding, key=_depth, default=None)
    if nearest is not None and nearest.removable:
        return Where(folder, N_("the stick “{name}”", name=nearest.label), removable=True)
    return Where(folder, N_("this computer, folder “{name}”", name=whole.name or str(whole)))


def label_of(folder: Path) -> str:
    """Return the name by which a receipt calls a place: of its stick, or of the folder alone."""
    whole = folder.absolute()
    on = max((each for each in _drives(None) if whole.is_relative_to(each.path)), key=_depth, default=None)
    return on.label if on is not None and on.removable else whole.name or str(whole)


def _depth(drive: Drive) -> int:
    return len(drive.path.parts)


def places() -> tuple[Path, ...]:
    """Return every folder that a family file is looked for in: sticks, then the folders of this computer."""
    from kyr_app.store.folders import personal  # noqa: PLC0415 (only where files are wanted, here and below)

    sticks = (each.path for each in _drives(None) if each.removable)
    roots = (*sticks, *personal())
    return tuple(dict.fromkeys(folder for root in roots for folder in (root, *_below(root))))


def found(folders: Sequence[Path] | None = None) -> tuple[FoundFile, ...]:
    """Return the family files in `folders`, or wherever people keep them; the newest copies first."""
    seen = [one for folder in (places() if folders is None else folders) for one in _inside(folder)]
    newest = {one.id: max(each.generation for each in seen if each.id == one.id) for one in seen}
    drives = _drives(None)
    made = [
        FoundFile(
            one.path,
            where_of(one.folder, drives),
            one.generation,
            one.generation == newest[one.id],
            one.trouble,
        )
        for one in seen
    ]
    return tuple(sorted(made, key=lambda each: (not each.newest, not each.where.removable)))


def same(name: str, folders: Sequence[Path]) -> tuple[Found, ...]:
    """Return what was found under the id of one family file."""
    return tuple(one for folder in folders for one in _inside(folder) if one.id == name)


def _inside(folder: Path) -> tuple[Found, ...]:
    """Return the family files in a folder; none where it cannot be read."""
    from kyr_app.store import families  # noqa: PLC0415

    try:
        return families.found(folder)
    except KyrError:
        return ()


def _drives(given: Sequence[Drive] | None) -> Sequence[Drive]:
    if given is not None:
        return given
    from kyr_app.store.drives import drives  # noqa: PLC0415

    return drives()


def _below(root: Path) -> Iterator[Path]:
    with suppress(OSError):
        inside = sorted(each for each in root.iterdir() if not each.name.startswith("."))
        for each in inside[:MOST_FOLDERS]:
            with suppress(OSError):
                if each.is_dir() and not each.is_symlink():
                    yield each

"""Several files written together: all of them, or none."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path

from kyr_app.model.text import N_, P_, Together
from kyr_app.store.disk import NotSaved, flush, plain, reason, staged
from kyr_app.store.replace import replace as give_name


def write_together(files: Mapping[Path, bytes]) -> None:
    """Put each file in its place, over what was there; every one lies flushed beside its place before the first does.

    Raise `NotSaved` where the disk refuses: then what was there stands again, and folders made for the files are gone.
    Where even that was refused, the error names the files that hold what was there.
    """
    lost: list[str] = []
    try:
        with ExitStack() as undo:
            for target in files:
                plain(target)
                _folders(target.parent, undo)
            ready = {target: _ready(target, data, undo) for target, data in files.items()}
            for target, fresh in ready.items():
                _place(target, fresh, undo, lost)
            undo.pop_all()
    except OSError as error:
        raise _refused(error, len(files), lost) from error
    for fresh in ready.values():
        _quietly(partial(_kept(fresh).unlink, missing_ok=True))
    for folder in {target.parent for target in files}:
        _quietly(partial(flush, folder))


def _folders(folder: Path, undo: ExitStack) -> None:
    """Have a folder and those above it; what was made goes again where it is empty then."""
    if not folder.is_dir():
        _folders(folder.parent, undo)
        folder.mkdir()
        undo.callback(_quietly, folder.rmdir)


def _ready(target: Path, data: bytes, undo: ExitStack) -> Path:
    fresh = staged(target, data)
    undo.callback(_quietly, partial(fresh.unlink, missing_ok=True))
    return fresh


def _place(target: Path, fresh: Path, undo: ExitStack, lost: list[str]) -> None:
    """Give a file its name; what had it before is kept beside it, which needs no room."""
    if target.exists():
        before = _kept(fresh)
        undo.callback(_put_back, before, target, lost)
        with suppress(OSError):
            os.link(target, before)
        if not before.exists():  # on a stick, files cannot have two names
            give_name(target, before)
    else:
        undo.callback(_quietly, partial(target.unlink, missing_ok=True))
    give_name(fresh, target)


def _put_back(before: Path, target: Path, lost: list[str]) -> None:
    if not before.exists():
        return
    try:
        give_name(before, target)
        before.unlink(missing_ok=True)  # to rename a file to its other name does nothing
    except OSError:
        lost.append(before.name)


def _kept(fresh: Path) -> Path:
    """Return where what was there before lies, as long as the file of this name is not done."""
    return fresh.with_suffix(".before")


def _quietly(act: Callable[[], object]) -> None:
    with suppress(OSError):
        act()


def _refused(error: OSError, count: int, lost: list[str]) -> NotSaved:
    none = P_("The file was not saved.", "None of the {n} files was saved.", count)
    hint = N_("What was there before is there still. Make room, or try another place.")
    if lost:
        hint = N_(
            "What was there before could not be put back. It lies beside, under: {names}",
            names=", ".join(lost),
        )
    return NotSaved(Together((none, reason(error)), " "), hint)

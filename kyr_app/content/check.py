"""Check content: all mistakes at once, with file and line, in words."""

from __future__ import annotations

from pathlib import Path

from kyr_app import places
from kyr_app.content.checks import (
    conditions,
    official,
    practice,
    shape,
    sources,
    templates,
    wording,
    workshops,
)
from kyr_app.content.desk import Desk, Problem

CHECKS = (
    sources.check,
    conditions.check,
    shape.check,
    templates.check,
    official.check,
    practice.check,
    workshops.check,
)


def problems(desk: Desk, name: str = "") -> list[Problem]:
    """Return every problem of the desk in order of files and lines, each once: all, or those of one file or folder.

    Checks across files only run over files that are right in themselves, so that one mistake is told once. Words are
    held against nothing but themselves, and those of other files are not looked at.
    """
    found = list(desk.problems)
    for check in CHECKS:
        found.extend(check(desk))
    for source in desk.every:
        if lies_in(source.file, name):
            found.extend(wording.check(source))
    unique = {(each.file, each.line, repr(each.said)): each for each in found if lies_in(each.file, name)}
    return [unique[key] for key in sorted(unique)]


def lies_in(file: str, name: str) -> bool:
    """Return whether a file is the one of a name, or lies in that folder; in that without a name lie all."""
    return not name or f"{file}/".startswith(f"{name.rstrip('/')}/")


def check_file(path: Path, folder: Path) -> list[Problem]:
    """Return the problems of a file, or of a folder of them, as `desk_for` puts it in its place."""
    desk, name = desk_for(path, folder)
    return problems(desk, name)


def desk_for(path: Path, folder: Path) -> tuple[Desk, str]:
    """Return a desk on which a file or folder lies, held against the content of `folder`, and its name there.

    A file from elsewhere is a draft: it stands in the place of the one of `folder` that has its id. A folder with
    facts of its own is a whole content, and is held against itself. The name of all of the content is empty.
    """
    whole, home, forms = path.resolve(), folder.resolve(), places.forms().resolve()
    also = places.forms() if home == (places.assets() / "content").resolve() else None
    if home.is_relative_to(whole):
        return Desk(folder, also=also), ""
    if whole.is_relative_to(home):
        return Desk(folder, also=also), whole.relative_to(home).as_posix()
    if whole.is_relative_to(forms):
        return Desk(folder, also=also), whole.relative_to(forms.parent).as_posix()
    if (whole / "facts").is_dir():
        return Desk(path, also=also), ""
    return Desk(folder, also=also, draft=path), str(path)

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
    wording.check,
    templates.check,
    official.check,
    practice.check,
    workshops.check,
)


def problems(desk: Desk) -> list[Problem]:
    """Return every problem of the desk in order of files and lines, each once.

    Checks across files only run over files that are right in themselves, so that one mistake is told once.
    """
    found = list(desk.problems)
    for check in CHECKS:
        found.extend(check(desk))
    unique = {(each.file, each.line, repr(each.said)): each for each in found}
    return [unique[key] for key in sorted(unique)]


def check_file(path: Path, folder: Path) -> list[Problem]:
    """Return the problems of a file, or of a folder of them, as `desk_for` puts it in its place."""
    desk, name = desk_for(path, folder)
    return [each for each in problems(desk) if not name or f"{each.file}/".startswith(f"{name}/")]


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

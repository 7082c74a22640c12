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
    """Return the problems of a file, or of a folder of them, held against the facts and interviews of `folder`."""
    whole, forms = path.resolve(), places.forms().resolve()
    if whole.is_relative_to(folder.resolve()):
        desk, name = Desk(folder), whole.relative_to(folder.resolve()).as_posix()
    elif whole.is_relative_to(forms):
        desk, name = Desk(folder, also=forms), whole.relative_to(forms.parent).as_posix()
    else:
        desk, name = Desk(folder, also=path), path.name
    return [problem for problem in problems(desk) if f"{problem.file}/".startswith(f"{name}/")]

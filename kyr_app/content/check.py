"""Check content: all mistakes at once, with file and line, in words."""

from __future__ import annotations

from pathlib import Path

from kyr_app.content.checks import conditions, shape, sources, wording
from kyr_app.content.desk import Desk, Problem

CHECKS = (sources.check, conditions.check, shape.check, wording.check)


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
    """Return the problems of one file, held against the facts, terms and interviews of `folder`."""
    inside = path.resolve().is_relative_to(folder.resolve())
    desk = Desk(folder) if inside else Desk(folder, also=path)
    name = path.resolve().relative_to(folder.resolve()).as_posix() if inside else path.name
    return [problem for problem in problems(desk) if problem.file == name]

"""Compile content into a pack: `python -m kyr_app.content.build [OUT]`, run by `dev.py` when a source is newer."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from kyr_app import places
from kyr_app.content import official, tokens
from kyr_app.content.desk import Desk, Problem, shipped
from kyr_app.content.library import FILE, FORMAT, Dated, Shelf, encode
from kyr_app.model.checklist import Checklist, RuleSet
from kyr_app.model.deadline import DeadlineFile
from kyr_app.model.directory import Directory
from kyr_app.model.interview import Interview
from kyr_app.model.lesson import Lesson
from kyr_app.model.practice import PracticeSet
from kyr_app.model.prompt import PromptFile
from kyr_app.model.screening import Screening
from kyr_app.model.template import Template
from kyr_app.model.timeline import Timeline
from kyr_app.model.workshop import Leading, ReadyPlan


def shelf(desk: Desk) -> Shelf:
    """Return everything on the desk as one shelf; only facts that content names are taken along."""
    lessons = desk.values(Lesson)
    values: list[Lesson | Interview | Checklist | RuleSet] = [
        *lessons,
        *desk.values(Interview),
        *desk.values(Checklist),
        *desk.values(RuleSet),
    ]
    return Shelf(
        format=FORMAT,
        built=max((value.reviewed for value in values), default=dt.date.min),
        lessons=lessons,
        interviews=desk.values(Interview),
        checklists=desk.values(Checklist),
        rule_sets=desk.values(RuleSet),
        screenings=desk.values(Screening),
        deadlines=desk.values(DeadlineFile),
        contacts=tuple(contact for file in desk.values(Directory) for contact in file.contacts),
        events=tuple(event for file in desk.values(Timeline) for event in file.events),
        terms=tuple(desk.terms.values()),
        facts=tuple(desk.facts.values()),
        dated=tuple(_dated(desk)),
        prompts=desk.values(PromptFile),
        practice=desk.values(PracticeSet),
        templates=desk.values(Template),
        workshops=desk.values(ReadyPlan),
        leading=desk.values(Leading),
    )


def _dated(desk: Desk) -> Iterator[Dated]:
    """Yield how old the oldest file of a kind is, and until when the first of them is good."""
    kinds: dict[str, Sequence[Directory | Timeline]] = {
        "directory": desk.values(Directory),
        "timeline": desk.values(Timeline),
    }
    for kind, files in kinds.items():
        if files:
            yield Dated(kind, min(each.reviewed for each in files), min(each.good_until for each in files))


def write(desk: Desk, folder: Path) -> Path:
    """Write the pack of a desk into `folder`, whole or not at all, and return its file."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / FILE
    fresh = target.with_suffix(".new")
    fresh.write_bytes(encode(shelf(desk)))
    fresh.replace(target)
    return target


def main(arguments: list[str]) -> int:
    """Compile the content of this checkout.

    A file that is not right in itself is left out and named: its author can still look at the rest.
    """
    desk = shipped()
    for problem in desk.problems:
        sys.stderr.write(_line(problem))
    folder = Path(arguments[0]) if arguments else places.pack()
    write(desk, folder)
    official.write(desk, folder)
    tokens.write(folder)
    return 0


def _line(problem: Problem) -> str:
    return f"{problem.file}:{problem.line}: python3 dev.py check\n"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

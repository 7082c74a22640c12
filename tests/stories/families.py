"""The families of `families.yaml`: what each answers, and whether a library says what it must."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from kyr_app.content.library import Library
from kyr_app.interview import engine
from kyr_app.model.answers import NOTHING, Answer, Answers
from kyr_app.model.checklist import Finding, PersonalChecklist, Urgency
from kyr_app.model.wording import fitting
from kyr_app.rules import screening
from kyr_app.rules.deadlines import count
from kyr_app.session import situation
from tests.stories.book import plain

SCREENING = "mpp-class"
Family = dict[str, Any]
"""One entry of the file: everything in it is text, or lists and tables of text."""


class Said(NamedTuple):
    """What a program made of a family: findings as urgency and id, what to find out, the items of each list."""

    findings: list[str]
    find_out: list[str]
    items: dict[str, list[str]]


_READ: dict[str, Any] = yaml.load(
    Path(__file__).with_name("families.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
)
QUIET: dict[str, Any] = _READ["quiet"]
FAMILIES: list[Family] = _READ["families"]


def answered(library: Library, family: Family) -> Answers:
    """Go through the family's interviews and return all its answers; fail where one of them is never asked for."""
    told = family.get("answers") or {}
    answers, asked = NOTHING, set[str]()
    for interview_id in family["interviews"]:
        interview = library.interview(interview_id)
        while (screen := engine.progress(interview, answers).now) is not None:
            answers = answers.given(screen.answer.name, value_of(told, screen.answer))
        asked |= {screen.answer.name for screen in engine.progress(interview, answers).path}
    assert set(told) <= asked, set(told) - asked
    return answers


def value_of(told: dict[str, Any], field: Any) -> Answer:
    """Return a family's answer to a question, or the quiet one."""
    value = told[field.name] if field.name in told else QUIET[field.name]
    return fitting(field, int(value) if isinstance(value, str) and value.isdigit() else value)


def as_file(answers: Answers) -> dict[str, Any]:
    """Return answers as a JSON file of answers holds them."""
    return {
        name: value.isoformat() if isinstance(value, dt.date) else value
        for name, value in plain(answers).items()
    }


def lists_of(family: Family) -> list[str]:
    """Return the checklists that a family's story speaks of."""
    return sorted({*(family.get("items") or {}), *(family.get("not_items") or {})})


def said(findings: tuple[Finding, ...], lists: dict[str, PersonalChecklist]) -> Said:
    """Return in ids what the program said."""
    return Said(
        [f"{each.urgency.value} {each.id}" for each in findings if each.urgency is not Urgency.FIND_OUT],
        sorted(each.id for each in findings if each.urgency is Urgency.FIND_OUT),
        {
            name: [each.item.id for part in personal.parts for each in part.items if not each.open]
            for name, personal in lists.items()
        },
    )


def play(library: Library, family: Family, answers: Answers) -> Said:
    """Return what a library makes of a family's answers."""
    return said(
        situation.findings(library, answers),
        {name: situation.checklist(library, name, answers) for name in lists_of(family)},
    )


def wrong(family: Family, found: Said) -> list[str]:
    """Return what is not as the family's story tells it."""
    problems = []
    if found.findings != (family.get("findings") or []):
        problems.append(f"findings: {found.findings}")
    if found.find_out != sorted(family.get("find_out") or []):
        problems.append(f"find_out: {found.find_out}")
    for name, items in (family.get("items") or {}).items():
        problems += [f"missing: {name} {each}" for each in items if each not in found.items[name]]
    for name, items in (family.get("not_items") or {}).items():
        problems += [f"too much: {name} {each}" for each in items if each in found.items[name]]
    return problems


def screened(library: Library, answers: Answers) -> list[str]:
    """Return what the questions about Remain in Mexico come to: outcome, number of the rule, flags."""
    found = screening.screen(library.screening(SCREENING), answers)
    return [found.outcome.id, str(found.rule.n), *(flag.id for flag in found.flags)]


def dated(library: Library, row: dict[str, str]) -> tuple[str, str]:
    """Return the last day and the safe day of a deadline, `none` where there is none."""
    found = count(library.deadline(row["rule"]), dt.date.fromisoformat(row["trigger"]))
    return tuple("none" if day is None else day.isoformat() for day in (found.due, found.safe))  # type: ignore[return-value]  # two

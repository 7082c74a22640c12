"""Change the rules one at a time, and see whether the stories notice: `python -m tests.mutation`.

Changed, in memory: the outcome of each screening rule; the urgency and the condition of each finding rule; the
condition of each checklist item; the length and the rolling of each deadline; and every `and` and `or` loses each of
its parts. A change that no story notices survives, and is listed: the story that would tell it from the rule is
missing, or there is none, because a part only says again when its question is asked.
"""

from __future__ import annotations

import ast
import copy
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from msgspec import structs

from kyr_app import places
from kyr_app.content.library import Library, load
from kyr_app.model.answers import Answers
from kyr_app.model.checklist import Urgency
from kyr_app.model.deadline import Roll, Unit
from kyr_app.rules import checklist as rules_checklist
from kyr_app.rules import engine as rules_engine
from kyr_app.session import answers_file
from kyr_app.session.situation import asked_names, counting
from tests.stories import families
from tests.stories.families import FAMILIES, Family

PERSONS = Path(__file__).parent / "stories/mpp-class.yaml"
LEAST = 95
"""Percent of the changes that the stories must notice."""


class Mutant(NamedTuple):
    """One change: of what, which, how, and a library that has it."""

    kind: str
    name: str
    change: str
    library: Library


class Stories(NamedTuple):
    """What is told: families with the answers that count, persons of a screening, and dates."""

    played: list[tuple[Family, Answers]]
    persons: list[tuple[list[str], Answers]]
    dates: list[dict[str, str]]


def told(library: Library) -> Stories:
    """Return the stories, each with its answers. They rest on the questions, which no mutant changes."""
    played = [(family, families.answered(library, family)) for family in FAMILIES]
    persons = [(family["mpp"], answers) for family, answers in played if "mpp" in family]
    for case in yaml.load(PERSONS.read_text(encoding="utf-8"), Loader=yaml.BaseLoader):
        answers = answers_file.read(json.dumps(case["answers"]).encode(), library)
        persons.append(([case["outcome"], case["rule"], *case["flags"]], answers))
    dates = [row for family in FAMILIES for row in family.get("deadlines", ())]
    return Stories([(family, counting(library, answers)) for family, answers in played], persons, dates)


def noticed(mutant: Mutant, tell: Stories) -> bool:
    """Return whether a story is not as told with the mutant; a change of one kind can be seen in that kind alone."""
    library, kind = mutant.library, mutant.kind
    if kind == "deadline":
        return any(families.dated(library, row) != (row["due"], row["safe"]) for row in tell.dates)
    if kind == "screening":
        return any(families.screened(library, answers) != expected for expected, answers in tell.persons)
    return any(_differs(mutant, family, answers) for family, answers in tell.played)


def _differs(mutant: Mutant, family: Family, answers: Answers) -> bool:
    """Return whether the findings, or the changed list, are not what the family's story tells."""
    library, asked = mutant.library, asked_names(mutant.library)
    if mutant.kind.startswith("finding"):
        found = rules_engine.findings(library.rule_sets.values(), answers, asked)
        return bool(families.wrong({**family, "items": None, "not_items": None}, families.said(found, {})))
    name = mutant.name.split()[0]
    if name not in families.lists_of(family):
        return False
    personal = rules_checklist.personal(library.checklist(name), (), answers, asked)
    items = families.said((), {name: personal})
    only = {key: {name: (family.get(key) or {}).get(name, [])} for key in ("items", "not_items")}
    return bool(families.wrong(only, items))


def mutants(library: Library) -> Iterator[Mutant]:
    """Yield every change, one at a time."""
    yield from _screenings(library)
    yield from _findings(library)
    yield from _items(library)
    yield from _deadlines(library)


def _screenings(library: Library) -> Iterator[Mutant]:
    for screening in library.screenings.values():
        for place, rule in enumerate(screening.rules):
            for outcome in (each.id for each in screening.outcomes if each.id != rule.outcome):
                rules = _with(screening.rules, place, structs.replace(rule, outcome=outcome))
                made = structs.replace(screening, rules=rules)
                shelf = _changed(library, "screenings", made)
                yield Mutant("screening", f"{screening.id} {rule.n}", f"outcome {outcome}", shelf)


def _findings(library: Library) -> Iterator[Mutant]:
    for rule_set in library.rule_sets.values():
        for place, rule in enumerate(rule_set.rules):
            others = (each for each in Urgency if each not in {rule.urgency, Urgency.FIND_OUT})
            changes = [(f"urgency {each}", structs.replace(rule, urgency=each)) for each in others]
            changes.append(("not", structs.replace(rule, when=f"not ({rule.when})")))
            parts = [(when, structs.replace(rule, when=when)) for when in shorter(rule.when)]
            for change, changed in (*changes, *parts):
                made = structs.replace(rule_set, rules=_with(rule_set.rules, place, changed))
                shelf = _changed(library, "rule_sets", made)
                kind = "finding part" if change == changed.when else "finding"
                yield Mutant(kind, f"{rule_set.id} {rule.id}", change, shelf)


def _items(library: Library) -> Iterator[Mutant]:
    for checklist in library.checklists.values():
        for at, part in enumerate(checklist.parts):
            for place, item in enumerate(part.items):
                changes = [("not", f"not ({item.when})"), ("always", "")] if item.when else []
                changes += [(when, when) for when in shorter(item.when)]
                for change, when in changes:
                    items = _with(part.items, place, structs.replace(item, when=when))
                    parts = _with(checklist.parts, at, structs.replace(part, items=items))
                    shelf = _changed(library, "checklists", structs.replace(checklist, parts=parts))
                    kind = "item part" if change == when else "item"
                    yield Mutant(kind, f"{checklist.id} {item.id}", change, shelf)


def _deadlines(library: Library) -> Iterator[Mutant]:
    for file in library.deadline_files:
        for place, rule in enumerate(file.rules):
            if rule.unit is Unit.NONE:
                continue
            changes: list[dict[str, Any]] = [{"length": rule.length + 1}, {"length": rule.length - 1}]
            if rule.unit is not Unit.WORKING_DAYS:  # these end on a working day: there is nothing to roll
                changes += [{"roll": each} for each in Roll if each is not rule.roll]
            for change in changes:
                rules = _with(file.rules, place, structs.replace(rule, **change))
                shelf = _changed(library, "deadlines", structs.replace(file, rules=rules))
                how = ", ".join(f"{key} {value}" for key, value in change.items())
                yield Mutant("deadline", f"{file.id} {rule.id}", how, shelf)


def shorter(when: str) -> Iterator[str]:
    """Yield a condition without each part of each of its `and` and `or`."""
    tree = ast.parse(when.strip() or "always", mode="eval")
    joined = [node for node in ast.walk(tree) if isinstance(node, ast.BoolOp)]
    for place, node in enumerate(joined):
        for part in range(len(node.values)):
            less = copy.deepcopy(tree)
            del [each for each in ast.walk(less) if isinstance(each, ast.BoolOp)][place].values[part]
            yield ast.unparse(less)


def _with(parts: tuple[Any, ...], place: int, part: Any) -> tuple[Any, ...]:
    return (*parts[:place], part, *parts[place + 1 :])


def _changed(library: Library, field: str, made: Any) -> Library:
    """Return a library with `made` in the place of what has its id."""
    kept = getattr(library.shelf, field)
    return Library(
        structs.replace(
            library.shelf, **{field: tuple(made if each.id == made.id else each for each in kept)}
        )
    )


def main() -> int:
    """Try every change; print the survivors and the score, and fail below the least."""
    library = load(places.pack())
    tell = told(library)
    killed, all_of = Counter[str](), Counter[str]()
    for mutant in mutants(library):
        all_of[mutant.kind] += 1
        if noticed(mutant, tell):
            killed[mutant.kind] += 1
        else:
            print(f"survived: {mutant.kind} {mutant.name}: {mutant.change}")
    for kind, count in all_of.items():
        print(f"{kind:12} {killed[kind]:4} of {count:4} killed")
    score = 100 * killed.total() / all_of.total()
    print(f"score {score:.1f} % ({killed.total()} of {all_of.total()}); at least {LEAST} %")
    return score < LEAST


if __name__ == "__main__":
    sys.exit(main())

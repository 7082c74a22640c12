"""Conditions read answers that exist, can have been given, and can have the value they are compared with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kyr_app.content.checks.shape import top
from kyr_app.content.desk import Desk, Problem, Source
from kyr_app.content.schema import nearest
from kyr_app.content.source import Mapping
from kyr_app.model import condition
from kyr_app.model.answers import Open
from kyr_app.model.checklist import Checklist, ChecklistItem, Rule, RuleSet
from kyr_app.model.condition import Compare, ConditionError
from kyr_app.model.interview import AnyField, Interview, Number, OneOf, Rows, Screen, SomeOf, YesNo, singly
from kyr_app.model.screening import Flag, Screening, ScreeningRule
from kyr_app.model.text import N_, Words

Fields = dict[str, AnyField]
_OPEN = {Open.UNSURE.value, Open.SKIPPED.value}


def check(desk: Desk) -> Iterator[Problem]:
    """Yield what is wrong with conditions and answer names."""
    known: Fields = {}
    for source in desk.of(Interview):
        yield from _interview(source, known)
    for source in desk.of(Checklist):
        yield from _checklist(source, desk, known)
    for source in desk.of(Screening):
        yield from _screening(source, desk, known)
    rule_ids = {rule.id for rules in desk.values(RuleSet) for rule in rules.rules}
    for source in desk.of(RuleSet):
        for rule, node in source.each(Rule):
            yield from _condition(source, node, rule.when, known)
            for name in set(rule.replaces) - rule_ids:
                yield source.problem(node, N_("There is no rule “{id}”.", id=name))


def _interview(source: Source, known: Fields) -> Iterator[Problem]:
    earlier: Fields = {}
    for screen, node in source.each(Screen):
        if screen.when:
            yield from _condition(source, node, screen.when, earlier)
        for single in singly(screen):
            field = single.answer
            if single.when and single.when != screen.when:
                yield from _condition(source, node, single.when, earlier)
            yield from _field(source, node, field)
            if field.name in earlier:
                yield source.problem(
                    node, N_("The answer “{id}” is asked twice in this interview.", id=field.name)
                )
            elif field.name in known and known[field.name] != field:
                said = N_("The answer “{id}” is asked differently in another interview.", id=field.name)
                yield source.problem(node, said)
            earlier[field.name] = field
            known[field.name] = field


def _field(source: Source, node: Mapping, field: AnyField) -> Iterator[Problem]:
    """Yield what makes a field, or a column of it, a dead end."""
    if isinstance(field, OneOf | SomeOf) and len(field.options) < 2:
        yield source.problem(node, N_("A choice needs at least two options, or it is a dead end."))
    if isinstance(field, Number) and field.least > field.most:
        yield source.problem(node, N_("No number fits between “least” and “most”: a dead end."))
    if isinstance(field, Rows):
        before: Fields = {}
        for column in field.columns:
            if column.when:
                yield from _condition(source, node, column.when, before)
            yield from _field(source, node, column.answer)
            if column.answer.name in before:
                said = N_("The answer “{id}” is asked twice in this interview.", id=column.answer.name)
                yield source.problem(node, said)
            before[column.answer.name] = column.answer
        for name in set(field.title) - set(before):
            yield source.problem(node, _unknown(name, before))


def _checklist(source: Source, desk: Desk, known: Fields) -> Iterator[Problem]:
    interviews = {interview.id: interview for interview in desk.values(Interview)}
    wanted: str = source.value.interview
    if wanted not in interviews and wanted not in desk.broken_ids:
        near = nearest(wanted, interviews) or "–"
        said = N_("There is no interview “{id}”. Did you mean “{near}”?", id=wanted, near=near)
        yield source.problem(top(source, "interview"), said)
    for item, node in source.each(ChecklistItem):
        if item.when:
            yield from _condition(source, node, item.when, known)
        if item.when and item.because is None:
            yield source.problem(node, N_("An item with a condition says why: “because” is missing."))


def _screening(source: Source, desk: Desk, known: Fields) -> Iterator[Problem]:
    screening: Screening = source.value
    first = source.visits[0][2]
    if screening.interview not in {interview.id for interview in desk.values(Interview)}:
        yield source.problem(
            top(source, "interview"), N_("There is no interview “{id}”.", id=screening.interview)
        )
    outcomes, flags = ({each.id for each in found} for found in (screening.outcomes, screening.flags))
    for rule, node in source.each(ScreeningRule, Flag):
        if rule.when:
            yield from _condition(source, node, rule.when, known)
    for rule, node in source.each(ScreeningRule):
        for name in {rule.outcome} - outcomes | set(rule.flags) - flags:
            yield source.problem(node, N_("There is no outcome or flag “{id}”.", id=name))
    if not screening.rules or screening.rules[-1].when or any(not rule.when for rule in screening.rules[:-1]):
        yield source.problem(
            first, N_("The last rule, and no other, has no condition: every answer has an outcome.")
        )


def _condition(source: Source, node: Mapping, text: str, known: Fields) -> Iterator[Problem]:
    at = node.items.get("when", node)
    try:
        tree = condition.parse(text)
    except ConditionError as error:
        yield source.problem(at, N_("This condition is not understood: {part}", part=str(error)))
        return
    for compare in condition.compares(tree):
        if compare.name not in known:
            yield source.problem(at, _unknown(compare.name, known))
        elif wrong := _misfit(compare, known[compare.name]):
            said = N_("“{id}” can never be “{value}”.", id=compare.name, value=wrong)
            yield source.problem(at, said)


def _unknown(name: str, known: Iterable[str]) -> Words:
    near = nearest(name, known)
    if near:
        return N_("No earlier question asks for “{id}”. Did you mean “{near}”?", id=name, near=near)
    return N_("No earlier question asks for “{id}”.", id=name)


def _misfit(compare: Compare, field: AnyField) -> str:
    """Return the constant that the field can never hold, or nothing."""
    values = compare.value if isinstance(compare.value, tuple) else (compare.value,)
    for value in values:
        if value in _OPEN and compare.op in {"==", "!="}:
            continue
        if not _fits(compare, value, field):
            return str(value)
    return ""


def _fits(compare: Compare, value: str | int, field: AnyField) -> bool:
    if value == Open.NONE.value and field.optional and compare.op in {"==", "!="}:
        return True
    if isinstance(field, Number):
        return isinstance(value, int) and compare.op != "has"
    if isinstance(field, Rows):
        return isinstance(value, int) and compare.op not in {"has", "in"}
    if isinstance(field, SomeOf):
        return compare.op == "has" and value in {option.value for option in field.options}
    if isinstance(field, OneOf):
        return compare.op in {"==", "!=", "in"} and value in {option.value for option in field.options}
    if isinstance(field, YesNo):
        return compare.op in {"==", "!=", "in"} and value in {"yes", "no"}
    return isinstance(value, str)


condition_of = _condition
"""Yield what is wrong with one condition: for other kinds of content."""

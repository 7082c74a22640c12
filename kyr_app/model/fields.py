"""Fields inside a field: which of them are asked, given what stands before them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from kyr_app.model import condition
from kyr_app.model.answers import Answer
from kyr_app.model.condition import Node
from kyr_app.model.interview import Column, Group, Screen


@lru_cache(maxsize=4096)
def tree(text: str) -> Node:
    """Return the tree of a condition, parsed once. Raise `ConditionError` as `condition.parse` does."""
    return condition.parse(text)


def asked(
    columns: tuple[Column, ...], given: Mapping[str, Answer], before: Mapping[str, Answer]
) -> tuple[Column, ...]:
    """Return the columns that are asked: those without a condition, or whose condition holds.

    A condition reads `before`, what stands before all of them, and of `given` what stands before its own column.
    """
    known, found = dict(before), []
    for column in columns:
        if column.when and condition.holds(tree(column.when), known) is not True:
            continue
        found.append(column)
        name = column.answer.name
        known.pop(name, None)
        if name in given:
            known[name] = given[name]
    return tuple(found)


def names_asked(screen: Screen, given: Mapping[str, Answer], before: Mapping[str, Answer]) -> tuple[str, ...]:
    """Return the names of the answers that a screen asks for: its own, or those of its group that apply."""
    if isinstance(screen.answer, Group):
        return tuple(each.answer.name for each in asked(screen.answer.fields, given, before))
    return (screen.answer.name,)

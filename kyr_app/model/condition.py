"""Conditions: a small notation with three values, parsed and never run as code.

    children > 0 and not (youngest_age >= 14)

`and or not`, comparisons (`== != < <= > >=`), `in`, names, numbers, words and parentheses; nothing else. On the left
of a comparison stands the name of an answer, on the right a constant (`yes`, `unsure`, `skipped`, a choice):

    language in (mam, kiche)        the answer is one of several
    medicine in health              the answer, which is several, holds this one

    children_list >= 1              the answer, which is rows, has so many

A name alone is true where the answer is `yes`. An answer that is missing, unsure or skipped makes a comparison
unknown, and unknown is not false; only `== unsure` and `== skipped` ask about that itself. *There is none* is known:
it is `none`, and equal to nothing else.
"""

from __future__ import annotations

import ast
import datetime as dt
import operator
from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct

from kyr_app.model.answers import Answer, Open, Row

Truth = bool | None
"""True, False, or None for unknown."""


class ConditionError(ValueError):
    """A condition that is not in the notation; the message is the part that was not understood."""


class Compare(Struct, frozen=True):
    """`name op value`; for `in`, the value is one of several, for `has` the answer is several."""

    name: str
    op: str
    value: str | int | tuple[str | int, ...]


class Not(Struct, frozen=True):
    """`not part`."""

    part: Node


class All(Struct, frozen=True):
    """`part and part …`."""

    parts: tuple[Node, ...]


class Any_(Struct, frozen=True):  # noqa: N801 (Any is taken)
    """`part or part …`."""

    parts: tuple[Node, ...]


Node = Compare | Not | All | Any_

_OPS: dict[type[ast.cmpop], str] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.In: "in",
}
_ORDER: dict[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_OPEN = {state.value: state for state in Open}


def parse(text: str) -> Node:
    """Return the tree of a condition. Raise `ConditionError` with the part that is not in the notation."""
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise ConditionError(text) from error
    return _node(tree)


def _node(tree: ast.expr) -> Node:
    if isinstance(tree, ast.BoolOp):
        parts = tuple(_node(part) for part in tree.values)
        return All(parts) if isinstance(tree.op, ast.And) else Any_(parts)
    if isinstance(tree, ast.UnaryOp) and isinstance(tree.op, ast.Not):
        return Not(_node(tree.operand))
    if isinstance(tree, ast.Name):
        return Compare(tree.id, "==", "yes")
    if isinstance(tree, ast.Compare) and len(tree.ops) == 1:
        return _compare(tree)
    raise ConditionError(ast.unparse(tree))


def _compare(tree: ast.Compare) -> Compare:
    op, left, right = tree.ops[0], tree.left, tree.comparators[0]
    if type(op) not in _OPS:
        raise ConditionError(ast.unparse(tree))
    if isinstance(op, ast.In) and isinstance(right, ast.Name):
        return Compare(right.id, "has", _constant(left))
    if not isinstance(left, ast.Name):
        raise ConditionError(ast.unparse(tree))
    if isinstance(op, ast.In):
        if not isinstance(right, ast.Tuple):
            raise ConditionError(ast.unparse(tree))
        return Compare(left.id, "in", tuple(_constant(each) for each in right.elts))
    return Compare(left.id, _OPS[type(op)], _constant(right))


def _constant(tree: ast.expr) -> str | int:
    if isinstance(tree, ast.Name):
        return tree.id
    if isinstance(tree, ast.Constant) and type(tree.value) in (str, int):
        return tree.value  # type: ignore[return-value]  # the line above proves the type
    raise ConditionError(ast.unparse(tree))


def compares(node: Node) -> tuple[Compare, ...]:
    """Return every comparison in a condition, left to right."""
    if isinstance(node, Compare):
        return (node,)
    if isinstance(node, Not):
        return compares(node.part)
    return tuple(found for part in node.parts for found in compares(part))


def names(node: Node) -> tuple[str, ...]:
    """Return the names of the answers that a condition reads, each once."""
    return tuple(dict.fromkeys(compare.name for compare in compares(node)))


def holds(node: Node, answers: Mapping[str, Answer], *, open_is_a_value: bool = False) -> Truth:
    """Return whether a condition holds for `answers`: True, False, or None where it cannot be known.

    With `open_is_a_value`, *unsure* is an answer like any other, different from `yes` and from `no`: the way the
    rules of a screening are written.
    """
    if isinstance(node, Compare):
        answer = answers.get(node.name)
        return _holds(node, answer.value if open_is_a_value and isinstance(answer, Open) else answer)
    if isinstance(node, Not):
        inner = holds(node.part, answers, open_is_a_value=open_is_a_value)
        return None if inner is None else not inner
    decisive = isinstance(node, Any_)
    found = [holds(part, answers, open_is_a_value=open_is_a_value) for part in node.parts]
    if decisive in found:
        return decisive
    return None if None in found else not decisive


def _holds(compare: Compare, answer: Answer | None) -> Truth:
    if compare.value == Open.NONE.value and answer in {None, Open.UNSURE, Open.SKIPPED}:
        return None
    if compare.value in _OPEN and compare.op in {"==", "!="}:
        return (answer in {compare.value, _OPEN[str(compare.value)]}) is (compare.op == "==")
    if answer is Open.NONE:
        return compare.op == "!="
    if answer is None or isinstance(answer, Open):
        return None
    if compare.op == "has":
        return isinstance(answer, tuple) and compare.value in answer
    if compare.op == "in":
        return answer in compare.value  # type: ignore[operator]  # `in` is only parsed with a tuple
    if compare.op in {"==", "!="}:
        return (_plain(answer) == compare.value) is (compare.op == "==")
    try:
        return _ORDER[compare.op](_plain(answer), compare.value)
    except TypeError:
        return None


def _plain(answer: Answer) -> Answer | str:
    """Return what is compared: of a day its ISO form, of rows how many there are."""
    if isinstance(answer, tuple) and all(isinstance(each, Row) for each in answer):
        return len(answer)
    return answer.isoformat() if isinstance(answer, dt.date) else answer

"""Screenings: go down the rules, stop at the first that holds; what is not known counts as *unsure*."""

from __future__ import annotations

from functools import lru_cache

from kyr_app.model import condition
from kyr_app.model.answers import Answer, Answers, Open
from kyr_app.model.condition import Node
from kyr_app.model.screening import Flag, Screened, Screening, ScreeningRule


@lru_cache(maxsize=1024)
def _tree(text: str) -> Node:
    return condition.parse(text)


def names(screening: Screening) -> tuple[str, ...]:
    """Return the answer names that a screening reads, each once."""
    texts = [rule.when for rule in screening.rules] + [flag.when for flag in screening.flags]
    return tuple(dict.fromkeys(name for text in texts if text for name in condition.names(_tree(text))))


def screen(screening: Screening, answers: Answers) -> Screened:
    """Return what `screening` comes to. Its last rule has no condition, so that every family gets an answer."""
    values = {name: _value(answers, name) for name in names(screening)}
    rule = next(rule for rule in screening.rules if _holds(rule.when, values))
    held = {flag.id for flag in screening.flags if flag.when and _holds(flag.when, values)} | set(rule.flags)
    flags = tuple(flag for flag in screening.flags if flag.id in held)
    outcome = next(outcome for outcome in screening.outcomes if outcome.id == rule.outcome)
    return Screened(screening, outcome, rule, _in_order(rule, flags))


def _value(answers: Answers, name: str) -> Answer:
    answer = answers.get(name)
    return Open.UNSURE if answer is None or isinstance(answer, Open) else answer


def _holds(when: str, values: dict[str, Answer]) -> bool:
    return not when or condition.holds(_tree(when), values, open_is_a_value=True) is True


def _in_order(rule: ScreeningRule, flags: tuple[Flag, ...]) -> tuple[Flag, ...]:
    """Return the rule's own flags as it names them, then those that hold for any outcome."""
    own = {flag_id: place for place, flag_id in enumerate(rule.flags)}
    return tuple(sorted(flags, key=lambda flag: own.get(flag.id, len(own))))

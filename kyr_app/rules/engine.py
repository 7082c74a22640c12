"""Findings: what the answers call for, ordered by urgency, each with the answers it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from kyr_app.model import condition
from kyr_app.model.answers import Answers, Open
from kyr_app.model.checklist import Finding, Reason, Rule, RuleSet, Urgency
from kyr_app.model.condition import Node, Truth
from kyr_app.model.interview import Screen
from kyr_app.model.text import N_
from kyr_app.model.wording import said

Asked = dict[str, Screen]
"""The screen that asks for each answer name, so that reasons can be said in words."""

_ORDER = {urgency: rank for rank, urgency in enumerate(Urgency)}


@lru_cache(maxsize=4096)
def _tree(text: str) -> Node:
    return condition.parse(text)


def verdict(when: str, answers: Answers) -> Truth:
    """Return whether a condition holds; an empty one always does."""
    return True if not when else condition.holds(_tree(when), answers)


def open_names(when: str, answers: Answers) -> tuple[str, ...]:
    """Return the names in a condition that were asked and left open: *I don't know*, *not today*."""
    return tuple(name for name in condition.names(_tree(when)) if isinstance(answers.get(name), Open))


def reasons(when: str, answers: Answers, asked: Asked) -> tuple[Reason, ...]:
    """Return the answers that a condition rests on, in words, in the order the condition names them."""
    if not when:
        return ()
    return tuple(
        Reason(name, asked[name].short, said(asked[name].answer, answers[name]))
        for name in condition.names(_tree(when))
        if name in answers and name in asked
    )


def findings(rule_sets: Iterable[RuleSet], answers: Answers, asked: Asked) -> tuple[Finding, ...]:
    """Return every finding the answers call for, most urgent first, then in the order of the files.

    A rule whose condition is unknown because an answer was left open gives a *find out* finding, not silence.
    """
    found: list[Finding] = []
    silent: set[str] = set()
    for rule_set in rule_sets:
        for rule in rule_set.rules:
            finding = _finding(rule_set, rule, answers, asked)
            if finding is not None:
                found.append(finding)
                silent.update(rule.replaces)
    spoken = (each for each in found if each.id not in silent)
    return tuple(sorted(spoken, key=lambda each: _ORDER[each.urgency]))


def _finding(rule_set: RuleSet, rule: Rule, answers: Answers, asked: Asked) -> Finding | None:
    held = verdict(rule.when, answers)
    because, urgency, do = rule.because, rule.urgency, rule.do
    if held is None and rule.find_out is not None and open_names(rule.when, answers):
        urgency, do = Urgency.FIND_OUT, rule.find_out
    elif held is not True:
        return None
    return Finding(
        id=rule.id,
        rule_set=rule_set.id,
        urgency=urgency,
        icon=rule.icon if urgency is not Urgency.FIND_OUT else "question",
        title=rule.title,
        because=because
        if urgency is not Urgency.FIND_OUT
        else N_("You answered that you do not know this yet."),
        do=do,
        reasons=reasons(rule.when, answers, asked),
        facts=rule.facts,
    )

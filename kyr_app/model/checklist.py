"""Checklists and findings: what the answers call for, each thing with its reason and its source."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from msgspec import Struct

from kyr_app.model.text import Text, Words


class ChecklistItem(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Something to have, to do or to learn.

    `when` is a condition (empty: for everyone) and `because` its reason in words; `missing` answers *and if I
    don't have it?*, which every thing to have must. `who` can send it, `by` says by when, `safety` what to beware
    of. `find_out` is shown instead of the item where the answers leave its condition unknown.
    """

    id: str
    text: Text
    icon: str
    when: str = ""
    because: Text | None = None
    missing: Text | None = None
    who: Text | None = None
    by: Text | None = None
    safety: Text | None = None
    find_out: Text | None = None
    facts: tuple[str, ...] = ()
    practice: bool = False


class ChecklistPart(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Items under one title."""

    id: str
    title: Text
    items: tuple[ChecklistItem, ...]


class Checklist(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A checklist before any answers."""

    id: str
    order: int
    icon: str
    title: Text
    neutral_title: Text
    intro: Text
    reviewed: dt.date
    good_until: dt.date
    parts: tuple[ChecklistPart, ...]
    interview: str
    review: str = ""

    @property
    def items(self) -> tuple[ChecklistItem, ...]:
        """All items in order."""
        return tuple(item for part in self.parts for item in part.items)


class Urgency(StrEnum):
    """How a finding is ordered: stop and get help first, then talk to a legal team, then find out."""

    STOP = "stop"
    LEGAL = "legal"
    TOPIC = "topic"
    FIND_OUT = "find-out"


class Rule(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """When a finding is made. It is a topic to raise with a legal team, never a result.

    `replaces` names rules that say the same with less: where this one holds, they are silent.
    """

    id: str
    urgency: Urgency
    when: str
    title: Text
    because: Text
    do: Text
    icon: str = "warning-circle"
    find_out: Text | None = None
    facts: tuple[str, ...] = ()
    practice: bool = False
    replaces: tuple[str, ...] = ()


class RuleSet(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A file of rules about one matter."""

    id: str
    order: int
    title: Text
    reviewed: dt.date
    good_until: dt.date
    rules: tuple[Rule, ...]


class Reason(Struct, frozen=True):
    """One answer that a finding rests on: the screen's short words and what was answered."""

    name: str
    asked: Words
    answered: Words


class Finding(Struct, frozen=True):
    """A rule that the answers met; `because` says why in words, `reasons` by which answers."""

    id: str
    rule_set: str
    urgency: Urgency
    icon: str
    title: Words
    because: Words
    do: Words
    reasons: tuple[Reason, ...]
    facts: tuple[str, ...]


class Note(Struct, frozen=True):
    """Who can send a thing, and by when; both may still be open. Says nothing of itself when it is printed."""

    who: str = ""
    by: dt.date | None = None

    def __repr__(self) -> str:
        return "Note(…)"


class PersonalItem(Struct, frozen=True):
    """A checklist item for this family; `open` where an answer is still missing to know whether it applies."""

    item: ChecklistItem
    text: Words
    because: Words | None
    open: bool
    reasons: tuple[Reason, ...] = ()


class PersonalPart(Struct, frozen=True):
    """The items of a part that apply."""

    id: str
    title: Words
    items: tuple[PersonalItem, ...]


class PersonalChecklist(Struct, frozen=True):
    """A checklist made from answers: findings first, then what to have, do and learn."""

    checklist: Checklist
    findings: tuple[Finding, ...]
    parts: tuple[PersonalPart, ...]

    @property
    def facts(self) -> tuple[str, ...]:
        """The ids of every fact it rests on, each once."""
        found = dict.fromkeys(fact for finding in self.findings for fact in finding.facts)
        found.update(dict.fromkeys(f for part in self.parts for each in part.items for f in each.item.facts))
        return tuple(found)

"""Every legal sentence names its facts, every named fact exists, and what changes carries its date."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from kyr_app.content.desk import Desk, Problem, Source
from kyr_app.content.schema import nearest
from kyr_app.content.source import Listing, Mapping, Node, Scalar
from kyr_app.model.block import Block, Choice, Heading, Item, Row
from kyr_app.model.checklist import Checklist, ChecklistItem, Rule, RuleSet
from kyr_app.model.deadline import DeadlineFile, DeadlineRule
from kyr_app.model.fact import Confidence, Fact
from kyr_app.model.form import Advice, OfficialForm
from kyr_app.model.interview import Interview, Screen
from kyr_app.model.lesson import Lesson
from kyr_app.model.paper_block import Part, Statute
from kyr_app.model.practice import PracticeQuestion, PracticeSet
from kyr_app.model.prompt import Care, Prompt, PromptFile
from kyr_app.model.screening import Flag, Screening
from kyr_app.model.template import Note, Template
from kyr_app.model.text import N_, Text
from kyr_app.model.workshop import Leading, ReadyPlan

STABLE_DAYS, CHANGING_DAYS = 365, 90
MONTHS = {
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(),
    "en": "January February March April May June July August September October November December".split(),
}
_DATED = {
    "es": re.compile(rf"\b({'|'.join(MONTHS['es'])})( de)? (del )?20\d\d\b", re.IGNORECASE),
    "en": re.compile(rf"\b({'|'.join(MONTHS['en'])})( \d{{1,2}},)? 20\d\d\b"),
}

_UNDATED = {
    "es": N_("“{id}” changes: its month and year must stand in the Spanish text."),
    "en": N_("“{id}” changes: its month and year must stand in the English text."),
}

CITING = (
    Block,
    Item,
    Row,
    ChecklistItem,
    Rule,
    Screen,
    DeadlineRule,
    Screening,
    Flag,
    Prompt,
    Care,
    PracticeQuestion,
    Advice,
    Note,
    Part,
)
"""What names facts."""

Cites = (
    Block
    | Item
    | Row
    | ChecklistItem
    | Rule
    | Screen
    | DeadlineRule
    | Screening
    | Flag
    | Prompt
    | Care
    | PracticeQuestion
    | Advice
    | Note
    | Part
)


_DATED_KINDS = (
    Lesson,
    Interview,
    Checklist,
    RuleSet,
    Screening,
    DeadlineFile,
    PromptFile,
    PracticeSet,
    OfficialForm,
    Template,
    ReadyPlan,
    Leading,
)


def check(desk: Desk) -> Iterator[Problem]:
    """Yield what is wrong with facts, dates and reviews."""
    facts = desk.facts
    for source in desk.every:
        if source.kind not in _DATED_KINDS:
            continue
        for value, node in source.each(*CITING):
            yield from _named(source, value, node, facts)
            yield from _dated(source, value, node, facts)
        if source.value is not None:
            yield from _lasting(source, facts)


def _named(source: Source, value: Cites, node: Mapping, facts: dict[str, Fact]) -> Iterator[Problem]:
    for name in value.facts:
        fact = facts.get(name)
        if fact is None:
            near = nearest(name, facts)
            said = N_("There is no fact “{id}”. Did you mean “{near}”?", id=name, near=near or "–")
            yield source.problem(_named_at(node, name), said)
        elif fact.confidence is Confidence.LOW:
            yield source.problem(node, N_("The fact “{id}” is of low confidence: do not state it.", id=name))
        elif fact.unverified and fact.changes:
            yield source.problem(
                node, N_("The fact “{id}” is unverified and changes: do not state it.", id=name)
            )
    if _needs_ground(value) and not value.facts and not getattr(value, "practice", False):
        yield source.problem(node, N_("Name the facts this rests on, or say “practice: yes”."))


def _named_at(node: Mapping, name: str) -> Node:
    """Return where a fact is named."""
    named = node.items.get("facts")
    lines = named.items if isinstance(named, Listing) else ()
    return next((each for each in lines if isinstance(each, Scalar) and each.text == name), node)


def _needs_ground(value: Cites) -> bool:
    if isinstance(value, Heading | Choice | Item | Row | Screen | Flag | Part):
        return False
    parts = getattr(value, "items", ()) or getattr(value, "rows", ())
    return not (parts and all(part.facts for part in parts))


def _dated(source: Source, value: Cites, node: Mapping, facts: dict[str, Fact]) -> Iterator[Problem]:
    if isinstance(value, Statute | Screen | Choice | Screening):
        return
    changing = [name for name in value.facts if name in facts and facts[name].changes]
    if not changing:
        return
    for language in ("es", "en"):
        said = " ".join(text.in_language(language) for text in _texts(value))
        if not _DATED[language].search(said):
            yield source.problem(node, _UNDATED[language].with_values(id=changing[0]))


def _texts(value: object) -> Iterator[Text]:
    for name in getattr(value, "__struct_fields__", ()):
        inner = getattr(value, name)
        if isinstance(inner, Text):
            yield inner
        elif isinstance(inner, tuple):
            for each in inner:
                yield from [each] if isinstance(each, Text) else _texts(each)


def _lasting(source: Source, facts: dict[str, Fact]) -> Iterator[Problem]:
    reviewed: dt.date = source.value.reviewed
    good_until: dt.date = source.value.good_until
    used = [name for value, _ in source.each(*CITING) for name in value.facts]
    changing = [name for name in used if name in facts and facts[name].changes]
    most = CHANGING_DAYS if changing else STABLE_DAYS
    top = source.visits[0][2]
    assert isinstance(top, Mapping)  # noqa: S101 (every kind of file is one)
    until = top.items["good_until"]
    if not reviewed < good_until:
        yield source.problem(until, N_("“good_until” must be later than “reviewed”."))
    elif (good_until - reviewed).days > most:
        last = (reviewed + dt.timedelta(days=most)).isoformat()
        yield source.problem(
            until, N_("“good_until” may be {day} at the latest ({n} days).", day=last, n=most)
        )

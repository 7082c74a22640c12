"""A screening: ordered rules over the answers of an interview, first one true, to an outcome that is no verdict."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from kyr_app.model.text import Text


class ScreeningRule(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """The rule number `n`: when it is the first that holds, its outcome is the answer. No `when`: otherwise."""

    n: int
    outcome: str
    because: Text
    when: str = ""
    flags: tuple[str, ...] = ()


class Flag(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Something to add to any outcome: what it means and what to do. With `when`, it is set whenever that holds."""

    id: str
    text: Text
    urgent: bool = False
    when: str = ""
    facts: tuple[str, ...] = ()


class Outcome(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What an outcome means, what it does not mean, and what to do next."""

    id: str
    icon: str
    title: Text
    means: Text
    not_means: Text
    steps: tuple[Text, ...]


class Screening(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A screening over one interview; an answer that is missing counts as *unsure*. `each_person`: one result each."""

    id: str
    order: int
    icon: str
    title: Text
    neutral_title: Text
    interview: str
    reviewed: dt.date
    good_until: dt.date
    rules: tuple[ScreeningRule, ...]
    outcomes: tuple[Outcome, ...]
    flags: tuple[Flag, ...]
    disclaimer: Text
    facts: tuple[str, ...]
    card: tuple[Text, ...] = ()
    each_person: bool = False
    review: str = ""


class Screened(Struct, frozen=True):
    """What a screening came to: the outcome, the rule that decided, what else to know, and what it rests on."""

    screening: Screening
    outcome: Outcome
    rule: ScreeningRule
    flags: tuple[Flag, ...]

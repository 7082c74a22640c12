"""What a family's own sheets hold: words that were chosen for them, and nothing else of what was answered."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from kyr_app.model.text import Words


class Validity(Struct, frozen=True):
    """When what a sheet rests on was reviewed, how long it is good, and by whom; empty: not yet by a lawyer."""

    reviewed: dt.date
    good_until: dt.date
    review: str = ""


class Entry(Struct, frozen=True):
    """A line of the intake sheet: what it asks and what the family answered; None is a line to write on.

    `wide` takes the whole width of the page; `ticks` are answers to tick by hand.
    """

    asked: Words
    answered: Words | None = None
    wide: bool = False
    ticks: tuple[Words, ...] = ()


class Group(Struct, frozen=True):
    """Lines of the intake sheet under one title, so many side by side."""

    title: Words
    entries: tuple[Entry, ...]
    columns: int = 3


class Topic(Struct, frozen=True):
    """What a screening came to, as a topic for a legal team: for whom, which questions, what, and why."""

    people: tuple[Words, ...]
    asked: Words
    title: Words
    because: Words


class Intake(Struct, frozen=True, kw_only=True):
    """What a family chose to put on its intake sheet; nothing else of its answers is in here.

    `people` are numbers and who each is. It is None where nobody said who is in the family, and `urgent` where
    nothing that could be urgent was answered: both then leave lines to write on.
    """

    people: tuple[tuple[str, Words], ...] | None
    counts: tuple[Entry, ...]
    before: tuple[Group, ...]
    urgent: tuple[Words, ...] | None
    topics: tuple[Topic, ...]
    after: tuple[Group, ...]
    valid: Validity

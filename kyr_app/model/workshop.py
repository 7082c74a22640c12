"""A workshop: ready plans and what their leader must know, as content; and the plan that was chosen.

Nobody's name has a place in any of it.
"""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from kyr_app.model.block import AnyBlock, Item, facts_of
from kyr_app.model.text import Text

LENGTHS = (60, 90, 120)
"""Minutes that a ready plan may take."""
SHORTEST, LONGEST = 30, 240
"""Minutes between which any workshop lies."""
MOST_PEOPLE = 100
"""More in one room are two workshops."""


class Station(Item, frozen=True, omit_defaults=True, kw_only=True):
    """A table to which small groups come in turn: `text` is what they do there, `lesson` the sheet that lies on it."""

    title: Text
    lesson: str


class Corner(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A place for children in the same room. `lesson` is the page that each child takes home."""

    lesson: str
    blocks: tuple[AnyBlock, ...]


class ReadyPlan(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A plan to take as it is. `materials` and `notes` are what this plan needs besides what every workshop does."""

    id: str
    order: int
    icon: str
    title: Text
    summary: Text
    minutes: int
    people: int
    lessons: tuple[str, ...]
    reviewed: dt.date
    good_until: dt.date
    review: str = ""
    stations: tuple[Station, ...] = ()
    corner: Corner | None = None
    materials: tuple[AnyBlock, ...] = ()
    notes: tuple[AnyBlock, ...] = ()


class Leading(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What holds for every workshop. `welcome` and `goodbye` are shown to all; the rest is for whoever leads.

    `contacts` are places of the directory that a person can be sent to.
    """

    id: str
    reviewed: dt.date
    good_until: dt.date
    review: str = ""
    welcome: tuple[AnyBlock, ...]
    materials: tuple[AnyBlock, ...]
    safety: tuple[AnyBlock, ...]
    distress: tuple[AnyBlock, ...]
    referral: tuple[AnyBlock, ...]
    contacts: tuple[str, ...]
    close: tuple[AnyBlock, ...]
    goodbye: tuple[AnyBlock, ...]

    @property
    def facts(self) -> tuple[str, ...]:
        """The ids of every fact it rests on, each once."""
        groups = (
            self.welcome,
            self.materials,
            self.safety,
            self.distress,
            self.referral,
            self.close,
            self.goodbye,
        )
        return tuple(dict.fromkeys(fact for blocks in groups for block in blocks for fact in facts_of(block)))


class Plan(Struct, frozen=True, kw_only=True):
    """What was chosen: lessons by id in their order, minutes, how many people and how many children in their corner.

    `short`: the slides show the main sentence of each point, and not all of it. `ready` is the id of the ready plan
    it was made from, empty where lessons were chosen one by one.
    """

    lessons: tuple[str, ...]
    minutes: int
    people: int
    children: int = 0
    short: bool = True
    stations: tuple[Station, ...] = ()
    ready: str = ""

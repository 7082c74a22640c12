"""A lesson: what a family is taught in one sitting, in at most five points."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from msgspec import Struct

from kyr_app.model.block import AnyBlock, Choice, facts_of
from kyr_app.model.text import Text


class Moment(StrEnum):
    """Where on the journey a lesson belongs; the library is ordered by it."""

    WAITING = "waiting"
    BORDER = "border"
    CUSTODY = "custody"
    COURT = "court"
    AFTER = "after"
    FAMILY = "family"
    HELP = "help"


class Audience(StrEnum):
    """For whom a lesson is written."""

    FAMILY = "family"
    TEEN = "teen"
    CHILD = "child"


class Point(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One main point: a screen, a slide, a panel.

    `short` says the same in at most 45 words and makes sense alone: it is the zine panel and the wallet card.
    """

    id: str
    title: Text
    icon: str
    short: Text
    blocks: tuple[AnyBlock, ...]


class Lesson(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A lesson. `neutral_title` names it on a discreet print, without a telling word.

    `reviewed` is the day its sentences were last held against their facts; after `good_until` it is still shown,
    with a banner. `review` names the lawyer who signed it and is empty until one does. `painful` announces a
    lesson that may bring back bad memories.
    """

    id: str
    order: int
    moment: Moment
    icon: str
    title: Text
    neutral_title: Text
    summary: Text
    minutes: int
    reviewed: dt.date
    good_until: dt.date
    points: tuple[Point, ...]
    teach_back: Choice
    audience: Audience = Audience.FAMILY
    review: str = ""
    painful: bool = False

    def expired(self, today: dt.date) -> bool:
        """Whether the lesson is past its date on `today`."""
        return today > self.good_until

    @property
    def facts(self) -> tuple[str, ...]:
        """The ids of every fact the lesson rests on, in order of use, each once."""
        blocks = [block for point in self.points for block in point.blocks] + [self.teach_back]
        return tuple(dict.fromkeys(fact for block in blocks for fact in facts_of(block)))

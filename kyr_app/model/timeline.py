"""The timeline: what happened, when, with its source."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from msgspec import Struct

from kyr_app.model.text import Text


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class Event(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """An event; `date` is ISO, cut to its precision: `2019-01-29`, `2019-01`, `2019`."""

    id: str
    date: str
    precision: Precision
    track: str
    kind: str
    text: Text
    source: str
    confidence: str


class Timeline(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A file of events in order of time."""

    id: str
    reviewed: dt.date
    good_until: dt.date
    events: tuple[Event, ...]

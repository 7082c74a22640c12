"""The directory: where to get help, with only the telephone numbers that a source gives."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from msgspec import Struct

from kyr_app.model.fact import Confidence
from kyr_app.model.text import Text


class Side(StrEnum):
    """On which side of the border a place helps."""

    MEXICO = "mexico"
    US = "us"
    BOTH = "both"
    INTERNATIONAL = "international"


class Phone(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A number as its source writes it, and whose it is."""

    number: str
    label: Text | None = None


class Contact(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A place. `verify`: nobody confirmed it on the place's own page, so it is shown with *check before use*."""

    id: str
    name: Text
    side: Side
    category: str
    what: Text
    as_of: str
    source: str
    confidence: Confidence
    city: Text | None = None
    verify: bool = False
    phones: tuple[Phone, ...] = ()
    email: str = ""
    website: str = ""
    languages: Text | None = None
    languages_confirmed: bool = False
    hours: Text | None = None
    address: str = ""
    note: Text | None = None


class Directory(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A file of contacts."""

    id: str
    reviewed: dt.date
    good_until: dt.date
    contacts: tuple[Contact, ...]

"""A language that a content pack adds: what it is called, how it writes days and lists, and the program's words in it.

Spanish and English are built in and need none of this. The passages of lessons in the added language are not here:
they stand beside the Spanish and the English, in `Text.more`.
"""

from __future__ import annotations

import re
from enum import StrEnum

from msgspec import Struct, field

from kyr_app.model.text import N_, Text, Words

CODE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8}){0,2}")
"""How a language is named: `ht`, `quc`, `pt-br`."""

MONTHS = 12


class Direction(StrEnum):
    """Where a line begins: at the left, or at the right."""

    LTR = "ltr"
    RTL = "rtl"


class Writing(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a language writes days, numbers and lists. Without `months` all of them are written as in Spanish.

    `months` are twelve, January first; `short` are twelve as well or none. `day` and `month` are sentences with the
    places {day}, {month} and {year}; `joins` stands before the last of a list (*and*), `thousands` parts a number.
    """

    months: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    day: str = "{day} {month} {year}"
    month: str = "{month} {year}"
    joins: str = ""
    thousands: str = ","


class Language(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A language. `name` is what its readers call it, `called` what Spanish and English call it.

    `review` names who has read the translation, a person who knows both languages; empty until one has. `prints` is
    false where the letters of the papers lack some of this language: then it is read on the screen alone.
    """

    id: str
    name: str
    called: Text
    direction: Direction = Direction.LTR
    translators: str = ""
    review: str = ""
    prints: bool = True
    writing: Writing = field(default_factory=Writing)

    @property
    def words(self) -> Text:
        """What it is called, in every language it can be said in."""
        return Text(self.called.es, self.called.en, {self.id: self.name})


class Counted(Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence that depends on a count: its two English forms, and the form for each kind of number."""

    one: str
    many: str
    said: dict[str, str]


class WordTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The program's own words in a language; what is missing is said in Spanish.

    `plural` says which numbers are of which kind, in the notation of CLDR; every number that is of none is `other`.
    `of` is how many messages the program had when the table was made.
    """

    format: int
    language: Language
    of: int = 0
    plural: dict[str, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    counted: tuple[Counted, ...] = ()

    def __len__(self) -> int:
        return len(self.words) + len(self.counted)


def reviewed(language: Language) -> Words:
    """Return who has read a translation; that nobody has, where nobody is named."""
    if language.review:
        return N_("The translation was read by {name}.", name=language.review)
    return N_("The translation has not been reviewed yet.")

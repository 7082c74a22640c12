"""An official form as we know it: its editions, and which answer belongs into which field.

The government's PDF is never part of the program: the family brings its own blank, and a map says what goes where.
The map is the outline of the worksheet too, so that the same questions can be copied by hand.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from msgspec import Struct

from kyr_app.model.form_question import (
    SLOT,
    AnyQuestion,
    ByHand,
    Choose,
    Format,
    Lines,
    Option,
    Overflow,
    Question,
    RowColumn,
    RowOption,
    RowsOf,
    Select,
    Tick,
    Write,
    fields_of,
    names_read,
)
from kyr_app.model.text import Text

__all__ = [
    "SLOT",
    "Advice",
    "AnyQuestion",
    "ByHand",
    "Choose",
    "Continuation",
    "Edition",
    "Format",
    "Lines",
    "OfficialForm",
    "Option",
    "Overflow",
    "Part",
    "Question",
    "Rename",
    "Room",
    "RowColumn",
    "RowOption",
    "RowsOf",
    "Select",
    "Slot",
    "Tick",
    "Verified",
    "Write",
    "fields_of",
    "names_read",
]


class Verified(StrEnum):
    """How far a map was held against the form: against the PDF itself, or against a list of its names alone."""

    PDF = "pdf"
    NAMES = "names only"


class Rename(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A field that one edition calls otherwise."""

    usual: str
    here: str


class Edition(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One printing of a form. `id` is its date as the form prints it.

    `barcode` is the value under its barcodes without the page; `footer` words that stand on its pages; `names` and
    `structure` are fingerprints (`documents.official.fingerprint`). `lacks` names fields that this edition has not.
    """

    id: str
    verified: Verified
    pages: int = 0
    language: str = "en"
    barcode: str = ""
    footer: tuple[str, ...] = ()
    names: str = ""
    structure: str = ""
    renames: tuple[Rename, ...] = ()
    lacks: tuple[str, ...] = ()
    superseded: bool = False
    sources: tuple[str, ...] = ()

    def called(self, field: str) -> str:
        """Return what this edition calls a field; nothing where it has none."""
        if field in self.lacks:
            return ""
        return next((each.here for each in self.renames if each.usual == field), field)


class Part(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A part of the form under its own title. `printed` is what a continuation calls it, `page` where it begins."""

    id: str
    title: Text
    questions: tuple[AnyQuestion, ...]
    printed: str = ""
    page: int = 0
    note: Text | None = None


class Slot(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A field at the head of a continuation, and what it says."""

    field: str
    says: str
    format: Format = Format.PLAIN


class Room(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Room for one text on a continuation, with the fields that say to what it belongs."""

    body: str
    part: str = ""
    question: str = ""
    page: str = ""


class Continuation(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A page of the blank that may be copied as often as needed (`page` counts from 1).

    It takes `rows` further rows, or texts into its `rooms`. `called` is its name on the form.
    """

    id: str
    page: int
    called: str
    head: tuple[Slot, ...] = ()
    rows: int = 0
    rooms: tuple[Room, ...] = ()


class Advice(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What to know before a form is used: a law with its facts, or practical advice."""

    id: str
    text: Text
    facts: tuple[str, ...] = ()
    practice: bool = False


class OfficialForm(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A form of the government: how to know it, how to fill it, what to know before using it.

    `never` names what is never filled in: field names, or `re:` and a pattern over them.
    """

    id: str
    number: str
    order: int
    icon: str
    title: Text
    summary: Text
    agency: str
    reviewed: dt.date
    good_until: dt.date
    editions: tuple[Edition, ...]
    parts: tuple[Part, ...]
    advice: tuple[Advice, ...] = ()
    continuations: tuple[Continuation, ...] = ()
    never: tuple[str, ...] = ()
    language: str = "en"
    one_per_person: bool = False
    spare: str = ""
    sources: tuple[str, ...] = ()

    @property
    def questions(self) -> tuple[AnyQuestion, ...]:
        """Every question in the order of the form."""
        return tuple(question for part in self.parts for question in part.questions)

    def continuation(self, name: str) -> Continuation:
        """Return a continuation by id. Raise `KeyError` where the form has none of that name."""
        return {each.id: each for each in self.continuations}[name]

    def edition(self, name: str) -> Edition | None:
        """Return an edition by the date it prints."""
        return next((each for each in self.editions if each.id == name), None)

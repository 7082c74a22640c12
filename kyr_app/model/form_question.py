"""The questions of an official form: what is asked, which answer belongs there, and into which fields it goes.

Field names are what the PDF calls its fields; `PartALine9Sex[0]` means the one field whose full name ends so.
"""

from __future__ import annotations

import re
from enum import StrEnum

from msgspec import Struct

from kyr_app.model import condition
from kyr_app.model.text import Text

SLOT = re.compile(r"\{(\w+)\}")
"""A place for an answer, in `says` and in the line of an overflow."""


class Format(StrEnum):
    """How an answer is written on the form."""

    PLAIN = "plain"
    CAPITAL = "capital"
    DIGITS = "digits"
    ZIP = "zip"
    A_NUMBER = "a-number"
    A_DASHED = "a-dashed"
    AREA = "phone-area"
    LOCAL = "phone-local"
    PHONE = "phone"
    PHONE_DIGITS = "phone-digits"
    DAY = "day"
    MONTH = "month"
    LIST = "list"


class Overflow(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Where goes what does not fit: a continuation, under a part and a question; rows one a `line`."""

    to: str
    part: str = ""
    question: str = ""
    line: str = ""


class Question(Struct, frozen=True, omit_defaults=True, kw_only=True, tag_field="kind"):
    """What every question has. `id` is its number as printed, with a word after `-` where a number has several fields.

    `when` is a condition over the answers; where it does not hold the form says to skip the question.
    """

    id: str
    label: Text
    hint: Text | None = None
    when: str = ""

    @property
    def number(self) -> str:
        """The number as printed; nothing where the form has none there."""
        head = self.id.partition("-")[0]
        return head if any(letter.isdigit() for letter in head) else ""


class Write(Question, frozen=True, omit_defaults=True, kw_only=True, tag="text"):
    """Words or figures in a box: those of `answer`, or `says` with answers in its {places}.

    `none` and `unknown` are what is written for what there is not, and for what a person does not know, `skipped`
    where the question does not apply: no box stays empty by accident. `longest` is how many letters the box takes,
    where the blank says so. `english` says that these are words of a language (a religion, a trade), no names. `prose`
    is a story, which has to be in the language of the form. `locked` says that the
    blank itself would not let anybody type here (its own script fills it), and that we write there all the same.
    """

    field: str
    answer: str = ""
    says: str = ""
    format: Format = Format.PLAIN
    none: str = "None"
    unknown: str = "Unknown"
    skipped: str = ""
    longest: int = 0
    english: bool = False
    prose: bool = False
    locked: bool = False
    overflow: Overflow | None = None


class Lines(Question, frozen=True, omit_defaults=True, kw_only=True, tag="lines"):
    """One answer written over several boxes, one under another, broken where it has line breaks or commas."""

    fields: tuple[str, ...]
    answer: str
    none: str = "None"
    unknown: str = "Unknown"
    locked: bool = False


class Tick(Question, frozen=True, omit_defaults=True, kw_only=True, tag="check"):
    """A box that is ticked where `ticked`, a condition, holds; where `given`, an answer, has a value; else always.

    `on` is the box's own value, where several boxes are one field.
    """

    field: str
    ticked: str = ""
    given: str = ""
    on: str = ""


class Option(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A box for one value of an answer. `on` is the box's own value, where several boxes are one field."""

    value: str
    label: Text
    field: str
    on: str = ""


class Choose(Question, frozen=True, omit_defaults=True, kw_only=True, tag="choose"):
    """Boxes of which those for the answer are ticked."""

    answer: str
    options: tuple[Option, ...]


class Select(Question, frozen=True, omit_defaults=True, kw_only=True, tag="select"):
    """A list in the blank, of which one entry is written out."""

    field: str
    answer: str
    none: str = ""


class RowOption(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """The boxes for one value of a column, row by row; `more` are those of the continuation."""

    value: str
    label: Text
    fields: tuple[str, ...]
    more: tuple[str, ...] = ()


class RowColumn(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One column of rows. `id` is the column of the answer, `number` what the form calls it, if anything.

    `fields` are its boxes row by row, `more` those of the continuation; a column of choices has `options` instead.
    `skipped` is written where the column does not apply to a row; `english` as in `Write`.
    """

    id: str
    label: Text
    number: str = ""
    format: Format = Format.PLAIN
    none: str = "None"
    unknown: str = "Unknown"
    skipped: str = ""
    longest: int = 0
    english: bool = False
    fields: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    options: tuple[RowOption, ...] = ()


class RowsOf(Question, frozen=True, omit_defaults=True, kw_only=True, tag="rows"):
    """The same boxes several times, one row of the answer each; `printed` of them stand on the form.

    `none` is what the first box says where there are no rows. Where `overflow` names a continuation with rows of its
    own, further rows go there; otherwise each is written there as a line.
    """

    answer: str
    printed: int
    columns: tuple[RowColumn, ...]
    none: str = ""
    unknown: str = "Unknown"
    overflow: Overflow | None = None


class ByHand(Question, frozen=True, omit_defaults=True, kw_only=True, tag="by hand"):
    """What nobody but a person may fill in: a signature, its date. `fields` are never touched.

    `later` is not for now: somebody else fills it in, or an officer asks for it.
    """

    fields: tuple[str, ...] = ()
    page: int = 0
    later: bool = False


AnyQuestion = Write | Lines | Tick | Choose | Select | RowsOf | ByHand


def fields_of(question: AnyQuestion) -> tuple[str, ...]:
    """Return the names of the fields that a question writes to, those of its continuation after the others."""
    if isinstance(question, Write | Tick | Select):
        return (question.field,)
    if isinstance(question, Lines):
        return question.fields
    if isinstance(question, Choose):
        return tuple(each.field for each in question.options)
    if isinstance(question, RowsOf):
        held: list[RowColumn | RowOption] = []
        for column in question.columns:
            held += [column, *column.options]
        return tuple(name for each in held for name in (*each.fields, *each.more))
    return ()


def names_read(question: AnyQuestion) -> tuple[str, ...]:
    """Return the names of the answers that a question reads, conditions included. Raise `ConditionError` for those."""
    found = [getattr(question, "answer", ""), getattr(question, "given", "")]
    if isinstance(question, Write):
        found += SLOT.findall(question.says)
    for text in (question.when, getattr(question, "ticked", "")):
        if text:
            found += condition.names(condition.parse(text))
    return tuple(dict.fromkeys(name for name in found if name))

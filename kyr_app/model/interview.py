"""An interview: screens with one question each. A checklist, not a flowchart."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from msgspec import Struct, structs

from kyr_app.model.text import Text


class Field(Struct, frozen=True, omit_defaults=True, kw_only=True, tag_field="kind"):
    """What is asked for; `name` is the key of the answer, the same in every interview that asks it.

    Where it is `optional`, *there is none* is an answer too, chosen on purpose; `none` says it in the question's own
    words. Nothing is ever left empty by accident.
    """

    name: str
    optional: bool = False
    none: Text | None = None


class YesNo(Field, frozen=True, omit_defaults=True, kw_only=True, tag="yesno"):
    """Yes or no: the values `yes` and `no`."""


class Picture(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A possible answer: a picture with its words, and a line of explanation where one helps."""

    value: str
    text: Text
    icon: str = ""
    help: Text | None = None


class OneOf(Field, frozen=True, omit_defaults=True, kw_only=True, tag="choice"):
    """One of several answers: its value."""

    options: tuple[Picture, ...]


class SomeOf(Field, frozen=True, omit_defaults=True, kw_only=True, tag="choices"):
    """Any number of several answers, none included: a tuple of values in the order of the options."""

    options: tuple[Picture, ...]


class Number(Field, frozen=True, omit_defaults=True, kw_only=True, tag="number"):
    """A whole number from `least` to `most`; `unit` is said after it, `unit_one` after the number one."""

    least: int = 0
    most: int = 99
    unit: Text | None = None
    unit_one: Text | None = None


class DayField(Field, frozen=True, omit_defaults=True, kw_only=True, tag="date"):
    """A calendar day."""


class Line(Field, frozen=True, omit_defaults=True, kw_only=True, tag="line"):
    """A few words, at most `most` characters."""

    most: int = 200
    example: Text | None = None


class Month(Field, frozen=True, omit_defaults=True, kw_only=True, tag="month"):
    """A month of a year, or the year alone where no more is known: `2021-03`, `2021`."""


class LongText(Field, frozen=True, omit_defaults=True, kw_only=True, tag="text"):
    """A text of any length up to `most` characters, its line breaks kept."""

    most: int = 20_000
    example: Text | None = None


PlainField = YesNo | OneOf | SomeOf | Number | DayField | Month | Line | LongText
"""A field with one value."""


class Column(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One field among several, with what stands above it.

    `when` is a condition over what stands before it: in a row, over its earlier columns alone.
    """

    label: Text
    answer: PlainField
    when: str = ""
    help: Text | None = None


class Group(Field, frozen=True, omit_defaults=True, kw_only=True, tag="group"):
    """A few short fields that belong together (an address, a name) on one screen; each is an answer by its own name.

    The name of the group itself is no answer's.
    """

    fields: tuple[Column, ...]


class Rows(Field, frozen=True, omit_defaults=True, kw_only=True, tag="rows"):
    """The same fields several times: a tuple of `Row`, at most `most`; none is an answer, chosen on purpose.

    `one` is what a row is called (*a child*), `more` invites to the next one; `title` names the columns by which a
    row is known on the screen.
    """

    columns: tuple[Column, ...]
    one: Text
    more: Text
    title: tuple[str, ...] = ()
    most: int = 20


AnyField = PlainField | Group | Rows


class Reached(StrEnum):
    """From where an interview is reached: from *My situation*, or from the papers that need its answers."""

    SITUATION = "situation"
    PAPERS = "papers"


class Screen(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One question, why we ask it, and when: a condition over earlier answers (empty: always).

    `painful` announces the question before it appears. `short` names the answer on the review page and in reasons
    (*because you said*). What is each person's `own` is asked of each: nobody is given the answer of another.
    """

    id: str
    question: Text
    short: Text
    why: Text
    answer: AnyField
    when: str = ""
    icon: str = ""
    help: Text | None = None
    painful: bool = False
    own: bool = False
    facts: tuple[str, ...] = ()


class Section(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Screens that belong together, with a title for the review page."""

    id: str
    title: Text
    screens: tuple[Screen, ...]


class Interview(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """An interview. `leads_to` names the checklist that its answers make."""

    id: str
    order: int
    icon: str
    title: Text
    summary: Text
    minutes: int
    reviewed: dt.date
    good_until: dt.date
    sections: tuple[Section, ...]
    leads_to: str = ""
    reached: Reached = Reached.SITUATION

    @property
    def screens(self) -> tuple[Screen, ...]:
        """All screens in order."""
        return tuple(screen for section in self.sections for screen in section.screens)


def options_of(field: AnyField) -> tuple[Picture, ...]:
    """Return the options of a field; none where it has none."""
    return field.options if isinstance(field, OneOf | SomeOf) else ()


def columns_of(field: AnyField) -> tuple[Column, ...]:
    """Return the fields inside a field; none where it is a plain one."""
    if isinstance(field, Group):
        return field.fields
    return field.columns if isinstance(field, Rows) else ()


def singly(screen: Screen) -> tuple[Screen, ...]:
    """Return a screen for each answer that a screen asks for: itself, or one for each field of its group."""
    if not isinstance(screen.answer, Group):
        return (screen,)
    return tuple(
        structs.replace(
            screen,
            question=each.label,
            short=each.label,
            answer=each.answer,
            help=each.help,
            when=_both(screen.when, each.when),
        )
        for each in screen.answer.fields
    )


def _both(first: str, second: str) -> str:
    return f"({first}) and ({second})" if first and second else first or second

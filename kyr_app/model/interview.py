"""An interview: screens with one question each. A checklist, not a flowchart."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from kyr_app.model.text import Text


class Field(Struct, frozen=True, omit_defaults=True, kw_only=True, tag_field="kind"):
    """What is asked for; `name` is the key of the answer, the same in every interview that asks it."""

    name: str


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


AnyField = YesNo | OneOf | SomeOf | Number | DayField | Line


class Screen(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One question, why we ask it, and when: a condition over earlier answers (empty: always).

    `painful` announces the question before it appears. `short` names the answer on the review page and in reasons
    (*because you said*).
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

    @property
    def screens(self) -> tuple[Screen, ...]:
        """All screens in order."""
        return tuple(screen for section in self.sections for screen in section.screens)


def options_of(field: AnyField) -> tuple[Picture, ...]:
    """Return the options of a field; none where it has none."""
    return field.options if isinstance(field, OneOf | SomeOf) else ()

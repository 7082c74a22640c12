"""Every setting of this computer, once: language and looks, nothing about a person."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class View(StrEnum):
    """Which languages a screen shows: the one of its reader, or both aligned, the reader's first."""

    ONE = "one"
    BOTH = "both"


class Paper(StrEnum):
    """Paper sizes."""

    LETTER = "letter"
    A4 = "a4"


class Edition(StrEnum):
    """Ways to print a lesson: a sheet, a large one, a little book, wallet cards, one that tells nothing outside."""

    STANDARD = "standard"
    LARGE = "large"
    ZINE = "zine"
    CARD = "card"
    DISCREET = "discreet"


class TextSize(StrEnum):
    """How large the letters are on the screen."""

    NORMAL = "normal"
    LARGE = "large"
    VERY_LARGE = "very-large"


class Look(StrEnum):
    """The ground of the screen; `HIGH` is for eyes that need all the contrast there is."""

    LIGHT = "light"
    DARK = "dark"
    HIGH = "high"


class Settings(Struct, frozen=True, omit_defaults=True):
    """What this computer remembers. `language` is empty until somebody chooses one.

    `beside` is the second language where two are shown; empty: Spanish, or English beside Spanish.
    """

    language: str = ""
    view: View = View.ONE
    text_size: TextSize = TextSize.NORMAL
    look: Look = Look.LIGHT
    paper: Paper = Paper.LETTER
    beside: str = ""

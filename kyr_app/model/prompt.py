"""Prompts: the beginnings of sentences that help a person to tell, and never say what to tell."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from kyr_app.model.story import Spot
from kyr_app.model.text import Text


class Prompt(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """The beginning of a sentence, and a tip on how to go on with it.

    `painful` announces it before it can be read. `printed` marks what the papers say by themselves: it is shown, and
    not told on a card.
    """

    id: str
    ask: Text
    tip: Text
    painful: bool = False
    printed: bool = False
    facts: tuple[str, ...] = ()
    practice: bool = False


class PromptSection(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Prompts that belong together. `spot` is where cards begun with one of them stand while they have no date."""

    id: str
    title: Text
    icon: str
    prompts: tuple[Prompt, ...]
    spot: Spot = Spot.TOLD

    @property
    def painful(self) -> bool:
        """Whether any of its prompts is."""
        return any(each.painful for each in self.prompts)


class Care(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What to take care of before one begins."""

    id: str
    icon: str
    text: Text
    facts: tuple[str, ...] = ()
    practice: bool = False


class PromptFile(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A file of prompts."""

    id: str
    order: int
    title: Text
    reviewed: dt.date
    good_until: dt.date
    care: tuple[Care, ...]
    sections: tuple[PromptSection, ...]
    review: str = ""

"""A receipt: what a sitting, or the program, leaves behind. Words without a name of anybody."""

from __future__ import annotations

from msgspec import Struct

from kyr_app.model.text import Words


class Section(Struct, frozen=True):
    """Lines under one title; `numbered` are words to keep, each with its number, large."""

    title: Words
    lines: tuple[Words, ...]
    icon: str = "list-bullets"
    numbered: bool = False


class Receipt(Struct, frozen=True):
    """What is left, for the screen and for a page of paper. `clean`: nothing of a family is on this computer."""

    title: Words
    about: Words
    sections: tuple[Section, ...]
    clean: bool = True
    icon: str = "receipt"

    @property
    def lines(self) -> tuple[Words, ...]:
        """Every line, without the titles."""
        return tuple(line for section in self.sections for line in section.lines)

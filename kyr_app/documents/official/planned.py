"""What a plan comes to: marks on pages, the order of the pages, and what a person has to know. Pure values."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct, structs

from kyr_app.documents.worker.shapes import Rect
from kyr_app.model.text import Words


class Shape(StrEnum):
    """How a mark looks."""

    TEXT = "text"
    COMB = "comb"
    CROSS = "cross"


class Line(Struct, frozen=True):
    """Letters that begin at a point of the page, in points from its lower left corner."""

    x: float
    y: float
    text: str


class Mark(Struct, frozen=True):
    """One value in one box. `text` is the whole of it; `sheet` the page of the result, from 0."""

    sheet: int
    rect: Rect
    shape: Shape
    face: str
    text: str
    size: float
    lines: tuple[Line, ...]
    question: str


class About(StrEnum):
    """What a note is about."""

    MISSING = "missing"
    UNSURE = "unsure"
    CONTINUED = "continued"
    BY_HAND = "by-hand"
    LANGUAGE = "language"
    LETTERS = "letters"
    SMALL = "small"
    LONG = "long"


class Note(Struct, frozen=True):
    """Something to know about one question of the form. `names` are the answers it concerns."""

    about: About
    question: str
    label: Words
    said: Words
    names: tuple[str, ...] = ()


class Plan(Struct, frozen=True):
    """Everything that is drawn. Page n of the result is page `order[n]` of the blank, counted from 0."""

    order: tuple[int, ...]
    sizes: tuple[tuple[float, float], ...]
    marks: tuple[Mark, ...]
    notes: tuple[Note, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """The answers that are still missing, each once."""
        return tuple(
            dict.fromkeys(n for note in self.notes if note.about is About.MISSING for n in note.names)
        )

    @property
    def added(self) -> int:
        """How many pages were added."""
        return len(self.order) - len(set(self.order))


def joined(plans: Sequence[Plan]) -> Plan:
    """Return several plans for copies of one blank as one, in order."""
    marks: list[Mark] = []
    before = 0
    for each in plans:
        marks += [structs.replace(mark, sheet=mark.sheet + before) for mark in each.marks]
        before += len(each.order)
    return Plan(
        order=tuple(page for each in plans for page in each.order),
        sizes=tuple(size for each in plans for size in each.sizes),
        marks=tuple(marks),
        notes=tuple(note for each in plans for note in each.notes),
    )

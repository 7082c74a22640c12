"""Words that must fit a place: the largest letters with which all of them do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct

from kyr_app.documents.typesetting.boxes import Stack
from kyr_app.documents.typesetting.prose import Paragraph
from kyr_app.documents.typesetting.styles import styles
from kyr_app.documents.typesetting.voice import Voice
from kyr_app.i18n.locale import Locale

Make = Callable[[Voice], list[Any]]
"""Makes the flowables of one place in the letters of a voice."""


class Size(Struct, frozen=True):
    """Letters of `body` points with lines `line` letter heights apart."""

    body: float
    line: float


class Place(Struct, frozen=True):
    """What stands in a room of so many points."""

    make: Make
    width: float
    height: float

    def fits(self, voice: Voice) -> bool:
        """Whether everything has room in the letters of `voice`, no word torn."""
        made = self.make(voice)
        return Stack(made).wrap(None, self.width) <= self.height and all(
            _least_width(each, self.width) <= self.width for each in made
        )

    def draw(self, canv: Any, voice: Voice, x: float, top: float) -> float:
        """Draw it downwards from `top`; return how much height is left."""
        stack = Stack(self.make(voice))
        used = stack.wrap(canv, self.width)
        stack.draw(canv, x, top)
        return self.height - used


def sizes(most: float, least: float) -> tuple[Size, ...]:
    """Return sizes from the largest to the least, whose lines come closer before anything gets smaller still.

    After the least come smaller ones for words that nobody could foresee: it is better to read them with a glass
    than not at all.
    """
    steps = [most - n / 2 for n in range(int((most - least) * 2) + 1)]
    wide = [Size(body, 1.36) for body in steps]
    close = [Size(least, line) for line in (1.28, 1.2, 1.14)]
    return (*wide, *close, *(Size(least * share, 1.14) for share in (0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2)))


def spoken(locale: Locale, size: Size) -> Voice:
    """Return a voice for narrow places."""
    return Voice(locale, styles(size.body, locale.language, hyphens=True, line=size.line))


def fitted(places: Sequence[Place], locale: Locale, choice: Sequence[Size]) -> Voice:
    """Return the voice with the largest letters in which every one of the places has room; else the smallest."""
    for size in choice:
        voice = spoken(locale, size)
        if all(place.fits(voice) for place in places):
            return voice
    return spoken(locale, choice[-1])


def _least_width(flowable: Any, width: float) -> float:
    if isinstance(flowable, Paragraph):
        return float(flowable.minWidth())
    return float(flowable.wrapOn(None, width, 0xFFFFFF)[0])

"""Readability of a lesson, an interview or any content, point by point."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from kyr_app.content import readability
from kyr_app.content.readability import Count
from kyr_app.model.lesson import Lesson
from kyr_app.model.text import Text

_UNSCORED = frozenset({"neutral_title"})


def passages(value: Any) -> Iterator[Text]:
    """Yield every text in a value of content, in order."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            if name not in _UNSCORED:
                yield from passages(getattr(value, name))
    elif isinstance(value, tuple):
        for each in value:
            yield from passages(each)


class Score(Struct, frozen=True):
    """The words of a passage in both languages, its INFLESZ score and its Flesch-Kincaid grade."""

    name: str
    words_es: int
    words_en: int
    inflesz: float
    grade: float


def score(name: str, value: Any) -> Score:
    """Return the score of a value; it needs about a hundred words to be stable."""
    texts = list(passages(value))
    spanish = readability.measure((text.es for text in texts), "es")
    english = readability.measure((text.en for text in texts), "en")
    return Score(
        name, spanish.words, english.words, _of(spanish, readability.inflesz), _of(english, readability.grade)
    )


def _of(count: Count, formula: Any) -> float:
    return round(formula(count), 1) if count.words else 0.0


def by_point(lesson: Lesson) -> list[Score]:
    """Return the score of each point and, last, of the whole lesson."""
    return [*(score(point.id, point) for point in lesson.points), score(lesson.id, lesson)]

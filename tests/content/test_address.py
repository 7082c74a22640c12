"""Whom a text speaks to: usted everywhere, tú in what is made for teens and children, and never both."""

import re
from collections.abc import Iterator

import pytest

from kyr_app import places
from kyr_app.content import library
from kyr_app.model.lesson import Audience
from kyr_app.model.text import Text

FORMAL = re.compile(r"\busted(es)?\b", re.IGNORECASE)
NEAR = re.compile(
    r"\b(tú|ti|contigo|tienes|puedes|eres|quieres|sabes|debes|estás|dices|vas|sientes|necesitas)\b",
    re.IGNORECASE,
)
YOUNG = {Audience.TEEN, Audience.CHILD}
NAMES = re.compile("Contigo Sin Fronteras")
"""What an organization calls itself."""
CONTENT = library.load(places.pack())


def texts(of: object) -> Iterator[str]:
    """Yield every Spanish text in a part of the content."""
    if isinstance(of, Text):
        yield of.es
    elif isinstance(of, tuple):
        for each in of:
            yield from texts(each)
    elif isinstance(of, dict):
        yield from texts(tuple(of.values()))
    else:
        for name in getattr(of, "__struct_fields__", ()):
            yield from texts(getattr(of, name))


def said(of: object) -> Iterator[str]:
    """Yield the same without names."""
    for text in texts(of):
        yield NAMES.sub("", text)


@pytest.mark.parametrize("lesson", CONTENT.lessons.values(), ids=lambda each: each.id)
def test_a_lesson_speaks_in_one_way(lesson: object) -> None:
    wrong = FORMAL if lesson.audience in YOUNG else NEAR  # type: ignore[attr-defined]
    assert not [each for each in said(lesson) if wrong.search(each)]


@pytest.mark.parametrize("practised", CONTENT.practice.values(), ids=lambda each: each.id)
def test_a_topic_of_practice_speaks_in_one_way(practised: object) -> None:
    for topic in practised.topics:  # type: ignore[attr-defined]
        wrong = FORMAL if topic.audience in YOUNG else NEAR
        assert not [each for each in said(topic) if wrong.search(each)], topic.id


KINDS = ("interviews", "checklists", "rule_sets", "screenings", "prompts", "terms", "deadlines", "contacts")


@pytest.mark.parametrize("kind", KINDS)
def test_everything_else_says_usted(kind: str) -> None:
    assert not [each for each in said(getattr(CONTENT, kind)) if NEAR.search(each)]


def test_the_young_are_spoken_to_as_the_young() -> None:
    made = [each for each in CONTENT.lessons.values() if each.audience in YOUNG]
    assert len(made) >= 5
    for lesson in made:
        assert any(NEAR.search(each) for each in texts(lesson)), lesson.id

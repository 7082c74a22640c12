"""What is different between two libraries, passage by passage, for a lawyer to read before a pack is used."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

from msgspec import Struct, structs

from kyr_app.content.library import Library
from kyr_app.model.fact import Fact
from kyr_app.model.text import N_, Text, Words


class How(Enum):
    """What happened to a lesson, a list, a rule."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"


class Passage(Struct, frozen=True):
    """A passage that is not as it was. `place` is made of ids; without `before` it is new, without `after` gone."""

    place: str
    before: Words | None
    after: Words | None


class Difference(Struct, frozen=True):
    """A lesson, list or rule that is not as it was, with its passages in order. A new one counts as one."""

    kind: Words
    id: str
    title: Words
    how: How
    passages: tuple[Passage, ...] = ()


_SHELVES: dict[str, Words] = {
    "lessons": N_("Lesson"),
    "interviews": N_("Questions"),
    "checklists": N_("Checklist"),
    "rule_sets": N_("Topics to talk over"),
    "screenings": N_("Screening"),
    "deadlines": N_("Rule for a date"),
    "deadline_files": N_("Rules for dates"),
    "contacts": N_("Place that helps"),
    "terms": N_("Word explained"),
    "facts": N_("Source"),
    "templates": N_("Paper"),
    "practice": N_("Practice set"),
    "workshops": N_("Workshop"),
    "guidance": N_("How to lead a workshop"),
    "forms": N_("Official form"),
    "prompt_files": N_("Questions for a story"),
    "events": N_("Event of the timeline"),
    "dated": N_("Dates of review"),
}
"""What is compared, in this order, and what one of it is called. What a library does not have is passed over."""


def differences(before: Library, after: Library) -> tuple[Difference, ...]:
    """Return what `after` has otherwise than `before`, in the order a reader cares for: lessons first."""
    cited = {name: _cited(fact) for library in (before, after) for name, fact in library.facts.items()}
    return tuple(
        found
        for name, kind in _SHELVES.items()
        for found in _shelf(kind, _by_id(before, name), _by_id(after, name), cited)
    )


def _cited(fact: Fact) -> str:
    return f"{fact.id}: {fact.citation or fact.source} ({fact.as_of})"


def _by_id(library: Library, name: str) -> Mapping[str, Any]:
    shelf = getattr(library, name, {})
    if name == "deadline_files":  # its rules are told one by one
        shelf = tuple(structs.replace(each, rules=()) for each in shelf)
    return shelf if isinstance(shelf, Mapping) else {each.id: each for each in shelf}


def _shelf(
    kind: Words, before: Mapping[str, Any], after: Mapping[str, Any], cited: Mapping[str, str]
) -> Iterator[Difference]:
    for name, now in after.items():
        if name not in before:
            yield Difference(kind, name, title(now), How.NEW)
        elif now != before[name] and (passages := tuple(_passages(before[name], now, cited))):
            yield Difference(kind, name, title(now), How.CHANGED, passages)
    for name, was in before.items():
        if name not in after:
            yield Difference(kind, name, title(was), How.GONE)


def title(value: Any) -> Words:
    """Return what something is called: its title, its name, what it says, or its id."""
    for name in ("title", "name", "term", "question", "citation", "text", "kind"):
        found = getattr(value, name, None)
        if isinstance(found, Text | str) and found:
            return found
    return str(value.id)


def _passages(before: Any, after: Any, cited: Mapping[str, str]) -> Iterator[Passage]:
    """Yield what is not as it was; a fact that something rests on, with what it cites."""
    was, now = dict(_said(before, "")), dict(_said(after, ""))
    for place in dict.fromkeys((*was, *now)):
        if was.get(place) != now.get(place):
            facts = f".{place}".rpartition(".")[0].endswith(".facts")
            told = cited if facts else {}
            yield Passage(place, _told(was.get(place), told), _told(now.get(place), told))


def _told(words: Words | None, cited: Mapping[str, str]) -> Words | None:
    return cited.get(words, words) if isinstance(words, str) else words


def _said(value: Any, place: str) -> Iterator[tuple[str, Words]]:
    """Yield every text, date, condition and number of a value, with a place that stays when others come and go."""
    if isinstance(value, Text):
        yield place, Text(value.es, value.en)  # what a pack translates is told apart from what it changes
    elif isinstance(value, str):
        yield place, value
    elif isinstance(value, dt.date):
        yield place, value.isoformat()
    elif isinstance(value, bool | int | Enum):
        yield place, str(value.value if isinstance(value, Enum) else value)
    elif isinstance(value, Struct):
        for field in structs.fields(value):
            yield from _said(getattr(value, field.name), f"{place}.{field.name}".lstrip("."))
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _said(inner, f"{place}.{name}")
    elif isinstance(value, tuple | list):
        for at, inner in enumerate(value):
            name = _own(inner) or (inner if isinstance(inner, str) else at + 1)
            yield from _said(inner, f"{place}.{name}")


def _own(value: Any) -> str:
    """Return what names one thing among its like, so that one that goes does not move the others."""
    found = (getattr(value, name, None) for name in ("id", "value"))
    return next((each for each in found if isinstance(each, str) and each), "")

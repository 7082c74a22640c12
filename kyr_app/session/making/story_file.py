"""A story from a JSON file, for making its papers without the window. `docs/story-file.md` describes the file.

Every mistake is told with the number of its card, and never with a word of what was told.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from kyr_app.model.errors import InputError
from kyr_app.model.rough_date import RoughDate
from kyr_app.model.story import Ask, Card, English, Line, Signing, Story
from kyr_app.model.text import N_, Words

T = TypeVar("T", bound=Struct)
MOST_BYTES = 4 * 1024 * 1024
"""The longest story that was ever told fits many times over; a larger file is something else."""

_HINT = N_("docs/story-file.md shows what such a file looks like.")
_NO_STORY = N_("This is not a file of a story.")


def read(data: bytes) -> Story:
    """Return the story in a JSON object. Raise `InputError`, in words, for what is none."""
    given = _object(data)
    _known(given, ("cards", "signing"), N_("the file"))
    cards = given.get("cards", [])
    if not isinstance(cards, list) or not all(isinstance(each, dict) for each in cards):
        raise InputError(_NO_STORY, _HINT)
    made: list[Card] = []
    english: list[English] = []
    for number, each in enumerate(cards, 1):
        card = _card(number, each, len(cards))
        made.append(card)
        english += _english(card, each.get("english", {}))
    signing = _value(given.get("signing", {}), Signing, N_("the part “signing”"))
    return Story(cards=tuple(made), last=len(made), english=tuple(english), signing=signing)


def _object(data: bytes) -> dict[str, Any]:
    if len(data) > MOST_BYTES:
        raise InputError(N_("This file is too large to be a story: {n} bytes.", n=len(data)), _HINT)
    try:
        value = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, RecursionError) as error:
        raise InputError(_NO_STORY, _HINT) from error
    except json.JSONDecodeError as error:
        said = N_("This is not a file of a story: line {line} cannot be read.", line=error.lineno)
        raise InputError(said, _HINT) from error
    if not isinstance(value, dict):
        raise InputError(_NO_STORY, _HINT)
    return value


def _card(number: int, given: dict[str, Any], last: int) -> Card:
    place = N_("card {n}", n=number)
    plain = {name: value for name, value in given.items() if name != "english"}
    if isinstance(plain.get("when"), str):
        plain["when"] = {"words": plain["when"]}
    _known(plain, [name for name in Card.__struct_fields__ if name != "number"], place)
    if isinstance(plain.get("when"), dict):
        _known(plain["when"], RoughDate.__struct_fields__, place)
    card = _value({**plain, "number": number}, Card, place)
    if not 0 <= card.when.of <= last or card.when.of == number:
        raise InputError(
            N_("In {place}: there is no card {n} to stand beside.", place=place, n=card.when.of), _HINT
        )
    return card


def _english(card: Card, given: Any) -> Iterable[English]:
    place = N_("card {n}", n=card.number)
    if not isinstance(given, dict):
        raise InputError(N_("In {place}: this cannot be read.", place=place), _HINT)
    _known(given, [ask.value for ask in Ask], place)
    for name, lines in given.items():
        told = [line.strip() for line in card.said(Ask(name)).splitlines() if line.strip()]
        words = [lines] if isinstance(lines, str) else lines
        if not isinstance(words, list) or len(words) != len(told):
            said = N_(
                "In {place}: the English of “{name}” needs {n} lines, as it has.",
                place=place,
                name=name,
                n=len(told),
            )
            raise InputError(said, _HINT)
        for at, (of, line) in enumerate(zip(told, words, strict=True)):
            if str(line).strip():
                yield English(Line(card.number, Ask(name), at), of, str(line))


def _value(given: Any, kind: type[T], place: Words) -> T:
    try:
        return msgspec.convert(given, kind)
    except msgspec.ValidationError as error:
        where = str(error).rpartition("$")[2].strip("`. ") if "$" in str(error) else ""
        said = (
            N_("In {place}: “{name}” cannot be read.", place=place, name=where)
            if where
            else N_("In {place}: this cannot be read.", place=place)
        )
        raise InputError(said, _HINT) from error


def _known(given: dict[str, Any], names: Iterable[str], place: Words) -> None:
    """Raise `InputError` for a name that does not belong here, with the nearest one that does."""
    known = list(names)
    for name in given:
        if name not in known:
            near = next(iter(difflib.get_close_matches(name, known, n=1)), "")
            shown = name if len(name) <= 40 else name[:40] + "…"
            said = N_("In {place}: there is no “{name}”.", place=place, name=shown)
            hint = N_("Did you mean “{near}”?", near=near) if near else _HINT
            raise InputError(said, hint)

"""A story as rows of plain values for the family file, and back. What does not fit is given back, never dropped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from msgspec import Struct, structs

from kyr_app.model.story import NO_STORY, Ask, Card, English, Signing, Story

Row = dict[str, Any]
FORMAT = 1
"""The shape of the rows; a program leaves the rows of a later shape alone."""


class Head(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """The first row: what a story holds besides its cards."""

    last: int = 0
    at: int = 0
    ask: Ask = Ask.WHAT
    signing: Signing = Signing()


def rows(story: Story) -> list[Row]:
    """Return a story as rows: none for one that holds nothing."""
    if story == NO_STORY:
        return []
    head = Head(last=story.last, at=story.at, ask=story.ask, signing=story.signing)
    cards = [{"kind": "card", **_plain(each)} for each in story.cards]
    english = [{"kind": "english", **_plain(each)} for each in story.english]
    return [{"kind": "head", "format": FORMAT, **_plain(head)}, *cards, *english]


def _plain(value: Struct) -> Row:
    made: Row = msgspec.to_builtins(value)
    return made


def read(found: Iterable[Row]) -> tuple[Story, list[Row]]:
    """Return the story in rows, and the rows that do not fit into it.

    Every head begins a story: the rows of a file and those of a sitting, one after the other, give both as one.
    """
    made, unfit = NO_STORY, list[Row]()
    for group in _groups(found):
        if group[0].get("format", FORMAT) != FORMAT:
            unfit += group
            continue
        story, left = _one(group)
        made = together(made, story) if made.cards else story
        unfit += left
    return made, unfit


def _groups(found: Iterable[Row]) -> list[list[Row]]:
    groups: list[list[Row]] = []
    for row in found:
        if not groups or row.get("kind") == "head":
            groups.append([])
        groups[-1].append(row)
    return groups


def _one(group: Sequence[Row]) -> tuple[Story, list[Row]]:
    unfit: list[Row] = []
    cards: list[Card] = []
    english: list[English] = []
    top = Head()
    for row in group:
        value = _value(row)
        if isinstance(value, Head):
            top = value
        elif isinstance(value, English):
            english.append(value)
        elif isinstance(value, Card) and value.number > 0:
            cards.append(value)
        else:
            unfit.append(row)
    cards, last = _numbered(cards, top.last)
    at = top.at if top.at in {card.number for card in cards} else 0
    made = Story(
        cards=tuple(cards), last=last, at=at, ask=top.ask, english=tuple(english), signing=top.signing
    )
    return made, unfit


def _numbered(cards: Sequence[Card], last: int) -> tuple[list[Card], int]:
    """Return the cards with a number for each: one whose number is taken gets the next that is free."""
    made: list[Card] = []
    taken: set[int] = set()
    last = max([last, *(card.number for card in cards)])
    for card in cards:
        own = card
        if card.number in taken:
            last += 1
            own = structs.replace(card, number=last)
        made.append(own)
        taken.add(own.number)
    return made, last


_KINDS: dict[str, type[Struct]] = {"head": Head, "card": Card, "english": English}


def _value(row: Row) -> Struct | None:
    kind = _KINDS.get(str(row.get("kind")))
    if kind is None:
        return None
    plain = {name: value for name, value in row.items() if name not in {"kind", "format"}}
    try:
        made: Struct = msgspec.convert(plain, kind)
    except msgspec.ValidationError:
        return None
    return made


def together(one: Story, two: Story) -> Story:
    """Return both stories as one: the cards of `two` behind those of `one`, with numbers of their own."""
    by = one.last
    cards = tuple(_moved(card, by) for card in two.cards)
    english = tuple(
        structs.replace(each, line=structs.replace(each.line, card=each.line.card + by))
        for each in two.english
    )
    at = two.at + by if two.at else one.at
    return Story(
        cards=(*one.cards, *cards),
        last=by + two.last,
        at=at,
        ask=two.ask if two.at else one.ask,
        english=(*one.english, *english),
        signing=one.signing if two.signing == Signing() else two.signing,
    )


def _moved(card: Card, by: int) -> Card:
    when = structs.replace(card.when, of=card.when.of + by) if card.when.of else card.when
    return structs.replace(card, number=card.number + by, when=when)

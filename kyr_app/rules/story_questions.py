"""What the dates of a story leave open, as questions to talk over with a lawyer. No judgement, no score.

Only dates and links are looked at, never what was told. The page that shows this is no part of the statement.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise

from msgspec import Struct

from kyr_app.model.rough_date import Side
from kyr_app.model.story import Card
from kyr_app.model.text import N_, P_, Words
from kyr_app.rules.statement import Statement

GAP = dt.timedelta(days=366)
"""So long without anything told: somebody may ask what was then."""


class Kind(StrEnum):
    """What a question is about."""

    NO_DATE = "no-date"
    WHICH_FIRST = "which-first"
    GAP = "gap"
    UPSIDE_DOWN = "upside-down"
    CLASH = "clash"
    LOOP = "loop"
    AHEAD = "ahead"
    OUT = "out"


class Question(Struct, frozen=True):
    """A question, and the paragraphs it is about; `said` names them by their numbers and nothing of what they say."""

    kind: Kind
    paragraphs: tuple[int, ...]
    said: Words


def questions(made: Statement, today: dt.date) -> tuple[Question, ...]:
    """Return the questions in the order of the paragraphs they begin with; those about no paragraph at the end."""
    found = [*_of_each(made, today), *_of_two(made), *_gaps(made), *_loops(made)]
    found.sort(key=lambda each: each.paragraphs)
    return (*found, *_out(made))


def _of_each(made: Statement, today: dt.date) -> Iterator[Question]:
    numbers = made.numbers
    for card in made.order.cards:
        n = numbers[card.number]
        if card.when.empty:
            words = N_(
                "Paragraph {n} says nothing of when it was. If you do not remember, that is normal. "
                "How should it be said?",
                n=n,
            )
            yield Question(Kind.NO_DATE, (n,), words)
        if card.when.upside_down:
            words = N_("Paragraph {n}: the last date lies before the first one. Look at both again.", n=n)
            yield Question(Kind.UPSIDE_DOWN, (n,), words)
        span = card.when.span
        if span is not None and max(span.first, dt.date.min) > today:
            words = N_("Paragraph {n}: this date is still to come. Is the year right?", n=n)
            yield Question(Kind.AHEAD, (n,), words)


def _of_two(made: Statement) -> Iterator[Question]:
    numbers = made.numbers
    for one, two in made.order.ties:
        words = N_(
            "Paragraphs {a} and {b}: the dates do not tell which came first. Do you remember? If not, that is normal.",
            a=numbers[one],
            b=numbers[two],
        )
        yield Question(Kind.WHICH_FIRST, (numbers[one], numbers[two]), words)
    at = {card.number: place for place, card in enumerate(made.order.cards)}
    by_number = {card.number: card for card in made.order.cards}
    for card in made.order.cards:
        other = by_number.get(card.when.of)
        if other is not None and _clash(card, other, at):
            a, b = sorted((numbers[card.number], numbers[other.number]))
            words = N_(
                "Paragraphs {a} and {b}: what was said of which came first, and the dates, do not go together. "
                "Look at both again.",
                a=a,
                b=b,
            )
            yield Question(Kind.CLASH, (a, b), words)


def _clash(card: Card, other: Card, at: dict[int, int]) -> bool:
    """Return whether the dates of two linked cards cannot both be as they were said."""
    one, two = card.when.span, other.when.span
    if one is None or two is None:
        return False
    if card.when.side is Side.SAME:
        return one.before(two) or two.before(one)
    if card.when.side is Side.BEFORE:
        return two.before(one) or at[other.number] < at[card.number]
    return card.when.side is Side.AFTER and (one.before(two) or at[card.number] < at[other.number])


def _gaps(made: Statement) -> Iterator[Question]:
    numbers = made.numbers
    dated = [(card.number, card.when.span) for card in made.order.cards if card.when.span is not None]
    last = dt.date.min
    for (one, span), (two, following) in pairwise(dated):
        last = max(last, span.last)
        if following.first - last > GAP:
            words = N_(
                "Between paragraphs {a} and {b} there is more than a year. Somebody may ask what was then.",
                a=numbers[one],
                b=numbers[two],
            )
            yield Question(Kind.GAP, (numbers[one], numbers[two]), words)


def _loops(made: Statement) -> Iterator[Question]:
    numbers = made.numbers
    for loop in made.order.loops:
        found = tuple(sorted(numbers[each] for each in loop))
        words = N_(
            "Paragraphs {numbers}: each is said to come before or after another of them, round in a circle. "
            "Look at them again.",
            numbers=", ".join(str(each) for each in found),
        )
        yield Question(Kind.LOOP, found, words)


def _out(made: Statement) -> Iterator[Question]:
    if made.out:
        words = P_(
            "{n} card is marked “not today”. It is not in the statement. Talk about it when you want to.",
            "{n} cards are marked “not today”. They are not in the statement. Talk about them when you want to.",
            made.out,
        )
        yield Question(Kind.OUT, (), words)

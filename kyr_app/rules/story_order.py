"""The cards of a story in the order of time, for paper. Only what was said of time moves a card; nothing is guessed.

1. A card with dates comes before another where it was over before the other began. Where two can have been at the
   same time, and neither was said to come first, the one told first comes first.
2. A card without dates that is said to lie before, after or beside another stands next to that one.
3. Any other card without dates keeps the person's own place: behind the card that was told before it; what was told
   before every other card stays at the beginning. A card may also be put at the beginning or the end by hand.

The same cards always give the same order.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from kyr_app.model.rough_date import Side, Span
from kyr_app.model.story import Card, Spot

WIDE = dt.timedelta(days=366)
"""What lasted longer is a time of its own: other things happened in it, not at the same time as it."""


class Ordered(Struct, frozen=True):
    """Cards in the order of time. A tie is two with dates, one after the other, that do not tell which came first.

    `together` are cards that were said to be at the same time, the earlier one first; `loops` are cards whose links
    lead round in a circle, which are then left out of account.
    """

    cards: tuple[Card, ...]
    ties: tuple[tuple[int, int], ...] = ()
    together: tuple[tuple[int, int], ...] = ()
    loops: tuple[tuple[int, ...], ...] = ()


def ordered(cards: Sequence[Card]) -> Ordered:
    """Return the cards in order, as the rules above say; every card once."""
    spans = {card.number: span for card in cards if (span := card.when.span) is not None}
    links = {card.number: card.when.of for card in cards if _linked(card, cards)}
    loops = _loops({number: of for number, of in links.items() if number not in spans})
    looped = {number for loop in loops for number in loop}
    standing = {number: of for number, of in links.items() if number not in spans and number not in looped}
    parents, first, last = _placed(cards, spans, standing)
    roots = [*first, *_by_dates(cards, spans, links), *last]
    found = _emitted(cards, roots, parents, standing)
    return Ordered(found, tuple(_ties(found, spans)), tuple(_together(found)), tuple(sorted(loops, key=min)))


def _linked(card: Card, cards: Sequence[Card]) -> bool:
    here = {each.number for each in cards}
    return card.when.side is not None and card.when.of in here and card.when.of != card.number


def _loops(links: dict[int, int]) -> list[tuple[int, ...]]:
    """Return the circles in which links lead."""
    found: dict[frozenset[int], tuple[int, ...]] = {}
    for start in links:
        path = [start]
        while path[-1] in links and links[path[-1]] not in path:
            path.append(links[path[-1]])
        if path[-1] in links:
            loop = path[path.index(links[path[-1]]) :]
            found.setdefault(frozenset(loop), tuple(sorted(loop)))
    return list(found.values())


def _placed(
    cards: Sequence[Card], spans: dict[int, Span], links: dict[int, int]
) -> tuple[dict[int, int], list[int], list[int]]:
    """Return beside which card each card without dates stands, and which stand at the beginning and at the end."""
    parents = dict(links)
    start: list[int] = []
    first: list[int] = []
    end: list[int] = []
    told: list[int] = []
    for card in cards:
        if card.number in spans or card.number in links:
            told.append(card.number)
        elif card.spot is not Spot.TOLD:
            (start if card.spot is Spot.START else end).append(card.number)
        else:
            behind = next((each for each in reversed(told) if not _leads(each, card.number, parents)), None)
            if behind is None:
                first.append(card.number)
            else:
                parents[card.number] = behind
            told.append(card.number)
    return parents, start + first, end


def _leads(number: int, to: int, parents: dict[int, int]) -> bool:
    """Return whether a card stands beside `to`, or beside one that does."""
    while number in parents:
        number = parents[number]
        if number == to:
            return True
    return False


def _by_dates(cards: Sequence[Card], spans: dict[int, Span], links: dict[int, int]) -> list[int]:
    """Return the cards with dates: of all orders that dates and links allow, the nearest to the order of telling."""
    told = [card.number for card in cards if card.number in spans]
    earlier = {one: {two for two in told if spans[two].before(spans[one])} for one in told}
    sides = {card.number: card.when.side for card in cards}
    for number, of in links.items():
        if number in spans and of in spans and sides[number] is not Side.SAME:
            one, two = (number, of) if sides[number] is Side.BEFORE else (of, number)
            if not _comes_before(two, one, earlier):
                earlier[two].add(one)
    found: list[int] = []
    done: set[int] = set()
    while len(found) < len(told):
        now = next(each for each in told if each not in done and earlier[each] <= done)
        found.append(now)
        done.add(now)
    return found


def _comes_before(one: int, two: int, earlier: dict[int, set[int]]) -> bool:
    """Return whether `one` must come before `two` already."""
    waiting, seen = [two], {two}
    while waiting:
        for each in earlier[waiting.pop()] - seen:
            if each == one:
                return True
            seen.add(each)
            waiting.append(each)
    return False


def _emitted(
    cards: Sequence[Card], roots: Iterable[int], parents: dict[int, int], links: dict[int, int]
) -> tuple[Card, ...]:
    """Return every root with what stands beside it: what comes before it, itself, what goes with it, what follows."""
    by_number = {card.number: card for card in cards}
    beside: dict[int, dict[int, list[int]]] = {}
    for card in cards:
        if card.number in parents:
            rank = _RANK[card.when.side] if card.number in links else _FOLLOWS
            beside.setdefault(parents[card.number], {}).setdefault(rank, []).append(card.number)
    found: list[Card] = []
    waiting = [(number, False) for number in reversed(list(roots))]
    while waiting:
        number, opened = waiting.pop()
        if opened or number not in beside:
            found.append(by_number[number])
            continue
        ranks = beside[number]
        after = [each for rank in (1, 2, _FOLLOWS) for each in ranks.get(rank, ())]
        waiting += [(each, False) for each in reversed(after)]
        waiting.append((number, True))
        waiting += [(each, False) for each in reversed(ranks.get(0, ()))]
    return tuple(found)


_RANK = {Side.BEFORE: 0, Side.SAME: 1, Side.AFTER: 2, None: 3}
_FOLLOWS = 3


def _ties(cards: Sequence[Card], spans: dict[int, Span]) -> Iterable[tuple[int, int]]:
    for one, two in pairwise(card for card in cards if card.number in spans):
        if _related(one, two):
            continue
        first, second = spans[one.number], spans[two.number]
        apart = first.before(second) or second.before(first)
        if not apart and max(first.last - first.first, second.last - second.first) <= WIDE:
            yield one.number, two.number


def _together(cards: Sequence[Card]) -> Iterable[tuple[int, int]]:
    at = {card.number: place for place, card in enumerate(cards)}
    for card in cards:
        if card.when.side is Side.SAME and card.when.of in at and card.when.of != card.number:
            one, two = sorted((card.number, card.when.of), key=at.__getitem__)
            yield one, two


def _related(one: Card, two: Card) -> bool:
    return (one.when.side is not None and one.when.of == two.number) or (
        two.when.side is not None and two.when.of == one.number
    )

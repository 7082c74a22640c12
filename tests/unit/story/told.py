"""Cards for tests, as short as they can be written."""

from __future__ import annotations

import random

from kyr_app.model.rough_date import RoughDate, Side
from kyr_app.model.story import Ask, Card, Spot, Story

WORDS = (
    "llegamos a la casa de mi tía en la noche y mi mamá dijo «aquí no», así que seguimos hasta el mercado; "
    "después, ñandú, pingüino, corazón, ¿quién sabe?, ¡nadie!, 1/2 kilo, 50 % y más — todo “entre comillas” (o no)"
).split()


def card(number, what="x", *, when="", earliest="", latest="", side="", of=0, **more):
    made = RoughDate(when, earliest, latest, Side(side) if side else None, of)
    return Card(number=number, what=what, when=made, **more)


def story(*cards, **more):
    return Story(cards=cards, last=max((each.number for each in cards), default=0), **more)


def a_bound(chance):
    year, month, day = chance.randint(2015, 2022), chance.randint(1, 12), chance.randint(1, 28)
    return chance.choice((f"{year}", f"{year}-{month:02}", f"{year}-{month:02}-{day:02}"))


def any_cards(seed, most=40):
    """Return cards with dates, links and spots as chance has it: also those that clash, and links in a circle."""
    chance = random.Random(seed)
    count = chance.randint(0, most)
    made = []
    for number in range(1, count + 1):
        dates = chance.choice((0, 0, 1, 1, 2, 3))
        one, two = sorted((a_bound(chance), a_bound(chance)))
        if chance.random() < 0.05:
            one, two = two, one
        linked = chance.random() < 0.3
        made.append(
            card(
                number,
                what=f"card {number}" if chance.random() < 0.95 else "",
                when=chance.choice(("", "in the rainy season")),
                earliest=one if dates in {1, 2} else "",
                latest=two if dates in {2, 3} else "",
                side=chance.choice([each.value for each in Side]) if linked else "",
                of=chance.randint(0, count + 1) if linked else 0,
                spot=chance.choice([Spot.TOLD] * 6 + [Spot.START, Spot.END]),
                not_today=chance.random() < 0.1,
                painful=chance.random() < 0.1,
            )
        )
    chance.shuffle(made)
    return tuple(made)


def long_text(words, seed=1):
    """Return so many words with accents, signs and paragraphs."""
    chance = random.Random(seed)
    parts = []
    for at in range(words):
        parts.append(chance.choice(WORDS))
        parts.append("\n" if at % 97 == 96 else " ")
    return "".join(parts)


def forty():
    """Return forty cards told in an order that is not that of time."""
    order = list(range(40))
    random.Random(7).shuffle(order)
    return [
        (
            f"Cosa número {at} que pasó.",
            RoughDate(f"hace mucho, la {at}", f"{2000 + at // 12}-{at % 12 + 1:02}"),
        )
        for at in order
    ]


def chars(text):
    """Return a text without its white space: what must not be lost, however lines are broken."""
    return "".join(text.split())


ASKS = tuple(Ask)

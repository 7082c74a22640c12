"""What a card can tell, in the words of the screen; and the picture by which a card is found again.

The picture follows from the number alone: it says nothing of what stands on the card.
"""

from __future__ import annotations

from msgspec import Struct

from kyr_app.model.story import Ask, Card
from kyr_app.model.text import N_, Words


class Asked(Struct, frozen=True):
    """A question of a card: its name, the question itself, a line of help, a picture."""

    name: Words
    question: Words
    help: Words
    icon: str


ASKED: dict[Ask, Asked] = {
    Ask.WHAT: Asked(
        N_("What"),
        N_("What happened?"),
        N_("In your words, as it comes. Long or short. Nobody changes it."),
        "pencil-line",
    ),
    Ask.WHO: Asked(
        N_("Who"),
        N_("Who was there, or who did it?"),
        N_("You need no names. Do not write names of people in danger, or of smugglers."),
        "users",
    ),
    Ask.WHERE: Asked(
        N_("Where"), N_("Where was it?"), N_("The place, the town, the country: what you know."), "map-pin"
    ),
    Ask.WHEN: Asked(
        N_("When"),
        N_("When was it, more or less?"),
        N_(
            "As you remember it: in the rainy season of 2021, when I was in 4th grade, two days before a burial."
        ),
        "calendar-blank",
    ),
    Ask.WHY: Asked(
        N_("Why"),
        N_("Why do you think it happened?"),
        N_("What you think, and what was said or done that makes you think so. You can leave it empty."),
        "question",
    ),
    Ask.KNEW: Asked(
        N_("Who knew"),
        N_("Who knew of it?"),
        N_("Somebody who saw it, or whom you told. You can leave it empty."),
        "eye",
    ),
    Ask.LEFT: Asked(
        N_("How it left me"),
        N_("How did it leave you?"),
        N_("In your body, your sleep, your work, your family. You can leave it empty."),
        "heart",
    ),
}

PICTURES = (
    "leaf",
    "tree",
    "drop",
    "cloud",
    "flower",
    "star",
    "moon",
    "sun",
    "fish",
    "bird",
    "umbrella",
    "key",
    "bell",
    "bicycle",
    "cat",
    "tree-evergreen",
    "rainbow",
    "anchor",
    "compass",
    "globe",
    "flower-lotus",
    "coffee",
    "dog",
    "snowflake",
)


def picture(number: int) -> str:
    """Return the picture of the card with a number."""
    return PICTURES[(number - 1) % len(PICTURES)]


def named(card: Card) -> Words:
    """Return what a card is called: its number, and nothing of what it tells."""
    return N_("Card {n}", n=card.number)

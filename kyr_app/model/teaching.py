"""How to teach a point: a few words for the leader, made from what stands in it. Never for the wall."""

from __future__ import annotations

from kyr_app.model.block import (
    AnyBlock,
    Choice,
    Items,
    Phrase,
    Steps,
    Table,
    Warning,  # noqa: A004 (the domain's word)
)
from kyr_app.model.lesson import Lesson, Point
from kyr_app.model.text import N_, Together, Words

PAINFUL = (
    N_("This part speaks of hard things."),
    N_("You can go out and come back at any time. Nobody asks why."),
)
"""What the wall says before a lesson that may bring back bad memories."""
OPENING = (
    N_("Say your first name only, and why you are here. Ask nobody for a name, a country or a story."),
    N_("Read the agreements aloud, one by one. Ask: does anything else help you feel calm here?"),
    N_("Show where the water, the toilet and the door are."),
)
ASKING = (
    N_("Read the question and the answers aloud, twice. Those who want raise a hand."),
    N_("Count hands only. Press 1, 2 or 3 for each hand, and the backspace key to take one back."),
    N_("The question checks whether you explained it well. It never checks a person."),
)
STATIONS = (
    N_("Groups move on together when you say so. A helper stays at each station."),
    N_("Those who do not want to move may stay where they are."),
)
PAUSE = (N_("Stay near. Who comes to you now often has the most important question."),)
QUESTIONS = (
    N_("You can ask me now, write it down, or ask me alone afterwards."),
    N_("In pairs: one says the sentence, the other one listens. Then change."),
)
IN_TWOS = (
    N_("Questions about the law are welcome. Questions about one person's case go to a lawyer, in private."),
    N_("Say “I do not know, I will write it down” where you do not know."),
)
CLOSING = (
    N_("Slow down. Feet on the floor, breathe out slowly, look round the room together."),
    N_("Stay until everybody has gone. Ask whoever is quiet: do you have somebody to be with today?"),
    N_("Raised hands are forgotten when you end the workshop here."),
)
_ALOUD = N_("Say it together, slowly, three times. Those who want say it alone.")
_ORDER = N_("Count the steps on your fingers. Ask the group which step comes next.")
_LIST = N_("Show the pictures one by one. Ask what is missing, and not who has lived it.")
_TABLE = N_("Read the rows one after the other. Ask the group to finish the sentence.")
_DATED = N_("Say the date of this rule aloud. Rules change: a lawyer knows what holds today.")
_OWN = N_("Explain it in your own words, then let one person explain it to another.")


def is_said(block: AnyBlock) -> bool:
    """Return whether a block is one that a short telling keeps: what is said aloud."""
    return isinstance(block, Phrase)


def says_itself(point: Point) -> bool:
    """Return whether a point in short is a sentence to say aloud, which stands in it anyway."""
    said = [block.say.es.rstrip(".") for block in point.blocks if isinstance(block, Phrase)]
    return any(each in point.short.es for each in said)


def of_lesson(lesson: Lesson) -> tuple[Words, ...]:
    """Return what to know before a lesson begins."""
    told: list[Words] = [lesson.summary]
    if lesson.painful:
        told.append(
            N_(
                "Announce it: this part speaks of hard things. Wait. Whoever wants goes out, and explains nothing."
            )
        )
    told.append(N_("Talk for no more than two minutes at a time. Then let the group say it back."))
    return tuple(told)


def of_point(point: Point) -> tuple[Words, ...]:
    """Return what to say of a point in short, then one way to teach what stands in it."""
    kinds = {type(block) for block in point.blocks}
    ways = [
        words
        for kind, words in (
            (Phrase, _ALOUD),
            (Steps, _ORDER),
            (Items, _LIST),
            (Table, _TABLE),
            (Warning, _DATED),
        )
        if kind in kinds
    ]
    return (point.short, *(ways[:1] or [_OWN]))


def of_answer(asked: Choice) -> tuple[Words, ...]:
    """Return the replies to the answers that are not right: the group hears them from the leader, kindly."""
    return tuple(
        Together((N_("To those who chose {letter}:", letter=letter), option.reply))
        for letter, option in zip("ABCDEF", asked.options, strict=False)
        if not option.right
    )

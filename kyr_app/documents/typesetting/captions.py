"""What the program itself says on paper."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from kyr_app.model.checklist import Urgency
from kyr_app.model.text import N_, Day, Text, Together, Words

if TYPE_CHECKING:
    from kyr_app.i18n.locale import Locale

TO_ANSWER = N_("to be answered")
TAKE_CARE = N_("Take care")
SAY_IT = N_("Say it like this:")
IN_LANGUAGE: dict[str, Words] = {"es": N_("In Spanish:"), "en": N_("In English:")}
CLEAR = N_("Was it clear?")
ANSWERS = N_("Answers")
AT_THE_END = N_("The answers are at the end of this sheet.")
WORDS = N_("Words")
SOURCES = N_("Sources")
SOURCE = N_("Source:")
CHANGED = N_("This may have changed.")
UNVERIFIED = N_("Common knowledge; no source was checked.")
DO = N_("What to do:")
MISSING = N_("And if I do not have it?")
WHO = N_("Who can help:")
BY = N_("By when:")
BEWARE = N_("Take care:")
FIND_OUT = N_("Find out:")
NOTES = N_("Notes")
NO_STORY = N_("Other people may read this sheet. Do not write your story here.")
FREE = N_("This is free. It is not legal advice.")
FIRST = N_("First of all")
NOT_A_RESULT = N_(
    "These are topics to talk about with a legal team. They are not a decision about your case."
)
HANDOUTS = N_("Sheets")

URGENCY: dict[Urgency, Words] = {
    Urgency.STOP: N_("Stop and get help first"),
    Urgency.LEGAL: N_("Talk to a legal team"),
    Urgency.TOPIC: N_("A topic for a legal team"),
    Urgency.FIND_OUT: N_("Something to find out"),
}


def in_language(code: str, locale: Locale) -> Words:
    """Return that a sentence stands in a language, for who reads `locale`: in Spanish, in English, or in their own."""
    if locale.own is not None and code == locale.own.id:
        return N_("In {language}:", language=locale.own.name)
    return IN_LANGUAGE[code]


def heard(locale: Locale, say: Text) -> tuple[str, ...]:
    """Return the languages of a sentence to say aloud, the reader's first: an officer hears English, or Spanish.

    Who reads an added language has it in that, to know what is said, and in both.
    """
    if locale.language.startswith("en"):
        return ("en", "es")
    return (locale.language, "es", "en") if locale.own is not None and locale.speaks(say) else ("es", "en")


def question(n: int) -> Words:
    """Return the name of a teach-back question."""
    return N_("Question {n}:", n=n)


def right(letter: str) -> Words:
    """Return what stands before the reply to the right answer."""
    return N_("{letter} is right.", letter=letter)


def other(letter: str) -> Words:
    """Return what stands before the reply to another answer."""
    return N_("If you chose {letter}:", letter=letter)


def page(n: int, total: int) -> Words:
    """Return the number of a page."""
    return N_("Page {n} of {total}", n=n, total=total)


def dates(reviewed: dt.date, good_until: dt.date) -> Words:
    """Return when a sheet was reviewed and how long it is good."""
    return Together(
        (
            N_("Reviewed {day}", day=Day(reviewed.isoformat())),
            good_until_day(good_until),
        ),
        " · ",
    )


def good_until_day(day: dt.date) -> Words:
    """Return how long a sheet is good."""
    return N_("Good until {day}", day=Day(day.isoformat()))


def review(name: str) -> Words:
    """Return whether a lawyer reviewed a sheet; `name` is empty until one did."""
    return N_("Reviewed by {name}.", name=name) if name else N_("Not yet reviewed by a lawyer.")


def expired(good_until: dt.date) -> Words:
    """Return the banner of a sheet that is past its date."""
    day = Day(good_until.isoformat())
    return N_(
        "This sheet passed its date on {day}. Before you use it, ask a legal team what has changed.", day=day
    )


def as_of(days: Words) -> Words:
    """Return how old facts are; `days` is a day, or two with a dash."""
    return N_("Date of this information: {days}.", days=days)

"""What the program itself says in a packet, on its slip sheets, and on the page before it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from kyr_app.model.inline import literal
from kyr_app.model.text import N_, P_, Day, Words

if TYPE_CHECKING:
    from kyr_app.i18n.locale import Locale

PACKET = N_("Exhibits for the court")
READING = N_("Copy of the packet to read")
BEFORE = N_("Before you file the packet")
NEUTRAL = N_("Sheets in order")
# EOIR Practice Manual 3.3(c)(6): the cover says what is filed, and whose it is. The caption above it says *In removal
# proceedings*, where the person of the case is the respondent (fact `filing-cover-page`).
TITLE = N_("RESPONDENT'S EXHIBITS")
TITLES = N_("RESPONDENTS' EXHIBITS")
COVER = N_("Cover page")
INDEX = N_("INDEX OF EXHIBITS")
COUNTRY = N_("COUNTRY INFORMATION")
COUNTRY_LIST = N_("List of country information")
COUNTRY_ABOUT = N_("These exhibits tell about conditions in the country:")
TAB = N_("TAB")
WHAT = N_("What it is")
PAGES = N_("Pages")
ORDER = N_("Proposed order")
SERVICE = N_("Proof of service")
ENGLISH = N_("ENGLISH TRANSLATION")
CERTIFICATE = N_("CERTIFICATE OF TRANSLATION")
NO_TITLE = N_("Paper without a name")
COPY = N_("Copy for you · do not file it")
NAME = N_("Printed name:")
ADDRESS = N_("Address: ________________________________")
TELEPHONE = N_("Telephone: ________________________________")

# 8 CFR 1003.33 and EOIR Practice Manual 3.3(a): competent; true and accurate to the best of the translator's abilities.
COMPETENT = N_("I am competent to translate from {language} into English.")
ACCURATE = N_(
    "I certify that the translation of Exhibit {letter}, “{title}”, is true and accurate to the best of my abilities."
)

LANGUAGES: dict[str, Words] = {
    "es": N_("Spanish"),
    "ht": N_("Haitian Creole"),
    "fr": N_("French"),
    "pt": N_("Portuguese"),
    "ru": N_("Russian"),
    "zh": N_("Chinese"),
    "ar": N_("Arabic"),
    "mam": N_("Mam"),
    "quc": N_("K'iche'"),
    "kek": N_("Q'eqchi'"),
    "nah": N_("Nahuatl"),
    "mix": N_("Mixtec"),
}
"""The languages that are named in the language of the page; another as it was typed."""
BLANK = "_" * 16
"""A line for what nobody said."""
_DATED = re.compile(r"\d{4}-\d\d(-\d\d)?")

COURT = N_("For the court")
DHS = N_("For the ICE lawyer (OPLA)")
YOURS = N_("For you")
SLIP = N_("This sheet only parts the sets. Take it away before you hand the set in.")
SLIP_SIGN = N_(
    "Look for every line to sign: your statement, each certificate of translation, the proof of service."
)
SLIP_YOURS = N_("This set stays with you. Ask the court window to stamp it too.")
WITH_COPY = N_("Behind it is the copy to read, with the same page numbers.")

COPIES_WHO = N_("Who gets which set")
DEADLINE = N_("By when")
NO_HEARING = N_("The day of the hearing is not known here. With it, this sheet can count the days.")
MISSING = N_("Still missing")
NOTHING_MISSING = N_("Nothing is missing that the program can see. Look at every page once more.")
RECHECK = N_("Rules with a date: check each one again on the day you file")
SIZE = N_("The size of a file")


def exhibit(letter: str) -> Words:
    """Return what is stamped on each page of an exhibit."""
    return N_("Exhibit {letter}", letter=letter)


def pages(first: str, last: str) -> Words:
    """Return from which page to which something goes."""
    return (
        N_("Page {first}", first=first)
        if first == last
        else N_("Pages {first} to {last}", first=first, last=last)
    )


def made(date: str, author: str) -> Words:
    """Return when something was made and by whom, as far as that was said.

    A date as computers write it (`2024-05-03`, `2024-05`) is written out in the language of the page.
    """
    day: Words = Day(date) if _DATED.fullmatch(date) else literal(date)
    if date and author:
        return N_("{date}, by {author}", date=day, author=literal(author))
    return day if date else N_("by {author}", author=literal(author))


def about(whose: str) -> Words:
    """Return whose something is, or who is on it."""
    return N_("about {who}", who=literal(whose))


def language(said: str, locales: Iterable[Locale]) -> Words:
    """Return what a language is called: `said` is its code, its name in one of the languages, or its name as typed."""
    named = {
        locale.render(words).casefold(): words for locale in locales for words in LANGUAGES.values()
    } | LANGUAGES
    found = said.strip().casefold()
    return named.get(found) or (literal(said.strip()) if len(found) > _CODE else BLANK)


_CODE = 3
"""A language of so many letters, and not known, was said by a code: nobody reads that."""


def translated(language: Words, first: str, last: str) -> Words:
    """Return where the English of something stands."""
    if first == last:
        return N_("In {language}; English and certificate on page {first}", language=language, first=first)
    return N_(
        "In {language}; English and certificate on pages {first} to {last}",
        language=language,
        first=first,
        last=last,
    )


def one_set(n: int, total: int) -> Words:
    """Return which set begins here."""
    return N_("Set {n} of {total}", n=n, total=total)


def sheets(n: int) -> Words:
    """Return how much paper a set is."""
    return P_("{n} sheet of paper, one side", "{n} sheets of paper, one side", n)


def counted(sets: int, each: int, total: int, *, reading: bool) -> Words:
    """Return how much paper all sets take, told before they are made; with `reading` the copy to read too."""
    if reading:
        return P_(
            "{n} set of {pages} pages. With a sheet before it and the copy to read: {total} sheets of paper.",
            "{n} sets of {pages} pages. With a sheet before each set and the copy to read: {total} sheets of paper.",
            sets,
            pages=each,
            total=total,
        )
    return P_(
        "{n} set of {pages} pages. With a sheet before each set: {total} sheets of paper.",
        "{n} sets of {pages} pages. With a sheet before each set: {total} sheets of paper.",
        sets,
        pages=each,
        total=total,
    )


def set_of(n: int, who: Words) -> Words:
    """Return how many sets somebody gets."""
    return P_("{n} set: {who}", "{n} sets: {who}", n, who=who)


def lacks(letter: str, what: Words) -> Words:
    """Return what an exhibit still lacks."""
    return N_("Exhibit {letter}: {what}", letter=letter, what=what)


def paper_lacks(what: Words) -> Words:
    """Return an answer that the court's own pages still wait for."""
    return N_("To answer, or to write by hand: {what}", what=what)


def safe_day(rule: Words, due: Words, safe: Words) -> Words:
    """Return a counted deadline."""
    return N_("{rule}: last day {due}. To be safe, hand it in by {safe}.", rule=rule, due=due, safe=safe)


def dated(citation: str, day: Words) -> Words:
    """Return a rule to look up again."""
    return N_("{citation}: as of {day}", citation=citation, day=day)

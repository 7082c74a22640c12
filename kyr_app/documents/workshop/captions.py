"""What the program says on the papers of a workshop: the guide for whoever leads it."""

from __future__ import annotations

from kyr_app.model.text import N_, P_, Words

GUIDE = N_("Guide for whoever leads")
SETS = N_("Sheets for the group")
CARDS = N_("Cards to cut out")
ABOUT = N_(
    "For the person who leads, not for the group. Nothing in it names anybody; write no names on it either."
)
AGENDA = N_("What happens when")
CLOCK = N_("0:00 is when you begin. Move on at these times; leave things out rather than hurry.")
MATERIALS = N_("What to bring and prepare")
CORNER = N_("Corner for children")
STATIONS = N_("Stations")
SAFETY = N_("So that everybody is safe")
DISTRESS = N_("If somebody feels bad")
NOTES = N_("What to say, slide by slide")
NOTES_ABOUT = N_("The numbers are those on the wall. With one screen, only you have these words.")
REFERRAL = N_("Where to send people")
CLOSE = N_("How to close gently")
COUNTS = N_("Numbers for a report")
COUNTS_ABOUT = N_("Only two numbers, typed or written by hand. No list, no names, no signatures.")
PEOPLE = N_("How many people came")
SHEETS = N_("How many sheets of paper were given out")
RIGHT = N_("This one is right.")


def minutes(n: int) -> Words:
    """Return how long a part takes."""
    return P_("{n} minute", "{n} minutes", n)


def people(n: int, minutes: int) -> Words:
    """Return for how many people, and how long."""
    return P_("For {n} person, {minutes} minutes.", "For {n} people, {minutes} minutes.", n, minutes=minutes)


def paper(sets: int, pages: int, one_side: int, both_sides: int) -> Words:
    """Return how many sheets of paper the sets take."""
    return P_(
        "{n} set of {pages} pages: {one} sheets of paper, or {both} printed on both sides.",
        "{n} sets of {pages} pages: {one} sheets of paper, or {both} printed on both sides.",
        sets,
        pages=pages,
        one=one_side,
        both=both_sides,
    )


def children(n: int, pages: int, one_side: int, both_sides: int) -> Words:
    """Return how many children's sheets are with them, and how much paper all of it takes."""
    return P_(
        "With {n} children's sheet of {pages} pages: {one} sheets in all, or {both} printed on both sides.",
        "With {n} children's sheets of {pages} pages: {one} sheets in all, or {both} printed on both sides.",
        n,
        pages=pages,
        one=one_side,
        both=both_sides,
    )


def drawing(n: int, total: int) -> Words:
    """Return which paper is being drawn."""
    return N_("Drawing sheet {n} of {total}…", n=n, total=total)


def one_set(n: int, total: int) -> Words:
    """Return which set begins on a page."""
    return N_("Set {n} of {total}", n=n, total=total)


def child(n: int, total: int) -> Words:
    """Return which children's sheet begins on a page."""
    return N_("Children's sheet {n} of {total}", n=n, total=total)

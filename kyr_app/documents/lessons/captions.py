"""What the program says on the editions of a lesson: little book, wallet cards, discreet print, print test."""

from __future__ import annotations

import datetime as dt

from kyr_app.model.text import N_, Day, Text, Words

PHONES = N_("Phone numbers I learn by heart")
QUESTIONS = N_("My questions")
FOLD = N_("To make the little book: fold on the dashes, cut the line in the middle, fold again.")
CUT = N_("Cut here")
FULL_SHEET = N_("Sources: the full sheet with this title names them.")

INTERPRETER = Text("Necesito un intérprete. Hablo:", "I need an interpreter. I speak:")
OTHER = Text("Otro:", "Other:")
LANGUAGES = (
    "Español",
    "English",
    "Mixteco",
    "Mam",
    "K’iche’",
    "Q’anjob’al",
    "Kreyòl ayisyen",
    "Português",
    "Russkij",
    "Garífuna",
    "Náhuatl",
    "Français",
)
"""Languages as those who speak them call them, in the letters that the family of letters has."""

TEST = N_("Print test")
FRONT = N_("Front side")
BACK = N_("Back side")
EDGE = N_("This line is {n} mm from the edge. It must be whole on all four sides.", n=10)
MARGIN = N_("The text of every sheet stays inside the dashed line: {n} mm.", n=15)
ACCENTS = N_("Letters with accents")
WIDTHS = N_("Lines, in points. The thinnest must still be seen after two photocopies.")
SIZES = N_("Sizes of letters, in points")
RULER = N_("Measure with a ruler. If it is not true, print at 100 %, not “fit to page”.")
DUPLEX = N_("Both sides: hold the sheet against the light. The crosses must lie on one another.")
INK = N_("Black must be black, and white must be white: nothing on this sheet is grey.")


def reviewed(day: dt.date) -> Words:
    """Return when a sheet was reviewed, the day in short."""
    return N_("Reviewed {day}", day=Day(day.isoformat(), short=True))


def passed(day: dt.date) -> Words:
    """Return that a sheet is past its date, the day in short."""
    return N_("Passed its date on {day}. Ask what changed.", day=Day(day.isoformat(), short=True))


def part(n: int, total: int) -> Words:
    """Return which part of several a card is."""
    return N_("{n} of {total}", n=n, total=total)

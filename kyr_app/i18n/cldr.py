"""What CLDR knows of a language, through Babel: for who makes packs. A pack carries it; the program asks nobody."""

from __future__ import annotations

import re

from kyr_app.model.language import MONTHS, Direction, Writing
from kyr_app.model.text import Text, Words

_PARTS = {"d": "{day}", "MMMM": "{month}", "LLLL": "{month}", "MMM": "{month}", "y": "{year}"}


def writing_of(code: str) -> Writing | None:
    """Return how CLDR writes days and numbers in a language; None where it does not know.

    For some it names a month `M01`, or takes another language for it: Haitian Creole has French months there. Such
    a language says itself how it writes them.
    """
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415
    from babel.localedata import exists  # noqa: PLC0415

    try:
        known = Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
    if code.partition("-")[0] in _BORROWED or not exists(str(known)):
        return None
    names = [known.months["format"]["wide"][n] for n in range(1, MONTHS + 1)]
    if names[0].startswith("M0"):
        return None
    short = [known.months["format"]["abbreviated"][n] for n in range(1, MONTHS + 1)]
    joins = known.list_patterns["standard"]["end"].replace("{0}", "").replace("{1}", "").strip(" ,")
    group = known.number_symbols.get("latn", known.number_symbols)["group"]
    return Writing(
        months=tuple(names),
        short=() if short[0].startswith("M0") else tuple(short),
        day=_pattern(known.date_formats["long"].pattern) or Writing().day,
        month=_pattern(known.datetime_skeletons["yMMMM"].pattern) or Writing().month,
        joins=joins,
        thousands="\xa0" if group in {"\u202f", " "} else group,
    )


_BORROWED = frozenset({"ht"})
"""Languages whose days CLDR takes from another one, by its own list of parents."""


_LETTERS = re.compile(r"[A-Za-z]+")


def _pattern(pattern: str) -> str:
    """Return CLDR's `d 'de' MMMM 'de' y` as `{day} de {month} de {year}`; nothing where it asks for more than that."""
    said = ""
    for at, part in enumerate(pattern.split("'")):
        if at % 2:
            said += part
        elif set(_LETTERS.findall(part)) <= set(_PARTS):
            said += _LETTERS.sub(lambda found: _PARTS[found[0]], part)
        else:
            return ""
    return said


def called(code: str) -> Words:
    """Return what Spanish and English call a language; the code itself where CLDR does not know it, or it is a name."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415

    try:
        known = Locale.parse(code, sep="-")
        spanish, english = known.get_display_name("es"), known.get_display_name("en")
    except (UnknownLocaleError, ValueError, TypeError):
        return code
    return Text(spanish, english) if spanish and english else code


def direction_of(code: str) -> Direction:
    """Return where lines begin, as CLDR knows it; at the left where it does not."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415

    try:
        return Direction(Locale.parse(code, sep="-").text_direction)
    except (UnknownLocaleError, ValueError):
        return Direction.LTR

"""What an exhibit still lacks before it can be handed in, in words.

A paper that is not in English is handed in with its English and the certificate of whoever translated it: 8 CFR
1003.33 for the immigration court, 8 CFR 103.2(b)(3) for USCIS.
"""

from __future__ import annotations

from collections.abc import Iterable

from kyr_app.model.packet import Exhibit
from kyr_app.model.text import N_, Text, Words

ENGLISH = "en"
NO_WORDS = "zxx"
"""A picture on which nothing is written: the code of ISO 639-2 for *no linguistic content*."""


def translates(language: str) -> bool:
    """Return whether what is in a language is handed in with a translation."""
    return language not in {"", ENGLISH, NO_WORDS}


def title(exhibit: Exhibit) -> Words:
    """Return what a person calls an exhibit, which is no markup; with its English what is filed has that one."""
    own, english = exhibit.title.strip(), exhibit.title_en.strip()
    return Text(own, english) if own and english else own or english


def missing(exhibit: Exhibit) -> tuple[Words, ...]:
    """Return what is missing, what comes first in the index first; none for a paper that the program makes itself."""
    return () if exhibit.paper else tuple(_missing(exhibit))


def _missing(exhibit: Exhibit) -> Iterable[Words]:
    if not exhibit.sheets:
        yield N_("its pages")
    if not title(exhibit):
        yield N_("what it is")
    elif not exhibit.title_en.strip() and exhibit.language not in {"", ENGLISH}:
        yield N_("what it is, in English")
    if not exhibit.language:
        yield N_("its language")
    if exhibit.translate and not exhibit.english.strip():
        yield N_("its English")
    if exhibit.translate and not exhibit.translator.strip():
        yield N_("who translates it")

"""Whether words of a translation may be shown: letters and plain marks, and the same places as what they translate.

A translation is read by many who cannot judge it. So nothing in it may hide, turn a line round, look like HTML, or ask
a place for more than its value.
"""

from __future__ import annotations

import re
import string
import unicodedata

from kyr_app.model import inline
from kyr_app.model.text import N_, Words

LONGEST = 4000
"""So many letters one passage may have; the longest of the content has some four hundred."""

_HIDDEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff0-\ufffd\U000e0000-\U000e0fff]"
)
"""What is not seen and changes what is: directions, fillers, variation selectors, tags. Joiners of letters may stay."""
_TAG = re.compile(r"<\s*[/!?a-zA-Z]|&(#\d|#x|[a-zA-Z]+;)")
_PERCENT = re.compile(r"%(?:\(\w+\))?[a-zA-Z]")
_NO_LETTERS = frozenset({"Cc", "Cs", "Co", "Cn"})
_SLOT = re.compile(r"\{[^{}]*\}")


def unsound(text: str) -> Words | None:
    """Return why words may not be shown, whatever they translate; None where they may."""
    if len(text) > LONGEST:
        return N_("they are too long")
    if not text.strip():
        return N_("they are empty")
    if why := concealed(text):
        return why
    if _TAG.search(text):
        return N_("they look like HTML")
    return None


def concealed(text: str) -> Words | None:
    """Return why words are not what they look like, on a screen or in a terminal; None where they are."""
    if _HIDDEN.search(text):
        return N_("they hold signs that cannot be seen, or that turn a line round")
    if not text.isprintable() and any(
        unicodedata.category(each) in _NO_LETTERS for each in text if each != "\n"
    ):
        return N_("they hold signs that are no letters")
    return None


def differs(key: str, said: str, *, optional: frozenset[str] = frozenset()) -> Words | None:
    """Return why the program's words `said` do not stand for `key`: the places in braces; None where they do.

    Places of `optional` may be left out.
    """
    wanted, found = _places(key), _places(said)
    if found is None or wanted is None or not wanted - optional <= found <= wanted:
        return N_("the places in braces are not those of the English")
    # As many signs as well: the help of the command line is put together with %, and "50 % de" asks it for a number.
    if key.count("%") != said.count("%") or sorted(_PERCENT.findall(key)) != sorted(_PERCENT.findall(said)):
        return N_("the places with % are not those of the English")
    return None


def _places(text: str) -> frozenset[str] | None:
    """Return the names of the places; None where one asks for more than a value, or a brace stands alone."""
    try:
        parts = list(string.Formatter().parse(text))
    except ValueError:
        return None
    names = [(name, spec, how) for _, name, spec, how in parts if name is not None]
    if any(spec or how or not name.isidentifier() for name, spec, how in names):
        return None
    return frozenset(name for name, _, _ in names)


def strays(spanish: str, said: str) -> Words | None:
    """Return why a passage of content does not stand for its Spanish; None where it does.

    Answers (`{phone}`) are the same ones, as often; words explained (`[[a-number|…]]`) are some of the same; every
    mark is closed.
    """
    if sorted(_SLOT.findall(spanish)) != sorted(_SLOT.findall(said)):
        return N_("the places in braces are not those of the Spanish")
    if not set(inline.terms(said)) <= set(inline.terms(spanish)):
        return N_("it explains words that the Spanish does not")
    if any(mark in inline.plain(said) for mark in ("**", "[[", "]]")):
        return N_("A mark (** or [[ ]]) is not closed.")
    return None

"""The language that exists to find words nobody translates: English, longer, in brackets."""

from __future__ import annotations

import gettext
import re

PSEUDO = "en_XA"

_PLACE = re.compile(r"(\{[^{}]*\}|\[\[[^\[\]]*\]\])")
_LONGER = str.maketrans("aeiouAEIOUncs", "áéíóúÁÉÍÓÚñçš")


class Stretched(gettext.NullTranslations):
    """A catalog made out of nothing: what shows without brackets was never marked for translation."""

    def gettext(self, message: str) -> str:
        """Return `message` stretched."""
        return stretched(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the form for `n`, stretched."""
        return stretched(msgid1 if n == 1 else msgid2)


def stretched(message: str) -> str:
    """Return `message` about a third longer, with accents, in brackets; its `{places}` untouched.

    What is added can be broken into lines, as the words of a longer language can.
    """
    parts = _PLACE.split(message)
    accented = "".join(part if _PLACE.fullmatch(part) else part.translate(_LONGER) for part in parts)
    longer = " ".join("~" * min(6, left) for left in range(len(message) // 3, 0, -6))
    return f"[!!{accented}{longer}!!]"

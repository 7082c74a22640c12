"""Find and load the catalogs of the program's words, and make the pseudo-locale out of nothing."""

from __future__ import annotations

import gettext
import os
import re
from typing import TYPE_CHECKING

from kyr_app.i18n.locale import Locale

if TYPE_CHECKING:
    from pathlib import Path

DOMAIN = "kyr"
PSEUDO = "en_XA"
SPOKEN = ("es", "en")
"""The languages of the program, the first language first."""

_PLACE = re.compile(r"(\{[^{}]*\}|\[\[[^\[\]]*\]\])")
_LONGER = str.maketrans("aeiouAEIOUncs", "áéíóúÁÉÍÓÚñçš")


class Missing(LookupError):
    """A language for which there is no catalog."""


def load(language: str, folder: Path) -> Locale:
    """Return the locale of `language` with its catalog from `folder`.

    English needs no catalog: its words are the keys. Raise `Missing` where another language has none.
    """
    if language == "en":
        return Locale(language, gettext.NullTranslations())
    if language == PSEUDO:
        return Locale(language, _Pseudo())
    try:
        return Locale(language, gettext.translation(DOMAIN, str(folder), languages=[language]))
    except FileNotFoundError as error:
        raise Missing(language) from error


def speak_for_libraries(language: str, folder: Path) -> None:
    """Let what asks gettext itself (argparse) find its words in our catalog, in `language`."""
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(DOMAIN, folder)
    gettext.textdomain(DOMAIN)


class _Pseudo(gettext.NullTranslations):
    """English made longer and bracketed: what shows without brackets was never marked for translation."""

    def gettext(self, message: str) -> str:
        return stretched(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return stretched(msgid1 if n == 1 else msgid2)


def stretched(message: str) -> str:
    """Return `message` about a third longer, with accents, in brackets; its `{places}` untouched."""
    parts = _PLACE.split(message)
    accented = "".join(part if _PLACE.fullmatch(part) else part.translate(_LONGER) for part in parts)
    return f"[!!{accented}{'~' * (len(message) // 3)}!!]"

"""Find and load the catalogs of the program's words, and make the pseudo-locale out of nothing."""

from __future__ import annotations

import gettext
import os
from typing import TYPE_CHECKING

from kyr_app.i18n.locale import Locale
from kyr_app.i18n.pseudo import PSEUDO, Stretched

if TYPE_CHECKING:
    from pathlib import Path

DOMAIN = "kyr"
SPOKEN = ("es", "en")
"""The languages of the program, the first language first."""


class Missing(LookupError):
    """A language for which there is no catalog."""


def load(language: str, folder: Path) -> Locale:
    """Return the locale of `language` with its catalog from `folder`.

    English needs no catalog: its words are the keys. Raise `Missing` where another language has none.
    """
    if language == "en":
        return Locale(language, gettext.NullTranslations())
    if language == PSEUDO:
        return Locale(language, Stretched())
    try:
        return Locale(language, gettext.translation(DOMAIN, str(folder), languages=[language]))
    except FileNotFoundError as error:
        raise Missing(language) from error


def speak_for_libraries(language: str, folder: Path) -> None:
    """Let what asks gettext itself (argparse) find its words in our catalog, in `language`."""
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(DOMAIN, folder)
    gettext.textdomain(DOMAIN)

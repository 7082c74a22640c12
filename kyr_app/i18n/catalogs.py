"""Find and load the catalogs of the program's words, and make the pseudo-locale out of nothing."""

from __future__ import annotations

import gettext
import os
from typing import TYPE_CHECKING

from kyr_app.i18n.locale import Locale
from kyr_app.i18n.mofile import MoFile
from kyr_app.i18n.pseudo import PSEUDO, Stretched

if TYPE_CHECKING:
    from pathlib import Path

    from kyr_app.model.language import WordTable

DOMAIN = "kyr"
SPOKEN = ("es", "en")
"""The languages of the program, the first language first."""

OWN_NAMES = {"es": "Español", "en": "English"}
"""What they call themselves."""


def tag(code: str) -> str:
    """Return the few letters a language is known by where there is little room: `ES`, `EN`, `HT`."""
    return code.partition("-")[0].upper()


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
        return Locale(language, _catalog(language, folder))
    except FileNotFoundError as error:
        raise Missing(language) from error


def added(table: WordTable, folder: Path) -> Locale:
    """Return the locale of a language that a pack adds; what it lacks is said in Spanish."""
    from kyr_app.i18n.added import AddedLocale  # noqa: PLC0415 (only where a pack adds a language)

    return AddedLocale(table, _catalog(SPOKEN[0], folder))


def _catalog(language: str, folder: Path) -> MoFile:
    return gettext.translation(DOMAIN, str(folder), languages=[language], class_=MoFile)


def speak_for_libraries(language: str, folder: Path) -> None:
    """Let what asks gettext itself (argparse) find its words in our catalog, in `language`."""
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(DOMAIN, folder)
    gettext.textdomain(DOMAIN)

"""The languages of a sitting: those of the program, and those that the pack in use adds.

Where no pack adds one, nothing of this is fetched: the window opens as fast as it does without.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import structs

from kyr_app import places
from kyr_app.i18n import catalogs
from kyr_app.i18n.pseudo import PSEUDO
from kyr_app.model.changes import Changes
from kyr_app.model.errors import InputError
from kyr_app.model.settings import Settings, View
from kyr_app.model.text import N_
from kyr_app.store.preferences import holds, home

if TYPE_CHECKING:
    from kyr_app.content.library import Library
    from kyr_app.i18n.locale import Locale
    from kyr_app.model.language import WordTable
    from kyr_app.model.text import Words

FIRST = catalogs.SPOKEN[0]


class Languages(ABC):
    """What a session knows of languages. `gone` names the one that was chosen here once and is there no more."""

    settings: Settings
    locale: Locale
    gone = ""
    _given: Library | None
    _tables: Mapping[str, WordTable] | None = None

    @abstractmethod
    def _use(self, settings: Settings, changes: Changes) -> None:
        """Take settings on, and tell what changed."""

    @property
    def added(self) -> Mapping[str, WordTable]:
        """The words of the languages that the pack in use adds, by code."""
        if self._tables is None:
            self._tables = {} if self._given is not None else _installed()
        return self._tables

    def use_tables(self, tables: Mapping[str, WordTable]) -> bool:
        """Know other added languages from now on; return whether what is shown has to change.

        Where the language of the reader is gone, it is Spanish; `gone` says which it was.
        """
        before = self.added
        if before == tables:
            return False
        names = {code: self.own_name(code) for code in self.languages}
        self._tables, self._made = tables, {}
        self._settle(names)
        return True

    @cached_property
    def _made(self) -> dict[str, Locale]:
        """The locales of added languages that were asked for."""
        return {}

    def _settle(self, names: Mapping[str, str] | None = None) -> None:
        """Make `locale` and the settings such that they name languages that are there; `names` are those before."""
        language, beside = self.settings.language, self.settings.beside
        here = {"", PSEUDO, *self.languages} if language or beside else {""}
        lost = [each for each in (language, beside) if each not in here]
        if lost:
            self.gone = (names or {}).get(lost[0], lost[0])
            self.settings = structs.replace(
                self.settings,
                language=FIRST if language in lost else language,
                beside="" if beside in lost else beside,
            )
        self.locale = self.locale_of(self.settings.language or FIRST)

    def told_gone(self) -> Words:
        """Return what to say of the language that is there no more, and say it no more after this."""
        from kyr_app.i18n.cldr import called  # noqa: PLC0415 (only where a language is gone)

        name, self.gone = called(self.gone), ""
        return N_(
            "The language chosen here, {language}, is not on this computer any more. Spanish takes its place. "
            "Your answers stay as they are.",
            language=name,
        )

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages the program can be read in: its own, the first language first, then those of the pack."""
        return (*catalogs.SPOKEN, *self.added)

    @property
    def paper_languages(self) -> tuple[str, ...]:
        """The languages papers can be printed in: those whose letters are there."""
        return (*catalogs.SPOKEN, *(code for code, each in self.added.items() if each.language.prints))

    def own_name(self, language: str) -> str:
        """Return what a language calls itself; its code for one that is not there."""
        return catalogs.OWN_NAMES.get(language) or (
            self.added[language].language.name if language in self.added else language
        )

    def name_of(self, language: str) -> Words:
        """Return what a language is called in the language shown; its code for one that is not there."""
        table = None if language in catalogs.OWN_NAMES else self.added.get(language)
        return _NAMES.get(language, language) if table is None else table.language.words

    def locale_of(self, language: str) -> Locale:
        """Return the locale of a language. Raise `InputError` for one that is not there."""
        if language not in (*catalogs.SPOKEN, PSEUDO) and language in self.added:
            if language not in self._made:
                self._made[language] = catalogs.added(self.added[language], places.translations())
            return self._made[language]
        try:
            return catalogs.load(language, places.translations())
        except catalogs.Missing as error:
            raise InputError(N_("This program speaks: {known}.", known=", ".join(self.languages))) from error

    @property
    def beside(self) -> str:
        """The language that stands beside the reader's where two are shown: the one chosen, or Spanish, or English."""
        own, wanted = self.locale.language, self.settings.beside
        if wanted not in {"", own} and wanted in self.languages:
            return wanted
        return next(each for each in catalogs.SPOKEN if each != own)

    @property
    def third(self) -> str:
        """The added language that is offered first: the one in use, else the first of the pack; nothing without one."""
        used = [
            each for each in (self.locale.language, self.settings.beside, *self.added) if each in self.added
        ]
        return next(iter(used), "")

    @property
    def second(self) -> Locale | None:
        """The language beside the reader's, while both are shown."""
        return self.locale_of(self.beside) if self.settings.view is View.BOTH else None

    @property
    def pair(self) -> tuple[str, str]:
        """The languages of a paper in two: the reader's first; those that cannot be printed give way."""
        known = self.paper_languages
        first = self.locale.language if self.locale.language in known else FIRST
        wanted = (self.beside, *catalogs.SPOKEN)
        return first, next(each for each in wanted if each != first and each in known)

    def use_language(self, language: str) -> None:
        """Say everything in `language` from now on. Raise `InputError` as `locale_of` does."""
        self.locale = self.locale_of(language)
        self._use(structs.replace(self.settings, language=language), Changes(language=True, settings=True))

    def use_view(self, view: View, beside: str | None = None) -> None:
        """Show one language or two; `beside` is the second one. Raise `InputError` as `locale_of` does."""
        wanted = self.settings.beside if beside is None else beside
        if wanted:
            self.locale_of(wanted)
        fresh = structs.replace(self.settings, view=view, beside=wanted)
        self._use(fresh, Changes(language=True, settings=True))


_NAMES: dict[str, Words] = {"es": N_("Spanish"), "en": N_("English")}


def _installed() -> Mapping[str, WordTable]:
    """Return the added languages of the pack in use; nothing is read where no pack on this computer has any words."""
    packs = home() / "packs"
    if not holds(packs) or next(packs.glob("*/words/*.json"), None) is None:
        return {}
    from kyr_app.session.packs import tongues  # noqa: PLC0415 (only where a pack adds a language)

    return tongues.installed(home())

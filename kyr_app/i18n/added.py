"""The locale of a language that a pack adds: its own words first, then the Spanish ones; days as the pack writes them.

Spanish stands in for what is missing, not the English keys: it is what people round a family speak and what the
content falls back to, so that a page is never in three languages (docs/adr/0022).
"""

from __future__ import annotations

import datetime as dt
import gettext
from collections.abc import Sequence
from functools import cached_property

from kyr_app.i18n import plurals
from kyr_app.i18n.locale import Locale
from kyr_app.model.language import WordTable, reviewed
from kyr_app.model.text import N_, Msg, Plural, Standing, Text, Together, Words


class Added(gettext.NullTranslations):
    """A catalog made from a table; what it lacks is asked of `spanish`."""

    def __init__(self, table: WordTable, spanish: gettext.NullTranslations) -> None:
        super().__init__()
        self._table, self._spanish = table, spanish
        self._counted = {(each.one, each.many): each.said for each in table.counted}

    @cached_property
    def _kind(self) -> plurals.Kind:
        return plurals.kind_of(self._table.plural)

    def gettext(self, message: str) -> str:
        """Return `message` in the language, else in Spanish."""
        return self._table.words.get(message) or self._spanish.gettext(message)

    def says(self, words: Msg | Plural) -> bool:
        """Whether a message of the program is there."""
        if isinstance(words, Msg):
            return words.key in self._table.words
        return (words.one, words.many) in self._counted

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the form for `n`, else the Spanish one."""
        forms = self._counted.get((msgid1, msgid2))
        if forms is None:
            return self._spanish.ngettext(msgid1, msgid2, n)
        try:
            kind = self._kind(abs(n))
        except ArithmeticError:
            kind = plurals.OTHER
        return forms.get(kind) or forms.get(plurals.OTHER) or self._spanish.ngettext(msgid1, msgid2, n)


class _StandIn(Locale):
    """Spanish for a whole sentence that is missing, days and numbers too; passages of content stay in the language."""

    def __init__(self, spanish: gettext.NullTranslations, own: Locale) -> None:
        super().__init__("es", spanish)
        self._own_locale = own

    def _content(self, text: Text) -> str:
        return text.in_language(self._own_locale.language)


class AddedLocale(Locale):
    """Renders in an added language. `own` says what it is called, and who has read it."""

    def __init__(self, table: WordTable, spanish: gettext.NullTranslations) -> None:
        self._words = Added(table, spanish)
        super().__init__(table.language.id, self._words)
        self._stand_in = _StandIn(spanish, self)
        self.own = table.language
        self._writing = table.language.writing

    @property
    def _babel(self) -> str:
        return "es_MX"

    def render(self, words: Words) -> str:
        """Return `words` in the language; a message that it lacks whole in Spanish."""
        if isinstance(words, Msg | Plural) and not self._words.says(words):
            return self._stand_in.render(words)
        return super().render(words)

    def tongue_of(self, words: Words) -> str:
        """Return the language in which `words` are said; of several told together, that of the first."""
        if isinstance(words, Together) and words.parts:
            return self.tongue_of(words.parts[0])
        missing = (isinstance(words, Text) and not self.speaks(words)) or (
            isinstance(words, Msg | Plural) and not self._words.says(words)
        )
        return "es" if missing else self.language

    def _standing(self, words: Standing) -> str:
        missing = sum(not self.speaks(each) for each in words.texts)
        assert self.own is not None  # noqa: S101 (given above)
        name = self.own.name
        if missing and missing == len(words.texts):
            return self.render(N_("This is not in {language} yet. It is shown in Spanish.", language=name))
        read = self.render(reviewed(self.own))
        if not missing:
            return read
        part = N_("Part of this is not in {language} yet. That part is shown in Spanish.", language=name)
        return f"{self.render(part)} {read}"

    def date(self, day: dt.date) -> str:
        """Return a day with its month in letters, as the language writes it; in Spanish where it does not say."""
        return self._day_with(self._writing.months, day) or super().date(day)

    def short_date(self, day: dt.date) -> str:
        """Return a day with its month shortened; whole where the language does not shorten it."""
        return self._day_with(self._writing.short or self._writing.months, day) or super().short_date(day)

    def _day_with(self, months: Sequence[str], day: dt.date) -> str:
        if not months:
            return ""
        return self._writing.day.format(day=day.day, month=months[day.month - 1], year=day.year)

    def month(self, day: dt.date) -> str:
        """Return the month of a day."""
        if not self._writing.months:
            return super().month(day)
        return self._writing.month.format(month=self._writing.months[day.month - 1], year=day.year)

    def number(self, n: int) -> str:
        """Return a whole number, parted as the language parts it."""
        return f"{n:,}".replace(",", self._writing.thousands)

    def list(self, parts: Sequence[str]) -> str:
        """Return parts as a sentence would name them; with commas alone where the language has no word for *and*."""
        *head, last = parts or ("",)
        joined = ", ".join(head)
        if not head:
            return last
        return f"{joined} {self._writing.joins} {last}" if self._writing.joins else f"{joined}, {last}"

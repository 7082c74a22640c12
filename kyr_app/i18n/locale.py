"""A language in use: the only place where words become a string."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import TYPE_CHECKING

from kyr_app.i18n.pseudo import PSEUDO, stretched
from kyr_app.model.text import Day, Msg, Plural, Standing, Text, Together

if TYPE_CHECKING:
    import gettext
    from collections.abc import Callable, Mapping, Sequence

    from kyr_app.model.language import Language
    from kyr_app.model.text import Words

_REGION = {"es": "es_MX", "en": "en_US", "en_XA": "en_US"}


class Locale:
    """Renders words, dates, numbers and lists in one language. Holds no state that changes."""

    def __init__(self, language: str, catalog: gettext.NullTranslations) -> None:
        self.language = language
        self._catalog = catalog
        self.own: Language | None = (
            None  # of a language that a pack added: what it is called, who has read it
        )

    @property
    def right_to_left(self) -> bool:
        """Whether its lines begin at the right."""
        return self.own is not None and self.own.direction == "rtl"

    def speaks(self, text: Text) -> bool:
        """Whether a passage of content is there in this language; else Spanish stands in for it."""
        return self.own is None or self.language in text.more

    @property
    def is_pseudo(self) -> bool:
        """Whether this is the language that exists to find words nobody translates."""
        return self.language == PSEUDO

    def render(self, words: Words) -> str:
        """Return `words` in this language."""
        if isinstance(words, str):
            return words
        if isinstance(words, Text):
            return self._content(words)
        if isinstance(words, Msg):
            return self._fill(self._catalog.gettext(words.key), words.values)
        if isinstance(words, Plural):
            form = self._catalog.ngettext(words.one, words.many, words.n)
            return self._fill(form, {"n": words.n, **words.values})
        if isinstance(words, Day):
            return self._day(words.iso, self.short_date if words.short else self.date)
        if isinstance(words, Together):
            return words.between.join(self.render(part) for part in words.parts)
        if isinstance(words, Standing):
            return self._standing(words)
        raise TypeError(type(words).__name__)

    def _content(self, text: Text) -> str:
        if not self.is_pseudo:
            return text.in_language(self.language)
        return stretched(text.en)

    def _standing(self, words: Standing) -> str:  # noqa: ARG002 (both languages of the program are always whole)
        return ""

    def tongue_of(self, words: Words) -> str:  # noqa: ARG002 (likewise)
        """Return the language in which `words` are said: Spanish where an added language lacks them."""
        return self.language

    def _fill(self, form: str, values: Mapping[str, Words | int]) -> str:
        said = {
            name: self.number(value) if isinstance(value, int) else self.render(value)
            for name, value in values.items()
        }
        return form.format(**said)

    @property
    def _babel(self) -> str:
        return _REGION.get(self.language, self.language)

    def date(self, day: dt.date) -> str:
        """Return a day with its month in letters: `22 de noviembre de 2026`, `November 22, 2026`."""
        from babel.dates import format_date  # noqa: PLC0415 (43 ms that the first window does not pay)

        return format_date(day, "long", locale=self._babel)

    def _day(self, iso: str, written: Callable[[dt.date], str]) -> str:
        """Return a day, or a month or year alone where no more of it is known; what is no date, as it is."""
        try:
            if len(iso) == len("2026-11-22"):
                return written(dt.date.fromisoformat(iso))
            if re.fullmatch(r"\d{4}-\d\d", iso):
                return self.month(dt.date.fromisoformat(f"{iso}-01"))
        except ValueError:  # digits, and no day of any calendar: 2026-99-99
            return iso
        return iso

    def month(self, day: dt.date) -> str:
        """Return the month of a day: `noviembre de 2026`, `November 2026`."""
        from babel.dates import format_skeleton  # noqa: PLC0415

        return format_skeleton("yMMMM", day, locale=self._babel)

    def short_date(self, day: dt.date) -> str:
        """Return a day with its month shortened: `22 nov 2026`, `Nov 22, 2026`."""
        from babel.dates import format_date  # noqa: PLC0415

        return format_date(day, "medium", locale=self._babel)

    def number(self, n: int) -> str:
        """Return a whole number with the separators of the language (`1,000` in Mexico and the U.S.)."""
        if abs(n) < 1000:
            return str(n)
        from babel.numbers import format_decimal  # noqa: PLC0415

        return str(format_decimal(n, locale=self._babel))

    def list(self, parts: Sequence[str]) -> str:
        """Return parts as a sentence would name them: `A, B y C`."""
        from babel.lists import format_list  # noqa: PLC0415

        return str(format_list(list(parts), locale=self._babel))

    def collate(self, text: str) -> tuple[str, str]:
        """Return a key that sorts words as a dictionary does: accents second, ñ after n."""
        folded = text.casefold().replace("ñ", "n\uffff")
        bare = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
        return bare, folded

"""Words have no language until they are shown.

Content carries `Text` (every language side by side); the program carries `Msg` and `Plural`, keys into the
gettext catalog. Only `i18n.locale.Locale.render` turns any of them into a string.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class Text(Struct, frozen=True, omit_defaults=True):
    """A passage of content in Spanish and English, and in any language a content pack adds (`more`)."""

    es: str
    en: str
    more: dict[str, str] = field(default_factory=dict)

    def in_language(self, language: str) -> str:
        """Return the words in `language`; Spanish, the first language of the content, where it has none."""
        if language == "en":
            return self.en
        return self.more.get(language, self.es)

    @property
    def every(self) -> tuple[str, ...]:
        """The words in every language there is."""
        return (self.es, self.en, *self.more.values())

    def turned(self, turn: Callable[[str], str]) -> Text:
        """Return the passage with the words of each language as `turn` makes them."""
        return Text(turn(self.es), turn(self.en), {code: turn(said) for code, said in self.more.items()})

    def __hash__(self) -> int:
        return hash((self.es, self.en))


class Msg(Struct, frozen=True):
    """A sentence of the program: its English key, and values for its named places.

    A literal brace in `key` is written twice, as for `str.format`.
    """

    key: str
    values: dict[str, Words | int] = field(default_factory=dict)

    def with_values(self, **values: Words | int) -> Msg:
        """Return the same sentence with `values` put in its named places."""
        return Msg(self.key, {**self.values, **values})

    def __hash__(self) -> int:
        return hash((self.key, tuple(self.values)))


class Plural(Struct, frozen=True):
    """A sentence that depends on a count; `{n}` stands for it."""

    one: str
    many: str
    n: int
    values: dict[str, Words | int] = field(default_factory=dict)

    def __hash__(self) -> int:
        return hash((self.one, self.many, self.n))


class Day(Struct, frozen=True):
    """A calendar day to be written out in the language shown (`22 de noviembre de 2026`); ISO form inside.

    Where only the month or the year is known, `iso` is cut to it: `2026-11`, `2026`. `short`: `22 nov 2026`.
    """

    iso: str
    short: bool = False


class Together(Struct, frozen=True):
    """Several words said one after another with `between` in the middle."""

    parts: tuple[Words, ...]
    between: str = " "


class Standing(Struct, frozen=True):
    """How far `texts` are there in an added language, and who has read the translation; nothing in Spanish and English.

    It is said of what a person may rely on: a passage that is missing stands in Spanish, and that is told.
    """

    texts: tuple[Text, ...] = ()


Words = Text | Msg | Plural | Day | Together | Standing | str
"""Anything that can be shown. A plain `str` is the same in every language: a name, a number, a citation."""


def N_(key: str, /, **values: Words | int) -> Msg:  # noqa: N802 (the name that Babel and its readers know)
    """Mark `key` for translation and return it as a `Msg`."""
    return Msg(key, values)


def P_(one: str, many: str, n: int, /, **values: Words | int) -> Plural:  # noqa: N802 (as N_)
    """Mark the two forms for translation and return them as a `Plural` for the count `n`."""
    return Plural(one, many, n, values)


def verbatim(words: Mapping[str, str]) -> Text:
    """Return a `Text` from a mapping with the keys `es` and `en`."""
    return Text(words["es"], words["en"])

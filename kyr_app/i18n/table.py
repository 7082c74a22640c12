"""A table of the program's words in an added language: from JSON to a value, and every reason not to believe it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from kyr_app.i18n import plurals
from kyr_app.i18n.catalogs import SPOKEN
from kyr_app.i18n.pseudo import PSEUDO
from kyr_app.i18n.soundness import differs, unsound
from kyr_app.model.language import CODE, MONTHS, Language, WordTable
from kyr_app.model.text import N_, Words

FORMAT = 1
MOST_BYTES = 4 * 1024 * 1024
MOST_WORDS = 20_000
LONGEST_NAME = 60
_SHORT = 3
_N = frozenset({"n"})
_DAY, _MONTH = "{day} {month} {year}", "{month} {year}"


class BadTable(ValueError):
    """A table that is not used; `said` is why, in plain words."""

    def __init__(self, said: Words) -> None:
        super().__init__()
        self.said = said


def convert(value: Any, code: str) -> WordTable:
    """Return the table in a value of JSON, that of the language `code`. Raise `BadTable` for the first reason."""
    try:
        table = msgspec.convert(value, WordTable)
    except msgspec.ValidationError as error:
        raise BadTable(
            N_("the words of the language “{code}” are not in the form that is read", code=code)
        ) from error
    check(table, code)
    return table


def check(table: WordTable, code: str) -> None:
    """Raise `BadTable` for the first reason not to use a table as that of the language `code`."""
    if not known_code(code) or table.language.id != code or table.format != FORMAT:
        raise BadTable(N_("“{code}” is no name of a language, or not of this one", code=code[: _SHORT * 5]))
    if len(table) > MOST_WORDS:
        raise BadTable(N_("the language “{code}” has too many words", code=code))
    for where, why in (*_named(table.language), *_words(table), *_counted(table)):
        raise BadTable(N_("“{words}”, in the language “{code}”: {why}", words=where[:80], code=code, why=why))


def known_code(code: str) -> bool:
    """Whether `code` can name an added language: not one of the program's, and no part of a path."""
    return CODE.fullmatch(code) is not None and code not in {
        *SPOKEN,
        PSEUDO,
        PSEUDO.lower().replace("_", "-"),
    }


def _named(language: Language) -> Iterator[tuple[str, Words]]:
    for text in (language.name, language.called.es, language.called.en):
        why = unsound(text)
        if why is None and (len(text) > LONGEST_NAME or "{" in text):
            why = N_("they are too long")
        if why is not None:
            yield text, why
    writing = language.writing
    free = (
        language.translators,
        language.review,
        writing.joins,
        writing.thousands,
        *writing.months,
        *writing.short,
    )
    for text in free:
        why = unsound(text) if text else None
        if why is not None:
            yield text, why
    if len(writing.months) not in {0, MONTHS} or len(writing.short) not in {0, MONTHS}:
        yield language.name, N_("a year has twelve months")
    for pattern, wanted in ((writing.day, _DAY), (writing.month, _MONTH)):
        why = unsound(pattern) or differs(wanted, pattern)
        if why is not None:
            yield pattern, why


def _words(table: WordTable) -> Iterator[tuple[str, Words]]:
    for key, said in table.words.items():
        why = unsound(said) or differs(key, said)
        if why is not None:
            yield key, why


def _counted(table: WordTable) -> Iterator[tuple[str, Words]]:
    try:
        numbers = plurals.numbers(plurals.kind_of(table.plural))
    except (plurals.NoRule, ArithmeticError):
        yield table.language.name, N_("its rule for numbers cannot be read")
        return
    allowed = {*table.plural, plurals.OTHER}
    for each in table.counted:
        if not set(numbers) <= set(each.said) <= allowed:
            yield (
                each.many,
                N_("it needs a form for each kind of number: {kinds}", kinds=", ".join(sorted(numbers))),
            )
        for kind, said in each.said.items():
            alone = len(numbers.get(kind, ())) == 1
            why = unsound(said) or differs(each.many, said, optional=_N if alone else frozenset())
            if why is not None:
                yield each.many, why

"""Search over lessons, glossary and directory in every language: accents and plurals forgiven, places named.

The index is SQLite's FTS5 in memory, built in a few hundredths of a second with the first search. What a person
looks for is never written anywhere.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from kyr_app.content.scores import passages
from kyr_app.model.inline import Run, plain
from kyr_app.model.text import Text

if TYPE_CHECKING:
    from kyr_app.content.library import Library

LANGUAGES = ("es", "en")
"""The languages that every passage has; what a pack adds is found as far as it goes."""
_OPEN, _CLOSE = "\x02", "\x03"
_WORD = re.compile(r"\w+")
_MOST_WORDS = 12
_LEAST_STEM = 4


class Kind(StrEnum):
    """What was found."""

    LESSON = "lesson"
    TERM = "term"
    CONTACT = "contact"


class Hit(Struct, frozen=True):
    """A place: which lesson (and point, and block), term or contact, in which language, with the words found strong."""

    kind: Kind
    id: str
    point: str
    block: str
    language: str
    title: Text
    excerpt: tuple[Run, ...]


class _Row(Struct, frozen=True):
    kind: Kind
    id: str
    point: str
    block: str
    title: Text
    texts: tuple[Text, ...]


class Index:
    """An index of one library."""

    def __init__(self, library: Library) -> None:
        self._rows = list(_rows(library))
        # Made on whichever thread searches first, read on others one at a time.
        self._base = sqlite3.connect(":memory:", check_same_thread=False)
        columns = "row UNINDEXED, language UNINDEXED, title, body"
        self._base.execute(
            f"CREATE VIRTUAL TABLE place USING fts5({columns}, tokenize = 'unicode61 remove_diacritics 2')"
        )
        self._base.executemany("INSERT INTO place VALUES (?, ?, ?, ?)", self._values())

    def _values(self) -> Iterator[tuple[int, str, str, str]]:
        for number, row in enumerate(self._rows):
            for language in LANGUAGES:
                body = " ".join(plain(text.in_language(language)) for text in row.texts)
                yield number, language, plain(row.title.in_language(language)), body
            for language in {code for text in (row.title, *row.texts) for code in text.more}:
                body = " ".join(plain(text.more[language]) for text in row.texts if language in text.more)
                yield number, language, plain(row.title.more.get(language, "")), body

    def find(self, words: str, language: str = "", most: int = 20) -> tuple[Hit, ...]:
        """Return at most `most` places for `words`, the best first; those with the very same accents lead.

        Every word must be there, in any order; with no language given, places in any. What is no word is ignored.
        """
        wanted = _WORD.findall(words.casefold())[:_MOST_WORDS]
        if not wanted:
            return ()
        question = " AND ".join(f'"{_stem(word)}"*' if len(word) > 1 else f'"{word}"' for word in wanted)
        found = self._base.execute(
            "SELECT row, language, title || ' ' || body, snippet(place, 3, ?, ?, '…', 24), bm25(place, 0, 0, 4, 1)"
            " FROM place WHERE place MATCH ? AND (? = '' OR language = ?) ORDER BY bm25(place, 0, 0, 4, 1) LIMIT ?",
            (_OPEN, _CLOSE, question, language, language, 4 * most),
        ).fetchall()
        found.sort(key=lambda row: (-_exact(wanted, row[2]), row[4]))
        return self._once(found)[:most]

    def _once(self, found: list[tuple[int, str, str, str, float]]) -> tuple[Hit, ...]:
        """Tell each place once, in the language in which it was found best."""
        hits: dict[int, Hit] = {}
        for number, language, _, excerpt, _ in found:
            row = self._rows[number]
            hits.setdefault(
                number, Hit(row.kind, row.id, row.point, row.block, language, row.title, _runs(excerpt))
            )
        return tuple(hits.values())


def _rows(library: Library) -> Iterator[_Row]:
    for lesson in library.lessons.values():
        yield _Row(Kind.LESSON, lesson.id, "", "", lesson.title, (lesson.summary,))
        for point in lesson.points:
            yield _Row(Kind.LESSON, lesson.id, point.id, "", point.title, (point.short,))
            for block in point.blocks:
                yield _Row(Kind.LESSON, lesson.id, point.id, block.id, point.title, tuple(passages(block)))
    for term in library.terms.values():
        yield _Row(Kind.TERM, term.id, "", "", term.term, (term.meaning,))
    for contact in library.contacts.values():
        known = (contact.name, contact.what, contact.city)
        yield _Row(
            Kind.CONTACT, contact.id, "", "", contact.name, tuple(each for each in known if each is not None)
        )


_ENDINGS = ("iones", "ion", "ies", "es", "s", "y")


def _stem(word: str) -> str:
    """Return a word without the ending of a plural, so that its beginning finds both forms."""
    for ending in _ENDINGS:
        bare = word.removesuffix(ending)
        if bare != word and len(bare) >= _LEAST_STEM:
            return bare
    return word


def _exact(wanted: list[str], text: str) -> int:
    """Return how many of the words stand in the text letter for letter: año is not ano."""
    there = set(_WORD.findall(text.casefold()))
    return sum(word in there for word in wanted)


def _runs(excerpt: str) -> tuple[Run, ...]:
    parts = re.split(f"[{_OPEN}{_CLOSE}]", excerpt)
    return tuple(Run(part, strong=bool(place % 2)) for place, part in enumerate(parts) if part)

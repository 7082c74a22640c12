"""What is read aloud: sentences, one after the other, each with the block it stands in.

The words of the program and of its content alone. What a family answered is never among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from kyr_app.i18n.locale import Locale
from kyr_app.model.block import AnyBlock, Choice, Heading, Items, Paragraph, Phrase, Steps, Table, Warning  # noqa: A004 (the domain's word)
from kyr_app.model.inline import plain
from kyr_app.model.lesson import Lesson, Point
from kyr_app.model.text import Text, Words

_END = re.compile(r"(?<=[.!?…:])[»”\"')\]]*\s+(?=[«“\"'(\[]*[A-ZÁÉÍÓÚÑÜ¿¡])")
"""Where a sentence may end: a mark, and then a letter that begins one. A number after a point does not."""

_SHORT = re.compile(r"\b(?:Sra?|Dra?|Srta|Lic|Ing|Mr|Mrs|Ms|St|art|núm|tel|pág|ext|No|vs|U\.S|EE|[A-Z])\.$")
"""A point that shortens a word."""


class Sentence(Struct, frozen=True):
    """One breath of reading. `place` is the id of its block; `start` its first letter in the block's plain text."""

    place: str
    text: str
    language: str
    start: int = 0


class Passage(Struct, frozen=True):
    """Words that are read together, and the place where they stand: of content, what a recording of it is called.

    `language` is set where they stand in one language, whichever the reader's is.
    """

    place: str
    words: Words
    language: str = ""


def split(text: str) -> Iterator[tuple[int, str]]:
    """Yield the sentences of a plain text, each with where it starts."""
    at = 0
    for end in [*_END.finditer(text), None]:
        if end is not None and _SHORT.search(text, at, end.start()):
            continue
        until = len(text) if end is None else end.start()
        sentence = text[at:until].strip()
        if sentence:
            yield at + len(text[at:until]) - len(text[at:until].lstrip()), sentence
        at = until if end is None else end.end()


def sentences(passages: Sequence[Passage], locale: Locale) -> tuple[Sentence, ...]:
    """Return what is to be said of passages in a language, in order."""
    return tuple(each for passage in passages for each in of_passage(passage, locale))


def of_passage(passage: Passage, locale: Locale) -> tuple[Sentence, ...]:
    """Return what is to be said of one passage."""
    words, language = passage.words, passage.language or locale.tongue_of(passage.words)
    own = isinstance(words, Text) and bool(passage.language)
    text = plain(words.in_language(language) if own and isinstance(words, Text) else locale.render(words))
    return tuple(Sentence(passage.place, said, language, start) for start, said in split(text))


def of_point(point: Point) -> tuple[Passage, ...]:
    """Return what is read of a point of a lesson: its title, then its blocks in order."""
    return (Passage(point.id, point.title), *(each for block in point.blocks for each in of_block(block)))


def of_lesson(lesson: Lesson) -> tuple[Passage, ...]:
    """Return what is read of a whole lesson."""
    told = [Passage(lesson.id, lesson.title), *(each for point in lesson.points for each in of_point(point))]
    return (*told, *of_block(lesson.teach_back))


def of_block(block: AnyBlock) -> tuple[Passage, ...]:
    """Return what is read of a block, each part under the block's id."""
    return tuple(Passage(block.id, words) for words in _said(block))


def _said(block: AnyBlock) -> Iterator[Words]:
    if isinstance(block, Heading | Paragraph | Warning):
        yield block.text
    elif isinstance(block, Items | Steps):
        yield from (item.text for item in block.items)
    elif isinstance(block, Phrase):
        yield block.say
        if block.note is not None:
            yield block.note
    elif isinstance(block, Choice):
        yield block.question
        yield from (option.text for option in block.options)
    elif isinstance(block, Table):
        yield from (cell for row in block.rows for cell in row.cells)

"""What stands on wallet cards: sentences to say, an interpreter's request, telephone numbers, rights in short."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct
from reportlab.platypus import Table as Grid

from kyr_app.documents.lessons import captions as words
from kyr_app.documents.lessons.panels import WAYS, phrases_of, said_aloud
from kyr_app.documents.typesetting import fonts
from kyr_app.documents.typesetting.captions import heard
from kyr_app.documents.typesetting.fitting import Make
from kyr_app.documents.typesetting.prose import Paragraph
from kyr_app.documents.typesetting.voice import Voice
from kyr_app.i18n.locale import Locale
from kyr_app.model.block import Phrase
from kyr_app.model.lesson import Lesson, Point
from kyr_app.model.practice import PracticeSet
from kyr_app.model.text import Text, Together, Words

_SENTENCE = re.compile(r"(?<=[.?!…»”])\s+(?=[¿¡«“A-ZÁÉÍÓÚÑ])")


class Card(Struct, frozen=True):
    """A card in one language (those to show an officer carry both). `lines` to write on fill what is left.

    Each entry of `makes` says less than the one before; the first that has room in large letters is taken.
    """

    lesson: Lesson | PracticeSet
    locale: Locale
    makes: tuple[Make, ...]
    lines: int = 0


Fits = Callable[[Make, Locale], bool]
"""Whether there is room for something on a card."""


def cards(lesson: Lesson, locales: Sequence[Locale], fits: Fits) -> tuple[list[Card], list[Card]]:
    """Return the cards of a lesson: those to show and to learn, which may stand twice, then its rights in short."""
    first = locales[0]
    shown = [Card(lesson, first, _phrase(phrase, locales)) for phrase in phrases_of(lesson)]
    shown.append(Card(lesson, first, (_interpreter(locales),)))
    shown.append(Card(lesson, first, (_phones,), lines=3))
    told = [
        Card(lesson, locale, (make,))
        for locale in locales
        for point in lesson.points
        for make in _rights(point, locale, fits)
    ]
    return shown, told


def _phrase(phrase: Phrase, locales: Sequence[Locale]) -> tuple[Make, ...]:
    def make(*, named: bool, note: bool) -> Make:
        spoken = heard(locales[0], phrase.say)
        return lambda voice: said_aloud(voice, phrase, spoken, named=named, note=note)

    return tuple(make(named=named, note=note) for named, note in WAYS)


def _interpreter(locales: Sequence[Locale]) -> Make:
    order = heard(locales[0], words.INTERPRETER)

    def made(voice: Voice) -> list[Any]:
        styles = voice.styles
        asked = [voice.say(words.INTERPRETER.in_language(each), styles.strong) for each in order]
        boxes = [voice.picture("square", name, styles.cell) for name in words.LANGUAGES]
        wide = [max(map(_natural, boxes[column::3])) + styles.unit for column in range(3)]
        grid = Grid([boxes[at : at + 3] for at in range(0, len(boxes), 3)], wide, hAlign="LEFT")
        grid.setStyle([("FONTNAME", (0, 0), (-1, -1), fonts.TEXT), ("VALIGN", (0, 0), (-1, -1), "TOP")])
        grid.setStyle([(side, (0, 0), (-1, -1), 0) for side in _SIDES])
        other = " / ".join(words.OTHER.in_language(each) for each in order)
        return [*asked, grid, voice.picture("square", f"{other} {'_' * 20}", styles.cell)]

    return made


def _natural(paragraph: Paragraph) -> float:
    paragraph.wrap(0xFFFF, 0xFFFF)
    return float(paragraph.getActualLineWidths0()[0])


_SIDES = ("LEFTPADDING", "RIGHTPADDING", "TOPPADDING", "BOTTOMPADDING")


def _phones(voice: Voice) -> list[Any]:
    return [voice.picture("phone-call", words.PHONES, voice.styles.strong)]


def _rights(point: Point, locale: Locale, fits: Fits) -> list[Make]:
    """Return a point in short on one card, or on as many as its sentences need."""
    whole = locale.render(point.short)
    sentences = _SENTENCE.split(whole)
    for count in range(1, len(sentences) + 1):
        pieces = _shared(sentences, count)
        made = [_right(point, piece, n, len(pieces)) for n, piece in enumerate(pieces, 1)]
        if all(fits(make, locale) for make in made):
            return made
    return [_right(point, whole, 1, 1)]


def _shared(sentences: Sequence[str], count: int) -> list[str]:
    """Share sentences out over `count` cards, as evenly as their order allows."""
    total, taken = sum(map(len, sentences)), 0
    pieces: list[list[str]] = [[] for _ in range(count)]
    for sentence in sentences:
        pieces[min(int((taken + len(sentence) / 2) * count / total), count - 1)].append(sentence)
        taken += len(sentence)
    return [" ".join(piece) for piece in pieces if piece]


def _right(point: Point, said: str, n: int, total: int) -> Make:
    title: Words = point.title
    if total > 1:
        title = Together((point.title, Together(("(", words.part(n, total), ")"), "")))
    return lambda voice: [
        voice.picture(point.icon, title, voice.styles.strong),
        voice.say(Text(said, said), voice.styles.text),
    ]

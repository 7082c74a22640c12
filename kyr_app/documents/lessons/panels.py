"""The eight panels of a little book: what stands on each, so that each makes sense alone."""

from __future__ import annotations

import string
from typing import Any

from msgspec import Struct

from kyr_app.content.addresses import texts_in
from kyr_app.documents.lessons import captions as words
from kyr_app.documents.lessons.imposition import PAGES
from kyr_app.documents.typesetting import captions
from kyr_app.documents.typesetting.fitting import Make
from kyr_app.documents.typesetting.flow import quoted
from kyr_app.documents.typesetting.frames import Picture
from kyr_app.documents.typesetting.voice import Voice
from kyr_app.model.block import Choice, Phrase
from kyr_app.model.lesson import Lesson, Point
from kyr_app.model.text import Standing, Together, Words

WAYS = ((True, True), (False, True), (True, False), (False, False))
"""How much stands with a sentence to say aloud: the names of the languages, its note; the most first."""

_SOME_LINES = 2
_MANY_LINES = 5


class Panel(Struct, frozen=True):
    """A page of the book. What is left of it has lines to write on, `lines` of them at least, where it has any.

    Each entry of `makes` says less than the one before; the first that has room is taken. `alone`: set in letters
    of its own size, not in those of the points.
    """

    makes: tuple[Make, ...]
    lines: int = 0
    alone: bool = False


def panels(lesson: Lesson, *, expired: bool) -> tuple[Panel, ...]:
    """Return the panels of a lesson: cover, points, what there is room for, back; always eight."""
    first, last = cover(lesson, expired=expired), back(lesson)
    points = [Panel((_point(point),)) for point in lesson.points]
    spare = PAGES - 2 - len(points)
    return (first, *points, *_filling(lesson, max(spare, 0)), last)[:PAGES]


def _filling(lesson: Lesson, spare: int) -> list[Panel]:
    """Return what fills so many panels: a sentence to say, the question, telephone numbers, room to write."""
    phrases = phrases_of(lesson)
    if spare == 1 and phrases:
        return [Panel(_phrase(phrases[0], phones=True), _SOME_LINES, alone=True)]
    said = [Panel(_phrase(phrase), alone=True) for phrase in phrases]
    asked = Panel((_question(lesson.teach_back),), alone=True)
    phones = _to_write(words.PHONES, "phone-call")
    wanted = [*said[:1], phones, asked, _to_write(words.QUESTIONS, "note-pencil"), *said[1:]]
    notes = _to_write(captions.NOTES, "pencil-simple")
    chosen = [*wanted[:spare], *[notes] * (spare - len(wanted))]
    return sorted(chosen, key=lambda panel: panel.lines > 0)


def phrases_of(lesson: Lesson) -> list[Phrase]:
    """Return every sentence to say aloud, in the order of the lesson."""
    return [block for point in lesson.points for block in point.blocks if isinstance(block, Phrase)]


def cover(lesson: Lesson, *, expired: bool) -> Panel:
    """Return the front page: what this is, that it is free and no advice, how old it is."""

    def made(voice: Voice) -> list[Any]:
        styles = voice.styles
        late = captions.expired(lesson.good_until)
        return [
            Picture(lesson.icon, styles.picture * 1.5),
            voice.say(lesson.title, styles.title),
            voice.say(lesson.summary, styles.text),
            *([voice.labelled("", late, styles.strong, icon="warning")] if expired else []),
            voice.say(captions.FREE, styles.strong),
        ]

    return Panel((made,), alone=True)


def back(lesson: Lesson) -> Panel:
    """Return the last page: until when it is good, who has reviewed it, where its sources are, how to fold it."""

    def made(voice: Voice) -> list[Any]:
        text = voice.styles.text
        return [
            voice.say(captions.dates(lesson.reviewed, lesson.good_until), voice.styles.strong),
            voice.say(captions.FREE, text),
            voice.say(captions.review(lesson.review), text),
            *([voice.say(Standing(tuple(texts_in(lesson))), text)] if voice.locale.own else []),
            voice.say(words.FULL_SHEET, text),
            voice.say(words.FOLD, voice.styles.small),
        ]

    return Panel((made,), alone=True)


def _point(point: Point) -> Make:
    return lambda voice: [
        voice.picture(point.icon, point.title, voice.styles.say),
        voice.say(point.short, voice.styles.text),
    ]


def _phrase(phrase: Phrase, *, phones: bool = False) -> tuple[Make, ...]:
    def make(*, named: bool, note: bool) -> Make:
        def made(voice: Voice) -> list[Any]:
            styles = voice.styles
            shown: list[Any] = [voice.picture("chat-circle-text", captions.SAY_IT, styles.heading_tight)]
            shown += said_aloud(
                voice, phrase, captions.heard(voice.locale, phrase.say), named=named, note=note
            )
            return shown + ([voice.picture("phone-call", words.PHONES, styles.heading)] if phones else [])

        return made

    return tuple(make(named=named, note=note) for named, note in WAYS)


def said_aloud(
    voice: Voice, phrase: Phrase, languages: tuple[str, ...], *, named: bool, note: bool
) -> list[Any]:
    """Return a sentence to say aloud in each language, with the names of the languages and its note if wanted."""
    styles = voice.styles
    shown: list[Any] = []
    for language in languages:
        if named:
            shown.append(voice.say(captions.in_language(language, voice.locale), styles.detail))
        shown.append(voice.say(quoted(phrase.say, language), styles.heading_tight))
    return shown + ([voice.say(phrase.note, styles.detail)] if note and phrase.note else [])


def _question(asked: Choice) -> Make:
    letters = string.ascii_uppercase
    right = tuple(
        captions.right(letter) for letter, option in zip(letters, asked.options, strict=False) if option.right
    )

    def made(voice: Voice) -> list[Any]:
        text = voice.styles.text
        return [
            voice.picture("question", captions.CLEAR, voice.styles.say),
            voice.say(asked.question, text),
            *(
                voice.labelled(f"{letter}.", option.text, text)
                for letter, option in zip(letters, asked.options, strict=False)
            ),
            voice.say(Together(right), voice.styles.small),
        ]

    return made


def _to_write(title: Words, icon: str) -> Panel:
    return Panel((lambda voice: [voice.picture(icon, title, voice.styles.say)],), _MANY_LINES, alone=True)

"""A statement on paper: numbered paragraphs in facing columns, or in one to read. Every word is as it was told."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from kyr_app.content.tokens import theme
from kyr_app.documents.statement import captions
from kyr_app.documents.statement import pages as statement_pages
from kyr_app.documents.statement.case import Case
from kyr_app.documents.statement.head import head
from kyr_app.documents.statement.pages import Lines, row
from kyr_app.documents.statement.signature import signed
from kyr_app.documents.typesetting import fonts
from kyr_app.documents.typesetting.form import Form
from kyr_app.documents.typesetting.marks import Label
from kyr_app.documents.typesetting.markup import clean
from kyr_app.documents.typesetting.order import Order
from kyr_app.documents.typesetting.pages import Geometry, geometry
from kyr_app.documents.typesetting.prose import Paragraph as Text
from kyr_app.documents.typesetting.voice import Voice, voices
from kyr_app.model.story import Signing
from kyr_app.model.text import Words
from kyr_app.rules.statement import Paragraph, Passage, Statement

_BLANK, _LINES = 12, 4
"""Paragraphs to write by hand, and lines for each."""

_AT_ONCE = 10
"""Paragraphs that are set at once: between two such parts a long story can be stopped."""

ROOM = 1.2
"""Lines to write the English on, for each line of what was told: a hand is wider than print."""


def facing(made: Statement, signing: Signing, case: Case, order: Order) -> bytes:
    """Return the PDF of the statement: on the left as it was told, on the right its English, typed or to write."""
    spoken, page = statement_pages.spoken(order.locales), statement_pages.page()
    set_in = _Setting(spoken, page, made, signing)
    titled = captions.declaration_of(case.name)
    flow = [*(head(spoken, page, case, titled) or set_in.title(titled)), *set_in.head(case)]
    flow += [] if made.paragraphs else set_in.by_hand()
    document = statement_pages.document(titled, order, spoken)
    end = [*set_in.oath(), *signed(Form(spoken, page), case.name)]
    return document.bytes_of(flow, *set_in.rest(end))


def reading(made: Statement, signing: Signing, case: Case, order: Order) -> bytes:
    """Return the PDF of a copy to read: one column, the same numbers."""
    body, first = theme().paper.body, order.locales[:1]
    page, spoken = geometry(order.paper, 1, body), voices(first, body)
    set_in = _Setting(spoken, page, made, signing)
    style = spoken[0].styles
    flow: list[Any] = [spoken[0].say(captions.declaration_of(case.name), style.title)]
    flow += [spoken[0].say(captions.READ_ONLY, style.strong)]
    flow += [] if made.paragraphs else [spoken[0].say(captions.NOTHING_TOLD, style.text)]
    document = order.document([order.quiet(captions.READING)], page, spoken)
    return document.bytes_of(flow, *set_in.rest(set_in.oath()))


class _Setting:
    """Sets paragraphs; the second voice, where there is one, has the column in English."""

    def __init__(self, spoken: Sequence[Voice], page: Geometry, made: Statement, signing: Signing) -> None:
        self.spoken, self.page, self.made, self.signing = tuple(spoken), page, made, signing
        self.text = spoken[0].styles.text
        self.wide = (page.measure - page.gap * (len(self.spoken) - 1)) / len(self.spoken)

    def title(self, titled: Words) -> list[Any]:
        """Return the title over each column."""
        columns = [[voice.say(titled, voice.styles.point)] for voice in self.spoken]
        return [row(columns, self.page.gap, place=_place(self.spoken[0]), keep=True)]

    def head(self, case: Case) -> list[Any]:
        """Return what each column is, and the sentence it begins with."""
        told, english = self.spoken
        language = captions.language_of(self.signing.language)
        above = (captions.as_told(language), captions.IN_ENGLISH)
        unit = told.styles.unit
        gap = self.page.gap
        return [
            row(
                [
                    [v.say(words, v.styles.small_strong)]
                    for v, words in zip((told, english), above, strict=True)
                ],
                gap,
                after=unit,
                keep=True,
            ),
            row([[v.say(captions.opening(case.name), v.styles.text)] for v in self.spoken], gap, after=unit),
        ]

    def by_hand(self) -> list[Any]:
        """Return numbered paragraphs to write by hand, on both sides: for where nothing was told on the screen."""
        unit = self.spoken[0].styles.unit
        return [
            row([[Lines(_LINES)], [Lines(_LINES, f"{n}.")]], self.page.gap, self._number(n), after=unit)
            for n in range(1, _BLANK + 1)
        ]

    def rest(self, end: list[Any]) -> tuple[Iterator[list[Any]], int]:
        """Return the paragraphs in parts that are made one after another, and `end`; and of how many parts that is."""
        told = self.made.paragraphs
        each = (told[at : at + _AT_ONCE] for at in range(0, len(told), _AT_ONCE))
        made = ([row for one in some for row in self.paragraph(one)] for some in each)
        return chain(made, [end]), math.ceil(len(told) / _AT_ONCE) + 2

    def _number(self, number: int) -> Label:
        return Label(f"{number}.", self.text.fontSize)

    def paragraph(self, one: Paragraph) -> list[Any]:
        """Return the rows of a paragraph: its number stands before the first of them."""
        made: list[Any] = []
        gap, unit = self.page.gap, self.spoken[0].styles.unit
        if one.same and self.signing.ties:
            same = captions.same_time(one.same)
            made.append(row([[v.say(same, v.styles.strong)] for v in self.spoken], gap, keep=True))
        for at, passage in enumerate(one.passages):
            number = self._number(one.number) if at == 0 else None
            columns = [[self._told(passage)]]
            if len(self.spoken) > 1:
                columns.append([self._english(passage, one.number if at == 0 else 0, columns[0][0])])
            last = at == len(one.passages) - 1
            made.append(row(columns, gap, number, after=unit * last, keep=not last))
        return made

    def _told(self, passage: Passage) -> Any:
        return Text(self._labelled(self.spoken[0], passage, passage.words), self.text)

    def _english(self, passage: Passage, number: int, told: Any) -> Any:
        voice = self.spoken[-1]
        shown = f"{number}." if number else ""
        if passage.english or not passage.own:
            said = self._labelled(voice, passage, passage.english or passage.words)
            return Text(f"<b>{shown}</b> {said}" if shown else said, voice.styles.text)
        named = voice.locale.render(captions.NAMED[passage.line.ask]) if passage.named else ""
        lines = round(told.wrap(self.wide, math.inf)[1] / self.text.leading)
        return Lines(max(2, math.ceil(lines * ROOM)), f"{shown} {named}".strip())

    def _labelled(self, voice: Voice, passage: Passage, words: Words) -> str:
        said = voice.marked(words)
        return f"<b>{voice.marked(captions.NAMED[passage.line.ask])}</b> {said}" if passage.named else said

    def oath(self) -> list[Any]:
        """Return the oath in the words of the law for where it is signed; it stays with the lines to sign on."""
        words = captions.OATH[self.signing.where]
        columns = [[voice.say(words, voice.styles.text)] for voice in self.spoken]
        return [row(columns, self.page.gap, after=self.spoken[0].styles.unit, keep=True)]


def _place(voice: Voice) -> tuple[str, str]:
    return "statement", voice.locale.render(captions.DECLARATION)


def letters_missing(made: Statement) -> dict[int, str]:
    """Return the letters that no font here can draw, by the number of their paragraph: a box stands for each."""
    fonts.register()
    found: dict[int, str] = {}
    for paragraph in made.paragraphs:
        words = [text for each in paragraph.passages for text in (each.words, each.english)]
        missing = "".join(dict.fromkeys("".join(missing_in(str(each)) for each in words if each)))
        if missing:
            found[paragraph.number] = missing
    return found


def missing_in(text: str) -> str:
    """Return the letters of a text that cannot be drawn, each once."""
    return "".join(dict.fromkeys(fonts.uncovered().findall(clean(text))))

"""Blocks of a lesson as flowables, in one language or in two with their rows aligned."""

from __future__ import annotations

import string
from collections.abc import Callable, Sequence
from typing import Any

from kyr_app.content.tokens import theme
from kyr_app.documents.typesetting import captions, tables
from kyr_app.documents.typesetting.boxes import TALL, Aligned, Beside
from kyr_app.documents.typesetting.fonts import BOLD, width
from kyr_app.documents.typesetting.frames import Framed
from kyr_app.documents.typesetting.marks import Box, Dot, Icon, Label, Mark
from kyr_app.documents.typesetting.pages import Geometry
from kyr_app.documents.typesetting.voice import Voice
from kyr_app.model.block import (
    AnyBlock,
    Choice,
    Heading,
    Item,
    Items,
    Paragraph,
    Phrase,
    Steps,
    Table,
    Warning,  # noqa: A004 (the domain's word)
)
from kyr_app.model.text import Text, Words

LETTERS = string.ascii_uppercase
Made = list[Any]


class Flow:
    """Makes the flowables of one sheet. `asked` are the questions met so far, in order, for their answers.

    Without `bookmarks` no title of it stands in the list that a reader of PDFs shows beside the page.
    """

    def __init__(self, voices: Sequence[Voice], page: Geometry, *, bookmarks: bool = True) -> None:
        self.bookmarks = bookmarks
        self.voices = tuple(voices)
        self.page = page
        self.styles = voices[0].styles
        self.asked: list[Choice] = []
        self._makers: dict[type, Callable[[Any], Made]] = {
            Heading: self._heading,
            Paragraph: self._paragraph,
            Items: self._items,
            Steps: self._steps,
            Warning: self._warning,
            Phrase: self._phrase,
            Choice: self.choice,
            Table: self._table,
        }

    def block(self, block: AnyBlock) -> Made:
        """Return a block as flowables."""
        return self._makers[type(block)](block)

    def row(
        self, make: Callable[[Voice], Made], *, icon: str = "", keep: bool = False, mark: Mark | None = None
    ) -> Made:
        """Return what `make` says in each language, level with one another, an icon hanging in the margin."""
        columns = [make(voice) for voice in self.voices]
        hung = Icon(icon, self.styles.icon * _HUNG, self.styles.body) if icon else mark
        if len(columns) == 1 and hung is None:
            for each in columns[0][:-1] if not keep else columns[0]:
                each.keepWithNext = 1
            return columns[0]
        before, after = columns[0][0].getSpaceBefore(), columns[0][-1].getSpaceAfter()
        return [
            Aligned(
                columns,
                self.page.gap,
                mark=hung,
                reach=self._reach(hung),
                before=before,
                after=after,
                keep=keep,
            )
        ]

    def _reach(self, hung: Mark | None) -> float:
        spare = self.styles.unit * 1.5
        return min(self.page.reach, hung.size + spare) if hung else 0.0

    def said(self, words: Words, style: str = "text", *, icon: str = "", keep: bool = False) -> Made:
        """Return words in every language in one of the styles."""
        return self.row(lambda voice: [voice.say(words, getattr(voice.styles, style))], icon=icon, keep=keep)

    def beside(self, marks: Sequence[Mark], indents: Sequence[float], words: Words) -> Made:
        """Return words with marks before them, in every language."""
        after = self.styles.unit * 0.7
        return self.row(lambda voice: [Beside(marks, voice.say(words, voice.styles.cell), indents, after)])

    def framed(self, rows: Made, *, bar: bool, tall: float = TALL) -> Framed:
        """Return rows in a frame; with `bar`, the thick line of a warning to their left."""
        tokens, unit = theme().paper, self.styles.unit
        thick = tokens.thick_rule if bar else 0.0
        return Framed(rows, pad=unit * 2, rule=tokens.rule * 1.5, bar=thick, after=unit * 1.5, tall=tall)

    def _heading(self, block: Heading) -> Made:
        return self.said(block.text, "heading", keep=True)

    def _paragraph(self, block: Paragraph) -> Made:
        return self.said(block.text, icon=block.icon)

    def _items(self, block: Items) -> Made:
        made = []
        for item in block.items:
            mark = self._icon(item) if item.icon else Dot(self.styles.body)
            made += self.beside([mark], [self.styles.icon * 1.6], item.text)
        return self._ended(made)

    def _steps(self, block: Steps) -> Made:
        made, body = [], self.styles.body
        digits = width(f"{len(block.items)}.", BOLD, body) + self.styles.unit
        for n, item in enumerate(block.items, 1):
            marks: list[Mark] = [Label(f"{n}.", body)]
            indents = [digits]
            if item.icon:
                marks.append(self._icon(item))
                indents.append(digits + self.styles.icon * 1.6)
            made += self.beside(marks, indents, item.text)
        return self._ended(made)

    def _icon(self, item: Item) -> Icon:
        return Icon(item.icon, self.styles.icon, self.styles.body)

    def _ended(self, made: Made) -> Made:
        made[-1].spaceAfter = self.styles.unit * 1.5
        return made

    def _warning(self, block: Warning) -> Made:
        return [self.warned(captions.TAKE_CARE, block.text)]

    def warned(self, title: Words, *texts: Words, icon: str = "warning") -> Framed:
        """Return a warning: thick bar, icon, word, then its texts."""

        def made(voice: Voice) -> Made:
            head = voice.labelled(title, "", voice.styles.strong, icon=icon)
            return [head, *(voice.say(text, voice.styles.text) for text in texts)]

        return self.framed(self.row(made), bar=True)

    def _phrase(self, block: Phrase) -> Made:
        both = len(self.voices) > 1

        def made(voice: Voice) -> Made:
            head = [voice.labelled(captions.SAY_IT, "", voice.styles.strong, icon="chat-circle-text")]
            spoken = captions.heard(voice.locale, block.say)
            for language in spoken[:1] if both else spoken:
                if not both:
                    head.append(voice.say(captions.in_language(language, voice.locale), voice.styles.caption))
                head.append(voice.say(quoted(block.say, language), voice.styles.say))
            return head + ([voice.say(block.note, voice.styles.text)] if block.note else [])

        return [self.framed(self.row(made), bar=False)]

    def choice(self, block: Choice) -> Made:
        """Return a question with boxes to tick; its answer comes later."""
        self.asked.append(block)
        n, body = len(self.asked), self.styles.body
        made = self.row(
            lambda voice: [voice.labelled(captions.question(n), block.question, voice.styles.text)],
            icon="question",
        )
        box = Box(self.styles.box, body, theme().paper.rule * 1.5)
        for letter, option in zip(LETTERS, block.options, strict=False):
            indents = [self.styles.box * 1.8, self.styles.box * 1.8 + body * 1.4]
            made += self.beside([box, Label(f"{letter}.", body)], indents, option.text)
        for each in made[:-1]:
            each.keepWithNext = 1
        return self._ended(made)

    def answers(self) -> Made:
        """Return the answers to every question asked so far, the right one first."""
        made: Made = []
        for n, block in enumerate(self.asked, 1):
            lettered = sorted(zip(LETTERS, block.options, strict=False), key=lambda each: not each[1].right)
            made += self.said(captions.question(n), "strong", keep=True)
            for letter, option in lettered:
                label = captions.right(letter) if option.right else captions.other(letter)
                icon = "check" if option.right else ""
                made += self._reply(label, option.reply, icon)
        return made

    def _reply(self, label: Words, reply: Words, icon: str) -> Made:
        return self.row(lambda voice: [voice.labelled(label, reply, voice.styles.text)], icon=icon)

    def _table(self, block: Table) -> Made:
        wide = self.page.across if len(self.voices) == 1 else self.page.measure
        return [tables.table(block, self.voices, wide, self.page.size[1] / 2)]


_HUNG = 1.15
"""An icon alone in the margin is a little larger than one before an item."""


def quoted(say: Text, language: str) -> Text:
    """Return a sentence to say aloud in one language, in its quotation marks unless it has some."""
    words = say.en if language.startswith("en") else say.in_language(language)
    if words[:1] in '«“"':
        return Text(words, words)
    marked = f"“{words}”" if language.startswith("en") else f"«{words}»"
    return Text(marked, marked)

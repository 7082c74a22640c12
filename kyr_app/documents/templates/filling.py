"""Answers as words on a paper: in the language of the paper, or a line for the pen where nothing was answered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from msgspec import Struct

from kyr_app.documents.templates.captions import NONE, NOT_FOR_THIS, UNKNOWN
from kyr_app.documents.templates.filled import Ink, Run, Runs
from kyr_app.i18n.locale import Locale
from kyr_app.model import inline
from kyr_app.model.answers import Answer, Answers, Open, Row
from kyr_app.model.interview import AnyField, DayField, Line, Month, Number
from kyr_app.model.template import DOCUMENT, ENGLISH, SLOT
from kyr_app.model.text import Day, Text, Words
from kyr_app.model.wording import said

Fields = Mapping[str, AnyField]
"""What is asked under each answer name; a column of rows stands under `rows.column`."""

_ROOM: dict[type, int] = {DayField: 22, Month: 18, Number: 10}
_USUAL, _LEAST, _MOST = 32, 18, 44
"""How long a line for the pen is, in letters."""


class Filler(Struct, frozen=True):
    """Fills texts in one language. `told_in` is the language in which the family wrote; `row` the row at hand.

    On a page in another language than the family's, an answer's English version stands for it where there is one.
    """

    answers: Answers
    fields: Fields
    locale: Locale
    told_in: str
    document: Text | None = None
    rows: str = ""
    row: Row | None = None

    @property
    def foreign(self) -> bool:
        """Whether this language is not the one in which the family wrote."""
        return self.locale.language != self.told_in

    def answer(self, name: str) -> Answer | None:
        """Return the answer under a name, or under `rows.column` of the row at hand; None where there is none."""
        head, _, column = name.partition(".")
        if column:
            return self._of_row(head, column)
        if self.foreign and self.answers.value(name + ENGLISH) is not None:
            return self.answers[name + ENGLISH]
        return self.answers.get(name)

    def _of_row(self, head: str, column: str) -> Answer | None:
        """Return a column of the row at hand; where there is none, what was said of all the rows together."""
        if self.row is not None and head == self.rows:
            return self.row.get(column)
        whole = self.answers.get(head)
        return Open.NONE if whole == () else whole if isinstance(whole, Open) else None

    def string(self, name: str) -> str | None:
        """Return an answer as it stands on the paper; None where a line for the pen must."""
        return self.shown(name, self.answer(name))

    def shown(self, name: str, answer: Answer | None) -> str | None:
        """Return how an answer to `name` stands on the paper; None where a line for the pen must."""
        if answer is None or answer is Open.SKIPPED:
            return None
        if isinstance(answer, Open):
            return self.locale.render(NONE if answer is Open.NONE else UNKNOWN)
        text = self.locale.render(_words(self.fields.get(name), answer))
        return text or None

    def runs(self, text: Text) -> Runs:
        """Return a text with its answers in it."""
        found: list[Run] = []
        for run in inline.runs(self.locale.render(text)):
            at = 0
            for slot in SLOT.finditer(run.text):
                found += _ours(run.text[at : slot.start()], found, strong=run.strong)
                found.append(self.slot(slot[1], strong=run.strong))
                at = slot.end()
            found += _ours(run.text[at:], found, strong=run.strong)
        return tuple(found)

    def slot(self, name: str, *, strong: bool = False) -> Run:
        """Return what stands in a place for an answer."""
        if name == DOCUMENT and self.document is not None:
            return Run(self.locale.render(self.document), strong=strong)
        text = self.string("paper_title" if name == DOCUMENT else name)
        if text is None:
            return Run("", Ink.BLANK, width=self._width(name))
        return Run(text, Ink.ANSWER, strong=strong)

    def cell(self, name: str, answer: Answer | None) -> Runs:
        """Return what stands in a cell of a table: nothing, for the pen, where the answer is missing."""
        text = self.shown(name, answer)
        return () if text is None else (Run(text, Ink.ANSWER),)

    def not_for_this(self) -> Runs:
        """Return what stands in a cell that does not apply."""
        return (Run(self.locale.render(NOT_FOR_THIS), Ink.ANSWER),)

    def none(self) -> Runs:
        """Return what stands where there is none."""
        return (Run(self.locale.render(NONE), Ink.ANSWER),)

    def unknown(self) -> Runs:
        """Return what stands where nobody knows."""
        return (Run(self.locale.render(UNKNOWN), Ink.ANSWER),)

    def _width(self, name: str) -> int:
        field = self.fields.get(name)
        if isinstance(field, Line):
            return min(max(field.most // 2, _LEAST), _MOST)
        return _ROOM.get(type(field), _USUAL)


def _ours(text: str, before: list[Run], *, strong: bool) -> list[Run]:
    """Return our words after an answer; where that ends with a full stop (*8:30 a.m.*), ours is not said again."""
    if before and before[-1].ink is Ink.ANSWER and before[-1].text.endswith("."):
        text = text.removeprefix(".")
    return [Run(text, strong=strong)] if text else []


def _words(field: AnyField | None, answer: Answer) -> Words:
    if field is not None and answer != ():
        return said(field, answer)
    if answer == ():
        return NONE
    if isinstance(answer, dt.date):
        return Day(answer.isoformat())
    return str(answer)

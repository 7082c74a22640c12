"""Rows of a form: as many as are printed, then the continuation. Pure."""

from __future__ import annotations

import re

from kyr_app.documents.official import captions, values
from kyr_app.documents.official.continuing import Continuing
from kyr_app.documents.official.language import spanish_words
from kyr_app.documents.official.pen import Pen
from kyr_app.documents.official.planned import About
from kyr_app.model.answers import Answer, Answers, Open, Row
from kyr_app.model.form import SLOT, Overflow, Part, RowColumn, RowsOf
from kyr_app.model.text import Together


class Rows:
    """Draws the rows of a question."""

    def __init__(self, pen: Pen, more: Continuing) -> None:
        self._pen, self._more = pen, more

    def draw(self, part: Part, question: RowsOf, answers: Answers) -> None:
        """Draw every row of an answer; none and *unknown* stand in the first box, where the form wants that."""
        rows = answers.rows(question.answer)
        if not rows:
            said = question.unknown if answers.get(question.answer) is Open.UNSURE else question.none
            first = next((name for column in question.columns for name in column.fields), "")
            if said and first:
                self._pen.write(question, first, said)
            return
        over: list[str] = []
        for number, row in enumerate(rows):
            if number < question.printed:
                if not self._row(question, row, number):
                    over.append(f"{number + 1}. {_line(question, row)}")
            elif question.overflow is None:
                self._pen.note(question, About.BY_HAND, captions.FURTHER_SHEET)
                break
            elif question.columns[0].more:
                self._further(question, question.overflow, row, number - question.printed)
            else:
                over.append(f"{number + 1}. {_line(question, row)}")
        if over and question.overflow is not None:
            self._more.add(part, question, question.overflow, "\n".join(over))

    def _row(self, question: RowsOf, row: Row, at: int) -> bool:
        """Draw a printed row. Return False where a box was too small: the row goes over whole as well."""
        whole = True
        for column in question.columns:
            whole &= self._cell(question, column, row, at, 0, more=False)
        return whole

    def _further(self, question: RowsOf, overflow: Overflow, row: Row, further: int) -> None:
        copy, slot = self._more.row(question, overflow, further)
        for column in question.columns:
            if not self._cell(question, column, row, slot, copy, more=True):
                self._pen.note(question, About.BY_HAND, captions.BY_HAND)

    def _cell(  # noqa: PLR0913 (which cell, and of what)
        self, question: RowsOf, column: RowColumn, row: Row, at: int, copy: int, *, more: bool
    ) -> bool:
        answer = row.get(column.id)
        if column.options:
            self._boxes(question, column, answer, at, copy, more=more)
            return True
        names = column.more if more else column.fields
        if at >= len(names):
            return True
        text = said(column, row)
        if text is None:
            self._missing(question, column, at)
            return True
        if column.english and spanish_words(text):
            self._pen.note(question, About.LANGUAGE, captions.SPANISH)
        if not text or self._pen.write(question, names[at], text, copy=copy):
            return True
        if question.overflow is None:
            self._pen.note(question, About.BY_HAND, captions.BY_HAND)
        elif not more:
            self._pen.short(self._pen.where(question), names[at], "See B", copy)
        return False

    def _missing(self, question: RowsOf, column: RowColumn, at: int) -> None:
        self._pen.missing(question, Together((f"{at + 1}", column.label), " · "), question.answer)

    def _boxes(  # noqa: PLR0913
        self, question: RowsOf, column: RowColumn, answer: Answer | None, at: int, copy: int, *, more: bool
    ) -> None:
        if answer is Open.SKIPPED:
            self._missing(question, column, at)
        elif answer is Open.UNSURE:
            self._pen.note(question, About.UNSURE, captions.UNSURE)
        for option in column.options:
            names = option.more if more else option.fields
            if option.value == answer and at < len(names):
                self._pen.cross(self._pen.where(question), names[at], copy=copy)


def said(column: RowColumn, row: Row) -> str | None:
    """Return what a column of a row says: what it has where it does not apply; None where it was not answered."""
    if column.id not in row:
        return column.skipped
    return values.written(row.get(column.id), column.format, column.none, column.unknown)


def _line(question: RowsOf, row: Row) -> str:
    """Return a whole row in one line: by the notation of the overflow, or every column with its name."""
    told = {column.id: said(column, row) or "" for column in question.columns}
    for column in question.columns:
        for option in column.options:
            if option.value == row.get(column.id):
                told[column.id] = option.label.en
    notation = question.overflow.line if question.overflow is not None else ""
    if notation:
        line = SLOT.sub(lambda place: told.get(place.group(1), ""), notation)
        return re.sub(r"(, )+", ", ", line).strip(", ")
    return "; ".join(
        f"{column.label.en}: {told[column.id]}" for column in question.columns if told[column.id]
    )

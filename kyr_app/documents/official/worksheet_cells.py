"""The cells of a worksheet: a number, what is asked in both languages, and the answer or room to write it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import black
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Table as Grid

from kyr_app.content.tokens import theme
from kyr_app.documents.official import captions, values
from kyr_app.documents.official.language import spanish
from kyr_app.documents.official.letters import embedded
from kyr_app.documents.official.plan import asked, told
from kyr_app.documents.official.rows import said as said_in
from kyr_app.documents.typesetting.form import PLAIN, Form
from kyr_app.documents.typesetting.markup import glyph, safe
from kyr_app.documents.typesetting.prose import Paragraph
from kyr_app.model import condition
from kyr_app.model.answers import Answers, Row
from kyr_app.model.form import (
    AnyQuestion,
    ByHand,
    Choose,
    Format,
    Lines,
    OfficialForm,
    RowColumn,
    RowsOf,
    Select,
    Tick,
    Write,
)
from kyr_app.model.text import Together, Words

_NUMBER, _ASKED = 0.075, 0.5
"""What part of the width the number and the question take; the answer has the rest."""

_RULED = 7
"""Lines to write a story on by hand: about as many as its box has on a form."""


class Cells:
    """Makes the cells. A blank worksheet has room everywhere; a filled one only where an answer is missing."""

    def __init__(self, drawn: Form, form: OfficialForm, answers: Answers, *, blank: bool) -> None:
        self._drawn, self._form, self._answers, self._blank = drawn, form, answers, blank
        styles = drawn.styles
        self._value = ParagraphStyle("copied", parent=styles.cell, leading=styles.body * 1.25, spaceAfter=0)
        self._high = styles.body * 2.1

    def table(self, rows: Sequence[Sequence[Any]]) -> list[Any]:
        """Return questions one under another: number, question, answer; nothing where there are none."""
        if not rows:
            return []
        wide = self._drawn.page.measure
        widths = [wide * _NUMBER, wide * _ASKED, wide * (1 - _NUMBER - _ASKED)]
        first = self._grid(rows[:1], widths, boxed=(2,))  # by itself, so that a head can stay with it
        if len(rows) == 1:
            return [first]
        first.spaceAfter = 0
        return [first, self._grid(rows[1:], widths, boxed=(2,))]

    def _grid(
        self, rows: Sequence[Sequence[Any]], widths: Sequence[float], boxed: Sequence[int], head: int = 0
    ) -> Any:
        unit, rule = self._drawn.styles.unit, theme().paper.rule
        highs = [0.0] * head + [self._high] * (len(rows) - head)
        grid = Grid([list(row) for row in rows], widths, hAlign="LEFT", repeatRows=head, minRowHeights=highs)
        grid.setStyle(
            [
                *PLAIN,
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("TOPPADDING", (0, 0), (-1, -1), unit * 0.6),
                ("BOTTOMPADDING", (0, 0), (-1, -1), unit * 0.6),
                ("RIGHTPADDING", (0, 0), (-1, -1), unit),
                ("LINEBELOW", (0, 0), (-1, -1), rule / 2, black),
                *(("BOX", (at, head), (at, -1), rule, black) for at in boxed),
                *(("LEFTPADDING", (at, 0), (at, -1), unit * 0.8) for at in boxed),
            ]
        )
        grid.spaceAfter = unit
        return grid

    def row(self, question: AnyQuestion) -> list[Any]:
        """Return one question as a row of `table`."""
        number = Paragraph(f"<b>{safe(question.number)}</b>", self._drawn.label)
        return [number, self._asked(question), self._answer(question)]

    def _asked(self, question: AnyQuestion, extra: Words | None = None) -> list[Any]:
        made: list[Any] = [Paragraph(self._drawn.under(question.label), self._drawn.label)]
        hints = [each for each in (question.hint, extra, self._most(question)) if each is not None]
        made += [Paragraph(self._drawn.under(each, bold=False), self._drawn.label) for each in hints]
        return made

    def _most(self, question: AnyQuestion) -> Words | None:
        longest = question.longest if isinstance(question, Write) else 0
        return captions.MOST.with_values(n=longest) if longest else None

    def _answer(self, question: AnyQuestion) -> list[Any]:
        applies = None if self._blank else asked(question, self._answers)
        if applies is False:
            skipped = question.skipped if isinstance(question, Write) else ""
            return self._copied(skipped) if skipped else [self._small(captions.DOES_NOT_APPLY)]
        if isinstance(question, Choose):
            chosen = self._chosen(self._answers.get(question.answer))
            return [self._box(each.label, ticked=each.value in chosen) for each in question.options]
        if isinstance(question, Tick):
            return [self._box("", ticked=not self._blank and self._ticked(question))]
        if self._blank:
            return []
        if isinstance(question, Write):
            return self._copied(told(question, self._answers) or "")
        if isinstance(question, Lines | Select):
            said = values.written(self._answers.get(question.answer), Format.PLAIN, question.none, "Unknown")
            return self._copied(said or "")
        return []

    def _chosen(self, answer: Any) -> tuple[Any, ...]:
        if self._blank:
            return ()
        return answer if isinstance(answer, tuple) else (answer,)

    def _ticked(self, question: Tick) -> bool:
        if question.given:
            return self._answers.value(question.given) is not None
        return not question.ticked or condition.holds(condition.parse(question.ticked), self._answers) is True

    def _copied(self, text: str) -> list[Any]:
        style = ParagraphStyle("letters", parent=self._value, fontName=embedded().of(text).name)
        return [Paragraph(safe(line), style) for line in text.split("\n") if line.strip()]

    def _small(self, words: Words) -> Any:
        return Paragraph(self._drawn.under(words, bold=False), self._drawn.label)

    def _box(self, label: Words, *, ticked: bool) -> Any:
        box = glyph("x-square" if ticked else "square", self._drawn.styles.icon * 0.8)
        said = self._drawn.marked(label) if label else ""
        return Paragraph(f"{box} <b>{said}</b>" if ticked else f"{box} {said}", self._drawn.label)

    def story(self, question: Write) -> list[Any]:
        """Return a story: what is asked over the whole page, then the text, or lines to write on."""
        made = [self._headed(question)]
        applies = None if self._blank else asked(question, self._answers)
        if applies is False:
            return [*made, *self._copied(question.skipped or "N/A")]
        text = None if self._blank else told(question, self._answers)
        if text is None:
            return [*made, self._ruled(_RULED)]
        if self._form.language == "en" and spanish(text):
            made.append(self._small(captions.SPANISH))
        return [*made, *self._copied(text)]

    def _headed(self, question: AnyQuestion) -> Any:
        """Return what is asked over the whole page; it stays with what follows."""
        wide = self._drawn.page.measure
        number = Paragraph(f"<b>{safe(question.number)}</b>", self._drawn.label)
        head = self._grid([[number, self._asked(question)]], [wide * _NUMBER, wide * (1 - _NUMBER)], ())
        head.keepWithNext = 1
        return head

    def _ruled(self, count: int) -> Any:
        grid = Grid(
            [[""]] * count, [self._drawn.page.measure], rowHeights=[self._high] * count, hAlign="LEFT"
        )
        grid.setStyle([*PLAIN, ("LINEBELOW", (0, 0), (-1, -1), theme().paper.rule, black)])
        grid.spaceAfter = self._drawn.styles.unit
        return grid

    def rows(self, question: RowsOf, *, short: int) -> list[Any]:
        """Return the rows of a question: a table where they are short, else a list for each row."""
        made = [self._headed(question)]
        if not self._blank and asked(question, self._answers) is False:
            return [*made, self._small(captions.DOES_NOT_APPLY)]
        given: Sequence[Row] = () if self._blank else self._answers.rows(question.answer)
        if not self._blank and not given and self._answers.get(question.answer) is not None and question.none:
            return [*made, *self._copied(question.none)]
        rows: list[Row | None] = list(given) or [None] * question.printed
        if len(question.columns) <= short:
            made.append(self._across(question, rows))
        else:
            for at, row in enumerate(rows):
                made += self._down(question, row, at + 1, max(len(rows), question.printed))
        if len(rows) >= question.printed:
            made.append(self._small(self._further(question)))
        return made

    def _further(self, question: RowsOf) -> Words:
        if question.overflow is None:
            return captions.FURTHER_SHEET
        return captions.FURTHER.with_values(place=self._form.continuation(question.overflow.to).called)

    def _across(self, question: RowsOf, rows: Sequence[Row | None]) -> Any:
        heads = [Paragraph(self._drawn.under(each.label), self._drawn.label) for each in question.columns]
        body = [[self._cell(column, row) for column in question.columns] for row in rows]
        weights = [0.6 if column.format.value in {"day", "month"} else 1.0 for column in question.columns]
        wide = [self._drawn.page.measure * weight / sum(weights) for weight in weights]
        return self._grid([heads, *body], wide, tuple(range(len(wide))), head=1)

    def _down(self, question: RowsOf, row: Row | None, at: int, total: int) -> list[Any]:
        head = Paragraph(
            f"<b>{self._drawn.marked(captions.ROW.with_values(n=at, total=total))}</b>", self._drawn.label
        )
        head.keepWithNext = 1
        told_rows = [
            [
                Paragraph(f"<b>{safe(column.number)}</b>", self._drawn.label),
                Paragraph(self._drawn.under(column.label), self._drawn.label),
                self._cell(column, row),
            ]
            for column in question.columns
        ]
        return [head, *self.table(told_rows)]

    def _cell(self, column: RowColumn, row: Row | None) -> list[Any]:
        if column.options:
            answer = None if row is None else row.get(column.id)
            return [self._box(each.label, ticked=each.value == answer) for each in column.options]
        return [] if row is None else self._copied(said_in(column, row) or "")

    def by_hand(self, question: ByHand) -> list[Any]:
        """Return what only a person may fill in, with a line."""
        said: Words = question.label
        if question.page:
            said = Together((question.label, captions.ON_PAGE.with_values(n=question.page)), " · ")
        text = [Paragraph(self._drawn.under(said), self._drawn.label)]
        if question.hint is not None:
            text.append(self._small(question.hint))
        pen = Paragraph(glyph("pencil-simple", self._drawn.styles.icon), self._drawn.label)
        wide = self._drawn.page.measure
        return [self._grid([[pen, text]], [wide * _NUMBER, wide * (1 - _NUMBER)], ())]

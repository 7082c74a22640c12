"""From answers and a map to marks on pages. Pure: no PDF, no font file, no clock.

A name of the map that the blank has not, a field that must never be filled, or one that the blank itself has locked
without the map knowing it, is a hard stop (`MapBroken`): nothing is drawn at all.
"""

from __future__ import annotations

from collections.abc import Sequence

from kyr_app.documents.official import captions, fit, values
from kyr_app.documents.official.continuing import Continuing
from kyr_app.documents.official.fields import Fields
from kyr_app.documents.official.identify import lacking
from kyr_app.documents.official.language import spanish, spanish_words
from kyr_app.documents.official.pen import MapBroken, Pen
from kyr_app.documents.official.planned import About, Note, Plan
from kyr_app.documents.official.rows import Rows
from kyr_app.documents.worker.shapes import Inspected
from kyr_app.model import condition, derived
from kyr_app.model.answers import Answer, Answers, Open
from kyr_app.model.form import (
    SLOT,
    AnyQuestion,
    Choose,
    Edition,
    Format,
    Lines,
    OfficialForm,
    Overflow,
    Part,
    RowsOf,
    Select,
    Tick,
    Write,
)
from kyr_app.model.text import Words

__all__ = ["MapBroken", "plan"]


def plan(
    form: OfficialForm, edition: Edition, blank: Inspected, answers: Answers, letters: fit.Letters
) -> Plan:
    """Return what is drawn on a blank of an edition, and what a person must know. Raise `MapBroken`."""
    fields = Fields(blank)
    missed = lacking(form, edition, fields)
    if missed:
        raise MapBroken(missed)
    return _Planner(form, edition, fields, blank, answers, letters).planned()


def asked(question: AnyQuestion, answers: Answers) -> bool | None:
    """Return whether a question applies: None where an answer it depends on is not there."""
    return condition.holds(condition.parse(question.when), answers) if question.when else True


def told(question: Write, answers: Answers) -> str | None:
    """Return what a question says; None where it was not answered.

    A story is taken from the English of it (`…_en`) where somebody has typed that.
    """
    if question.says:
        return values.composed(question.says, answers, question.format)
    english = answers.value(f"{question.answer}_en") if question.prose else None
    answer = english if english is not None else answers.get(question.answer)
    return values.written(answer, question.format, question.none, question.unknown)


class _Planner:
    def __init__(  # noqa: PLR0913, PLR0917 (what a plan is made of)
        self,
        form: OfficialForm,
        edition: Edition,
        fields: Fields,
        blank: Inspected,
        answers: Answers,
        letters: fit.Letters,
    ) -> None:
        self.form, self.blank = form, blank
        self.answers = derived.with_derived(answers)
        self.notes: list[Note] = []
        self.pen = Pen(form, edition, fields, letters, self.notes)
        self.more = Continuing(form, self.pen, self.answers)
        self.rows = Rows(self.pen, self.more)

    def planned(self) -> Plan:
        for part in self.form.parts:
            self.pen.part = part.printed or part.id
            for question in part.questions:
                self._question(part, question)
        self.more.draw()
        order = self.more.order(self.blank.pages)
        at = {place: sheet for sheet, place in enumerate(order)}
        return Plan(
            order=tuple(page for page, _ in order),
            sizes=tuple(self.blank.sizes[page] for page, _ in order),
            marks=tuple(mark.on(at) for mark in self.pen.drawn),
            notes=tuple(self.notes),
        )

    def _question(self, part: Part, question: AnyQuestion) -> None:
        applies = asked(question, self.answers)
        if applies is not True:
            if applies is False and isinstance(question, Write) and question.skipped:
                self._write(part, question, question.skipped)
            return
        if isinstance(question, Write):
            self._text(part, question)
        elif isinstance(question, Lines):
            self._lines(question)
        elif isinstance(question, Tick):
            self._tick(question)
        elif isinstance(question, Choose):
            self._choose(question)
        elif isinstance(question, Select):
            self._select(question)
        elif isinstance(question, RowsOf) and self._given(question, question.answer):
            self.rows.draw(part, question, self.answers)

    def _tick(self, question: Tick) -> None:
        if question.given:
            holds: bool | None = self.answers.value(question.given) is not None
        elif question.ticked:
            holds = condition.holds(condition.parse(question.ticked), self.answers)
        else:
            holds = True
        if holds:
            self.pen.cross(self.pen.where(question), question.field, question.on)
        elif holds is None:
            self._missing(question, condition.names(condition.parse(question.ticked)))

    def _missing(self, question: AnyQuestion, names: Sequence[str]) -> None:
        """Note what is missing: of a name that is made of others, those."""
        for name in names:
            own = derived.sources(name)
            open_ones = [each for each in own if self.answers.get(each) in {None, Open.SKIPPED}]
            unsure = any(self.answers.get(each) is Open.UNSURE for each in own)
            about, said = (About.UNSURE, captions.UNSURE) if unsure else (About.MISSING, captions.MISSING)
            if open_ones or unsure:
                self._note(question, about, said, tuple(open_ones or own))

    def _note(self, question: AnyQuestion, about: About, said: Words, names: tuple[str, ...]) -> None:
        self.notes.append(Note(about, self.pen.where(question), question.label, said, names))

    def _given(self, question: AnyQuestion, name: str) -> Answer | None:
        answer = self.answers.get(name)
        if answer is None or answer is Open.SKIPPED:
            self._missing(question, (name,))
            return None
        return Open.NONE if answer == () else answer

    def _text(self, part: Part, question: Write) -> None:
        names = tuple(SLOT.findall(question.says)) if question.says else (question.answer,)
        text = told(question, self.answers)
        if text is None:
            self._missing(question, names)
            return
        foreign = spanish(text) if question.prose else question.english and spanish_words(text)
        if foreign and self.form.language == "en":
            self._note(question, About.LANGUAGE, captions.SPANISH, names)
        self._write(part, question, text)

    def _write(self, part: Part, question: Write, text: str) -> None:
        overflow = question.overflow
        if overflow is None and self.form.spare:
            overflow = Overflow(to=self.form.spare)
        if not text or self.pen.write(
            question, question.field, text, locked=question.locked, may_go_on=overflow is not None
        ):
            return
        if overflow is None:
            self._note(question, About.BY_HAND, captions.BY_HAND, (question.answer,))
            return
        self.more.spill(part, question, overflow, text)

    def _lines(self, question: Lines) -> None:
        answer = self.answers.get(question.answer)
        text = values.written(answer, Format.PLAIN, question.none, question.unknown)
        if text is None:
            self._missing(question, (question.answer,))
            return
        pieces = [each.strip() for each in text.replace("\n", ",").split(",") if each.strip()]
        count = len(question.fields)
        if len(pieces) > count:
            pieces = [*pieces[: count - 1], ", ".join(pieces[count - 1 :])]
        for field, piece in zip(question.fields, pieces, strict=False):
            if not self.pen.write(question, field, piece, locked=question.locked):
                self._note(question, About.BY_HAND, captions.BY_HAND, (question.answer,))

    def _choose(self, question: Choose) -> None:
        answer = self.answers.get(question.answer)
        if answer is None or isinstance(answer, Open):
            self._missing(question, (question.answer,))
            return
        chosen = answer if isinstance(answer, tuple) else (answer,)
        for option in question.options:
            if option.value in chosen:
                self.pen.cross(self.pen.where(question), option.field, option.on)

    def _select(self, question: Select) -> None:
        answer = self.answers.get(question.answer)
        text = values.written(answer, Format.PLAIN, question.none, "")
        if text is None:
            self._missing(question, (question.answer,))
        elif text and not self.pen.select(question, question.field, text):
            self._note(question, About.BY_HAND, captions.NOT_LISTED, (question.answer,))

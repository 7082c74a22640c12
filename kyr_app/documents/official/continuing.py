"""Continuations: the page of the blank that says *copy and complete as needed*, as often as it takes. Pure.

A page of the blank is used first, copies of it follow right behind it. One text stands under one part and question.
"""

from __future__ import annotations

from msgspec import Struct

from kyr_app.documents.official import captions, values
from kyr_app.documents.official.pen import Pen
from kyr_app.documents.official.planned import About
from kyr_app.model.answers import Answers
from kyr_app.model.form import (
    AnyQuestion,
    Continuation,
    OfficialForm,
    Overflow,
    Part,
    RowsOf,
    Write,
    fields_of,
)


class _Text(Struct, frozen=True):
    part: str
    question: str
    page: str
    body: str
    asked: str


class Continuing:
    """Collects what goes on elsewhere, then draws it."""

    def __init__(self, form: OfficialForm, pen: Pen, answers: Answers) -> None:
        self._form, self._pen, self._answers = form, pen, answers
        self._texts: dict[str, list[_Text]] = {each.id: [] for each in form.continuations}
        self._copies: dict[str, int] = {each.id: 0 for each in form.continuations}

    def spill(self, part: Part, question: Write, overflow: Overflow, text: str) -> None:
        """Take a text that does not fit into its box: a story is begun in the box, a value goes over whole."""
        place = self._form.continuation(overflow.to)
        said = f"See {place.called}"
        field = self._pen.field(question.field, locked=question.locked)
        if field is not None and not self._pen.drawable(question, self._pen.clean(text)):
            return
        if field is not None and "multiline" in field.flags:
            going_on = f"[continued on {place.called}]"
            text = self._pen.story(
                self._pen.where(question), question.field, text, going_on, 0, locked=question.locked
            )
        elif field is not None:
            room = 0 if field.longest == 0 else field.longest
            self._pen.short(
                self._pen.where(question),
                question.field,
                said if not room or len(said) <= room else "See B",
                0,
            )
        self.add(part, question, overflow, text)

    def add(self, part: Part, question: AnyQuestion, overflow: Overflow, text: str) -> None:
        """Take a text for a continuation, under its part and question, and note where it went."""
        place = self._form.continuation(overflow.to)
        number = overflow.question or question.number or "-"
        page = str(self._pen.page_of(next(iter(fields_of(question)), "")))
        entry = _Text(
            overflow.part or part.printed or part.id,
            number,
            page,
            self._pen.clean(text),
            self._pen.where(question),
        )
        if not self._pen.drawable(question, entry.body):
            return
        self._texts[overflow.to].append(entry)
        self._pen.note(question, About.CONTINUED, captions.continued(place.called))

    def row(self, question: RowsOf, overflow: Overflow, further: int) -> tuple[int, int]:
        """Return the copy and the slot of a further row (from 0) on a continuation with rows of its own."""
        place = self._form.continuation(overflow.to)
        copy, slot = divmod(further, place.rows)
        if copy >= self._copies[place.id]:
            self._copies[place.id] = copy + 1
            self._head(place, copy)
            if copy == 0:
                self._pen.note(question, About.CONTINUED, captions.continued(place.called))
        return copy, slot

    def draw(self) -> None:
        """Draw every text that was taken, a continuation after another."""
        for place in self._form.continuations:
            if place.rooms:
                self._rooms(place)

    def _rooms(self, place: Continuation) -> None:
        used = 0
        for entry in self._texts[place.id]:
            rest = entry.body
            while rest:
                copy, at = divmod(used, len(place.rooms))
                if at == 0:
                    self._copies[place.id] = copy + 1
                    self._head(place, copy)
                used += 1
                room = place.rooms[at]
                for name, text in (
                    (room.part, entry.part),
                    (room.question, entry.question),
                    (room.page, entry.page),
                ):
                    if name:
                        self._pen.short(entry.asked, name, text, copy)
                rest = self._pen.story(entry.asked, room.body, rest, "", copy)

    def _head(self, place: Continuation, copy: int) -> None:
        for slot in place.head:
            text = values.composed(slot.says, self._answers, slot.format)
            if text and not self._pen.short(place.id, slot.field, text, copy) and copy == 0:
                self._pen.by_hand(place.id, place.called)

    def order(self, pages: int) -> tuple[tuple[int, int], ...]:
        """Return the pages of the result: (page of the blank, which copy of it)."""
        copies = {place.page - 1: self._copies[place.id] for place in self._form.continuations}
        return tuple((page, copy) for page in range(pages) for copy in range(max(1, copies.get(page, 1))))

"""The guide for whoever leads a workshop: to hold in the hand while the wall shows something else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from kyr_app.content.tokens import theme
from kyr_app.documents.reference.directory import entry
from kyr_app.documents.reference.sheet import paper_of
from kyr_app.documents.typesetting.flow import LETTERS, Flow
from kyr_app.documents.typesetting.frames import Rules
from kyr_app.documents.typesetting.marks import Dot
from kyr_app.documents.typesetting.order import Order
from kyr_app.documents.typesetting.pages import Sheet
from kyr_app.documents.typesetting.parts import section, state, top
from kyr_app.documents.workshop import captions as words
from kyr_app.model.agenda import ICONS, Stage, Step, called
from kyr_app.model.deck import Kind, Leaf, deck
from kyr_app.model.text import Msg, Together, Words

if TYPE_CHECKING:
    from kyr_app.content.library import Library
    from kyr_app.documents.workshop.sets import Count, Led
    from kyr_app.model.block import AnyBlock, Choice
    from kyr_app.model.workshop import Leading


def build(led: Led, count: Count, library: Library, order: Order) -> bytes:
    """Return the PDF. What it rests on is as old as the oldest of its lessons."""
    about = _about(led, library, order.title, order.today)
    return paper_of(
        lambda flow: list(_Guide(led, count, about, library, flow).made()),
        [about],
        order,
    )


def _about(led: Led, library: Library, title: Words, today: dt.date) -> Sheet:
    leading = [library.leading] if library.leading else []
    ready = [led.ready] if led.ready else []
    begun = [each.reviewed for dated in (led.lessons, leading, ready) for each in dated]
    ends = [each.good_until for dated in (led.lessons, leading, ready) for each in dated]
    return Sheet(title, min(begun), min(ends), "", today > min(ends))


class _Guide:
    """The parts of one guide."""

    def __init__(self, led: Led, count: Count, about: Sheet, library: Library, flow: Flow) -> None:
        self.led, self.count, self.about, self.library, self.flow = led, count, about, library, flow
        self.plan, self.lessons = led.plan, led.lessons
        self.leading: Leading | None = library.leading
        self.told: list[Words] = []  # how to ask is said once
        self.leaves = deck(self.plan, led.steps, self.lessons, self.leading)

    def made(self) -> Iterator[Any]:
        """Yield everything in the order of the page: what is needed before, then during, then at the end."""
        plan, flow = self.plan, self.flow
        yield from top(
            flow,
            self.led.ready.title if self.led.ready else self.about.title,
            words.ABOUT,
            "users-three",
            "top",
        )
        yield from flow.said(words.people(plan.people, plan.minutes), "strong")
        yield from flow.said(self.count.told(), icon="stack")
        yield from state(flow, self.about.reviewed, self.about.good_until, self.about.review)
        yield from self._agenda()
        yield from self._blocks(words.MATERIALS, "stack", self._materials())
        if self.leading is not None:
            yield from self._blocks(words.SAFETY, "shield-check", self.leading.safety)
            yield from self._blocks(words.DISTRESS, "heart", self.leading.distress)
        yield from self._stations()
        yield from self._corner()
        yield from self._referral()
        if self.leading is not None:
            yield from self._blocks(words.CLOSE, "flower", self.leading.close)
        yield from self._counts()
        yield from self._notes()

    def _blocks(self, title: Words, icon: str, blocks: Sequence[AnyBlock]) -> Iterator[Any]:
        if blocks:
            yield from section(self.flow, title, icon, f"guide-{icon}")
            for block in blocks:
                yield from self.flow.block(block)

    def _materials(self) -> tuple[AnyBlock, ...]:
        common = self.leading.materials if self.leading else ()
        return (*common, *self.led.ready.materials) if self.led.ready else common

    def _agenda(self) -> Iterator[Any]:
        yield from section(self.flow, words.AGENDA, "clock", "guide-agenda")
        yield from self.flow.said(words.CLOCK, "small")
        for step in self.led.steps:
            yield from self._step(step)
        if self.led.ready:
            for block in self.led.ready.notes:
                yield from self.flow.block(block)

    def _step(self, step: Step) -> list[Any]:
        titles: dict[str, Words] = {lesson.id: lesson.title for lesson in self.lessons}
        told = Together((called(step, titles), words.minutes(step.minutes)), " · ")
        icon = ICONS[step.stage]
        if step.stage is Stage.LESSON:
            icon = next(lesson.icon for lesson in self.lessons if lesson.id == step.lesson)
        return self.flow.row(
            lambda voice: [voice.labelled(step.clock, told, voice.styles.detail)],
            icon=icon,
        )

    def _stations(self) -> Iterator[Any]:
        if not self.plan.stations:
            return
        yield from section(self.flow, words.STATIONS, "squares-four", "guide-stations")
        for letter, station in zip(LETTERS, self.plan.stations, strict=False):
            yield from self.flow.said(
                Together((f"{letter}.", station.title)), "heading", icon=station.icon, keep=True
            )
            yield from self.flow.said(station.text)
            lesson = next(each for each in self.lessons if each.id == station.lesson)
            for point in lesson.points:
                yield from self._dotted(Together((point.title, point.short), ": "))

    def _corner(self) -> Iterator[Any]:
        corner = self.led.ready.corner if self.led.ready else None
        if corner is not None:
            yield from self._blocks(words.CORNER, "smiley", corner.blocks)

    def _notes(self) -> Iterator[Any]:
        yield from section(self.flow, words.NOTES, "chats-circle", "guide-notes")
        yield from self.flow.said(words.NOTES_ABOUT, "small")
        for leaf in self.leaves:
            if leaf.kind is Kind.TITLE:
                yield from section(
                    self.flow, Together((f"{leaf.mark}.", leaf.title)), leaf.icon, f"notes-{leaf.mark}"
                )
            elif leaf.kind is not Kind.ANSWER and leaf.notes:
                named = Together((leaf.mark, leaf.title)) if leaf.mark else leaf.title
                yield from self.flow.said(named, "heading", icon=leaf.icon, keep=True)
            yield from self._told(leaf)

    def _told(self, leaf: Leaf) -> Iterator[Any]:
        if leaf.kind is Kind.ANSWER:
            return
        for note in leaf.notes:
            if note not in self.told or not isinstance(note, Msg):
                yield from self._dotted(note)
            self.told.append(note)
        if leaf.ask is not None:
            yield from self._asked(leaf.ask)

    def _asked(self, asked: Choice) -> Iterator[Any]:
        yield from self.flow.said(asked.question, "strong", icon="question", keep=True)
        for letter, option in zip(LETTERS, asked.options, strict=False):
            icon = "check" if option.right else ""
            reply: Words = Together((words.RIGHT, option.reply)) if option.right else option.reply
            told = Together((option.text, reply), " – ")
            yield from self._answer(f"{letter}.", told, icon)

    def _answer(self, letter: str, told: Words, icon: str) -> list[Any]:
        return self.flow.row(lambda voice: [voice.labelled(letter, told, voice.styles.detail)], icon=icon)

    def _dotted(self, said: Words) -> list[Any]:
        return self.flow.beside([Dot(self.flow.styles.body)], [self.flow.styles.icon], said)

    def _referral(self) -> Iterator[Any]:
        if self.leading is None:
            return
        yield from self._blocks(words.REFERRAL, "phone-call", self.leading.referral)
        known = self.library.contacts
        for name in self.leading.contacts:
            if name in known:
                yield from entry(self.flow, known[name])

    def _counts(self) -> Iterator[Any]:
        yield from section(self.flow, words.COUNTS, "clipboard-text", "guide-counts")
        yield from self.flow.said(words.COUNTS_ABOUT)
        rule, high = theme().paper.rule, self.flow.styles.body * 2.2
        for said in (words.PEOPLE, words.SHEETS):
            yield from self.flow.said(said, keep=True)
            yield Rules(1, high, rule, after=self.flow.styles.unit)

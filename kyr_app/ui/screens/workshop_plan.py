"""The page of a workshop's plan: how long, how many people, what happens when, and the totals of raised hands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from kyr_app.model.agenda import ICONS, Stage, Step, called
from kyr_app.model.errors import KyrError
from kyr_app.model.interview import Number
from kyr_app.model.text import N_, P_, Together, Words
from kyr_app.model.workshop import LENGTHS, MOST_PEOPLE
from kyr_app.ui.screens.point import Page
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.card import AnswerCard
from kyr_app.ui.widgets.entries import Count
from kyr_app.ui.widgets.flow import Flow
from kyr_app.ui.widgets.frame import Framed, plain_column, plain_row
from kyr_app.ui.widgets.grid import Grid
from kyr_app.ui.widgets.icon import Glyph, Tone
from kyr_app.ui.widgets.label import Label, Pair
from kyr_app.ui.widgets.radios import Question, Radios

if TYPE_CHECKING:
    from collections.abc import Callable

    from kyr_app.session.session import Session

TYPED = 400
"""Milliseconds after the last key until a number counts as typed."""


class PlanPage(Page):
    """Shows and changes the plan of the session's workshop. Numbers are typed; no place of it takes a name."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.workshop = session.workshop
        plan = self.workshop.plan
        assert plan is not None  # noqa: S101 (shown only where there is a plan)
        ready = self.workshop.ready
        self.add(Pair(self.say, ready.title if ready else N_("Your workshop"), "title"))
        if ready is not None:
            self.add(Pair(self.say, ready.summary))
        self.lengths: dict[int, AnswerCard] = {}
        self.depths: dict[bool, AnswerCard] = {}
        self.people, self.corner = self._count("people", 1), self._count("children", 0)
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.timeout.connect(self._take_numbers)
        self._ask_numbers()
        self._ask_length()
        self._ask_depth()
        self.guide = Button(self.say, N_("Guide for the leader"), "article", "link")
        way = Flow()
        way.add(self.guide)
        self.add(way)
        self._agenda: QWidget | None = None
        self._spot = self.parts.count()
        self._show_agenda()
        self._hands()
        self.numbers = Button(self.say, N_("Numbers for a report"), "clipboard-text", "link")
        self.end_button = Button(self.say, N_("End this workshop"), "flower", "link")
        line = Flow()
        for each in (self.numbers, self.end_button):
            line.add(each)
        self.add(line)
        self.end()

    def _count(self, name: str, least: int) -> Count:
        words = N_("How many people come?") if least else N_("How many children have a corner of their own?")
        count = Count(self.say, Number(name=name, least=least, most=MOST_PEOPLE), words)
        plan = self.workshop.plan
        if plan is not None:
            count.show_value(plan.people if least else plan.children)
        count.edited.connect(lambda: self._typed.start(TYPED))
        return count

    def _ask_numbers(self) -> None:
        parts = []
        for count, words in (
            (self.people, N_("How many people come?")),
            (self.corner, N_("How many children have a corner of their own?")),
        ):
            holder, column = plain_column(1)
            column.addWidget(Pair(self.say, words, "lead"))
            column.addWidget(count)
            parts.append(holder)
        self.add(Grid(parts, 19))

    def _ask_length(self) -> None:
        asked = N_("How long does it take?")
        self.add(Pair(self.say, asked, "lead"))
        plan = self.workshop.plan
        for minutes in LENGTHS:
            words = P_("{n} minute", "{n} minutes", minutes)
            self.lengths[minutes] = AnswerCard(self.say, words, "clock", quiet=True)
        grid = Grid(self.lengths.values(), 9, most=3)
        now = self.lengths.get(plan.minutes) if plan else None
        self._group(asked, grid, self.lengths, now, lambda key: self._change(minutes=key))

    def _ask_depth(self) -> None:
        asked = N_("What goes on the wall?")
        self.add(Pair(self.say, asked, "lead"))
        told = (
            (True, "list", N_("The main sentence of each point"), N_("The rest stands on the sheets.")),
            (
                False,
                "article",
                N_("Every word of the lessons"),
                N_("Many slides: for few lessons and much time."),
            ),
        )
        plan = self.workshop.plan
        for short, icon, words, below in told:
            self.depths[short] = AnswerCard(self.say, words, icon, quiet=True)
            self.depths[short].add_note(self.say, below)
        now = self.depths.get(plan.short) if plan else None
        self._group(
            asked, Grid(self.depths.values(), 15), self.depths, now, lambda key: self._change(short=key)
        )

    def _group(
        self,
        asked: Words,
        grid: Grid,
        cards: dict[int, AnswerCard] | dict[bool, AnswerCard],
        now: AnswerCard | None,
        take: Callable[[int], object],
    ) -> None:
        held = Question(self.say, asked)
        held.column.addWidget(grid)
        Radios(held, self.say, cards.values()).choose(now)
        self.add(held)
        for key, card in cards.items():
            card.setProperty("kind", "card")
            card.clicked.connect(lambda _=False, key=key: take(key))

    def _take_numbers(self) -> None:
        people, children = self.people.value(), self.corner.value()
        plan = self.workshop.plan
        if plan is None or not isinstance(people, int):
            return
        self._change(people=people, children=children if isinstance(children, int) else 0)

    def _change(self, **values: int) -> None:
        try:
            self.workshop.change(**values)
        except KyrError as error:
            self.failed.emit(error)
            plan = self.workshop.plan
            if plan is not None and plan.minutes in self.lengths:
                self.lengths[plan.minutes].setChecked(True)
            return
        self._show_agenda()
        self.changed.emit()

    def _show_agenda(self) -> None:
        if self._agenda is not None:
            self._agenda.hide()
            self.parts.removeWidget(self._agenda)
            self._agenda.deleteLater()
        frame = Framed("sheet")
        inner = Page(self.session)
        inner.add(Pair(inner.say, N_("What happens when"), "lead"))
        titles: dict[str, Words] = {each.id: each.title for each in self.workshop.lessons}
        for step in self.workshop.steps:
            inner.add(self._step(inner, step, titles))
        frame.column.addWidget(inner)
        self._agenda = frame
        self.parts.insertWidget(self._spot, frame)

    def _step(self, page: Page, step: Step, titles: dict[str, Words]) -> QWidget:
        icon = ICONS[step.stage]
        if step.stage is Stage.LESSON:
            icon = next(each.icon for each in self.workshop.lessons if each.id == step.lesson)
        holder, row = plain_row(1.5)
        row.addWidget(Glyph(icon, 1.2, Tone.SOFT if step.stage is Stage.ASK else Tone.ACCENT))
        clock = Label("small-strong")
        clock.say(step.clock)
        clock.setWordWrap(False)
        row.addWidget(clock)
        row.addWidget(Pair(page.say, called(step, titles), "plain"), 1)
        minutes = Pair(page.say, P_("{n} minute", "{n} minutes", step.minutes), "small")
        minutes.setWordWrap(False)
        row.addWidget(minutes)
        return holder

    def _hands(self) -> None:
        """Show how many hands were raised, question by question: totals, and whose nobody knows."""
        if not self.workshop.asked:
            return
        frame = Framed("term", "hand")
        frame.column.addWidget(Pair(self.say, N_("Raised hands"), "lead"))
        for lesson in self.workshop.lessons:
            totals = self.workshop.hands(lesson.id)
            if sum(totals):
                frame.column.addWidget(Pair(self.say, lesson.title, "strong"))
                options = zip("ABCDEF", totals, lesson.teach_back.options, strict=False)
                told: list[Words] = [
                    Together((f"{letter}: {total}", *((N_("(right)"),) if option.right else ())))
                    for letter, total, option in options
                ]
                frame.column.addWidget(Pair(self.say, Together(tuple(told), " · ")))
        frame.column.addWidget(
            Pair(self.say, N_("These numbers are gone when you end the workshop."), "small")
        )
        self.add(frame)

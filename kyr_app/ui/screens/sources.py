"""Where the lessons come from: what each of them cites, how old that is, and how fast it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kyr_app.documents.reference.captions import VOLATILITY
from kyr_app.model.block import facts_of
from kyr_app.model.fact import PRACTICE
from kyr_app.model.text import N_, P_, Together
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.point import Page
from kyr_app.ui.screens.reference import Reference
from kyr_app.ui.when import when
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.card import Card
from kyr_app.ui.widgets.frame import Framed, plain_column, rule
from kyr_app.ui.widgets.grid import Grid
from kyr_app.ui.widgets.label import Label, Pair

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kyr_app.model.fact import Fact
    from kyr_app.model.lesson import Lesson, Point
    from kyr_app.ui.words import Speaks

MOST = 60
"""How many citations a word shows at most."""


class SourcesScreen(Reference):
    """Shows the lessons with how much each rests on; of one of them its sources, point by point."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, N_("Look for a source: 8 CFR, UNHCR, Matter of…"), "sources")
        self.lesson: Lesson | None = None
        self.cards: dict[str, Card] = {}
        self.rows: list[Label] = []

    def open(self, what: str) -> None:
        """Show a lesson's sources, or the lessons."""
        if self.desk.before is Place.LOOKUP:
            self.lesson = None
        super().open(what)

    def show_rows(self, what: str = "") -> None:
        """Show what is wanted now: found citations, a lesson's, or the lessons."""
        if what:
            self.lesson = self.session.library.lesson(what)
        page = Page(self.session)
        self.cards, self.rows = {}, []
        if self.seek.text:
            self._add_found(page)
        elif self.lesson is not None:
            self._add_lesson(page, self.lesson)
        else:
            self._add_lessons(page)
        page.end()
        self.show_page(page)

    def back(self) -> None:
        """From a lesson's sources to the lessons, then as every page."""
        if self.lesson is not None and not self.seek.line.text():
            self.lesson = None
            self.show_rows()
        else:
            super().back()

    def _add_lessons(self, page: Page) -> None:
        page.add(Pair(page.say, N_("Where the lessons come from"), "title"))
        page.add(Pair(page.say, N_("Choose a lesson to see the laws and the reports it rests on.")))
        for lesson in self.session.library.lessons.values():
            card = Card(page.say, lesson.title, lesson.icon)
            count = len({fact.citation for fact in self._facts(lesson.facts)} - {PRACTICE})
            card.add_note(page.say, P_("{n} source", "{n} sources", count))
            card.clicked.connect(lambda _=False, name=lesson.id: self.show_rows(name))
            self.cards[lesson.id] = card
        page.add(Grid(self.cards.values(), 18))

    def _facts(self, ids: tuple[str, ...]) -> list[Fact]:
        known = self.session.library.facts
        return [known[each] for each in ids if each in known]

    def _add_lesson(self, page: Page, lesson: Lesson) -> None:
        page.add(Pair(page.say, lesson.title, "title"))
        for point in lesson.points:
            ids = dict.fromkeys(fact for block in point.blocks for fact in facts_of(block))
            self._add_point(page, lesson, point, self._facts(tuple(ids)))

    def _add_point(self, page: Page, lesson: Lesson, point: Point, facts: list[Fact]) -> None:
        frame = Framed("sheet", point.icon)
        frame.column.addWidget(Pair(page.say, point.title, "lead"))
        cited = {fact.citation: fact for fact in facts if fact.citation != PRACTICE}
        for fact in cited.values():
            frame.column.addWidget(rule())
            frame.column.addWidget(self._citation(page.say, fact))
        if not cited:
            frame.column.addWidget(Pair(page.say, N_("Practical advice. It states no law.")))
        read = Button(page.say, N_("Read this part"), "book-open", "link")
        read.clicked.connect(lambda: self.desk.go(Place.LESSON, f"{lesson.id}/{point.id}"))
        frame.column.addWidget(read)
        page.add(frame)

    def _citation(self, say: Speaks, fact: Fact) -> QWidget:
        holder, column = plain_column(0.25)
        label = Label("plain")
        label.say(fact.citation)
        column.addWidget(label)
        self.rows.append(label)
        dated = Together((when(fact.as_of), VOLATILITY[fact.volatility]), "  ·  ")
        column.addWidget(Pair(say, dated, "small"))
        return holder

    def _add_found(self, page: Page) -> None:
        fold = self.session.locale.collate
        word = fold(self.seek.text)[0]
        used = {fact for lesson in self.session.library.lessons.values() for fact in lesson.facts}
        found = {
            fact.citation: fact
            for fact in self._facts(tuple(used))
            if fact.citation != PRACTICE and word in fold(fact.citation)[0]
        }
        page.add(Pair(page.say, P_("{n} source", "{n} sources", len(found)), "lead"))
        for citation in sorted(found, key=fold)[:MOST]:
            frame = Framed("sheet")
            frame.column.addWidget(self._citation(page.say, found[citation]))
            for lesson in self.session.library.lessons.values():
                if any(fact.citation == citation for fact in self._facts(lesson.facts)):
                    way = Card(page.say, lesson.title, lesson.icon, role="word")
                    way.clicked.connect(lambda _=False, name=lesson.id: self._read(name))
                    self.cards[lesson.id] = way
                    frame.column.addWidget(way)
            page.add(frame)

    def _read(self, lesson_id: str) -> None:
        self.seek.line.clear()
        self.show_rows(lesson_id)

"""The evidence planner: part by part, what may help, what to do without it, who can send it and by when."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from kyr_app.model.checklist import Note
from kyr_app.model.text import N_
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.point import Page
from kyr_app.ui.screens.prepare import EVIDENCE
from kyr_app.ui.widgets.banner import expiry
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.dots import Dots
from kyr_app.ui.widgets.frame import Framed
from kyr_app.ui.widgets.icon import Tone
from kyr_app.ui.widgets.label import Label, Pair
from kyr_app.ui.widgets.planned import PlannedItem
from kyr_app.ui.widgets.source import SourceLine, reviewed

if TYPE_CHECKING:
    from kyr_app.model.changes import Changes
    from kyr_app.model.checklist import PersonalChecklist, PersonalPart


class EvidenceScreen(Screen):
    """Shows one part of the planner. What is ticked and written lives as long as the answers, and no longer."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.at = 0
        self.items: dict[str, PlannedItem] = {}
        self._personal: PersonalChecklist | None = None
        self.dots, self._where = Dots(), Label("small-strong")
        self._where.setWordWrap(False)
        self.head.addWidget(self.dots)
        self.head.addWidget(self._where)
        self.head.addStretch(1)
        self.print_button = Button(self.say, N_("Print or save"), "printer")
        self.print_button.clicked.connect(self._print)
        self.head.addWidget(self.print_button)
        self.pause_button()

    def open(self, what: str) -> None:  # noqa: ARG002 (there is one of it)
        """Show the part that was shown before; after other answers, the first one."""
        personal = self.session.checklist(EVIDENCE)
        if personal != self._personal:
            self._personal = personal
            self.show_part(0)

    def refresh(self, changes: Changes) -> None:
        """Follow the answers; with them ticks and notes are forgotten."""
        if changes.answers and not self.session.answers:
            self._personal = None

    @property
    def parts(self) -> tuple[PersonalPart, ...]:
        """The parts that hold anything for this family."""
        return self._personal.parts if self._personal is not None else ()

    def show_part(self, at: int) -> None:
        """Show part `at`, counted from 0."""
        assert self._personal is not None and self.foot is not None  # noqa: S101, PT018 (`open` came first)
        self.at = at
        part, checklist = self.parts[at], self._personal.checklist
        self.dots.show_step(at, len(self.parts))
        self.say(self._where.say, N_("Part {n} of {total}", n=at + 1, total=len(self.parts)))
        page = Page(self.session)
        if at == 0:
            self._add_beginning(page, self._personal)
        page.add(Pair(page.say, part.title, "title"))
        self._add_items(page, part)
        facts = self.session.library.facts
        cited = [facts[each] for item in part.items for each in item.item.facts if each in facts]
        dates = reviewed(checklist.reviewed, checklist.good_until, checklist.review)
        page.add(SourceLine(page.say, cited, dates))
        page.end()
        self.show_page(page)
        last = at + 1 == len(self.parts)
        self.say(self.foot.next.setText, N_("Print or save") if last else N_("Next"))
        self.foot.next.show_icon("printer" if last else "arrow-right")
        self.setFocus()

    def _add_beginning(self, page: Page, personal: PersonalChecklist) -> None:
        checklist = personal.checklist
        if self.session.today > checklist.good_until:
            page.add(expiry(page.say, checklist.good_until))
        frame = Framed("phrase", checklist.icon, Tone.ACCENT, 1.7)
        frame.column.addWidget(Pair(page.say, checklist.title, "lead"))
        frame.column.addWidget(Pair(page.say, checklist.intro))
        page.add(frame)

    def _add_items(self, page: Page, part: PersonalPart) -> None:
        plan, self.items = self.session.plan, {}
        for each in part.items:
            note = plan.noted(EVIDENCE, each.item.id)
            view = PlannedItem(page.say, each, self.session.library.facts, note.who, note.by)
            view.tick.setChecked(plan.ticked(EVIDENCE, each.item.id))
            view.tick.toggled.connect(lambda on, key=each.item.id: plan.tick(EVIDENCE, key, on=on))
            view.noted.connect(lambda who, by, key=each.item.id: self._note(key, who, by))
            self.items[each.item.id] = view
            page.add(view)

    def _note(self, item_id: str, who: str, by: dt.date | None) -> None:
        self.session.plan.note(EVIDENCE, item_id, Note(who, by))

    def _print(self) -> None:
        """Show the paper: what somebody was asked for; where nothing is written yet, whatever is not ticked."""
        plan = self.session.plan
        every = [each.item.id for part in self.parts for each in part.items]
        wanted = set(plan.notes(EVIDENCE)) or {each for each in every if not plan.ticked(EVIDENCE, each)}
        chosen = [each for each in every if each in wanted]
        self.desk.go(Place.PREVIEW, "evidence:" + ("" if len(chosen) == len(every) else ",".join(chosen)))

    def back(self) -> None:
        """Show the part before, or the choice of lists."""
        if self.at:
            self.show_part(self.at - 1)
        else:
            self.desk.go(Place.PREPARE)

    def forward(self) -> None:
        """Show the part after, or the paper at the end."""
        if self.at + 1 < len(self.parts):
            self.show_part(self.at + 1)
        else:
            self._print()

"""Rehearsing: one question at a time, as it is heard, at the pace of the person. Nothing is graded, nothing is kept.

Hard questions are announced before they can be read, and skipping them leaves no trace.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kyr_app.model.lesson import Audience
from kyr_app.model.practice import Kind, Manner
from kyr_app.model.text import N_
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.rehearse_pages import AnnouncePage, AskPage, next_words
from kyr_app.ui.screens.rehearse_start import CarePage, EndPage, HerePage, TopicsPage, YoungPage
from kyr_app.ui.widgets.icon import Glyph
from kyr_app.ui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from kyr_app.model.changes import Changes
    from kyr_app.model.practice import Step
    from kyr_app.ui.screens.point import Page

WORDS, YOUNG = "fear", "young"
"""The set of words to learn, and its topic for who is under 18."""


class RehearseScreen(Screen):
    """Goes through a set of practice. `what` of `open` is its id, with a topic after a slash; empty, to go on."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, lines=1.25)
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.page: Page | None = None
        self._past, self._covered, self._pausing = "", False, False
        self._picture, self._where = Glyph("chats", 1.2), Label("small-strong")
        self.head.addWidget(self._picture)
        self.head.addWidget(self._where, 1)
        self.skip = self.foot.add(N_("Skip"), "skip-forward")
        self.skip.clicked.connect(self._skip)
        self.breathe = self.foot.add(N_("Breathe"), "wind")
        self.breathe.clicked.connect(self._breathe)

    def open(self, what: str) -> None:
        """Begin a set, or show again what was left for a breath."""
        name, _, topic = what.partition("/")
        practice = self.session.practice
        if name:
            practice.begin(name)
            self._past, self._covered = "", False
        if topic:
            self._begin(topic)
        elif practice.practised is None:
            self.desk.go(Place.PRACTICE)
        else:
            self._show()

    def refresh(self, changes: Changes) -> None:
        """Leave what ends with the sitting, whoever of the two is told of it first."""
        if changes.family or changes.library:
            self.session.practice.clear()
            self.desk.go(Place.PRACTICE)

    def hideEvent(self, event: QHideEvent) -> None:
        """Show nothing any more, and know nothing of who is here."""
        if not event.spontaneous():  # the window itself may be made small, and comes back as it was
            self.page = None
            self.show_page(QWidget())
            if not self._pausing:
                self._past = ""
        super().hideEvent(event)

    # What is shown

    def _show(self) -> None:
        practice = self.session.practice
        step = practice.step
        if step is not None:
            self._show_step(step)
        elif practice.started:
            self._end()
        else:
            self._start()
        self._say_where(step)
        assert self.foot is not None  # noqa: S101 (made in __init__)
        self.skip.setVisible(step is not None)
        self.breathe.setVisible(not isinstance(self.page, EndPage))
        self.foot.next.setVisible(
            not isinstance(self.page, HerePage | YoungPage)
            and not (isinstance(self.page, TopicsPage) and self._drilled)
        )
        self.say(self.foot.next.setText, next_words(self.page, self.session.practice, covered=self._covered))
        self.order_tabs()

    @property
    def _drilled(self) -> bool:
        practised = self.session.practice.practised
        return practised is not None and practised.manner is Manner.DRILL

    def _start(self) -> None:
        """Show what comes before the first question: who is here, what to take care of, the topics."""
        practised = self.session.practice.practised
        assert practised is not None  # noqa: S101 (`open` saw to it)
        if practised.not_for_children and not self._past:
            here = HerePage(self.session, practised)
            here.grown.connect(lambda: self._pass("grown"))
            here.young.connect(lambda: self._pass("young"))
            self._turn(here)
        elif self._past == "young":
            young = YoungPage(self.session)
            young.wanted.connect(self._go_young)
            self._turn(young)
        elif self._past != "care":
            self._turn(CarePage(self.session, practised))
        else:
            topics = TopicsPage(self.session, practised, self.session.practice.chosen)
            topics.toggled.connect(self._choose)
            topics.pressed.connect(self._begin)
            self._turn(topics)

    def _show_step(self, step: Step) -> None:
        practised = self.session.practice.practised
        assert practised is not None  # noqa: S101 (a step is one of a set)
        if step.kind is Kind.ASK:
            self._turn(AskPage(self.session, practised, step, covered=self._covered))
        else:
            self._turn(AnnouncePage(self.session, step))

    def _end(self) -> None:
        end = EndPage(self.session)
        end.wanted.connect(self._leave_end)
        self._turn(end)

    def _turn(self, page: Page) -> None:
        self.page = page
        self.show_page(page)

    def _say_where(self, step: Step | None) -> None:
        for part in (self._picture, self._where):
            part.setVisible(step is not None)
        if step is None:
            return
        self._picture.show_icon(step.topic.icon)
        n, total = self.session.practice.asked
        title = step.topic.title
        asked = N_("{topic}  ·  {n} of {total}", topic=title, n=n, total=total)
        self.say(self._where.say, asked if step.kind is Kind.ASK else title)

    # What is pressed

    def _pass(self, past: str) -> None:
        self._past = past
        self._show()

    def _choose(self, topic: str, on: bool) -> None:  # noqa: FBT001 (Qt's signal)
        assert self.foot is not None  # noqa: S101 (made in __init__)
        self.session.practice.choose(topic, on=on)
        self.say(self.foot.next.setText, next_words(self.page, self.session.practice))

    def _begin(self, topic: str) -> None:
        self._past = "care"
        self.session.practice.stop()
        for each in self.session.practice.chosen:
            self.session.practice.choose(each, on=False)
        self.session.practice.choose(topic, on=True)
        self.session.practice.start()
        self._covered = False
        self._show()

    def _go_young(self, way: str) -> None:
        if way == "words":
            self.desk.go(Place.REHEARSE, f"{WORDS}/{YOUNG}")
        elif way == "phones":
            self.desk.go(Place.DRILL)
        elif way == "lessons":
            self.desk.go(Place.TEACHBACK, Audience.TEEN.value)
        else:
            self.desk.go(Place.DIRECTORY)

    def _leave_end(self, way: str) -> None:
        if way == "topics":
            self.session.practice.stop()
            self._past = "care"
            self._show()
        else:
            self._breathe()

    def _breathe(self) -> None:
        self._pausing = True
        self.desk.go(Place.BREATHING, Place.REHEARSE.value)
        self._pausing = False

    def _skip(self) -> None:
        self._covered = False
        self.session.practice.skip()
        self._show()

    def forward(self) -> None:
        """Go on: past the care to the topics, from the words to saying them by heart, to the next question."""
        practice = self.session.practice
        if isinstance(self.page, CarePage):
            self._pass("care")
        elif isinstance(self.page, TopicsPage) and not self._drilled:
            practice.start()
            self._show()
        elif isinstance(self.page, EndPage):
            practice.clear()
            self.desk.go(Place.PRACTICE)
        elif practice.step is not None:
            self._covered = self._drilled and practice.step.kind is Kind.ASK and not self._covered
            if not self._covered:
                practice.go_on()
            self._show()

    def back(self) -> None:
        """Go back: to the words, to the screen before, to the topics, to what can be practised."""
        practice = self.session.practice
        if self._covered:
            self._covered = False
        elif practice.started:
            if not practice.back():
                practice.stop()
        elif self._past == "care":
            self._past = "grown"
        elif self._past and practice.practised is not None and practice.practised.not_for_children:
            self._past = ""
        else:
            practice.clear()
            self.desk.go(Place.PRACTICE)
            return
        self._show()

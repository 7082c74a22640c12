"""The lessons as cards, under the question where a person is now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyr_app.model.lesson import Audience, Moment
from kyr_app.model.text import N_, Words
from kyr_app.ui import theme
from kyr_app.ui.screens.point import Page
from kyr_app.ui.screens.shelf import minutes
from kyr_app.ui.widgets.card import AnswerCard, Card
from kyr_app.ui.widgets.chips import Chips
from kyr_app.ui.widgets.frame import plain_column
from kyr_app.ui.widgets.grid import Grid
from kyr_app.ui.widgets.icon import Tone
from kyr_app.ui.widgets.label import Pair
from kyr_app.ui.widgets.mark import mark

if TYPE_CHECKING:
    from kyr_app.model.lesson import Lesson
    from kyr_app.session.session import Session

ALL = "all"
MOMENTS: dict[Moment, tuple[Words, Words, str]] = {
    Moment.WAITING: (N_("While we wait in Mexico"), N_("Waiting in Mexico"), "house-line"),
    Moment.BORDER: (N_("At the border"), N_("At the border"), "map-pin"),
    Moment.CUSTODY: (N_("In custody"), N_("In custody"), "shield-check"),
    Moment.COURT: (N_("In immigration court"), N_("In court"), "scales"),
    Moment.AFTER: (N_("After release"), N_("After release"), "key"),
    Moment.FAMILY: (N_("Family and children"), N_("My family"), "users"),
    Moment.HELP: (N_("Finding help and avoiding fraud"), N_("Finding help"), "lifebuoy"),
}
"""Of each moment: the title over its lessons, the answer to *where are you now?*, and its picture."""
FOR: dict[Audience, tuple[Words, str]] = {
    Audience.TEEN: (N_("For teens"), "student"),
    Audience.CHILD: (N_("For children"), "smiley"),
}


class LessonsPage(Page):
    """Every lesson, or those of one moment; while choosing, several can be picked."""

    wanted = Signal(str)
    picked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.moment, self.choosing = ALL, False
        self.chosen: list[str] = []
        self.cards: dict[str, Card] = {}
        self.add(Pair(self.say, N_("Where are you now?"), "title"))
        self.chips = Chips()
        self.chips.add_chip(self.say, ALL, N_("All lessons"), "squares-four")
        for moment, (_, short, icon) in MOMENTS.items():
            self.chips.add_chip(self.say, moment.value, short, icon)
        self.chips.chosen.connect(self.show_moment)
        self.add(self.chips)
        self._holder, self._column = plain_column(2)
        self.add(self._holder)
        self.end()
        self._groups: dict[Moment, QWidget] = {}
        self._fill()
        self.chips.show_choice(ALL)  # the groups are shown with the page

    def _fill(self) -> None:
        """Put every lesson's card in its group, as it is now to be pressed or to be picked."""
        for group in self._groups.values():
            group.hide()
            self._column.removeWidget(group)
            group.deleteLater()
        self._groups, self.cards = {}, {}
        for moment, (title, _, _) in MOMENTS.items():
            lessons = [each for each in self.session.library.lessons.values() if each.moment is moment]
            if lessons:
                self._groups[moment] = group = LessonGroup(self.session, title, lessons, pick=self.choosing)
                self.cards.update(group.cards)
                self._column.addWidget(group)
        for name, card in self.cards.items():
            card.clicked.connect(lambda _=False, name=name: self._press(name))

    def show_moment(self, key: str) -> None:
        """Show the lessons of one moment, or all of them."""
        self.moment = key
        self.chips.show_choice(key)
        for moment, group in self._groups.items():
            group.setVisible(key in {ALL, moment.value})

    def choose(self, choosing: bool) -> None:  # noqa: FBT001 (one of two ways)
        """Let lessons be picked, or opened again."""
        self.choosing, self.chosen = choosing, []
        self._fill()
        self.show_moment(self.moment)
        self.picked.emit()

    def _press(self, name: str) -> None:
        if not self.choosing:
            self.wanted.emit(name)
            return
        order = list(self.session.library.lessons)
        self.chosen = sorted({each for each, card in self.cards.items() if card.isChecked()}, key=order.index)
        self.picked.emit()


class LessonGroup(QWidget):
    """A title and the lessons under it."""

    def __init__(self, session: Session, title: Words, lessons: list[Lesson], *, pick: bool) -> None:
        super().__init__()
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(theme.space(1.5))
        self._inner = Page(session)
        page.addWidget(self._inner)
        self._today, self._pick = session.today, pick
        self.cards = {each.id: self._card(each) for each in lessons}
        self._inner.add(Pair(self._inner.say, title, "subtitle"))
        self._inner.add(Grid(self.cards.values(), 18))

    def _card(self, lesson: Lesson) -> Card:
        say = self._inner.say
        kind = AnswerCard if self._pick else Card
        card = kind(say, lesson.title, lesson.icon, lesson.summary)
        card.add_note(say, minutes(lesson.minutes))
        if lesson.audience in FOR:
            words, icon = FOR[lesson.audience]
            card.add_line(mark(say, icon, words, Tone.ACCENT))
        if lesson.expired(self._today):
            card.add_line(mark(say, "calendar-x", N_("This page may be out of date."), Tone.WARM))
        return card

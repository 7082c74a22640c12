"""Teach-back: a lesson told to somebody in one's own words, then its question, answered kindly. Nothing is noted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kyr_app.model.lesson import Audience
from kyr_app.model.text import N_
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.lessons import FOR, MOMENTS
from kyr_app.ui.screens.point import Page, taught_back
from kyr_app.ui.screens.rehearse_start import title
from kyr_app.ui.widgets.card import Card
from kyr_app.ui.widgets.frame import Framed, plain_row
from kyr_app.ui.widgets.grid import Grid
from kyr_app.ui.widgets.icon import Glyph, Tone
from kyr_app.ui.widgets.label import Pair

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from kyr_app.model.lesson import Lesson
    from kyr_app.model.text import Words


class TeachbackScreen(Screen):
    """Chooses a lesson, lets it be told, asks its question. `what` of `open` is a lesson, or for whom they are."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, lines=1.5)
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.cards: dict[str, Card] = {}
        self.lesson: Lesson | None = None
        self.asking = False
        self._for: Audience | None = None
        self.read = self.foot.add(N_("Read the lesson again"), "book-open")
        self.read.clicked.connect(self._read)
        self.breathe = self.foot.add(N_("Breathe"), "wind")
        self.breathe.clicked.connect(self._breathe)

    def open(self, what: str) -> None:
        """Show the lessons, those for teens alone, or one lesson; after a breath or the lesson, what was shown."""
        if what or self.desk.before not in {Place.BREATHING, Place.LESSON}:
            self.lesson, self.asking = None, False
            self._for = Audience(what) if what in set(Audience) else None
            if what and self._for is None:
                self.lesson = self.session.library.lesson(what)
        self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of what was chosen as an answer."""
        if not event.spontaneous():  # the window itself may be made small, and comes back as it was
            self.show_page(QWidget())
        super().hideEvent(event)

    def _show(self) -> None:
        assert self.foot is not None  # noqa: S101 (made in __init__)
        if self.lesson is None:
            self._choose()
        elif self.asking:
            self.show_page(taught_back(self.session, self.lesson))
        else:
            self._tell(self.lesson)
        chosen = self.lesson is not None
        self.read.setVisible(chosen)
        self.breathe.setVisible(chosen)
        self.foot.next.setVisible(chosen)
        self.say(self.foot.next.setText, N_("Another lesson") if self.asking else N_("I told it"))
        self.order_tabs()

    def _choose(self) -> None:
        page = Page(self.session)
        told = N_(
            "Whoever can explain something to another person knows it well. Choose a lesson you have read."
        )
        page.add(title(page, "chalkboard-teacher", N_("Explain a lesson in my own words"), told))
        self.cards = {}
        for words, icon, lessons in self._groups():
            line, row = plain_row(1)
            row.addWidget(Glyph(icon, 1.3, Tone.ACCENT))
            row.addWidget(Pair(page.say, words, "lead"), 1)
            page.add(line)
            for lesson in lessons:
                card = Card(page.say, lesson.title, lesson.icon, role="strong")
                card.clicked.connect(lambda _=False, lesson=lesson: self._take(lesson))
                self.cards[lesson.id] = card
            page.add(Grid([self.cards[each.id] for each in lessons], 14, most=3))
        page.end()
        self.show_page(page)

    def _groups(self) -> list[tuple[Words, str, list[Lesson]]]:
        """Return the lessons by moment; those for teens and children by themselves."""
        every = self.session.library.lessons.values()
        found: list[tuple[Words, str, list[Lesson]]] = []
        if self._for is None:
            for moment, (words, _, icon) in MOMENTS.items():
                found.append(
                    (words, icon, [e for e in every if e.moment is moment and e.audience is Audience.FAMILY])
                )
        for audience, (words, icon) in FOR.items():
            if self._for in (None, audience):
                found.append((words, icon, [each for each in every if each.audience is audience]))
        return [each for each in found if each[2]]

    def _tell(self, lesson: Lesson) -> None:
        """Ask to tell it to somebody; the titles of its points help to remember."""
        page = Page(self.session)
        page.add(
            title(page, lesson.icon, lesson.title, N_("Tell it to someone near you, in your own words."))
        )
        frame = Framed("phrase", "chats-circle")
        words = N_("It does not have to be perfect. What would you tell a friend who did not read it?")
        frame.column.addWidget(Pair(page.say, words))
        page.add(frame)
        page.add(Pair(page.say, N_("To help you remember:"), "strong"))
        sheets = []
        for point in lesson.points:
            sheet = Framed("sheet", point.icon, ems=1.5)
            sheet.column.addWidget(Pair(page.say, point.title))
            sheets.append(sheet)
        page.add(Grid(sheets, 15))
        page.end()
        self.show_page(page)

    def _take(self, lesson: Lesson) -> None:
        self.lesson, self.asking = lesson, False
        self._show()

    def _read(self) -> None:
        if self.lesson is not None:
            self.desk.go(Place.LESSON, self.lesson.id)

    def _breathe(self) -> None:
        self.desk.go(Place.BREATHING, Place.TEACHBACK.value)

    def forward(self) -> None:
        """Show the question of the lesson, or the lessons again."""
        if self.lesson is None:
            return
        self.lesson, self.asking = (None, False) if self.asking else (self.lesson, True)
        self._show()

    def back(self) -> None:
        """Go back: from the question to the telling, to the lessons, to what can be practised."""
        if self.asking:
            self.asking = False
        elif self.lesson is not None:
            self.lesson = None
        else:
            self.desk.go(Place.PRACTICE)
            return
        self._show()

"""A lesson: one point a screen, and at the end one question that tells whether the lesson was clear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kyr_app.model.text import N_
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.point import PointPage, announced, taught_back
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.dots import Dots
from kyr_app.ui.widgets.label import Label

if TYPE_CHECKING:
    from kyr_app.model.lesson import Lesson

ANNOUNCED = -1


class LessonScreen(Screen):
    """Shows one lesson. `at` is the point shown, from 0; after the last point comes the teach-back question."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.lesson: Lesson | None = None
        self.at, self._wanted = 0, ("", "")
        self._from, self._arrived = Place.LIBRARY, False
        self.dots, self._where = Dots(), Label("small-strong")
        self._where.setWordWrap(False)
        self.head.addWidget(self.dots)
        self.head.addWidget(self._where)
        self.head.addStretch(1)
        self.print_button = Button(self.say, N_("Print or save"), "printer")
        self.print_button.clicked.connect(self._print)
        self.head.addWidget(self.print_button)
        self.pause_button()

    def open(self, what: str) -> None:
        """Show a lesson from its first point; the same lesson again where it was left.

        `what` may name a point and a block of it (`lesson/point/block`): then it opens there. A painful lesson is
        announced all the same.
        """
        name, _, place = what.partition("/")
        same = self.lesson is not None and self.lesson.id == name
        if not name or (same and not place):
            return
        self.lesson = self.session.library.lesson(name)
        point, _, block = place.partition("/")
        self._wanted = (point, block)
        self._from = (
            self.desk.before
            if self.desk.before in (Place.RECENT, Place.SOURCES, Place.TEACHBACK)
            else Place.LIBRARY
        )
        announce = self.lesson.painful and not (same and self.at != ANNOUNCED)
        self.show_point(ANNOUNCED if announce else self._first)
        self._arrived = bool(place)

    @property
    def _first(self) -> int:
        """The point that was asked for; the first one where none was."""
        assert self.lesson is not None  # noqa: S101 (`open` came first)
        ids = [point.id for point in self.lesson.points]
        return ids.index(self._wanted[0]) if self._wanted[0] in ids else 0

    @property
    def points(self) -> int:
        """How many points the lesson has, its question at the end not counted."""
        return len(self.lesson.points) if self.lesson else 0

    def show_point(self, at: int) -> None:
        """Show point `at`, the teach-back question after the last one, or what announces a painful lesson."""
        lesson = self.lesson
        assert lesson is not None and self.foot is not None  # noqa: S101, PT018 (`open` came first)
        self.at, self._arrived = at, False
        if at == ANNOUNCED:
            self.show_page(announced(self.session, lesson))
        elif at < self.points:
            self._show_point(lesson, at)
        else:
            self.show_page(taught_back(self.session, lesson))
        if at == self.points:
            self.session.reading.finish(lesson.id)
        elif at != ANNOUNCED:
            self.session.reading.reach(lesson.id, at)
        self.dots.setVisible(at != ANNOUNCED)
        self.dots.show_step(max(at, 0), self.points + 1)
        if at == ANNOUNCED:
            self.say(self._where.say, lesson.title)
        elif at < self.points:
            self.say(self._where.say, N_("Part {n} of {total}", n=at + 1, total=self.points))
        else:
            self.say(self._where.say, N_("To finish"))
        self.say(self.foot.next.setText, N_("Next") if at < self.points else N_("Finish"))

    def _show_point(self, lesson: Lesson, at: int) -> None:
        point, block = self._wanted
        page = PointPage(
            self.session, lesson, lesson.points[at], block if lesson.points[at].id == point else ""
        )
        self.show_page(page)
        if page.found is not None:
            self.column.reveal(page.found)

    def back(self) -> None:
        """Show the point before, or the library; from a place that was asked for, where it was asked for."""
        first = ANNOUNCED if self.lesson is not None and self.lesson.painful else 0
        if self.at > first and not self._arrived:
            self.show_point(self.at - 1)
        else:
            self._leave()

    def forward(self) -> None:
        """Show the point after, or the library at the end."""
        if self.at == ANNOUNCED:
            self.show_point(self._first)
            self._arrived = bool(self._wanted[0])
        elif self.at < self.points:
            self.show_point(self.at + 1)
        else:
            self._leave()

    def _leave(self) -> None:
        self.lesson = None
        self.desk.go(self._from)

    def _print(self) -> None:
        if self.lesson is not None:
            self.desk.go(Place.PREVIEW, f"lesson:{self.lesson.id}")

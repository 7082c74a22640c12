"""What was read: how far in each lesson, which to the end, what was answered to the question that closes it."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING, Protocol

import msgspec
from msgspec import Struct, structs

from kyr_app.model.changes import Changes
from kyr_app.session.keeping import Row

if TYPE_CHECKING:
    from kyr_app.content.library import Library
    from kyr_app.session.signal import Signal


class Mark(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """How far a lesson was read: the point reached by id, whether to the end, the option chosen at the end by id."""

    lesson: str
    point: str = ""
    done: bool = False
    taught: str = ""


class Sitting(Protocol):
    """What reading needs of the session."""

    changed: Signal[Changes]

    @property
    def library(self) -> Library:
        """The content."""


class Reading:
    """The marks of one sitting; like the answers they end with it unless a family file keeps them."""

    name = "reading"

    def __init__(self, session: Sitting) -> None:
        self._session = session
        self._marks: dict[str, Mark] = {}

    def at(self, lesson_id: str) -> int:
        """Return the number of the point that was reached, from 0; 0 where nothing was read or the point is gone."""
        ids = [point.id for point in self._session.library.lesson(lesson_id).points]
        point = self._mark(lesson_id).point
        return ids.index(point) if point in ids else 0

    def read(self, lesson_id: str) -> bool:
        """Return whether a lesson was read to its end."""
        return self._mark(lesson_id).done

    def taught(self, lesson_id: str) -> str:
        """Return the id of the option that was chosen at the end of a lesson; empty where none was."""
        return self._mark(lesson_id).taught

    def reach(self, lesson_id: str, at: int) -> None:
        """Note that the point number `at`, from 0, was shown. Raise `ContentError` for an unknown lesson."""
        points = self._session.library.lesson(lesson_id).points
        if 0 <= at < len(points):
            self._put(structs.replace(self._mark(lesson_id), point=points[at].id))

    def finish(self, lesson_id: str) -> None:
        """Note that a lesson was read to its end: it begins anew next time."""
        self._put(structs.replace(self._mark(lesson_id), point="", done=True))

    def answer(self, lesson_id: str, option: str) -> None:
        """Note which option was chosen at the end."""
        self._put(structs.replace(self._mark(lesson_id), taught=option))

    def _mark(self, lesson_id: str) -> Mark:
        return self._marks.get(lesson_id, Mark(lesson_id))

    def _put(self, mark: Mark) -> None:
        if mark != self._mark(mark.lesson):
            self._marks[mark.lesson] = mark
            self._session.changed.emit(Changes(marks=True))

    def kept(self) -> list[Row]:
        """Return a row for each lesson."""
        return [msgspec.to_builtins(each) for each in self._marks.values()]

    def restore(self, rows: list[Row]) -> list[Row]:
        """Hold the marks; return those of lessons that are not there."""
        aside = []
        self._marks = {}
        for row in rows:
            try:
                mark = msgspec.convert(row, Mark)
            except msgspec.ValidationError:
                aside.append(row)
                continue
            if mark.lesson in self._session.library.lessons:
                self._marks[mark.lesson] = mark
            else:
                aside.append(row)
        return aside

    def key(self, row: Row) -> Hashable:
        """Return the lesson."""
        return str(row["lesson"])

    def clear(self) -> None:
        """Hold no mark."""
        self._marks = {}

"""Where a person stopped: noted while a family file is open, and found again when it is opened the next day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kyr_app.ui.desk import Place
from kyr_app.ui.standing import is_open

if TYPE_CHECKING:
    from kyr_app.session.session import Session

NOT_NOTED = frozenset(
    {
        Place.FIRST,
        Place.PAUSE,
        Place.PRACTICE,
        Place.REHEARSE,
        Place.TEACHBACK,
        Place.DRILL,
        Place.BREATHING,
        Place.FORGET,
        Place.PREVIEW,
        Place.STOP,
        Place.FAMILY,
        Place.CREATE,
        Place.OPENING,
        Place.LOCKED,
        Place.PHRASES,
        Place.ROOMS,
        Place.HANDING,
        Place.TAKING,
        Place.KEPT,
        Place.EXPORT,
        Place.DELETE,
        Place.CROSSING,
        Place.RECEIPT,
        Place.UNSAVED,
        Place.SETTINGS,
        Place.SHORTCUTS,
    }
)
"""Places that nobody wants to come back to the next day."""


def note(session: Session, place: Place, what: str) -> None:
    """Note where a person is, where a family file keeps it."""
    if place not in NOT_NOTED and is_open(session):
        session.bookmark.put(place.value, what)


def stopped_at(session: Session) -> tuple[Place, str]:
    """Return the place of the bookmark, as it can be opened today; home where there is none."""
    stop = session.bookmark.stop
    if stop is None or stop.place not in set(Place):
        return Place.HOME, ""
    place, what = Place(stop.place), stop.what
    if place in {Place.INTERVIEW, Place.REVIEW}:
        return (place, "") if session.interviews.under_way else (Place.SITUATION, "")
    if place is Place.CARD:
        return place, ""  # the story itself knows at which card and question
    if place is Place.LESSON:
        return _lesson(session, what.partition("/")[0])
    if place is Place.CHECKLIST and what not in session.library.checklists:
        return Place.PREPARE, ""
    return place, what


def _lesson(session: Session, lesson_id: str) -> tuple[Place, str]:
    """Return a lesson at the point that was reached."""
    lesson = session.library.lessons.get(lesson_id)
    if lesson is None:
        return Place.LIBRARY, ""
    at = session.reading.at(lesson_id)
    return Place.LESSON, f"{lesson_id}/{lesson.points[at].id}" if at else lesson_id

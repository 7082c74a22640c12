"""Of what and of whom a screen is asked to speak: `mpp-class`, or `mpp-class:2` for the second person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kyr_app.model.interview import Reached
from kyr_app.session import situation
from kyr_app.ui.desk import Place

if TYPE_CHECKING:
    from kyr_app.model.screening import Screening
    from kyr_app.model.text import Words
    from kyr_app.session.session import Session


def named(name: str, person: int | None = None) -> str:
    """Return the name of a thing, for the family or for one person of it."""
    return name if person is None else f"{name}:{person}"


def read(what: str) -> tuple[str, int | None]:
    """Return the thing and the person that `named` put together."""
    name, _, number = what.partition(":")
    return name, int(number) if number.isdecimal() else None


def called(session: Session, person: int | None) -> Words | None:
    """Return what a person is called, None for the family as a whole."""
    return next((each.name for each in session.people.here if each.number == person), None)


def screening_of(session: Session, interview_id: str) -> Screening | None:
    """Return the screening that an interview's answers make, None where they make none."""
    return situation.screening_of(session.library, interview_id)


def chosen_at(session: Session, asking: tuple[Place, str]) -> tuple[Place, str]:
    """Return where the interview under way was chosen: for papers (`asking`), among all, or among people one by one."""
    if session.interviews.interview.reached is Reached.PAPERS:
        return asking
    screening = screening_of(session, session.interviews.interview.id)
    each_person = screening is not None and screening.each_person
    return (Place.PEOPLE, "") if each_person else (Place.SITUATION, "")

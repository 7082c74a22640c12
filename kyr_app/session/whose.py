"""Whose an answer is: the family's, or one person's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kyr_app.model.answers import Answers
from kyr_app.model.interview import Reached
from kyr_app.model.person import Who

if TYPE_CHECKING:
    from kyr_app.content.library import Library
    from kyr_app.model.interview import Interview, Screen
    from kyr_app.session.people import People


def shared_with(library: Library, people: People, answers: Answers, person: int) -> Answers:
    """Return what of the family's answers stands for a person too.

    What is each one's own (a name, a birth date) is never given to another; *me* is the one who answers for the
    family, and has everything.
    """
    from kyr_app.session.missing import own_names  # noqa: PLC0415 (only where there are people)

    if any(each.number == person and each.who is Who.ME for each in people.here):
        return answers
    own = own_names(library)
    return Answers({name: answer for name, answer in answers.items() if name not in own})


def keeper(interview: Interview, screen: Screen, person: int | None) -> int | None:
    """Return for whom an answer is kept, None being the family.

    In the interviews for papers only what is a person's own is kept for that person: an address is given once.
    """
    return person if interview.reached is not Reached.PAPERS or screen.own else None

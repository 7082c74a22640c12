"""Relatives whom a family's answers name: papers are made for them too, and what is known of them is kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from kyr_app.model.answers import Answer, Open
from kyr_app.model.changes import Changes
from kyr_app.model.person import Who
from kyr_app.session.sitting import Sitting

if TYPE_CHECKING:
    from kyr_app.i18n.locale import Locale
    from kyr_app.model.answers import Answers
    from kyr_app.model.person import Person
    from kyr_app.model.text import Words
    from kyr_app.session.interviews import Interviews
    from kyr_app.session.people import People


class Household(Sitting, Protocol):
    """What papers of a family need of the session."""

    answers: Answers
    people: People
    locale: Locale

    @property
    def pair(self) -> tuple[str, str]:
        """The languages of a paper in two: the reader's first."""

    @property
    def interviews(self) -> Interviews:
        """The interview under way."""

    def add_person(self, who: Who) -> Person:
        """Take somebody into the sitting."""


_OF_CHILD = {
    "first_name": "first_name",
    "middle_name": "middle_name",
    "last_name": "last_name",
    "birth_date": "birth_date",
    "sex": "sex",
    "marital": "marital",
    "race_ethnic": "race_ethnic",
    "a_number": "a_number",
    "ssn": "ssn",
    "passport": "passport_number",
    "i94": "i94_number",
    "status_now": "current_status",
}
"""Which of a child's columns are the child's own answers."""

_OF_PARTNER = {f"spouse_{name}": own for name, own in _OF_CHILD.items()}
PARTNER, CHILD = "partner", "child"


def named(session: Household) -> tuple[tuple[str, Words], ...]:
    """Return whom the answers name and who is not here yet: a key for `join`, and what they are called."""
    answers = session.answers
    found: list[tuple[str, Words]] = []
    partner = answers.value("spouse_first_name")
    if isinstance(partner, str):
        found.append((PARTNER, partner))
    for at, row in enumerate(answers.rows("children_list")):
        name = row.value("first_name")
        if isinstance(name, str):
            found.append((f"{CHILD}:{at}", name))
    here = {own.value("first_name") for own in session.people.own}
    return tuple(each for each in found if each[1] not in here)


def join(session: Household, key: str) -> int:
    """Take somebody whom the answers name among the people, with what is known of them; return their number.

    What is told of them later in the family's answers is not copied again. Raise `KeyError` for a key that `named`
    does not give.
    """
    if key not in dict(named(session)):
        raise KeyError(key)
    kind, _, at = key.partition(":")
    known: Mapping[str, Answer] = session.answers
    if kind == CHILD:
        known = session.answers.rows("children_list")[int(at)]
    person = session.add_person(Who.PARTNER if kind == PARTNER else Who.CHILD).number
    for name, own in (_OF_PARTNER if kind == PARTNER else _OF_CHILD).items():
        answer = known.get(name)
        if answer is not None and answer is not Open.SKIPPED:
            session.give(own, answer, person)
    if kind == PARTNER:
        session.give("marital", "married", person)
    session.changed.emit(Changes(answers=True))
    return person

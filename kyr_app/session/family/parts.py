"""The parts of a sitting that a family file keeps."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING, Any, Protocol

from kyr_app.model.answers import NOTHING, Answer, Answers, plain
from kyr_app.model.person import Who
from kyr_app.session.keeping import Part, Row, fitted
from kyr_app.session.people import People
from kyr_app.session.situation import asked_names

if TYPE_CHECKING:
    from kyr_app.content.library import Library
    from kyr_app.session.interviews import Interviews
    from kyr_app.session.plan import Plan
    from kyr_app.session.reading import Reading


class Sitting(Protocol):
    """What the parts need of the session."""

    answers: Answers
    people: People

    @property
    def library(self) -> Library:
        """The content."""

    @property
    def interviews(self) -> Interviews:
        """The interview under way."""

    @property
    def plan(self) -> Plan:
        """What the family ticks, notes and chooses."""

    @property
    def reading(self) -> Reading:
        """What was read."""


def parts_of(session: Sitting) -> tuple[Part, ...]:
    """Return the parts, those first on which others rest."""
    more = (getattr(session, name, None) for name in ("story", "packet", "my_papers", "bookmark"))
    return (
        AnswersPart(session),
        PeoplePart(session),
        session.plan,
        session.reading,
        session.interviews,
        *(each for each in more if each is not None),
    )


class AnswersPart:
    """The answers that stand for the family."""

    name = "answers"

    def __init__(self, session: Sitting) -> None:
        self._session = session

    def kept(self) -> list[Row]:
        """Return a row for each answer."""
        return [{"name": name, "answer": plain(each)} for name, each in self._session.answers.items()]

    def restore(self, rows: list[Row]) -> list[Row]:
        """Hold the answers; return those that no question takes today."""
        asked, found, aside = asked_names(self._session.library), dict[str, Answer](), []
        for row in rows:
            answer = fitted(asked, row)
            if answer is None:
                aside.append(row)
            else:
                found[row["name"]] = answer
        self._session.answers = Answers(found)
        return aside

    def key(self, row: Row) -> Hashable:
        """Return the name of the answer."""
        return str(row["name"])

    def clear(self) -> None:
        """Hold no answer."""
        self._session.answers = NOTHING


class PeoplePart:
    """Who is in the family, and what each answered for themselves: a row for each person, then one for each answer."""

    name = "people"

    def __init__(self, session: Sitting) -> None:
        self._session = session

    def kept(self) -> list[Row]:
        """Return the rows; numbers that were given once are never given again."""
        people = self._session.people
        here: list[Row] = [{"person": each.number, "who": each.who.value} for each in people.here]
        given = [
            {"person": person.number, "name": name, "answer": plain(answer)}
            for person, own in zip(people.here, people.own, strict=True)
            for name, answer in own.items()
        ]
        return [*here, *given, *([{"last": people.last}] if people.last else [])]

    def restore(self, rows: list[Row]) -> list[Row]:
        """Hold the people and their answers; return what belongs to nobody or fits no question today."""
        people, aside, last = People(), [], 0
        known = {each.value for each in Who}
        for row in rows:
            if row.get("who") in known and _number(row) and _number(row) not in _numbers(people):
                people = people.came(_number(row), Who(row["who"]))
        asked = asked_names(self._session.library)
        for row in rows:
            if set(row) == {"last"} and isinstance(row["last"], int):
                last = max(last, row["last"])
            elif "name" in row:
                answer = fitted(asked, row)
                if answer is None or _number(row) not in _numbers(people):
                    aside.append(row)
                else:
                    people = people.given(_number(row), row["name"], answer)
            elif row.get("who") not in known or _number(row) not in _numbers(people):
                aside.append(row)
        self._session.people = people.numbered(last)
        return aside

    def key(self, row: Row) -> Hashable:
        """Return the person, and the name of the answer where it is one; the last number, as it is."""
        return (row.get("person"), row.get("name"), row.get("last"))

    def clear(self) -> None:
        """Hold nobody."""
        self._session.people = People()


def _number(row: Row) -> int:
    number: Any = row.get("person")
    return number if isinstance(number, int) and 0 < number < 1000 else 0


def _numbers(people: People) -> set[int]:
    return {each.number for each in people.here}

"""Other content comes while people are at work: what was answered is kept, asked again or set aside. Nothing is lost.

The interview under way keeps its questions, and its answers, until an interview is begun again. All else that was
answered, ticked or read is held against the new content at once. What it does not take is set aside, is said, and is
tried again whenever the content changes: whoever goes back to the lessons of before finds it again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from kyr_app.model.interview import singly
from kyr_app.session import keeping
from kyr_app.session.family.aside import UNFIT
from kyr_app.session.family.parts import AnswersPart, PeoplePart
from kyr_app.session.family.parts import Sitting as PartsSitting
from kyr_app.session.keeping import Row
from kyr_app.session.renewed import Renewed
from kyr_app.session.situation import asked_names

if TYPE_CHECKING:
    from kyr_app.content.library import Library
    from kyr_app.model.answers import Answer, Answers
    from kyr_app.model.text import Words
    from kyr_app.rules.engine import Asked
    from kyr_app.session.family.family import Family
    from kyr_app.session.keeping import Part
    from kyr_app.session.reading import Reading


class Sitting(PartsSitting, Protocol):
    """What other content needs of the session."""

    @property
    def family(self) -> Family:
        """Where what is set aside is kept, file or no file."""

    @property
    def reading(self) -> Reading:
        """What was read."""

    def give(self, name: str, answer: Answer, person: int | None = None) -> None:
        """Keep an answer for the sitting, silently."""


def renew(session: Sitting, library: Library) -> Renewed:
    """Let a sitting go on with `library` instead of the content it has; the caller tells of the change."""
    interviews = session.interviews
    asked = asked_names(session.library)
    if interviews.under_way:
        interviews.hold(interviews.interview, lambda: _settle(session, asked))
    session.__dict__["library"] = library
    return _settle(session, asked)


def _settle(session: Sitting, before: Asked) -> Renewed:
    """Hold everything against the content of the session; what the held interview asks stays as it is."""
    held = session.interviews.held
    spared = {one.answer.name for screen in held.screens for one in singly(screen)} if held else set()
    parts: tuple[Part, ...] = (AnswersPart(session), PeoplePart(session), session.plan, session.reading)
    unfit = {part.name: _restored(session, part, spared) for part in parts}
    answers = [*unfit["answers"][0], *(row for row in unfit["people"][0] if "name" in row)]
    now = asked_names(session.library)
    return Renewed(
        kept=len(session.answers) + sum(map(len, session.people.own)),
        again=tuple(now[row["name"]].short for row in answers if row["name"] in now),
        aside=tuple(_asked(before, row) for row in answers if row["name"] not in now),
        other=sum(len(rows) for rows, _ in unfit.values()) - len(answers),
        back=sum(back for _, back in unfit.values()),
        held=held.title if held else None,
    )


def _asked(before: Asked, row: Row) -> Words:
    return before[row["name"]].short if row["name"] in before else str(row["name"])


def _restored(session: Sitting, part: Part, spared: set[str]) -> tuple[list[Row], int]:
    """Let a part take up what it holds and what is aside of it; return what is newly aside, and how much came back."""
    waiting, stay = session.family.waiting(part.name), _staying(session, part, spared)
    rest = [row for row in part.kept() if row.get("name") not in spared]
    unfit = keeping.restored(part, [*waiting, *rest])
    for person, name, answer in stay:
        session.give(name, answer, person)
    taken_place = keeping.gone(part, waiting, unfit)
    session.family.set_aside(part.name, unfit, UNFIT)
    session.family.set_aside(part.name, taken_place)
    return [row for row in unfit if row not in waiting], len(waiting) - len(taken_place) - sum(
        row in unfit for row in waiting
    )


def _staying(session: Sitting, part: Part, spared: set[str]) -> list[tuple[int | None, str, Answer]]:
    """Return the answers of the interview that keeps its questions, whose they are and as they are."""
    own: list[tuple[int | None, Answers]] = []
    if part.name == AnswersPart.name:
        own = [(None, session.answers)]
    elif part.name == PeoplePart.name:
        people = session.people
        own = [(one.number, given) for one, given in zip(people.here, people.own, strict=True)]
    return [
        (person, name, answer) for person, given in own for name, answer in given.items() if name in spared
    ]

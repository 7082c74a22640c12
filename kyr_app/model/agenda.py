"""The agenda of a workshop: whole minutes that sum to what was asked for, whatever was chosen.

The opening and the close get a tenth each; every lesson ends at a stop to teach back; there is a pause from an hour
on. What is left goes to the lessons, in the proportion of what each takes to read, and past twice that to questions.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from kyr_app.model.errors import InputError
from kyr_app.model.lesson import Lesson
from kyr_app.model.text import N_, P_, Words
from kyr_app.model.workshop import LONGEST, SHORTEST, Plan

ASK = 3
"""Minutes of a stop to teach back: one question, hands, the answer."""
LEAST_LESSON, LEAST_ROUND, LEAST_QUESTIONS = 5, 8, 5
"""Minutes under which a lesson, a round of stations, and questions are not worth beginning."""


class Stage(StrEnum):
    """What happens in a part of a workshop."""

    OPENING = "opening"
    LESSON = "lesson"
    ASK = "ask"
    STATIONS = "stations"
    PAUSE = "pause"
    QUESTIONS = "questions"
    CLOSE = "close"


class Step(Struct, frozen=True):
    """A part of a workshop: it begins `start` minutes after the beginning. `n` counts lessons and rounds from 1."""

    stage: Stage
    start: int
    minutes: int
    lesson: str = ""
    n: int = 0

    @property
    def end(self) -> int:
        """When it is over, in minutes after the beginning."""
        return self.start + self.minutes

    @property
    def clock(self) -> str:
        """Its place on a clock that begins at 0:00 with the workshop."""
        return f"{_clock(self.start)}–{_clock(self.end)}"


class TooMuch(InputError):
    """What was chosen does not fit into the minutes."""


def agenda(plan: Plan, lessons: Sequence[Lesson]) -> tuple[Step, ...]:
    """Return the parts of a workshop in order; their minutes sum to those of the plan.

    Raise `InputError` for minutes that no workshop has, for no lesson, and (`TooMuch`) where the time is too short.
    """
    if not SHORTEST <= plan.minutes <= LONGEST:
        raise InputError(N_("A workshop takes {least} to {most} minutes.", least=SHORTEST, most=LONGEST))
    if not lessons:
        raise InputError(N_("Please choose at least one lesson."))
    edge = max(5, min(12, round(plan.minutes / 10)))
    pause = 0 if plan.minutes < 60 else 5 if plan.minutes < 90 else 10 if plan.minutes < 120 else 15
    rest = plan.minutes - 2 * edge - pause - ASK * len(lessons)
    middle = _rounds(plan, lessons, rest) if plan.stations else _lessons(lessons, rest)
    spare = rest - sum(minutes for stage, minutes, _, _ in middle if stage is not Stage.ASK)
    middle = _paused(middle, pause)
    if spare >= LEAST_QUESTIONS:
        middle.append((Stage.QUESTIONS, spare, "", 0))
        spare = 0
    parts = [(Stage.OPENING, edge, "", 0), *middle, (Stage.CLOSE, edge + spare, "", 0)]
    made, at = [], 0
    for stage, minutes, lesson, n in parts:
        made.append(Step(stage, at, minutes, lesson, n))
        at += minutes
    return tuple(made)


_Part = tuple[Stage, int, str, int]


def _lessons(lessons: Sequence[Lesson], rest: int) -> list[_Part]:
    given = _shared([each.minutes for each in lessons], rest)
    made: list[_Part] = []
    for n, (lesson, minutes) in enumerate(zip(lessons, given, strict=True), 1):
        made += [(Stage.LESSON, minutes, lesson.id, n), (Stage.ASK, ASK, lesson.id, n)]
    return made


def _shared(wanted: Sequence[int], rest: int) -> list[int]:
    """Share `rest` minutes by what each lesson takes: at least half of that, at most twice that."""
    given = [max(LEAST_LESSON, -(-each // 2)) for each in wanted]
    if sum(given) > rest:
        raise _too_much(sum(given) - rest)
    for _ in range(rest - sum(given)):
        open_ = [at for at, each in enumerate(wanted) if given[at] < 2 * each]
        if not open_:
            break
        given[min(open_, key=lambda at: given[at] / wanted[at])] += 1
    return given


def _rounds(plan: Plan, lessons: Sequence[Lesson], rest: int) -> list[_Part]:
    count = len(plan.stations)
    each = rest // count
    if each < LEAST_ROUND:
        raise _too_much(LEAST_ROUND * count - rest)
    rounds: list[_Part] = [(Stage.STATIONS, each, "", n) for n in range(1, count + 1)]
    return [*rounds, *((Stage.ASK, ASK, lesson.id, n) for n, lesson in enumerate(lessons, 1))]


def _paused(parts: list[_Part], pause: int) -> list[_Part]:
    """Put the pause in the middle: after a stop to teach back, or between two rounds."""
    if not pause:
        return parts
    wide = Stage.STATIONS if any(part[0] is Stage.STATIONS for part in parts) else Stage.ASK
    ends = [at for at, part in enumerate(parts) if part[0] is wide]
    at = ends[(len(ends) - 1) // 2] + 1
    return [*parts[:at], (Stage.PAUSE, pause, "", 0), *parts[at:]]


def _too_much(minutes: int) -> TooMuch:
    short = P_("These lessons need {n} minute more.", "These lessons need {n} minutes more.", minutes)
    return TooMuch(short, N_("Choose a longer workshop, or fewer lessons."))


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"


def called(step: Step, titles: dict[str, Words]) -> Words:
    """Return what a part of a workshop is called; `titles` are those of the lessons by id."""
    lesson = titles.get(step.lesson, "")
    return {
        Stage.OPENING: N_("Welcome, and how we treat each other here"),
        Stage.LESSON: lesson,
        Stage.ASK: N_("One question with raised hands: {lesson}", lesson=lesson),
        Stage.STATIONS: N_("Stations, round {n}", n=step.n),
        Stage.PAUSE: N_("Pause"),
        Stage.QUESTIONS: N_("Questions, and practice in pairs"),
        Stage.CLOSE: N_("Closing gently"),
    }[step.stage]


ICONS: dict[Stage, str] = {
    Stage.OPENING: "hand-waving",
    Stage.LESSON: "book-open",
    Stage.ASK: "hand",
    Stage.STATIONS: "squares-four",
    Stage.PAUSE: "coffee",
    Stage.QUESTIONS: "chats-circle",
    Stage.CLOSE: "flower",
}
"""The picture of each part."""


class Now(Struct, frozen=True):
    """How a part stands: seconds it has taken, and that are left of it and of the whole; below 0 they are over."""

    taken: int
    left: int
    left_of_all: int

    @property
    def part(self) -> float:
        """How much of the part's time has been used, from 0 to 1."""
        whole = self.taken + self.left
        return 1.0 if whole <= 0 else min(1.0, max(0.0, self.taken / whole))


def now(steps: Sequence[Step], at: int, since: float, all_since: float) -> Now:
    """Return how part number `at` stands, `since` seconds after it began and `all_since` after the workshop did."""
    whole = steps[-1].end * 60
    return Now(int(since), steps[at].minutes * 60 - int(since), whole - int(all_since))

"""What a workshop shows on the wall, before anybody knows how large the wall is: leaves made of the same blocks.

A leaf is one point. The screen shares it out over as many slides as it needs, so that nothing is ever cut.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from msgspec import Struct

from kyr_app.model import teaching
from kyr_app.model.agenda import Stage, Step
from kyr_app.model.block import AnyBlock, Choice, facts_of
from kyr_app.model.lesson import Lesson, Point
from kyr_app.model.pieces import Look, Piece, of_block, of_blocks
from kyr_app.model.text import N_, Day, Words
from kyr_app.model.workshop import Leading, Plan


class Kind(StrEnum):
    """What a leaf is."""

    WORDS = "words"
    TITLE = "title"
    ASK = "ask"
    ANSWER = "answer"
    REST = "rest"


class Leaf(Struct, frozen=True, kw_only=True):
    """One thing to show. `step` is the part of the agenda it belongs to, counted from 0.

    `mark` is its number, the same on the wall, on the leader's screen and in the guide: lesson, point. `notes` are
    for the leader alone. `ask` is the question for which hands are raised.
    """

    kind: Kind
    step: int
    title: Words
    icon: str
    pieces: tuple[Piece, ...] = ()
    mark: str = ""
    lesson: str = ""
    notes: tuple[Words, ...] = ()
    ask: Choice | None = None


def deck(
    plan: Plan, steps: Sequence[Step], lessons: Sequence[Lesson], leading: Leading | None
) -> tuple[Leaf, ...]:
    """Return everything that is shown, in the order of the agenda."""
    known = {lesson.id: lesson for lesson in lessons}
    made: list[Leaf] = []
    for at, step in enumerate(steps):
        if step.stage is Stage.OPENING:
            made += _opening(at, lessons, leading)
        elif step.stage is Stage.LESSON:
            made += _lesson(at, step.n, known[step.lesson], short=plan.short)
        elif step.stage is Stage.ASK:
            made += _asked(at, step.n, known[step.lesson])
        elif step.stage is Stage.STATIONS:
            made.append(_stations(at, step, plan))
        elif step.stage is Stage.PAUSE:
            made.append(_rest(at, step))
        elif step.stage is Stage.QUESTIONS:
            made.append(_questions(at))
        else:
            made += _close(at, leading)
    return tuple(made)


def _opening(at: int, lessons: Sequence[Lesson], leading: Leading | None) -> Iterator[Leaf]:
    if leading is not None:
        pieces = tuple(of_blocks(leading.welcome))
        yield Leaf(
            kind=Kind.WORDS,
            step=at,
            title=N_("Welcome"),
            icon="hand-waving",
            pieces=pieces,
            notes=teaching.OPENING,
        )
    today = tuple(Piece(Look.ITEM, lesson.title, icon=lesson.icon) for lesson in lessons)
    yield Leaf(
        kind=Kind.WORDS, step=at, title=N_("What we talk about today"), icon="list-bullets", pieces=today
    )


def _lesson(at: int, n: int, lesson: Lesson, *, short: bool) -> Iterator[Leaf]:
    pieces = [Piece(Look.TEXT, lesson.summary)]
    if lesson.painful:
        pieces += [Piece(Look.TEXT, words, icon="hand-palm") for words in teaching.PAINFUL]
    yield Leaf(
        kind=Kind.TITLE,
        step=at,
        title=lesson.title,
        icon=lesson.icon,
        pieces=tuple(pieces),
        mark=f"{n}",
        lesson=lesson.id,
        notes=teaching.of_lesson(lesson),
    )
    for number, point in enumerate(lesson.points, 1):
        yield _point(at, f"{n}.{number}", lesson, point, short=short)
    yield _sources(at, n, lesson)


def _point(at: int, mark: str, lesson: Lesson, point: Point, *, short: bool) -> Leaf:
    facts = tuple(dict.fromkeys(fact for block in point.blocks for fact in facts_of(block)))
    if short:
        said = [block for block in point.blocks if teaching.is_said(block)]
        main = () if teaching.says_itself(point) else (Piece(Look.TEXT, point.short, facts=facts),)
        pieces = (*main, *of_blocks(said))
    else:
        pieces = tuple(of_blocks(point.blocks))
    return Leaf(
        kind=Kind.WORDS,
        step=at,
        title=point.title,
        icon=point.icon,
        pieces=pieces,
        mark=mark,
        lesson=lesson.id,
        notes=teaching.of_point(point),
    )


def _sources(at: int, n: int, lesson: Lesson) -> Leaf:
    reviewed, until = (Day(day.isoformat()) for day in (lesson.reviewed, lesson.good_until))
    review = (
        N_("Reviewed by {name}.", name=lesson.review)
        if lesson.review
        else N_("Not yet reviewed by a lawyer.")
    )
    told = (
        N_("This is free. It is not legal advice."),
        N_("Reviewed {day}", day=reviewed),
        N_("Good until {day}", day=until),
        review,
        N_("Every source stands on the sheet that you take with you."),
    )
    pieces = tuple(Piece(Look.ITEM, words) for words in told)
    title = N_("Where this comes from")
    return Leaf(
        kind=Kind.WORDS, step=at, title=title, icon="books", pieces=pieces, mark=f"{n}", lesson=lesson.id
    )


def _asked(at: int, n: int, lesson: Lesson) -> Iterator[Leaf]:
    asked = lesson.teach_back
    title = N_("Was it clear?")
    options = tuple(
        Piece(Look.ANSWER, option.text, label=letter)
        for letter, option in zip("ABCDEF", asked.options, strict=False)
    )
    question = Piece(Look.ASKED, asked.question, keep=True)
    yield Leaf(
        kind=Kind.ASK,
        step=at,
        title=title,
        icon="hand",
        pieces=(question, *options),
        mark=f"{n}",
        lesson=lesson.id,
        notes=teaching.ASKING,
        ask=asked,
    )
    yield Leaf(
        kind=Kind.ANSWER,
        step=at,
        title=title,
        icon="check-circle",
        pieces=tuple(_answer(asked)),
        mark=f"{n}",
        lesson=lesson.id,
        notes=teaching.of_answer(asked),
        ask=asked,
    )


def _answer(asked: Choice) -> Iterator[Piece]:
    for letter, option in zip("ABCDEF", asked.options, strict=False):
        if option.right:
            yield Piece(Look.OPTION, option.text, label=letter, keep=True)
            yield Piece(Look.TEXT, option.reply, icon="check-circle")


def _stations(at: int, step: Step, plan: Plan) -> Leaf:
    pieces = [
        piece
        for letter, station in zip("ABCDEFGH", plan.stations, strict=False)
        for piece in (
            Piece(Look.OPTION, station.title, label=letter, keep=True),
            Piece(Look.TEXT, station.text, icon=station.icon, facts=station.facts),
        )
    ]
    title = N_("Stations, round {n}", n=step.n)
    return Leaf(
        kind=Kind.WORDS,
        step=at,
        title=title,
        icon="squares-four",
        pieces=tuple(pieces),
        notes=teaching.STATIONS,
    )


def _rest(at: int, step: Step) -> Leaf:
    told = (Piece(Look.TEXT, N_("We go on in {n} minutes.", n=step.minutes)),)
    return Leaf(kind=Kind.REST, step=at, title=N_("Pause"), icon="coffee", pieces=told, notes=teaching.PAUSE)


def _questions(at: int) -> Leaf:
    told = tuple(Piece(Look.ITEM, words) for words in teaching.QUESTIONS)
    return Leaf(
        kind=Kind.WORDS,
        step=at,
        title=N_("What do you want to ask?"),
        icon="chats-circle",
        pieces=told,
        notes=teaching.IN_TWOS,
    )


def _close(at: int, leading: Leading | None) -> Iterator[Leaf]:
    blocks: tuple[AnyBlock, ...] = leading.goodbye if leading is not None else ()
    pieces = tuple(piece for block in blocks for piece in of_block(block))
    yield Leaf(
        kind=Kind.REST if not pieces else Kind.WORDS,
        step=at,
        title=N_("Thank you"),
        icon="flower",
        pieces=pieces,
        notes=teaching.CLOSING,
    )

"""Workshops: plans whose lessons exist and fit their minutes, stations and corners that have a sheet, one guidance."""

from __future__ import annotations

from collections.abc import Iterator

from kyr_app.content.desk import Desk, Problem, Source
from kyr_app.content.schema import nearest
from kyr_app.model.agenda import TooMuch, agenda
from kyr_app.model.directory import Directory
from kyr_app.model.lesson import Audience, Lesson
from kyr_app.model.text import N_
from kyr_app.model.workshop import LENGTHS, MOST_PEOPLE, Leading, Plan, ReadyPlan

MOST_STATIONS = 8


def check(desk: Desk) -> Iterator[Problem]:
    """Yield what is wrong with plans and with what their leaders are told."""
    lessons = {lesson.id: lesson for lesson in desk.values(Lesson)}
    for source in desk.of(ReadyPlan):
        yield from _plan(source, lessons)
    places = {contact.id for file in desk.values(Directory) for contact in file.contacts}
    seen = ""
    for source in desk.of(Leading):
        top = source.visits[0][2]
        if seen:
            yield source.problem(top, N_("“{id}” stands in {file} too.", id=source.value.id, file=seen))
        seen = source.file
        for name in source.value.contacts:
            if name not in places:
                said = N_(
                    "There is no place “{id}”. Did you mean “{near}”?",
                    id=name,
                    near=nearest(name, places) or "–",
                )
                yield source.problem(top, said)


def _plan(source: Source, lessons: dict[str, Lesson]) -> Iterator[Problem]:
    plan: ReadyPlan = source.value
    top = source.visits[0][2]
    corner = (plan.corner.lesson,) if plan.corner else ()
    missing = [
        name
        for name in (*plan.lessons, *(each.lesson for each in plan.stations), *corner)
        if name not in lessons
    ]
    for name in dict.fromkeys(missing):
        near = nearest(name, lessons) or "–"
        yield source.problem(top, N_("There is no lesson “{id}”. Did you mean “{near}”?", id=name, near=near))
    if plan.minutes not in LENGTHS:
        told = ", ".join(map(str, LENGTHS))
        yield source.problem(top, N_("A ready plan takes one of: {known} minutes.", known=told))
    if not 1 <= plan.people <= MOST_PEOPLE:
        yield source.problem(top, N_("A workshop has 1 to {n} people.", n=MOST_PEOPLE))
    if len(plan.stations) == 1 or len(plan.stations) > MOST_STATIONS:
        yield source.problem(top, N_("A plan has no stations, or 2 to {n} of them.", n=MOST_STATIONS))
    if corner and corner[0] in lessons and lessons[corner[0]].audience is not Audience.CHILD:
        yield source.problem(top, N_("The page of a children's corner is a lesson for children."))
    if not missing:
        yield from _fits(source, [lessons[name] for name in plan.lessons])


def _fits(source: Source, lessons: list[Lesson]) -> Iterator[Problem]:
    ready: ReadyPlan = source.value
    plan = Plan(lessons=ready.lessons, minutes=ready.minutes, people=ready.people, stations=ready.stations)
    try:
        agenda(plan, lessons)
    except TooMuch as error:
        yield source.problem(source.visits[0][2], error.said)

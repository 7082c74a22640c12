"""Papers of 1, 10 and 100 of something: what makes each, for `growth` to measure."""

from __future__ import annotations

import datetime as dt
from itertools import cycle, islice
from typing import Any

import msgspec

from kyr_app.content.library import Library, Shelf
from kyr_app.documents.lessons.job import ChecklistJob
from kyr_app.model.rough_date import RoughDate
from kyr_app.model.story import Card, Story
from kyr_app.session.making.story import StoryPapers
from kyr_app.session.session import Session
from kyr_app.session.workshop import Wanted
from tests.bench.measure import Work
from tests.unit.documents import paper
from tests.unit.story.told import long_text

TODAY = dt.date(2026, 11, 25)
WORDS = 60
"""Of a card: 83 of them are a declaration of five thousand words."""


def story(count: int) -> Story:
    """Return a story of so many cards."""
    cards = [
        Card(
            number=at,
            what=long_text(WORDS, seed=at),
            when=RoughDate("", f"{2000 + at // 12}-{at % 12 + 1:02}", ""),
        )
        for at in range(1, count + 1)
    ]
    return Story(cards=tuple(cards), last=count)


def declaration(count: int, library: Library) -> Work:
    """Return what makes the declaration of so many cards."""
    session = Session(library=library, today=TODAY)
    session.story.take(story(count))
    return StoryPapers(session).declaration(()).run


def lessons(count: int) -> list[paper.Lesson]:
    """Return so many short lessons."""
    return [paper.lesson(name=f"made-{at}", points=4) for at in range(count)]


def handout(count: int, _library: Library) -> Work:
    """Return what makes a handout of so many lessons."""
    return paper.job(*lessons(count)).run


def checklists(count: int, library: Library) -> Work:
    """Return what makes so many checklists in one file."""
    session = Session(library=library, today=TODAY)
    lists = tuple(map(session.checklist, islice(cycle(library.checklists), count)))
    frame = {"locales": (session.locale_of("es"),), "paper": session.settings.paper, "today": TODAY}
    return ChecklistJob(lists=lists, library=library, **frame).run  # type: ignore[arg-type]


def places(count: int, library: Library) -> Work:
    """Return what makes the sheet of so many places that help."""
    own = tuple(islice(cycle(library.contacts.values()), count))
    named = tuple(msgspec.structs.replace(each, id=f"{each.id}-{at}") for at, each in enumerate(own))
    return _sheet(library, contacts=named).directory_sheet(("es",), None).run


def words(count: int, library: Library) -> Work:
    """Return what makes the sheet of so many words."""
    own = tuple(islice(cycle(library.terms.values()), count))
    named = tuple(msgspec.structs.replace(each, id=f"{each.id}-{at}") for at, each in enumerate(own))
    return _sheet(library, terms=named).glossary_sheet(("es",), None).run


def _sheet(library: Library, **changed: Any) -> Session:
    shelf: Shelf = library.shelf
    return Session(library=Library(msgspec.structs.replace(shelf, **changed)), today=TODAY)


def sets(count: int, library: Library) -> Work:
    """Return what makes the sets of a workshop for so many people; its papers are drawn anew each time."""
    session = Session(library=library, today=TODAY)
    session.workshop.take("fear-interview")
    session.workshop.change(people=count, children=0)

    def run() -> bytes:
        session.workshop.drawn.clear()
        return session.workshop.pack(Wanted()).run()

    return run

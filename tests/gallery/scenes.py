"""Every place of the program, shown with the sample sitting: one scene for each, some places in several."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from kyr_app.model.interview import Reached
from kyr_app.model.text import N_
from kyr_app.session.selfcheck import check
from kyr_app.ui import background, filling
from kyr_app.ui.desk import Place
from kyr_app.ui.screens.assemble_made import Made
from kyr_app.ui.standing import State
from kyr_app.ui.window import Window
from tests.gallery import sample
from tests.unit.packet.pictures import jpeg, on_table, paper

PATIENCE = 20.0
"""Seconds that work in the background may take."""
URGENT = {
    "adults": 0,
    "children": 1,
    "youngest_age": 16,
    "children_with": "other_adult",
    "same_surname": "yes",
}
"""Answers that call for help before anything else."""
NEEDS_FILE = (
    Place.PHRASES,
    Place.ROOMS,
    Place.HANDING,
    Place.TAKING,
    Place.EXPORT,
    Place.DELETE,
    Place.UNSAVED,
)
"""Places that there are only while a family file is open."""


def settle(*, wait: bool = False) -> None:
    """Let Qt finish what it has begun; with `wait`, also what is done in the background."""
    end, quiet = time.monotonic() + PATIENCE, False
    while True:
        for _ in range(4):
            QApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            filling.finish_all()
        busy = bool(background._under_way)
        if not wait or (quiet and not busy) or time.monotonic() > end:
            return
        quiet = not busy  # once more: what the work has brought only now is still to be laid out
        time.sleep(0.01)


def built() -> list[Place]:
    """Return the places that have a screen: all of them, but for one that somebody has only just named."""
    return [each for each in Place if find_spec(f"kyr_app.ui.screens.{each.value}") is not None]


def every(window: Window, stick: Path, only: frozenset[Place] | None = None) -> Iterator[tuple[Place, str]]:
    """Show every place, or `only` some, one after the other; yield each with the name of its scene.

    At the end a family file lies on the stick; close it with the window.
    """
    wanted = frozenset(built() if only is None else only)
    for place in [each for each in Place if each in wanted and each not in NEEDS_FILE]:
        for name in _show(window, place):
            settle(wait=True)
            yield place, name
    if wanted & {*NEEDS_FILE, Place.LOCKED}:
        sample.keep(window.session, stick)
        window.bar.show_file(State.KEPT)
        settle()
        for place in [each for each in NEEDS_FILE if each in wanted] + [Place.FAMILY] * (
            Place.FAMILY in wanted
        ):
            window.go(place)
            settle(wait=True)
            yield place, f"{place.value}-open"


def _show(window: Window, place: Place) -> Iterator[str]:
    """Show a place in each of its scenes."""
    if place in SEVERAL:
        yield from SEVERAL[place](window)
        return
    window.go(place, WITH[place](window) if place in WITH else "")
    yield place.value


def _lesson(window: Window) -> Iterator[str]:
    window.go(Place.LESSON, "turn-in")
    window.shown.show_point(0)
    yield "lesson"
    window.shown.show_point(window.shown.points)
    yield "lesson-question"


def _interview(window: Window) -> Iterator[str]:
    """Show a question of each kind, and what announces a hard one."""
    seen = set()
    for interview in _asking(window):
        window.go(Place.INTERVIEW, interview)
        for _ in range(60):
            if window.place is not Place.INTERVIEW:
                break
            page = window.shown.page
            kind = "hard" if page is None else type(page.asked.answer).__name__.lower()
            if kind not in seen:
                seen.add(kind)
                yield f"interview-{kind}"
            if page is not None and page.answer.value() is None:
                page.answer.unsure.click()
            window.shown.forward()
            settle()


def _asking(window: Window) -> list[str]:
    every_one = window.session.library.interviews.values()
    return [each.id for each in every_one if each.reached is Reached.SITUATION][:3]


def _stop(window: Window) -> Iterator[str]:
    """Show what cannot wait, where an answer calls for it."""
    session, before = window.session, window.session.answers
    window.go(Place.INTERVIEW, "travelers")
    answers = before
    for name, value in URGENT.items():
        answers = answers.given(name, value)
    session.replace_answers(answers)
    settle()
    window.go(Place.STOP)
    if window.place is Place.STOP:
        yield "stop"
    session.replace_answers(before)
    settle()


def _result(window: Window) -> Iterator[str]:
    session = window.session
    screening = next(each for each in session.library.screenings.values() if each.each_person)
    for person in session.people.here[:1]:
        session.interviews.start(screening.interview, person.number)
        for _ in range(40):
            if session.interviews.at is None:
                break
            session.interviews.answer("yes")
        window.go(Place.RESULT, f"{screening.id}:{person.number}")
        yield "result"


def _deadline(window: Window) -> Iterator[str]:
    window.go(Place.DEADLINE, "bia-appeal")
    yield "deadline"
    window.shown.entry.show_value(sample.TODAY)
    window.shown.forward()
    yield "deadline-counted"
    window.shown.forward()


def _breathing(window: Window) -> Iterator[str]:
    window.go(Place.BREATHING, Place.HOME.value)
    yield "breathing"
    window.go(Place.HOME)


def _receipt(window: Window) -> Iterator[str]:
    line = check.Line("example", "Persona de Ejemplo", good=True, said="555-0100")
    window.desk.receipt = check.page((line,))
    window.go(Place.RECEIPT)
    yield "receipt"
    window.shown.forward()


def _locked(window: Window) -> Iterator[str]:
    window.go(Place.LOCKED, "ejemplo.a")
    yield "locked"


def _create(window: Window) -> Iterator[str]:
    window.go(Place.CREATE)
    yield "create"
    next(iter(window.shown.places.cards.values())).click()
    yield "create-words"
    window.go(Place.HOME)


def _screening(window: Window) -> str:
    return next(each.id for each in window.session.library.screenings.values() if each.each_person)


def _checklist(window: Window) -> str:
    return next(iter({each.leads_to for each in window.session.library.interviews.values()} - {""}))


def _pictures(window: Window) -> None:
    """Put papers into the packet, where there are none: a sheet on a table among them."""
    album, packing = window.session.packet._album, window.session.packet
    if packing.packet.exhibits:
        return
    table, flat = jpeg(on_table((450, 600))), jpeg(paper().resize((425, 550)))
    for pages in ([table], [flat, table, flat], [flat]):
        packet, _ = packing.packet.with_new(album.keep(pages))
        packing.use(packet, N_("the order"))
    packing.describe(2, title="2019", title_en="2019", date="2019", language="es")


def _packet(window: Window) -> Iterator[str]:
    window.go(Place.PACKET)
    yield "packet-empty"
    window.shown.bringing.ask()
    yield "packet-from-where"
    _pictures(window)
    window.go(Place.PACKET)
    yield "packet"


def _exhibit(window: Window) -> Iterator[str]:
    _pictures(window)
    for side in ("look", "pages", "words"):
        window.go(Place.EXHIBIT, f"2/{side}")
        yield f"exhibit-{side}"


def _assemble(window: Window) -> Iterator[str]:
    _pictures(window)
    window.go(Place.ASSEMBLE)
    settle(wait=True)  # the sheets are counted and told
    yield "assemble"
    window.shown._show_made((Made(N_("Copy of the packet to read"), "book-open", 41, b" " * 2_500_000),))
    yield "assemble-made"


def _rehearse(window: Window) -> Iterator[str]:
    """Show how a practice begins, and its first screen."""
    for practice in ("fear", "interview"):
        window.go(Place.REHEARSE, practice)
        yield f"rehearse-{practice}"
        window.shown.forward()
        settle()
        yield f"rehearse-{practice}-begun"


def _plan(window: Window) -> str:
    return next(iter(window.session.library.workshops))


def _workshop(window: Window) -> Iterator[str]:
    window.go(Place.WORKSHOP)
    yield "workshop"
    window.go(Place.WORKSHOP, _plan(window))
    yield "workshop-plan"


def _sets(window: Window) -> Iterator[str]:
    window.go(Place.WORKSHOP, _plan(window))
    window.go(Place.SETS)
    yield "sets"


SEVERAL: dict[Place, Callable[[Window], Iterator[str]]] = {
    Place.LESSON: _lesson,
    Place.INTERVIEW: _interview,
    Place.STOP: _stop,
    Place.RESULT: _result,
    Place.DEADLINE: _deadline,
    Place.BREATHING: _breathing,
    Place.RECEIPT: _receipt,
    Place.LOCKED: _locked,
    Place.CREATE: _create,
    Place.PACKET: _packet,
    Place.EXHIBIT: _exhibit,
    Place.ASSEMBLE: _assemble,
    Place.REHEARSE: _rehearse,
    Place.WORKSHOP: _workshop,
    Place.SETS: _sets,
}
WITH: dict[Place, Callable[[Window], str]] = {
    Place.PREVIEW: lambda window: f"lesson:{next(iter(window.session.library.lessons))}",
    Place.CHECKLIST: _checklist,
    Place.PAUSE: lambda _: Place.HOME.value,
    Place.FORGET: lambda _: Place.HOME.value,
    Place.PEOPLE: _screening,
    Place.CARD: lambda _: "1",
    Place.BLANK: lambda _: "i-589",
    Place.FINDINGS: lambda window: _asking(window)[0],
}
"""What a place is shown with, where it has no meaning without."""

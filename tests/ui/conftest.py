"""The real window over the real content, without a screen unless `QT_QPA_PLATFORM` says otherwise."""

import datetime as dt
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton

from kyr_app import places
from kyr_app.content import library
from kyr_app.model.interview import Reached
from kyr_app.model.person import Who
from kyr_app.model.settings import Settings
from kyr_app.session.session import Session
from kyr_app.store.preferences import Forgetful
from kyr_app.ui import app as program
from kyr_app.ui import background, cover, filling, theme, watch
from kyr_app.ui.desk import Place
from kyr_app.ui.window import Window
from tests.gallery.eyes import visible

TODAY = dt.date(2026, 11, 22)


@pytest.fixture(scope="session")
def qapp_cls():
    return QApplication


@pytest.fixture(scope="session")
def content():
    return library.load(places.pack())


@pytest.fixture
def session(content):
    return Session(content, Forgetful(Settings(language="es")), TODAY)


@pytest.fixture
def open_window(qapp):
    """Return a function that opens the window of a session; what is opened is closed after the test."""
    opened = []

    def open_it(session, width=1366, height=728):
        program.application([])
        theme.apply(qapp, session.settings)
        window = Window(session)
        window.resize(width, height)
        window.show()
        opened.append(window)
        settle()
        return window

    yield open_it
    background.wait()
    for window in opened:
        window.cover.lift()
        window.close()
        window.deleteLater()
    settle()


@pytest.fixture
def window(open_window, session):
    return open_window(session)


@pytest.fixture(autouse=True)
def calm(monkeypatch):
    """Let nobody be in a fright: a test presses at once what brings back. Esc twice is Esc twice, however slowly."""
    monkeypatch.setattr(cover, "FRIGHT", -1)
    monkeypatch.setattr(watch, "TWICE", 600_000)


@pytest.fixture(autouse=True)
def no_leaked_widgets(qapp):  # noqa: ARG001 (it must be there first)
    """Fail a test after which a window is left."""
    before = set(QApplication.topLevelWidgets())
    yield
    settle()
    left = [each for each in QApplication.topLevelWidgets() if each not in before and each.isVisible()]
    assert not left


def settle():
    """Let Qt finish what it has begun, and delete what was given up."""
    for _ in range(5):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        filling.finish_all()


def shown_words(widget):
    """Return what each visible label and button under `widget` says, with the widget."""
    kinds = (QLabel, QPushButton, QToolButton)
    every = visible(widget)
    return [(each, each.text()) for kind in kinds for each in every if isinstance(each, kind) and each.text()]


def clipped(window):
    """Return what cannot be read whole: labels too low for their words, and buttons too narrow for theirs."""
    bad = []
    for each, text in shown_words(window):
        if isinstance(each, QLabel):
            wide = each.wordWrap() and each.heightForWidth(each.width()) > each.height() + 1
            if wide or each.minimumSizeHint().width() > each.width() + 1:
                bad.append(text)
        elif each.sizeHint().width() > each.width() + 1 or each.sizeHint().height() > each.height() + 1:
            bad.append(text)
    return bad


def every_place(window):
    """Show every screen there is, one after the other, yielding its name."""
    shelf = window.session.library
    window.go(Place.HOME)
    yield "home"
    for place in (Place.LIBRARY, Place.SITUATION, Place.PREPARE, Place.PAPERS, Place.PAUSE, Place.FORGET):
        window.go(place)
        yield place.value
    for place in (
        Place.DRILL,
        Place.LOOKUP,
        Place.GLOSSARY,
        Place.DIRECTORY,
        Place.TIMELINE,
        Place.RECENT,
        Place.SOURCES,
    ):
        window.go(place)
        yield place.value
    window.shown.show_rows(next(iter(shelf.lessons)))
    yield "sources of a lesson"
    yield from _workshop(window)
    lesson = next(iter(shelf.lessons.values()))
    window.go(Place.LESSON, lesson.id)
    for at in range(len(lesson.points) + 1):
        window.shown.show_point(at)
        yield f"lesson {at}"
    for interview in shelf.interviews.values():
        if interview.reached is not Reached.SITUATION:
            continue  # test_my_papers looks at those
        window.go(Place.INTERVIEW, interview.id)
        yield from _questions(window, interview)
        if not interview.leads_to:
            window.go(Place.FINDINGS, interview.id)
            yield f"findings {interview.id}"
    led_to = {each.leads_to for each in shelf.interviews.values()} - {""}
    for checklist in [each for each in shelf.checklists if each in led_to][:2]:
        window.go(Place.CHECKLIST, checklist)
        yield f"checklist {checklist}"
    yield from _family(window)
    yield from _packet(window)


def _workshop(window):
    """Show a workshop: plans, lessons of one's own, a plan with raised hands, its sheets, its numbers."""
    window.go(Place.SETS)
    yield "sets without a plan"
    window.go(Place.WORKSHOP)
    yield "workshop"
    window.shown.page.cards["own"].click()
    yield "lessons of a workshop"
    window.session.workshop.take("family-corner")
    window.session.workshop.raise_hand("turn-in", 0)
    for place in (Place.WORKSHOP, Place.SETS, Place.NUMBERS):
        window.go(place)
        yield f"{place.value} of a plan"
    window.session.workshop.end()


def _family(window):
    """Show what belongs to one family: its people, what they came to, its evidence, its dates, its sheet."""
    session = window.session
    for who in (Who.ME, Who.CHILD):
        session.add_person(who)
    screening = next(each for each in session.library.screenings.values() if each.each_person)
    window.go(Place.PEOPLE, screening.id)
    yield "people"
    for person in session.people.here:
        session.interviews.start(screening.interview, person.number)
        while session.interviews.at is not None:
            session.interviews.answer("yes")
        window.go(Place.RESULT, f"{screening.id}:{person.number}")
        yield "result"
    window.go(Place.EVIDENCE)
    next(iter(window.shown.items.values())).plan.ask.click()
    yield "evidence"
    window.go(Place.DEADLINES)
    yield "deadlines"
    window.go(Place.DEADLINES, "decision")
    yield "deadlines of a decision"
    for rule in ("bia-appeal", "bia-appeal-safe-target", "in-absentia-no-notice", "ead-file", "cf-ij-review"):
        window.go(Place.DEADLINE, rule)
        window.shown.entry.show_value(TODAY)
        yield f"deadline {rule}"
        window.shown.forward()
        yield f"deadline {rule} counted"
        window.shown.forward()
    yield "dates"
    window.go(Place.TODAY)
    yield "today"
    window.go(Place.INTAKE)
    yield "intake"


def _packet(window):
    """Show the packet: nothing in it, where photos are, the list, one paper in three ways, what is made of all."""
    from tests.ui.packing import MADE, done, fill  # noqa: PLC0415 (they stand on this module)

    for place in (Place.ASSEMBLE, Place.PACKET):
        window.go(place)
        yield f"{place.value} of nothing"
    window.shown.bringing.ask()
    yield "where photos are"
    fill(window.session)
    window.go(Place.PACKET)
    yield "packet"
    window.shown.page.list.rows[1].choose.click()
    yield "packet, one chosen"
    for side in ("look", "pages", "words"):
        window.go(Place.EXHIBIT, f"2/{side}")
        yield f"exhibit, {side}"
    window.go(Place.ASSEMBLE)
    done(window.shown)
    yield "assemble"
    window.shown._show_made(MADE)
    yield "assemble, made"


def past_stops(window):
    """Go on from whatever cannot wait, and return how often it interrupted."""
    count = 0
    while window.place is Place.STOP:
        window.shown.forward()
        count += 1
    return count


def _questions(window, interview):
    for _ in range(len(interview.screens) * 2):
        if window.place is Place.STOP:
            yield "stop"
            past_stops(window)
        if window.place is not Place.INTERVIEW:
            break
        if window.shown.page is None:
            yield "hard question"
        else:
            yield f"question {window.shown.page.asked.id}"
            window.shown.page.answer.unsure.click()
        window.shown.forward()
    yield "review"

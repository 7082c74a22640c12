"""Slides: every lesson in both languages, nothing under 28 points, nothing cut; and what the keys do."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFontInfo

from kyr_app.content import tokens
from kyr_app.model.agenda import ASK, Stage, Step
from kyr_app.model.block import facts_of
from kyr_app.model.deck import Kind, deck
from kyr_app.model.inline import plain
from kyr_app.model.lesson import Audience
from kyr_app.model.pieces import Look, Piece
from kyr_app.model.text import Text
from kyr_app.model.workshop import Plan
from kyr_app.ui import app as program
from kyr_app.ui import theme
from kyr_app.ui.slides.fit import Fitter, parted
from kyr_app.ui.slides.letters import Letters, Told, WallLabel
from kyr_app.ui.slides.view import SlideView

POINTS = 28 * 96 / 72
"""28 points in pixels."""
WALL, SMALL, WIDE, OLD = QSize(1024, 768), QSize(1093, 614), QSize(1920, 1080), QSize(800, 600)
ROOT = Path(__file__).parents[2]


@pytest.fixture
def looks(qapp, session):
    program.application([])
    theme.apply(qapp, session.settings)
    return theme.style(session.settings)


def fitter(session, looks, first="es", wall=WALL):
    languages = sorted(session.languages, key=lambda each: each != first)
    told = Told(tuple(session.locale_of(each) for each in languages), looks.colours)
    return Fitter(Letters(wall), told, session.library.facts)


def leaves(session, lessons, *, short):
    """Return the leaves of lessons, each told and asked, however long that takes."""
    steps, at = [], 0
    for n, lesson in enumerate(lessons, 1):
        steps += [Step(Stage.LESSON, at, 10, lesson.id, n), Step(Stage.ASK, at + 10, ASK, lesson.id, n)]
        at += 10 + ASK
    plan = Plan(lessons=tuple(each.id for each in lessons), minutes=at, people=25, short=short)
    ends = [
        Step(Stage.OPENING, at, 5),
        Step(Stage.PAUSE, at, 5),
        Step(Stage.QUESTIONS, at, 5),
        Step(Stage.CLOSE, at, 5),
    ]
    return deck(plan, [*steps, *ends], lessons, session.library.leading)


def problems(view, least=POINTS):
    """Return what on a slide is too small, cut, or beyond its edge."""
    view.ensurePolished()
    view.layout().activate()
    bad, inside = [], view.rect()
    for label in view.findChildren(WallLabel):
        if not label.text() or label.isHidden():
            continue
        label.ensurePolished()
        if label.parentWidget() is not view:
            label.parentWidget().layout().activate()
        if QFontInfo(label.font()).pixelSize() < least or "font-size" in label.text():
            bad.append(("small", label.text()))
        needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        if needed > label.height() or label.minimumSizeHint().width() > label.width() + 1:
            bad.append(("cut", label.text()))
        place = label.rect().translated(label.mapTo(view, label.rect().topLeft()))
        if not inside.contains(place):
            bad.append(("beyond", label.text()))
    return bad


@pytest.mark.parametrize("short", [True, False], ids=["short", "whole"])
@pytest.mark.parametrize("first", ["es", "en"])
def test_every_slide_of_every_lesson_can_be_read_whole(session, looks, first, short):
    lessons = list(session.library.lessons.values())
    fits = fitter(session, looks, first)
    bad = {}
    slides = fits.slides(leaves(session, lessons, short=short))
    for at, slide in enumerate(slides):
        view = SlideView(slide, fits)
        if found := problems(view):
            bad[at] = found
        view.deleteLater()
    assert not bad
    assert len(slides) > len(lessons) * 5


@pytest.mark.parametrize("wall", [SMALL, WIDE, OLD], ids=["1093x614", "1920x1080", "800x600"])
def test_other_walls_hold_the_longest_lessons_too(session, looks, wall):
    lessons = [session.library.lesson(each) for each in ("turn-in", "waiting-in-mexico", "fear-interview")]
    fits = fitter(session, looks, wall=wall)
    for slide in fits.slides(leaves(session, lessons, short=False)):
        view = SlideView(slide, fits)
        assert view.size() == wall
        assert not problems(view, POINTS * min(1, wall.width() / WALL.width()))
        view.deleteLater()


def test_letters_grow_with_the_wall_and_never_shrink(looks):
    tokens_ = tokens.theme().slide
    assert Letters(SMALL).body == tokens_.body == Letters(WALL).body
    assert Letters(WIDE).body > tokens_.body >= POINTS
    assert looks.colours


def test_the_eye_for_cut_words_sees(session, looks):
    fits = fitter(session, looks)
    slide = fits.slides(leaves(session, [session.library.lesson("say-fear")], short=True))[1]
    view = SlideView(slide, fits)
    assert not problems(view)
    label = max(view.findChildren(WallLabel), key=lambda each: len(each.text()))
    label.setFixedHeight(20)
    assert ("cut", label.text()) in problems(view)
    view.deleteLater()


def test_a_whole_telling_loses_no_word(session, looks):
    """Every sentence of every block of a lesson stands on one of its slides, in both languages."""
    lesson = session.library.lesson("turn-in")
    fits = fitter(session, looks)
    shown = " ".join(
        plain(piece.words.in_language(language))
        for slide in fits.slides(leaves(session, [lesson], short=False))
        for piece in slide.pieces
        if isinstance(piece.words, Text)
        for language in ("es", "en")
    )
    for point in lesson.points:
        for block in point.blocks:
            texts = [getattr(block, "text", None), *(item.text for item in getattr(block, "items", ()))]
            for text in filter(None, texts):
                for language in ("es", "en"):
                    for word in plain(text.in_language(language)).split():
                        assert word in shown


def test_each_legal_slide_says_what_it_rests_on(session, looks):
    lesson = session.library.lesson("say-fear")
    fits = fitter(session, looks)
    slides = fits.slides(leaves(session, [lesson], short=True))
    point = lesson.points[0]
    facts = {fact for block in point.blocks for fact in facts_of(block)}
    assert any(session.library.facts[name].changes for name in facts)
    slide = next(each for each in slides if each.leaf.title == point.title)
    assert slide.foot[0].startswith("Fuente / Source: 8 CFR")
    assert len(slide.foot) == 2


def test_answers_to_raise_hands_for_stand_together(session, looks):
    fits = fitter(session, looks)
    lessons = [each for each in session.library.lessons.values() if each.audience is Audience.FAMILY]
    apart = [
        slide for slide in fits.slides(leaves(session, lessons, short=True)) if slide.leaf.kind is Kind.ASK
    ]
    for slide in apart:
        answers = [piece for piece in slide.pieces if piece.look is Look.ANSWER]
        assert len(answers) in {0, len(slide.leaf.ask.options)}


def test_a_passage_is_parted_after_the_same_sentence_in_both_languages(session, looks):
    text = Text("Uno dos tres. Cuatro cinco. Seis.", "One two three. Four five. Six.")
    assert parted(text, 2) == [
        Text("Uno dos tres.", "One two three."),
        Text("Cuatro cinco. Seis.", "Four five. Six."),
    ]
    uneven = Text("Una sola frase muy larga que no acaba", "One sentence. Another one. A third one.")
    parts = parted(uneven, 3)
    assert " ".join(each.es for each in parts) == uneven.es
    assert " ".join(each.en for each in parts) == uneven.en
    assert all(each.es and each.en for each in parts)
    fits = fitter(session, looks)
    assert not fits.fits([Piece(Look.TEXT, Text("palabra " * 150, "word " * 150))], 600)


TWO = {
    "screens": [
        {
            "name": "laptop",
            "x": 0,
            "y": 0,
            "width": 1366,
            "height": 768,
            "logicalDpi": 96,
            "logicalBaseDpi": 96,
            "dpr": 1,
        },
        {
            "name": "wall",
            "x": 1366,
            "y": 0,
            "width": 1024,
            "height": 768,
            "logicalDpi": 96,
            "logicalBaseDpi": 96,
            "dpr": 1,
        },
    ]
}
TOLD = """
import datetime as dt, json
import kyr_app.ui
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from kyr_app import places
from kyr_app.content.library import load
from kyr_app.model.settings import Settings
from kyr_app.session.session import Session
from kyr_app.store.preferences import Forgetful
from kyr_app.ui import app as program, theme
from kyr_app.ui.desk import Place
from kyr_app.ui.window import Window

app = program.application([])
session = Session(load(places.pack()), Forgetful(Settings(language="es")), dt.date(2026, 11, 22))
theme.apply(app, session.settings)
window = Window(session)
window.show()

def settle():
    for _ in range(5):
        app.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

def where(widget):
    box = widget.geometry()
    return [box.x(), box.y(), box.width(), box.height()]

window.go(Place.WORKSHOP, "before-the-border")
window.shown.forward()
settle()
show = window.shown.show_
found = {"wall": where(show.wall), "leader": where(show.leader), "mark": show.wall.mark.isVisible()}
found["notes"] = bool(show.leader.notes.page)
found["spare"] = show.leader.left.text()
QTest.keyClick(show.leader, Qt.Key.Key_PageDown)
settle()
found["at"] = show.at
QTest.keyClick(show.leader, Qt.Key.Key_S)
settle()
found["swapped"] = [where(show.wall), where(show.leader)]
QTest.keyClick(show.wall, Qt.Key.Key_S)
QTest.keyClick(show.wall, Qt.Key.Key_F9)
settle()
found["covered"] = [where(each) for each in window.cover._pictures]
window.cover.lift()
settle()
found["back"] = [show.wall.isVisible(), show.leader.isVisible()]
QTest.keyClick(show.leader, Qt.Key.Key_Escape)
settle()
found["left"] = [window.shown.show_ is None, sum(each.isVisible() for each in app.topLevelWidgets())]
print(json.dumps(found))
window.close()
"""


def test_with_two_screens_the_leader_alone_sees_notes_and_time(tmp_path):
    """Played in a program of its own whose platform has two screens: a laptop and a projector."""
    config = tmp_path / "two.json"
    config.write_text(json.dumps(TWO), encoding="utf-8")
    environment = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"}
    done = subprocess.run(
        [sys.executable, "-c", TOLD], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    laptop, wall = [0, 0, 1366, 768], [1366, 0, 1024, 768]
    assert (found["wall"], found["leader"]) == (wall, laptop)
    assert not found["mark"]
    assert found["notes"]
    assert "6" in found["spare"]
    assert found["at"] == 1
    assert found["swapped"] == [laptop, wall]
    assert sorted(found["covered"]) == [laptop, wall]
    assert found["back"] == [True, True]
    assert found["left"] == [True, 1]

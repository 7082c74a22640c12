import sys

import pytest
from PySide6.QtWidgets import QLabel

from kyr_app.model.settings import View
from kyr_app.model.text import N_, Text
from kyr_app.ui.desk import Place
from kyr_app.ui.widgets.label import Label
from kyr_app.ui.words import Speaks
from tests.ui.conftest import settle


@pytest.fixture
def label(window):
    made = QLabel(window)
    made.say = Speaks(made, window.session)
    made.show()
    return made


def test_words_follow_the_language(window, label):
    label.say(label.setText, Text("agua", "water"))
    assert label.text() == "agua"
    window.session.use_language("en")
    assert label.text() == "water"


def test_the_second_language_is_empty_until_both_are_shown(window, label):
    said = []
    label.say.both(lambda *both: said.append(both), Text("agua", "water"))
    window.session.use_view(View.BOTH)
    window.session.use_language("en")
    assert said == [("agua", ""), ("agua", "water"), ("water", "agua")]


def test_other_words_take_the_place_of_the_first(window, label):
    label.say(label.setText, N_("Next"))
    label.say(label.setText, Text("fin", "end"))
    window.session.use_language("en")
    assert label.text() == "end"


def test_what_is_hidden_is_said_when_it_is_shown(window, label):
    label.say(label.setText, Text("agua", "water"))
    label.hide()
    window.session.use_language("en")
    label.show()
    assert label.text() == "water"


def test_what_is_seen_is_said_again_at_once_and_what_is_not_when_it_is_shown(window):
    window.go(Place.LIBRARY)
    settle()
    unseen = {each: each.text() for each in window.shown.findChildren(Label) if each.isVisible()}
    window.go(Place.LESSON, next(iter(window.session.library.lessons)))
    settle()
    seen = {each: each.text() for each in window.shown.findChildren(Label) if each.isVisible()}
    window.session.locale = window.session.locale_of("en")
    window.speak_again()
    assert [each for each, said in seen.items() if each.text() == said and each.aloud] == []
    assert [each.text() for each in unseen] == list(unseen.values())
    window.go(Place.LIBRARY)
    assert [each for each, said in unseen.items() if each.text() == said and each.aloud] == []


def test_what_is_gone_is_left_out_and_everything_else_is_said(window, label):
    gone, other = QLabel(window), QLabel(window)
    label.say(gone.setText, Text("aire", "air"))
    label.say(other.setText, Text("fuego", "fire"))
    gone.deleteLater()
    settle()
    window.session.use_language("en")
    assert other.text() == "fire"
    window.session.use_language("es")
    assert other.text() == "fuego"


def test_an_error_is_told_and_everything_else_is_said(window, label, monkeypatch):
    """One that left amid Qt's events would end the program: what Qt asks of Python until then would fail with it."""
    told, bad, other = [], QLabel(window), QLabel(window)
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: told.append(kind))

    def once(locale):
        if locale.language == "en":
            raise LookupError
        return "tierra"

    label.say(bad.setText, once)
    label.say(other.setText, Text("fuego", "fire"))
    window.session.use_language("en")
    assert told == [LookupError]
    assert other.text() == "fire"
    window.session.use_language("es")
    assert (bad.text(), told) == ("tierra", [LookupError])

"""Letters that no paper can draw are told of where the paper is looked at, before anybody prints it."""

import pytest
from PySide6.QtWidgets import QLabel

from kyr_app import places
from kyr_app.documents.lessons.job import HandoutJob
from kyr_app.documents.typesetting import lost, markup
from kyr_app.i18n import catalogs
from kyr_app.model.answers import Answers
from kyr_app.model.settings import Paper
from kyr_app.ui.desk import Place
from tests.ui.conftest import TODAY, settle

NAME = "Нина 你好"


def previewed(window, qtbot, what):
    window.go(Place.PREVIEW, what)
    qtbot.waitUntil(lambda: window.shown.ready, timeout=60_000)
    settle()
    return window.shown


def words_of(page):
    return " ".join(each.text() for each in page.findChildren(QLabel))


@pytest.mark.parametrize("name", [NAME, "Persona de Ejemplo Ñandú"])
def test_the_preview_says_which_letters_have_no_picture(window, qtbot, name):
    window.session.replace_answers(Answers({"full_name": name}))
    screen = previewed(window, qtbot, "paper:cover-page")
    said = words_of(screen.choices)
    assert ("no se pueden imprimir" in said) is (name is NAME)
    assert ("你" in said) is (name is NAME)


def test_it_is_said_once_for_each_paper_and_no_more_where_it_is_mended(window, qtbot):
    window.session.replace_answers(Answers({"full_name": NAME}))
    screen = previewed(window, qtbot, "paper:cover-page")
    assert screen.choices._warned is not None
    window.go(Place.HOME)
    window.session.replace_answers(Answers({"full_name": "Persona de Ejemplo"}))
    screen = previewed(window, qtbot, "paper:cover-page")
    assert screen.choices._warned is None


def test_what_is_noted_belongs_to_one_paper():
    lost.taken()
    assert "你" not in markup.safe("你好 你")
    assert lost.taken() == "你好"
    assert lost.taken() == ""
    markup.safe("Ñandú — «á» ¿é?")
    assert lost.taken() == ""


def test_no_paper_of_the_program_itself_lacks_a_letter(content):
    """Otherwise every family would be warned of what it never typed."""
    locale = catalogs.load("es", places.translations())
    lost.taken()
    some = tuple(content.lessons.values())[:6]
    HandoutJob(library=content, lessons=some, locales=(locale,), paper=Paper.LETTER, today=TODAY).run()
    assert lost.taken() == ""

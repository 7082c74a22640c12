"""What is read aloud is the program's and the content's; what a family answered is not."""

import datetime as dt

import pytest
from PySide6.QtGui import QTextDocumentFragment

from kyr_app.model.answers import Answers, Open, Row
from kyr_app.model.inline import plain
from kyr_app.model.interview import DayField, Line, LongText, OneOf, Rows, SomeOf, columns_of
from kyr_app.model.story import Ask
from kyr_app.model.text import N_, P_, Day, Text, Together
from kyr_app.ui import html
from kyr_app.ui.aloud import audible, own_words
from kyr_app.ui.desk import Place
from kyr_app.ui.widgets.label import Label
from tests.ui.conftest import every_place, settle
from tests.ui.family import play

CANARY = "Guadalupe Canario"
BORN = dt.date(1987, 3, 14)


def read(window):
    """Return what would be read of the screen, as it is said."""
    locale = window.session.locale
    return [plain(locale.render(each.words)) for each in window.shown.passages()]


def text_in_all(library):
    """Return an answer of words to every question that takes words, rows with them, and a day to each of days."""
    given = {}
    for interview in library.interviews.values():
        for screen in interview.screens:
            if isinstance(screen.answer, Rows):
                columns = {each.answer.name: each.answer for each in columns_of(screen.answer)}
                given[screen.answer.name] = (Row({name: answer(field) for name, field in columns.items()}),)
                continue
            for field in [each.answer for each in columns_of(screen.answer)] or [screen.answer]:
                given[field.name] = answer(field)
    return Answers(given)


def answer(field):
    if isinstance(field, Line | LongText):
        return CANARY
    if isinstance(field, DayField):
        return BORN
    if isinstance(field, OneOf):
        return field.options[0].value
    return (field.options[0].value,) if isinstance(field, SomeOf) else Open.UNSURE


@pytest.mark.parametrize(
    ("words", "own"),
    [
        (Text("Hola", "Hello"), True),
        (N_("Part {n} of {total}", n=1, total=3), True),
        (N_("{number} · {who}", number="2", who=N_("A child")), True),
        (P_("{n} card", "{n} cards", 2), True),
        (Day("2026-11-22"), True),
        ("Guadalupe", False),
        ("555-0123", False),
        (N_("Who: {name}", name="Guadalupe"), False),
        (Together((N_("Me"), N_("Who: {name}", name="Guadalupe"))), False),
    ],
)
def test_what_may_have_been_typed_is_left_out_by_what_it_is(words, own):
    assert own_words(words) is own


def test_what_was_told_loses_only_the_sentence_with_a_name_in_it():
    hint = N_("Check its name.")
    assert audible(Together((N_("The file “{name}” cannot be opened.", name="Guadalupe"), hint))) == Together(
        (hint,)
    )


def test_no_answer_is_read_anywhere(window):
    session = window.session
    session.replace_answers(text_in_all(session.library))
    card = session.story.begin()
    session.story.write(card.number, Ask.WHAT, CANARY)
    locale, wrong, spoken = session.locale, {}, 0
    for interview in session.library.interviews.values():
        window.go(Place.INTERVIEW, interview.id)
        for screen in session.interviews.progress().asked[:12]:
            session.interviews.go_to(screen.id)
            window.go(Place.INTERVIEW)
            settle()
            spoken += _check(window, wrong)
        window.go(Place.REVIEW)
        settle()
        spoken += _check(window, wrong)
        answered = [locale.render(row.answered) for part in session.interviews.review() for row in part.rows]
        asked = {plain(locale.render(row.asked)) for part in session.interviews.review() for row in part.rows}
        heard = set(read(window))
        assert asked <= heard
        assert not heard & set(answered)
    for place in (Place.PAPERS, Place.STORY, Place.INTAKE, Place.DATES, Place.EVIDENCE, Place.FINDINGS):
        window.go(place)
        settle()
        spoken += _check(window, wrong)
    assert not wrong
    assert spoken > 500


def _check(window, wrong):
    words = read(window)
    for each in words:
        if CANARY.split()[1] in each or "1987" in each:
            wrong.setdefault(each, window.place)
    return len(words)


def test_every_screen_that_can_be_heard_says_something_but_no_answer_always_in_the_same_place(window):
    silent, unshown, places, told = [], [], set(), set()
    for name in every_place(window):
        settle()
        screen = window.shown
        if not screen.HEARD:
            assert screen.listen is None
            continue
        button = screen.listen.button
        assert button.isVisible(), name
        if not screen.passages():
            silent.append(name)
        if any(not part.shown.isVisible() for part in screen.heard()):
            unshown.append(name)
        if repeating(window):
            told.add(window.place)
            assert not [each for each in read(window) if "usted dijo" in each.lower()], name
        if window.place is not Place.PAPERS:  # two columns, as wide as the window
            places.add((button.mapTo(window, button.rect().topRight()) - window.stack.pos()).toTuple())
    assert not silent
    assert not unshown
    assert len(places) == 1
    assert {Place.CHECKLIST, Place.STOP, Place.RESULT} <= told, (
        "answers are told back there, to the eye alone"
    )


def repeating(window):
    """Return every sentence shown that tells an answer back."""
    shown = [plain(each.shown) for each in window.shown.findChildren(Label) if each.isVisible()]
    return [each for each in shown if "usted dijo" in each.lower()]


def test_what_tells_an_answer_back_is_read_where_she_asks_for_it(window):
    play(window, "travelers", {"adults": 1, "children": 2})
    window.go(Place.CHECKLIST, "turn-in")
    settle()
    told, heard = repeating(window), read(window)
    assert told
    assert not set(told) & set(heard)
    window.desk.reader.use_answers(on=True)
    assert set(told) <= set(read(window))
    window.desk.reader.use_answers(on=False)
    assert read(window) == heard


@pytest.mark.usefixtures("qapp")
def test_the_highlight_keeps_every_letter_and_every_mark():
    text = "Uno **dos** tres. [[cbp|CBP]] y «cuatro». Fin & <más>"
    whole = html.rich(text)
    bare = plain(text)
    for start, end in ((0, len(bare)), (4, 12), (18, 30), (0, 1), (len(bare) - 3, len(bare))):
        marked = html.rich(text, spoken=html.Span(start, end, "#FDEBD0"))
        inside = "".join(
            part.split("</span>")[0]
            for part in marked.split("<span ")[1:]
            for part in [part.split(">", 1)[1]]
        )
        label = Label()
        label.setText(marked)
        assert _letters(inside) == bare[start:end]
        assert _letters(marked) == _letters(whole) == bare
        label.deleteLater()


def _letters(rich):
    return QTextDocumentFragment.fromHtml(rich).toPlainText()

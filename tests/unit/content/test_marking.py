"""What changed, for a reader: where it stands, and the words that differ strong in each language."""

import datetime as dt

import pytest
from msgspec import structs

from kyr_app import places
from kyr_app.content import build
from kyr_app.content.desk import Desk
from kyr_app.content.difference import How, Passage, differences
from kyr_app.content.library import Library
from kyr_app.content.marking import marked, where
from kyr_app.i18n import catalogs
from kyr_app.model.text import Day, Text
from tests.unit.content import little

ENGLISH = catalogs.load("en", places.translations())


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    return build.shelf(Desk(little.write(tmp_path_factory.mktemp("content"))))


def test_only_the_words_that_differ_are_strong():
    before, after = (
        Text("Tiene 30 días para pedir.", "You have 30 days to ask."),
        Text("Tiene 45 días para pedir.", "You have 45 days to ask."),
    )
    was, now = marked(before, after)
    assert was == Text("Tiene **30** días para pedir.", "You have **30** days to ask.")
    assert now == Text("Tiene **45** días para pedir.", "You have **45** days to ask.")


def test_marks_of_the_content_are_not_marks_of_a_change():
    _, now = marked(
        Text("Usted **no** firma.", "Do **not** sign."),
        Text("Usted **no** firma hoy.", "Do **not** sign now."),
    )
    assert now == Text("Usted no **firma hoy.**", "Do not **sign now.**")


def test_where_all_is_new_nothing_is_strong():
    assert (
        marked(Text("Uno.", "One."), Text("Otra cosa bien distinta.", "Something else."))[1].es
        == "Otra cosa bien distinta."
    )
    assert marked(None, Text("Uno **dos**.", "One."))[1] == Text("Uno dos.", "One.")


def test_days_are_written_out():
    assert marked("2027-02-20", "2026-11-21") == (Day("2027-02-20"), Day("2026-11-21"))


def test_hostile_words_become_no_marks():
    _, now = marked("a b c d e f", "a b c d e [[x|f**")
    assert "[[x" not in now


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("points.closed.blocks.ask.text", "closed · ask · Text"),
        ("good_until", "Good until"),
        ("points.closed.blocks.ask.facts.door-closed", "closed · ask · Rests on"),
        ("strange.thing", "strange · thing"),
    ],
)
def test_where_it_stands_is_said_in_words(place, said):
    assert ENGLISH.render(where(Passage(place, None, None))) == said


def changed(shelf, **more):
    return differences(Library(shelf), Library(structs.replace(shelf, **more)))


def test_a_choice_that_goes_does_not_move_the_others(shelf):
    [interview] = shelf.interviews
    last = interview.sections[0].screens[-1]
    answer = structs.replace(last.answer, options=last.answer.options[1:])
    section = structs.replace(
        interview.sections[0],
        screens=(interview.sections[0].screens[0], structs.replace(last, answer=answer)),
    )
    [found] = changed(shelf, interviews=(structs.replace(interview, sections=(section,)),))
    assert found.how is How.CHANGED
    assert {each.place.split(".")[-2] for each in found.passages} == {"parent"}
    assert all(each.after is None for each in found.passages)


def test_a_fact_that_is_named_anew_is_told_with_what_it_cites(shelf):
    [lesson] = shelf.lessons
    first, *rest = lesson.points[0].blocks
    block = structs.replace(first, facts=("door-news",))
    point = structs.replace(lesson.points[0], blocks=(block, *rest))
    [found] = changed(shelf, lessons=(structs.replace(lesson, points=(point,)),))
    assert "door-news: Someone v. Other (2026-06-01)" in [each.after for each in found.passages]


def test_a_translation_alone_is_no_change_of_a_lesson(shelf):
    [lesson] = shelf.lessons
    title = Text(lesson.title.es, lesson.title.en, {"ht": "Pòt la"})
    assert changed(shelf, lessons=(structs.replace(lesson, title=title),)) == ()


def test_what_is_new_and_what_is_gone(shelf):
    [lesson] = shelf.lessons
    other = structs.replace(lesson, id="gate")
    found = changed(shelf, lessons=(other,))
    assert [(each.id, each.how) for each in found] == [("gate", How.NEW), ("door", How.GONE)]
    late = structs.replace(lesson, good_until=dt.date(2026, 12, 1))
    [passage] = changed(shelf, lessons=(late,))[0].passages
    assert (passage.place, passage.after) == ("good_until", "2026-12-01")

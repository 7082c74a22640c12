"""The screens of a practice as a value: what announces what, and where skipping leads."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyr_app.model.practice import Kind, Manner, PracticeQuestion, PracticeSet, Topic, steps
from kyr_app.model.prompt import Care
from kyr_app.model.text import Text

DAY = dt.date(2026, 11, 22)
ANY = Text("a", "a")


def a_set(*topics):
    return PracticeSet(
        id="s", order=1, icon="user", manner=Manner.QUESTIONS, title=ANY, neutral_title=ANY, intro=ANY, voice=ANY,
        reviewed=DAY, good_until=DAY, care=(), topics=topics, not_for_children=True,
    )  # fmt: skip


def a_topic(name, marks, *, before=False):
    """Return a topic with a question for each mark: `.` any, `h` hard, `w` hard with a warning."""
    questions = tuple(
        PracticeQuestion(
            id=f"{name}-{n}", question=ANY, why=ANY, remember=ANY, sensitive=mark in "hw",
            warn=ANY if mark == "w" else None,
        )
        for n, mark in enumerate(marks)
    )  # fmt: skip
    care = Care(id="b", icon="user", text=ANY) if before else None
    return Topic(id=name, icon="user", title=ANY, questions=questions, before=care)


def shape(made):
    """Return the steps as letters: b before, a number for so many hard ones announced, . a question."""
    letters = {Kind.BEFORE: "b", Kind.ASK: "."}
    return "".join(letters.get(each.kind, str(each.count)) for each in made)


@pytest.mark.parametrize(
    ("marks", "shaped"),
    [
        ("...", "..."),
        ("hhh", "3..."),
        (".h.h", ".1..1."),
        ("hhw", "2..1."),
        ("whh", "1.2.."),
        ("ww", "1.1."),
        ("", ""),
    ],
)
def test_hard_questions_are_announced_once_a_run_and_a_warning_by_itself(marks, shaped):
    assert shape(steps(a_set(a_topic("t", marks)), ())) == shaped


def test_skipping_an_announcement_leads_past_all_that_it_announces():
    made = steps(a_set(a_topic("one", "hh.", before=True), a_topic("two", ".w")), ())
    assert shape(made) == "b2....1."
    assert [each.past for each in made] == [5, 4, 3, 4, 5, 6, 8, 8]


def test_topics_keep_their_order_and_none_chosen_means_all():
    whole = a_set(a_topic("one", "."), a_topic("two", "."), a_topic("three", "."))
    assert [each.topic.id for each in steps(whole, {"three", "one"})] == ["one", "three"]
    assert [each.topic.id for each in steps(whole, ())] == ["one", "two", "three"]


@given(st.lists(st.tuples(st.text("..hw", max_size=6), st.booleans()), max_size=5))
def test_no_hard_question_comes_unannounced_and_every_way_ends(topics):
    whole = a_set(*(a_topic(f"t{n}", marks, before=before) for n, (marks, before) in enumerate(topics)))
    made = steps(whole, ())
    asked = [each.question for each in made if each.kind is Kind.ASK]
    assert asked == list(whole.questions)
    announced = 0
    for at, each in enumerate(made):
        assert at < each.past <= len(made)
        if each.kind is Kind.HARD:
            announced = each.count
        elif each.kind is Kind.ASK and each.question.sensitive:
            assert announced > 0
            announced -= 1
        else:
            assert announced == 0

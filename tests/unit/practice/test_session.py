"""Where a practice stands: at one's own pace, without a trace, and gone with the sitting."""

import pytest

from kyr_app.model.errors import ContentError
from kyr_app.model.practice import Kind
from kyr_app.session.family.parts import parts_of


@pytest.fixture
def practice(session):
    return session.practice


def begun(practice, name="interview", *topics):
    practice.begin(name)
    for topic in topics:
        practice.choose(topic, on=True)
    practice.start()
    return practice


def test_chosen_topics_are_counted_and_asked(practice):
    practice.begin("interview")
    assert practice.waiting == 60
    practice.choose("harm", on=True)
    practice.choose("identity", on=True)
    practice.choose("harm", on=False)
    assert practice.waiting == 5
    practice.start()
    assert practice.asked == (1, 5)
    assert {each.topic.id for each in practice.steps} == {"identity"}


def test_an_unknown_set_is_told_and_changes_nothing(practice):
    begun(practice, "hearing")
    with pytest.raises(ContentError):
        practice.begin("hearin")
    assert practice.practised.id == "hearing"
    assert practice.started


def test_one_goes_on_back_and_past(practice):
    begun(practice, "interview", "harm")
    assert practice.step.kind is Kind.HARD
    practice.skip()
    assert practice.step.kind is Kind.HARD
    assert practice.step.question.warn is not None
    practice.skip()
    assert practice.step is None
    assert practice.started
    practice.go_on()
    practice.skip()
    assert practice.at == len(practice.steps)
    while practice.back():
        pass
    assert practice.at == 0
    assert practice.asked == (1, 5)


def test_words_of_lessons_come_before_its_own(session):
    practice = begun(session.practice, "fear")
    (sign,) = (each for each in practice.practised.questions if each.id == "sign")
    assert [each.id for each in practice.phrases(sign)] == ["ask", "write-it"]


@pytest.mark.parametrize("end", ["forget", "library"])
def test_it_ends_with_the_sitting_and_with_its_content(session, library, end):
    practice = begun(session.practice, "interview", "harm")
    if end == "forget":
        session.forget()
    else:
        session.use_library(library)
    assert (practice.practised, practice.chosen, practice.steps, practice.at) == (None, frozenset(), (), 0)


def test_nothing_of_it_is_a_part_of_a_family_file(session):
    before = [part.kept() for part in parts_of(session)]
    begun(session.practice, "interview", "harm").go_on()
    assert [part.kept() for part in parts_of(session)] == before
    assert session.practice not in parts_of(session)

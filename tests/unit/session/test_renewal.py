"""Other content comes while people are at work: kept, asked again, set aside; and found again on the way back."""

import pytest
from msgspec import structs

from kyr_app.content.library import Library
from kyr_app.model.answers import Answers, Open
from kyr_app.model.interview import Interview, singly
from kyr_app.model.person import Who
from kyr_app.model.text import Text, Together
from kyr_app.session.interviews import State
from kyr_app.session.session import Session
from kyr_app.store.slots import cheap
from tests.unit.session.conftest import WORDS

CHOSEN = "officer_gender"
ASKED = Text("¿Otra pregunta?", "Another question?")


def with_screens(library, interview_id, change):
    """Return a library one of whose interviews asks what `change` makes of its screens."""

    def changed(one: Interview) -> Interview:
        sections = tuple(
            structs.replace(each, screens=tuple(new for old in each.screens for new in change(old)))
            for each in one.sections
        )
        return structs.replace(one, sections=sections) if one.id == interview_id else one

    interviews = tuple(changed(each) for each in library.shelf.interviews)
    return Library(structs.replace(library.shelf, interviews=interviews))


def screens_of(library, name):
    return [
        (interview.id, screen)
        for interview in library.interviews.values()
        for screen in interview.screens
        if name in {one.answer.name for one in singly(screen)}
    ]


@pytest.fixture
def home(library):
    """An interview, and a screen of it whose answer nobody else asks for."""
    [(interview_id, screen)] = screens_of(library, CHOSEN)
    return interview_id, screen


@pytest.fixture
def without(library, home):
    return with_screens(library, home[0], lambda one: () if one.id == home[1].id else (one,))


@pytest.fixture
def fewer(library, home):
    def change(one):
        if one.id != home[1].id:
            return (one,)
        answer = structs.replace(one.answer, options=one.answer.options[1:])
        return (structs.replace(one, answer=answer, question=ASKED, short=ASKED),)

    return with_screens(library, home[0], change)


@pytest.fixture
def answered(session, home):
    value = home[1].answer.options[0].value
    session.replace_answers(Answers({"adults": 1, "children": 2, CHOSEN: value}))
    return session


def test_what_still_fits_is_kept(answered, library):
    told = answered.use_library(Library(library.shelf))
    assert told.kept == 3
    assert not told.changed
    assert len(answered.answers) == 3


def test_an_answer_that_nobody_asks_for_is_set_aside_and_said(answered, without, home):
    told = answered.use_library(without)
    assert CHOSEN not in answered.answers
    assert told.kept == 2
    assert told.aside == (home[1].short,)
    assert told.again == ()
    assert [row["row"]["name"] for row in answered.family.former] == [CHOSEN]


def test_an_answer_that_can_no_longer_be_given_is_asked_again(answered, fewer):
    told = answered.use_library(fewer)
    assert CHOSEN not in answered.answers
    assert told.again == (ASKED,)
    assert told.aside == ()


@pytest.mark.parametrize("other", ["without", "fewer"])
def test_whoever_goes_back_finds_the_answer_again(answered, library, other, request):
    before = answered.answers
    answered.use_library(request.getfixturevalue(other))
    told = answered.use_library(library)
    assert dict(answered.answers) == dict(before)
    assert told.back == 1
    assert not answered.family.former


def test_an_answer_given_since_stays_and_the_former_one_is_kept_beside_it(answered, library, fewer, home):
    answered.use_library(fewer)
    answered.give(CHOSEN, home[1].answer.options[1].value)
    told = answered.use_library(library)
    assert answered.answers[CHOSEN] == home[1].answer.options[1].value
    assert told.back == 0
    assert [row["why"] for row in answered.family.former] == ["former"]


def test_open_answers_stay_open(answered, fewer):
    answered.replace_answers(Answers({CHOSEN: Open.UNSURE}))
    assert not answered.use_library(fewer).changed
    assert answered.answers[CHOSEN] is Open.UNSURE


def test_people_keep_what_fits_and_their_numbers(answered, without, home):
    person = answered.add_person(Who.CHILD)
    answered.give(CHOSEN, home[1].answer.options[0].value, person.number)
    answered.give("adults", 1, person.number)
    told = answered.use_library(without)
    assert [each.number for each in answered.people.here] == [person.number]
    assert dict(answered.people.own[0]) == {"adults": 1}
    assert len(told.aside) == 2  # the family's, and the child's


def test_ticks_of_a_list_that_is_gone_are_set_aside(session, library):
    checklist = next(iter(library.checklists.values()))
    item = checklist.items[0].id
    session.plan.tick(checklist.id, item, on=True)
    lists = tuple(each for each in library.shelf.checklists if each.id != checklist.id)
    told = session.use_library(Library(structs.replace(library.shelf, checklists=lists)))
    assert told.other == 1
    assert session.use_library(library).back == 1
    assert session.plan.ticked(checklist.id, item)


class TestUnderWay:
    """The interview under way keeps its questions; its answers are held against the new ones when it is done."""

    @pytest.fixture
    def begun(self, answered, home):
        answered.interviews.start(home[0])
        answered.interviews.go_to(home[1].id)
        return answered

    def test_it_keeps_its_questions_and_its_answers(self, begun, without, home):
        was = begun.interviews.interview
        at = begun.interviews.at
        told = begun.use_library(without)
        assert told.held == was.title
        assert begun.interviews.interview is was
        assert begun.interviews.at == at
        assert CHOSEN in begun.answers
        begun.interviews.answer(home[1].answer.options[1].value)
        assert begun.answers[CHOSEN] == home[1].answer.options[1].value

    def test_to_take_it_up_again_is_to_go_on(self, begun, without, home):
        was = begun.interviews.interview
        begun.use_library(without)
        begun.interviews.start(home[0])
        assert begun.interviews.interview is was

    def test_another_interview_ends_it(self, begun, without, home):
        begun.use_library(without)
        other = next(each for each in without.interviews if each != home[0])
        begun.interviews.start(other)
        assert begun.interviews.held is None
        assert CHOSEN not in begun.answers
        assert [row["row"]["name"] for row in begun.family.former] == [CHOSEN]

    def test_what_became_of_it_is_told_when_it_ends_and_once(self, begun, without, home):
        begun.use_library(without)
        assert begun.interviews.settled() is None, "it is still under way"
        begun.interviews.start(next(each for each in without.interviews if each != home[0]))
        told = begun.interviews.settled()
        assert told.aside == (home[1].short,)
        said = begun.locale.render(Together(told.sentences()))
        assert begun.locale.render(home[1].short) in said
        assert begun.interviews.settled() is None

    def test_it_may_be_gone_from_the_new_content(self, begun, library, home):
        interviews = tuple(each for each in library.shelf.interviews if each.id != home[0])
        begun.use_library(Library(structs.replace(library.shelf, interviews=interviews)))
        assert begun.interviews.interview.id == home[0]
        assert begun.interviews.progress().asked
        assert begun.interviews.review() == ()  # nothing before it was answered

    def test_forgetting_forgets_it_too(self, begun, without):
        begun.use_library(without)
        begun.forget()
        assert begun.interviews.held is None
        assert not begun.answers
        assert not begun.family.former

    def test_the_state_of_the_others_is_that_of_the_new_content(self, begun, without):
        begun.use_library(without)
        assert all(begun.interviews.state(each) in State for each in without.interviews)


def test_a_family_file_keeps_what_was_set_aside_and_gives_it_back(answered, without, library, tmp_path):
    answered.family.create(tmp_path, WORDS, costs=cheap())
    answered.use_library(without)
    path = answered.family.file.path
    answered.family.close()
    later = Session(library=without, today=answered.today)
    later.family.open_file(path, WORDS)
    assert CHOSEN not in later.answers
    assert [row["row"]["name"] for row in later.family.former] == [CHOSEN]
    assert later.use_library(library).back == 1
    assert CHOSEN in later.answers
    later.family.close()

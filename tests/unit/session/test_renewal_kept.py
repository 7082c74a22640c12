"""Two answers to one question, a text that is too long, content that comes and goes: all of it is still somewhere."""

import pytest
from msgspec import structs

from kyr_app.content.library import Library
from kyr_app.model.answers import Answers
from kyr_app.model.errors import InputError
from kyr_app.model.interview import LongText
from kyr_app.session.family.meeting import Meet
from kyr_app.session.session import Session
from kyr_app.store.slots import cheap
from tests.unit.session.conftest import WORDS
from tests.unit.session.test_renewal import CHOSEN, screens_of, with_screens


@pytest.fixture
def home(library):
    """An interview, and the screen of it that asks for `CHOSEN`."""
    [found] = screens_of(library, CHOSEN)
    return found


@pytest.fixture
def options(home):
    return [each.value for each in home[1].answer.options]


@pytest.fixture
def without(library, home):
    return with_screens(library, home[0], lambda one: () if one.id == home[1].id else (one,))


@pytest.fixture
def fewer(library, home):
    """Content whose question does not offer the first answer any more."""

    def change(one):
        answer = one.answer
        if one.id == home[1].id:
            answer = structs.replace(answer, options=answer.options[1:])
        return (structs.replace(one, answer=answer),)

    return with_screens(library, home[0], change)


def every(session):
    """Return all that was ever answered to the question: what counts, and what stands aside."""
    rows = [each["row"] for each in session.family.former]
    return sorted([session.answers[CHOSEN], *(row["answer"] for row in rows if row["name"] == CHOSEN)])


def test_a_former_answer_outlives_the_interview_that_keeps_its_questions(
    session, library, fewer, home, options
):
    session.replace_answers(Answers({CHOSEN: options[0]}))
    session.use_library(fewer)
    session.interviews.start(home[0])
    session.give(CHOSEN, options[1])
    told = session.use_library(library)
    assert session.answers[CHOSEN] == options[1]
    assert every(session) == sorted(options[:2])
    assert told.back == 0


def test_of_two_answers_set_aside_the_later_comes_back_and_the_former_stays(
    session, library, without, options
):
    session.replace_answers(Answers({CHOSEN: options[0]}))
    session.use_library(without)
    session.give(CHOSEN, options[1])
    session.use_library(Library(without.shelf))
    session.use_library(library)
    assert session.answers[CHOSEN] == options[1]
    assert every(session) == sorted(options[:2])


@pytest.mark.parametrize("today", [None, 2])
def test_a_file_opened_under_the_content_of_before_keeps_both(
    session, library, fewer, options, tmp_path, today
):
    session.replace_answers(Answers({CHOSEN: options[0]}))
    session.family.create(tmp_path, WORDS, costs=cheap())
    session.use_library(fewer)
    session.give(CHOSEN, options[1])
    path = session.family.file.path
    session.family.close()
    later = Session(library=library, today=session.today)
    if today:
        later.give(CHOSEN, options[today])
    later.family.open_file(path, WORDS, Meet.KEEP if today else None)
    assert every(later) == sorted(options[: today + 1 if today else 2])
    later.family.close()


class TestTooLong:
    """A text that is too long is held while it is being parted; it is not taken out of anybody's hands."""

    @pytest.fixture
    def writing(self, session, library):
        """A sitting in which one was written, and the name of its answer."""
        interview, screen = next(
            (one.id, screen)
            for one in library.interviews.values()
            for screen in one.screens
            if isinstance(screen.answer, LongText)
        )
        session.interviews.start(interview)
        with pytest.raises(InputError):
            session.interviews.keep(screen.id, "Persona de Ejemplo. " * screen.answer.most)
        assert len(session.answers[screen.answer.name]) > screen.answer.most
        return session, screen.answer.name

    def test_other_content_leaves_it_where_it_is(self, writing, library):
        session, name = writing
        before = session.answers[name]
        assert not session.use_library(Library(library.shelf)).changed
        assert session.answers[name] == before

    def test_a_family_file_gives_it_back(self, writing, library, tmp_path):
        session, name = writing
        before = session.answers[name]
        session.family.create(tmp_path, WORDS, costs=cheap())
        path = session.family.file.path
        session.family.close()
        later = Session(library=library, today=session.today)
        later.family.open_file(path, WORDS)
        assert later.answers[name] == before
        assert not later.family.former
        later.family.close()

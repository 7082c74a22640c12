"""What a family tells in Spanish has a place for its English wherever a paper is filed; and no paper asks for more."""

import pytest

from kyr_app import places
from kyr_app.content import library
from kyr_app.model.answers import Answers
from kyr_app.model.form_question import Write
from kyr_app.session.making import official
from kyr_app.session.missing import home_of, interview_for, own_names
from kyr_app.session.offers import ENGLISH
from kyr_app.session.session import Session

CONTENT = library.load(places.pack())
TOLD = sorted(
    {
        question.answer
        for form in CONTENT.forms.values()
        for question in form.questions
        if isinstance(question, Write) and question.prose and question.answer
    }
)


def test_forms_hold_stories() -> None:
    assert len(TOLD) >= 13
    assert {"harm_past_text", "appeal_reasons"} <= set(TOLD)


@pytest.mark.parametrize("name", TOLD)
def test_every_story_of_a_form_has_a_place_for_its_english(name: str) -> None:
    asked = home_of(CONTENT)
    assert name + ENGLISH in asked
    _, _, spanish = asked[name]
    _, _, english = asked[name + ENGLISH]
    assert english.when == spanish.when, "it is asked for where there is something to translate"
    assert english.own == spanish.own
    assert english.answer.optional, "a translator can come later"
    assert (name + ENGLISH in own_names(CONTENT)) == (name in own_names(CONTENT))


def test_the_english_goes_to_the_form_and_nobody_waits_for_it(session: Session) -> None:
    session.replace_answers(Answers({"harm_past": "yes", "harm_past_text": "Lo que pasó."}))
    assert "harm_past_text_en" in official.reads(session.library, "i-589")
    assert "harm_past_text_en" in session.my_papers.english("i-589")
    assert not [each for each in session.my_papers.english("i-589") if each.startswith("fear")]
    session.my_papers.ask_english("i-589")
    at = session.interviews.at
    assert at is not None
    assert at.answer.name == "harm_past_text_en"
    session.interviews.answer("What happened.")
    assert "harm_past_text_en" not in session.my_papers.english("i-589")


def test_a_paper_that_needs_the_a_number_asks_for_no_other_number() -> None:
    made = interview_for(CONTENT, ["a_number"], Answers())
    assert [screen.answer.name for screen in made.screens] == ["a_number"]
    both = interview_for(CONTENT, ["a_number", "ssn"], Answers())
    assert [screen.answer.name for screen in both.screens] == ["a_number", "numbers"]

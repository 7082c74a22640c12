"""What ships to practise: sixty questions, a hearing, words to say; hard ones announced, no answer to copy."""

import re
from collections import Counter

import pytest

from kyr_app.content.checks.practice import OWN
from kyr_app.content.scores import passages, score
from kyr_app.model.lesson import Audience
from kyr_app.model.practice import Manner

TOPICS = (
    "identity family harm who why-nexus authorities relocation future-fear torture bars vulnerability children"
).split()


@pytest.fixture
def interview(library):
    return library.practice["interview"]


def test_there_are_words_questions_and_a_hearing_in_this_order(library):
    assert {name: each.manner for name, each in library.practice.items()} == {
        "fear": Manner.DRILL,
        "interview": Manner.QUESTIONS,
        "hearing": Manner.EXCHANGE,
    }
    assert [each.not_for_children for each in library.practice.values()] == [False, True, False]


def test_sixty_questions_five_a_topic(interview):
    assert [topic.id for topic in interview.topics] == TOPICS
    for topic in interview.topics:
        assert [each.id for each in topic.questions] == [f"{topic.id}-{n:02}" for n in range(1, 6)]


def test_every_passage_is_there_in_both_languages(library):
    for practised in library.practice.values():
        for text in passages(practised):
            assert text.es.strip()
            assert text.en.strip()


@pytest.mark.parametrize("name", ["fear", "interview", "hearing"])
def test_it_reads_easily_topic_by_topic(library, name):
    practised = library.practice[name]
    for part in (practised, *practised.topics):
        found = score(part.id, part)
        assert found.inflesz >= 75, part.id
        assert found.grade <= 6, part.id


def test_what_is_asked_is_a_question_with_help(interview):
    for each in interview.questions:
        assert each.question.es.rstrip().endswith("?")
        assert each.question.en.rstrip().endswith("?")
        assert each.why.es != each.remember.es
        assert len({each.question.es, each.why.es, each.remember.es}) == 3


def test_no_question_about_a_life_brings_words_to_answer_with(interview):
    for each in interview.questions:
        assert not each.says
        assert not each.phrases
        for text in (each.why, each.remember):
            for language in ("es", "en"):
                said = text.in_language(language)
                assert not OWN[language].search(said), each.id
                assert not re.search("[«“]", said), each.id


def test_whatever_may_hurt_is_announced(interview):
    hard = {topic.id: topic.hard for topic in interview.topics if topic.hard}
    assert hard == {
        "family": 2,
        "harm": 5,
        "who": 3,
        "why-nexus": 3,
        "authorities": 3,
        "relocation": 2,
        "future-fear": 4,
        "torture": 5,
        "bars": 1,
        "vulnerability": 3,
        "children": 1,
    }
    assert {each.id for each in interview.questions if each.warn} == {"harm-05", "vulnerability-03"}


def test_what_may_close_asylum_is_for_a_lawyer_alone(interview):
    assert [topic.id for topic in interview.topics if topic.lawyer_first] == ["bars"]
    (bars,) = (topic for topic in interview.topics if topic.lawyer_first)
    assert "abogado" in bars.before.text.es
    assert "volunteer" in bars.before.text.en


def test_children_are_never_rehearsed(interview):
    (children,) = (topic for topic in interview.topics if topic.id == "children")
    assert "nunca se les ensaya" in children.before.text.es
    assert "no-children" in {care.id for care in interview.care}


def test_whatever_states_law_names_its_facts(library):
    for practised in library.practice.values():
        before = [topic.before for topic in practised.topics if topic.before is not None]
        for each in (*practised.care, *practised.always, *before, *practised.questions):
            assert each.facts or each.practice, each.id
            assert set(each.facts) <= library.facts.keys(), each.id
    asked = library.practice["interview"].questions
    assert Counter(bool(each.facts) for each in asked)[True] >= 52
    assert all(each.facts for each in library.practice["hearing"].questions)
    assert all(each.facts for each in library.practice["fear"].questions)


def test_words_to_say_are_those_of_the_lessons(library):
    named = {name for each in library.practice.values() for one in each.questions for name in one.says}
    assert named <= library.phrases.keys()
    assert {"say-fear/fear", "immigration-court/more-time", "teen-fear/words", "teen-alone/call"} <= named
    for question in library.practice["fear"].questions:
        assert question.says or question.phrases


def test_a_hearing_has_what_one_must_be_able_to_say(library):
    hearing = library.practice["hearing"]
    own = [*hearing.always, *(each for one in hearing.questions for each in one.phrases)]
    said = {each.say.en for each in own}
    said |= {library.phrases[name].say.en for one in hearing.questions for name in one.says}
    for words in (
        "Yes, Your Honor.",
        "No, Your Honor.",
        "I do not understand. Please say it again.",
        "I need an interpreter in my language.",
        "Your Honor, I need time to find a lawyer.",
        "I want to talk to a lawyer before I answer.",
        "I reserve appeal.",
    ):
        assert words in said


def test_somebody_under_18_has_words_of_their_own(library):
    (young,) = (topic for topic in library.practice["fear"].topics if topic.audience is Audience.TEEN)
    assert young.id == "young"
    assert not re.search(r"\busted\b", " ".join(text.es for text in passages(young)), re.IGNORECASE)

"""The checker refuses what would put words into a mouth, and says where."""

import copy

import pytest

from kyr_app import places
from kyr_app.content.checks import practice, sources
from kyr_app.i18n import catalogs
from kyr_app.model.fact import FactFile
from kyr_app.model.lesson import Lesson

SHIPPED = places.assets() / "content"
QUESTIONS = SHIPPED / "practice" / "interview.yaml"
HEARING = SHIPPED / "practice" / "hearing.yaml"
FEAR = SHIPPED / "practice" / "fear.yaml"


@pytest.fixture
def told(desk, tmp_path):
    """Return what the checker says of a shipped set that was changed."""
    english = catalogs.load("en", places.translations())

    def check(file, old, new):
        text = file.read_text(encoding="utf-8")
        assert old in text
        changed = tmp_path / "practice" / file.name
        changed.parent.mkdir(exist_ok=True)
        changed.write_text(text.replace(old, new, 1), encoding="utf-8")
        one = copy.copy(desk)
        one.problems = []
        one.sources = [each for each in desk.sources if each.kind in (Lesson, FactFile)]
        one._take(changed, tmp_path)
        found = [*one.problems, *practice.check(one), *sources.check(one)]
        return [english.render(each.said) for each in found if each.file == f"practice/{file.name}"]

    return check


def test_what_ships_is_right(told):
    assert told(QUESTIONS, "order: 20", "order: 21") == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("es: Piense en las fiestas, la lengua", "es: Mi pueblo es así. Piense en las fiestas, la lengua"),
        ("en: Think of the feasts", "en: I am of this people. Think of the feasts"),
        ("es: Piense en las fiestas,", "es: Diga «así fue». Piense en las fiestas,"),
    ],
)
def test_help_that_sounds_like_an_answer_is_refused(told, old, new):
    assert told(QUESTIONS, old, new) == ["This sounds like an answer: say only what to think of."]


def test_words_to_say_are_refused_where_a_life_is_asked_for(told):
    new = "      - id: identity-01\n        says:\n          - say-fear/fear\n"
    assert told(QUESTIONS, "      - id: identity-01\n", new) == ["No words to answer with may stand here."]


def test_words_that_may_always_be_said_may_be_named(told):
    said = told(
        QUESTIONS,
        "es: Los detalles aclaran. Si no lo sabe, dígalo. No adivine.",
        "es: >-\n            Los detalles aclaran. También «No sé». No adivine.",
    )
    assert said == []


def test_a_phrase_that_no_lesson_has_is_told_with_the_nearest(told):
    assert told(FEAR, "- teen-fear/words", "- teen-fear/wordz") == [
        "There is no phrase “teen-fear/wordz”. Did you mean “teen-fear/words”?"
    ]


def test_a_drill_needs_words(told):
    assert told(FEAR, "        says:\n          - teen-fear/words\n", "") == [
        "A drill needs words to say: “says” or “phrases”."
    ]


def test_hard_questions_and_warnings_belong_where_no_child_is(told):
    hard = "      - id: oath\n        sensitive: yes\n"
    assert told(HEARING, "      - id: oath\n", hard) == [
        "A set with hard questions is “not_for_children: yes”."
    ]
    quiet = told(QUESTIONS, "      - id: harm-05\n        sensitive: yes\n", "      - id: harm-05\n")
    assert quiet == ["What has a warning is “sensitive: yes”."]


def test_a_legal_reason_needs_its_facts(told):
    text = QUESTIONS.read_text(encoding="utf-8")
    at = text.index("- id: identity-03")
    block = text[at : text.index("question:", at)]
    assert told(QUESTIONS, block, "- id: identity-03\n        ") == [
        "Name the facts this rests on, or say “practice: yes”."
    ]

"""The prompts that ship: whole, easy to read, hard ones marked, and none that tells a person what to say."""

import re

import pytest

from kyr_app.content.scores import passages, score
from kyr_app.model.story import Spot

SECTIONS = (
    "start",
    "life-before",
    "first-problem",
    "other-events",
    "why-me",
    "help",
    "moving",
    "return",
    "health",
)


@pytest.fixture
def file(library):
    return library.prompt_files[0]


def test_every_prompt_is_there_once_in_its_order(file, library):
    names = [each.id for part in file.sections for each in part.prompts]
    assert names == [f"decl-{number:02}" for number in range(1, 35)]
    assert list(library.prompts) == names
    assert tuple(part.id for part in file.sections[:-1]) == SECTIONS


def test_they_read_easily(file):
    found = score(file.id, file)
    assert found.inflesz >= 75
    assert found.grade <= 6


def test_whatever_may_hurt_is_marked(file):
    painful = {part.id for part in file.sections if part.painful}
    assert painful == {"first-problem", "other-events", "why-me", "help", "moving", "return"}
    assert sum(each.painful for part in file.sections for each in part.prompts) == 20


def test_what_the_papers_say_by_themselves_is_no_card(file):
    printed = [each.id for part in file.sections for each in part.prompts if each.printed]
    assert printed == ["decl-32", "decl-33", "decl-34"]


def test_a_prompt_is_a_beginning_with_room_for_the_persons_own_words(file):
    own = [each for part in file.sections for each in part.prompts if not each.printed]
    for each in own:
        if each.id != "decl-03":
            assert "…" in each.ask.es
            assert "…" in each.ask.en


def test_none_of_them_gives_a_reason_or_a_deed_to_copy(file):
    """A tip says how to go on, never with what: no list of harms or motives to choose from."""
    for part in file.sections:
        for each in part.prompts:
            for words in (each.tip.es, each.tip.en):
                assert not re.search("secuestr|kidnap|amenaz|threat|robo|soborn|bribe", words, re.IGNORECASE)


def test_who_one_is_comes_first_and_what_one_fears_last_where_nobody_says_otherwise(file):
    spots = {part.id: part.spot for part in file.sections}
    assert spots["start"] is Spot.START
    assert {spots["return"], spots["health"]} == {Spot.END}
    assert all(spot is Spot.TOLD for name, spot in spots.items() if name in SECTIONS[1:-2])


def test_what_to_take_care_of_comes_before_the_first_word(file):
    assert len(file.care) == 5
    assert all(text.es and text.en for text in passages(file))

"""Paragraphs and questions: every word once, numbers in order, no judgement, nothing of the story on the page."""

import datetime as dt

import pytest
from msgspec import structs

from kyr_app.model.story import NO_STORY, Ask, English, Line, Signing
from kyr_app.rules.statement import statement
from kyr_app.rules.story_questions import Kind, questions
from tests.unit.story.told import ASKS, any_cards, card, chars, story

TODAY = dt.date(2026, 11, 22)


def asked(*cards):
    return [(each.kind, each.paragraphs) for each in questions(statement(story(*cards)), TODAY)]


def test_a_card_becomes_paragraphs_with_what_names_its_lines():
    one = card(
        1, "First.\n\n  Second. \n", when="long ago", where="there", who="two men", why="a\nb", left="ill"
    )
    made = statement(story(one))
    assert [each.number for each in made.paragraphs] == [1, 2, 3, 4, 5]
    first, *others = [[(p.line.ask, p.words, p.named) for p in each.passages] for each in made.paragraphs]
    assert first == [
        (Ask.WHEN, "long ago", True),
        (Ask.WHERE, "there", True),
        (Ask.WHO, "two men", True),
        (Ask.WHAT, "First.", False),
    ]
    assert others == [
        [(Ask.WHAT, "Second.", False)],
        [(Ask.WHY, "a", True)],
        [(Ask.WHY, "b", False)],
        [(Ask.LEFT, "ill", True)],
    ]


@pytest.mark.parametrize("seed", range(60))
def test_every_word_stands_there_once_and_numbers_run_through(seed):
    cards = tuple(
        structs.replace(each, what=f"what {each.number}\nand more", why=f"why {each.number}")
        for each in any_cards(seed)
    )
    made = statement(story(*cards, signing=Signing(with_not_today=True)))
    assert [each.number for each in made.paragraphs] == list(range(1, len(made.paragraphs) + 1))
    told = sorted(chars(each.said(ask)) for each in cards for ask in ASKS if each.said(ask).strip())
    shown = {}
    for each in made.passages:
        if each.own:
            shown.setdefault((each.line.card, each.line.ask), []).append(each.words)
    assert sorted(chars("".join(each)) for each in shown.values()) == told


def test_what_waits_for_another_day_stays_off_the_paper_until_it_is_asked_for():
    told = story(card(1), card(2, not_today=True), card(3, "", not_today=True))
    assert statement(told).numbers == {1: 1}
    assert statement(told).out == 1
    everything = structs.replace(told, signing=Signing(with_not_today=True))
    assert statement(everything).numbers == {1: 1, 2: 2}
    assert statement(everything).out == 0


def test_a_card_on_which_nothing_was_told_takes_no_number():
    assert statement(story(card(1, ""), card(2, "  \n "), card(3, "", side="after", of=1))).paragraphs == ()
    assert statement(NO_STORY).paragraphs == ()


def test_bounds_are_printed_only_where_nothing_was_said():
    dated = statement(story(card(1, "", earliest="2021-06"), card(2, "", when="en lluvias", earliest="2021")))
    passages = {each.line.card: each for each in dated.passages}
    assert not passages[1].own
    assert passages[2].words == "en lluvias"
    assert passages[2].own
    assert dated.untranslated == 1


def test_english_counts_only_for_the_words_it_translates():
    told = story(card(1, "uno\ndos")).with_english(English(Line(1, Ask.WHAT, 0), "uno", "one"))
    assert [each.english for each in statement(told).passages] == ["one", ""]
    changed = told.with_card(card(1, "otro\ndos"))
    assert [each.english for each in statement(changed).passages] == ["", ""]
    assert statement(changed).untranslated == 2
    assert changed.in_english(Line(1, Ask.WHAT, 0)).words == "one"


def test_each_thing_that_dates_leave_open_is_a_question():
    assert asked(card(1)) == [(Kind.NO_DATE, (1,))]
    assert asked(card(1, earliest="2027")) == [(Kind.AHEAD, (1,))]
    assert asked(card(1, earliest="2022", latest="2021")) == [(Kind.UPSIDE_DOWN, (1,))]
    assert asked(card(1, earliest="2021"), card(2, earliest="2021-05")) == [(Kind.WHICH_FIRST, (1, 2))]
    assert asked(card(1, earliest="2018"), card(2, earliest="2021")) == [(Kind.GAP, (1, 2))]
    assert asked(card(1, earliest="2018"), card(2, earliest="2019")) == []
    assert asked(card(1, earliest="2020"), card(2, earliest="2021", side="before", of=1)) == [
        (Kind.CLASH, (1, 2))
    ]
    assert asked(card(1, earliest="2020"), card(2, earliest="2021", side="same", of=1)) == [
        (Kind.CLASH, (1, 2))
    ]
    assert asked(card(1, earliest="2021"), card(2, earliest="2021", side="after", of=1)) == []
    loop = card(1, side="after", of=2), card(2, side="after", of=1)
    assert asked(*loop) == [(Kind.LOOP, (1, 2))]
    assert asked(card(1, when="long ago"), card(2, not_today=True))[-1] == (Kind.OUT, ())


def test_the_questions_name_paragraphs_and_nothing_of_the_story(session):
    one = card(1, "CANARIO uno\nmás", earliest="2021")
    two = card(2, "CANARIO dos", earliest="2021", who="CANARIO tres")
    found = questions(statement(story(one, two)), TODAY)
    assert [each.paragraphs for each in found] == [(1, 3)]
    for language in ("es", "en"):
        said = " ".join(session.locale_of(language).render(each.said) for each in found)
        assert "CANARIO" not in said
        assert "1" in said
        assert "3" in said


@pytest.mark.parametrize("seed", range(60))
def test_questions_can_always_be_asked_in_the_order_of_the_paper(seed):
    made = statement(story(*any_cards(seed)))
    found = questions(made, TODAY)
    known = {each.number for each in made.paragraphs}
    assert all(set(each.paragraphs) <= known for each in found)
    asked_of = [each.paragraphs for each in found if each.paragraphs]
    assert asked_of == sorted(asked_of)
    assert questions(made, TODAY) == found

"""Telling: any order, any length; nothing is lost on the way to a family file and back."""

import json
import random

import pytest

from kyr_app.model.errors import InputError
from kyr_app.model.rough_date import RoughDate, Side
from kyr_app.model.story import NO_STORY, Ask, Helper, Line, Signing, Spot, Where
from kyr_app.session.session import Session
from tests.unit.story.told import any_cards, forty, long_text, story


@pytest.fixture
def telling(session):
    return session.story


def told(telling, count=3):
    for number in range(1, count + 1):
        telling.begin()
        telling.write(number, Ask.WHAT, f"card {number}")
    return telling


def test_each_step_is_told_once_and_only_where_something_changed(session, telling):
    heard = []

    class Listener:
        def hear(self, changes):
            heard.append(changes.story)

    listener = Listener()
    session.changed.connect(listener.hear)
    card = telling.begin()
    telling.write(card.number, Ask.WHAT, "a")
    telling.write(card.number, Ask.WHAT, "a")
    telling.close(card.number, painful=False)
    telling.go_to(card.number, Ask.WHAT)
    telling.sign(telling.story.signing)
    assert heard == [True, True]


@pytest.mark.parametrize(
    "words", ["  spaces  \n\n", "\t", "ñ" * 60_000, "a\u202eb\x00", "<b>{n}</b> %s **x** [[y|z]]"]
)
def test_words_are_kept_exactly(telling, words):
    number = telling.begin().number
    for ask in Ask:
        telling.write(number, ask, words)
    assert [telling.card(number).said(ask) for ask in Ask] == [words] * len(Ask)


def test_a_card_that_was_removed_comes_back_where_it_was_with_what_led_to_it(telling):
    told(telling)
    telling.date(3, RoughDate("after that", side=Side.AFTER, of=2))
    telling.translate(Line(2, Ask.WHAT), "card 2", "in English")
    before = telling.story
    telling.remove(2)
    assert [card.number for card in telling.story.cards] == [1, 3]
    assert telling.card(3).when == RoughDate("after that")
    assert telling.story.english == ()
    telling.write(1, Ask.WHERE, "changed meanwhile")
    assert telling.undo() == 2
    assert [card.number for card in telling.story.cards] == [1, 2, 3]
    assert telling.card(1).where == "changed meanwhile"
    assert telling.card(3) == before.card(3)
    assert telling.story.english == before.english
    assert not telling.can_undo
    assert telling.undo() == 0


def test_a_number_is_never_given_again_once_something_was_told(telling):
    told(telling)
    telling.remove(3)
    assert telling.begin().number == 4


def test_an_empty_card_goes_away_by_itself_and_one_left_for_another_day_stays(telling):
    told(telling, 1)
    number = telling.begin().number
    telling.put_down(number)
    assert telling.story.last == 1
    later = telling.begin().number
    telling.close(later, not_today=True)
    telling.put_down(later)
    telling.put_down(1)
    assert [card.number for card in telling.story.cards] == [1, 2]


def test_cards_can_be_told_earlier_and_later(telling):
    told(telling)
    telling.move(3, -5)
    assert [card.number for card in telling.story.cards] == [3, 1, 2]
    telling.move(3, 1)
    assert [card.number for card in telling.story.cards] == [1, 3, 2]


def test_a_prompt_brings_its_warning_along_and_no_word(telling, library):
    hard = library.prompts["decl-13"]
    card = telling.begin(hard, Spot.END)
    assert card.painful
    assert card.prompt == hard.id
    assert card.spot is Spot.END
    assert card.blank


@pytest.mark.parametrize("number", [0, 9, -1])
def test_a_card_that_is_not_there_says_so(telling, number):
    for step in (telling.card, telling.remove, telling.go_to, telling.put_down):
        with pytest.raises(InputError):
            step(number)


def restored(rows, today):
    again = Session(today=today).story
    left = again.restore(json.loads(json.dumps(rows)))
    return again, left


def test_forty_cards_come_back_the_next_day_on_another_computer_at_the_same_card(telling, today):
    for what, when in forty():
        card = telling.begin()
        telling.write(card.number, Ask.WHAT, what)
        telling.date(card.number, when)
    telling.close(17, painful=True)
    telling.close(23, not_today=True)
    telling.go_to(12, Ask.WHY)
    telling.sign(Signing(where=Where.INSIDE, language="mam", translator=Helper("Persona de Ejemplo")))
    telling.translate(Line(3, Ask.WHAT), telling.card(3).what, "in English")
    again, left = restored(telling.kept(), today)
    assert left == []
    assert again.story == telling.story
    assert again.here == telling.card(12)
    assert again.story.ask is Ask.WHY


@pytest.mark.parametrize("seed", range(30))
def test_any_story_comes_back_as_it_was(seed, today):
    first = Session(today=today).story
    first.take(story(*any_cards(seed)))
    again, left = restored(first.kept(), today)
    assert left == []
    assert again.story == first.story


def test_five_thousand_words_on_one_card_come_back(telling, today):
    text = long_text(5000)
    telling.write(telling.begin().number, Ask.WHAT, text)
    again, _ = restored(telling.kept(), today)
    assert again.card(1).what == text


def test_what_does_not_fit_is_given_back_and_the_rest_is_there(telling, today):
    told(telling, 2)
    odd = [
        {"kind": "drawing", "of": 1},
        {"kind": "card", "number": "seven"},
        {"kind": "card", "number": 0, "what": "x"},
        {"kind": "card", "number": 9, "when": {"earliest": "someday"}},
        {"number": 3},
    ]
    again, left = restored([*telling.kept(), *odd], today)
    assert left == odd
    assert [card.what for card in again.story.cards] == ["card 1", "card 2"]
    later = [{"kind": "head", "format": 2}, {"kind": "card", "number": 1, "what": "x"}]
    assert restored(later, today)[1] == later
    assert restored(later, today)[0].story == NO_STORY


def test_two_stories_become_one_and_no_card_is_lost(today):
    one, two = Session(today=today).story, Session(today=today).story
    told(one)
    told(two, 2)
    two.write(2, Ask.WHAT, "of today")
    two.date(2, RoughDate("", side=Side.AFTER, of=1))
    two.translate(Line(2, Ask.WHAT), "of today", "in English")
    both, left = restored([*one.kept(), *two.kept()], today)
    assert left == []
    assert [card.what for card in both.story.cards] == ["card 1", "card 2", "card 3", "card 1", "of today"]
    assert [card.number for card in both.story.cards] == [1, 2, 3, 4, 5]
    assert both.card(5).when.of == 4
    assert both.story.in_english(Line(5, Ask.WHAT)).words == "in English"
    assert both.begin().number == 6


def test_rows_under_the_same_number_are_both_kept(telling, today):
    told(telling, 2)
    again, left = restored([*telling.kept(), {"kind": "card", "number": 2, "what": "another"}], today)
    assert left == []
    assert {card.number: card.what for card in again.story.cards} == {1: "card 1", 2: "card 2", 3: "another"}


def test_an_empty_story_leaves_no_row_and_a_cleared_one_nothing(telling):
    assert telling.kept() == []
    told(telling)
    telling.remove(1)
    telling.clear()
    assert telling.story == NO_STORY
    assert telling.kept() == []
    assert not telling.can_undo


def test_nothing_told_is_ever_shown_in_a_log(telling):
    telling.begin()
    for ask in Ask:
        telling.write(1, ask, "CANARIO")
    telling.sign(Signing(translator=Helper("CANARIO"), language="CANARIO"))
    telling.translate(Line(1, Ask.WHAT), "CANARIO", "CANARIO")
    shown = [
        telling.story,
        telling.card(1),
        telling.card(1).when,
        telling.story.signing,
        *telling.story.english,
    ]
    shown += [telling.statement(), *telling.statement().passages, *telling.questions(), telling]
    assert "CANARIO" not in " ".join(map(repr, shown))


def test_any_steps_leave_a_story_that_holds_together(today):
    for seed in range(40):
        chance = random.Random(seed)
        telling = Session(today=today).story
        for _ in range(60):
            here = [card.number for card in telling.story.cards]
            step = chance.choice("begin begin begin write move remove undo close down date".split())
            if step == "begin" or not here:
                telling.begin()
            elif step == "write":
                telling.write(chance.choice(here), chance.choice(list(Ask)), chance.choice(("", "x")))
            elif step == "move":
                telling.move(chance.choice(here), chance.randint(-3, 3))
            elif step == "remove":
                telling.remove(chance.choice(here))
            elif step == "undo":
                telling.undo()
            elif step == "close":
                telling.close(chance.choice(here), not_today=chance.random() < 0.5)
            elif step == "down":
                telling.put_down(chance.choice(here))
            else:
                telling.date(
                    chance.choice(here), RoughDate("", "2021", side=Side.AFTER, of=chance.choice(here))
                )
            found = [card.number for card in telling.story.cards]
            assert len(found) == len(set(found))
            assert max(found, default=0) <= telling.story.last
            assert telling.story.at == 0 or telling.story.at in found
            telling.questions()

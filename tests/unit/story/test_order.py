"""The order of time: only what was said moves a card; the same cards give the same order; nothing is lost."""

import random
from itertools import pairwise

import pytest

from kyr_app.model.rough_date import Side
from kyr_app.model.story import Spot
from kyr_app.rules.story_order import ordered
from tests.unit.story.told import any_cards, card

SEEDS = range(150)


def numbers(*cards):
    return [each.number for each in ordered(cards).cards]


def test_dates_put_cards_in_order_and_ties_stay_as_they_were_told():
    assert numbers(card(1, earliest="2022"), card(2, earliest="2020"), card(3, earliest="2021")) == [2, 3, 1]
    assert numbers(card(1, earliest="2021"), card(2, earliest="2021-03"), card(3, earliest="2021")) == [
        1,
        2,
        3,
    ]
    assert numbers(card(3, earliest="2021"), card(2, earliest="2021-03"), card(1, earliest="2021")) == [
        3,
        2,
        1,
    ]


def test_a_card_is_moved_only_as_far_as_a_date_says():
    """The year holds the other two; of them the later was told first."""
    assert numbers(card(1, earliest="2021-05"), card(2, earliest="2021"), card(3, earliest="2021-02")) == [
        2,
        3,
        1,
    ]


def test_a_card_without_a_date_stays_behind_the_one_that_was_told_before_it():
    cards = card(1), card(2, earliest="2022"), card(3), card(4, earliest="2020"), card(5), card(6)
    assert numbers(*cards) == [1, 4, 5, 6, 2, 3]


def test_a_link_puts_a_card_beside_another():
    dated = card(1, earliest="2022"), card(2, earliest="2020")
    assert numbers(*dated, card(3, side="before", of=1)) == [2, 3, 1]
    assert numbers(*dated, card(3, side="after", of=2)) == [2, 3, 1]
    assert numbers(*dated, card(3, side="same", of=2), card(4, side="after", of=2)) == [2, 3, 4, 1]
    assert numbers(*dated, card(3, side="before", of=1), card(4, side="before", of=3)) == [2, 4, 3, 1]


def test_a_link_between_dated_cards_decides_where_dates_do_not():
    one, two = card(1, earliest="2021"), card(2, earliest="2021-04", side="before", of=1)
    assert numbers(one, two) == [2, 1]
    assert ordered((one, two)).ties == ()
    late = card(2, earliest="2023", side="before", of=1)
    assert numbers(one, late) == [1, 2]


def test_beginning_and_end_can_be_chosen_by_hand():
    cards = card(1, earliest="2020"), card(2, spot=Spot.END), card(3, spot=Spot.START), card(4)
    assert numbers(*cards) == [3, 1, 4, 2]


def test_ties_are_told_and_a_long_time_is_no_tie():
    found = ordered((card(1, earliest="2021"), card(2, earliest="2021-03"), card(3, earliest="2022")))
    assert found.ties == ((1, 2),)
    assert ordered((card(1, earliest="2010", latest="2021"), card(2, earliest="2015"))).ties == ()
    assert ordered((card(1, earliest="2021"), card(2, side="same", of=1))).together == ((1, 2),)


def test_links_that_lead_round_are_left_out_of_account_and_told():
    found = ordered((card(1, side="after", of=2), card(2, side="after", of=3), card(3, side="after", of=1)))
    assert [each.number for each in found.cards] == [1, 2, 3]
    assert found.loops == ((1, 2, 3),)
    assert numbers(card(1, side="after", of=1), card(2, side="before", of=9)) == [1, 2]


@pytest.mark.parametrize("seed", SEEDS)
def test_every_card_stands_there_once_and_the_order_is_always_the_same(seed):
    cards = any_cards(seed)
    found = ordered(cards)
    assert sorted(each.number for each in found.cards) == sorted(each.number for each in cards)
    assert ordered(cards) == found
    assert set(found.cards) == set(cards)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_card_stands_before_one_that_was_over_before_it_began(seed):
    spans = [each.when.span for each in ordered(any_cards(seed)).cards if each.when.span is not None]
    for at, one in enumerate(spans):
        assert not any(two.before(one) for two in spans[at + 1 :])


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_in_order_already_is_not_moved(seed):
    """Sorting twice changes nothing: the order found is an order told."""
    cards = tuple(each for each in any_cards(seed) if each.when.side is None and each.spot is Spot.TOLD)
    once = ordered(cards).cards
    assert ordered(once).cards == once


@pytest.mark.parametrize("seed", SEEDS)
def test_a_tie_is_undecided_and_a_decided_pair_is_no_tie(seed):
    found = ordered(any_cards(seed))
    by_number = {each.number: each for each in found.cards}
    for one, two in found.ties:
        first, second = by_number[one].when.span, by_number[two].when.span
        assert not first.before(second)
        assert not second.before(first)
    dated = [each for each in found.cards if each.when.span is not None]
    for one, two in pairwise(dated):
        if one.when.span.before(two.when.span):
            assert (one.number, two.number) not in found.ties


def test_words_alone_never_move_a_card():
    chance = random.Random(3)
    years = [str(year) for year in range(2000, 2030)]
    chance.shuffle(years)
    cards = [card(number, when=f"en {year}") for number, year in enumerate(years, 1)]
    assert numbers(*cards) == list(range(1, 31))


def test_a_link_that_is_kept_holds_in_the_order():
    for seed in SEEDS:
        cards = any_cards(seed)
        found = ordered(cards)
        at = {each.number: place for place, each in enumerate(found.cards)}
        looped = {each for loop in found.loops for each in loop}
        for each in cards:
            free = each.when.span is None and each.number not in looped
            if free and each.when.of in at and each.when.of != each.number:
                wanted = {Side.BEFORE: at[each.number] < at[each.when.of]}
                assert wanted.get(each.when.side, at[each.number] > at[each.when.of])

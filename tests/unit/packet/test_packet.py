"""The packet as a value: order, letters, merging, splitting."""

import pytest
from msgspec import structs

from kyr_app.model.packet import Packet, Sheet, letter


def packet(*sizes):
    made = Packet()
    for n, size in enumerate(sizes):
        made, _ = made.with_new([f"p{n}-{at}" for at in range(size)], f"title {n}")
    return made


def numbers(made):
    return [each.number for each in made.exhibits]


@pytest.mark.parametrize(
    ("place", "said"),
    [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")],
)
def test_letters(place, said):
    assert letter(place) == said


def test_letters_follow_the_order_and_numbers_do_not():
    made = packet(1, 1, 1).moved(3, 0)
    assert numbers(made) == [3, 1, 2]
    assert made.letter(3) == "A"
    assert numbers(made.moved(3, 99)) == [1, 2, 3]
    assert numbers(made.moved(2, -5)) == [2, 3, 1]


def test_a_number_is_never_given_twice():
    made = packet(1, 1).without(2)
    made, fresh = made.with_new(["x"])
    assert fresh.number == 3
    assert made.pictures == ("p0-0", "x")
    assert made.without(99) == made


def test_merging_keeps_every_sheet_and_the_words_of_the_one_it_goes_into():
    made = packet(2, 3)
    made = made.with_changed(structs.replace(made.exhibit(1), items=("a",), cards=(1,)))
    made = made.with_changed(structs.replace(made.exhibit(2), items=("a", "b"), cards=(2,)))
    joined = made.merged(2, 1)
    assert numbers(joined) == [1]
    assert [each.picture for each in joined.exhibit(1).sheets] == ["p0-0", "p0-1", "p1-0", "p1-1", "p1-2"]
    assert joined.exhibit(1).items == ("a", "b")
    assert joined.exhibit(1).title == "title 0"
    assert made.merged(1, 1) == made


def test_splitting_and_merging_again_is_the_same():
    made = packet(4, 1)
    cut = made.split(1, 3)
    assert [len(each.sheets) for each in cut.exhibits] == [3, 1, 1]
    assert numbers(cut) == [1, 3, 2]
    assert cut.merged(3, 1).exhibit(1) == made.exhibit(1)
    assert made.split(1, 0) == made.split(1, 4) == made


def test_an_unknown_number_is_an_error():
    for act in (
        Packet().exhibit,
        Packet().letter,
        lambda n: Packet().moved(n, 0),
        lambda n: Packet().split(n, 1),
    ):
        with pytest.raises(KeyError):
            act(1)


def test_it_does_not_talk():
    made = packet(1)
    made = made.with_changed(structs.replace(made.exhibit(1), title="CANARIO", author="CANARIO"))
    assert "CANARIO" not in repr(made) + repr(made.exhibits) + repr(Sheet("CANARIO"))

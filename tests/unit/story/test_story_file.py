"""A story as a file: what it may hold, and what is said of what it may not."""

import json
import re
from pathlib import Path

import pytest

from kyr_app.model.errors import InputError
from kyr_app.model.rough_date import Side
from kyr_app.model.story import Ask, Line, Spot, Where
from kyr_app.session.making.story_file import MOST_BYTES, read

GUIDE = Path(__file__).parents[3] / "docs" / "story-file.md"


def story(**given):
    return read(json.dumps(given).encode())


def test_the_example_of_the_guide_is_a_story():
    example = re.search(r"```json\n(.+?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    made = read(example[1].encode())
    assert len(made.cards) == 4
    assert made.in_english(Line(1, Ask.WHAT)).words == "First line, in English."
    assert made.in_english(Line(1, Ask.WHAT, 1)) is None
    assert made.card(2).when.side is Side.BEFORE
    assert made.card(4).not_today
    assert made.signing.where is Where.OUTSIDE


def test_every_key_of_a_card_is_taken():
    keys = {each.value: f"{each.value} ñ" for each in Ask}
    made = story(cards=[{**keys, "painful": True, "spot": "end"}], signing={"ties": True})
    assert all(made.card(1).said(ask) == f"{ask.value} ñ" for ask in Ask)
    assert made.card(1).spot is Spot.END
    assert made.signing.ties
    assert story().cards == ()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{",
        b"\xff\xfe",
        b'{"cards": {}}',
        b'{"cards": [1]}',
        b"[" * 100_000,
        b" " * (MOST_BYTES + 1),
        b'{"cards": [{"when": {"earliest": "soon"}}]}',
        b'{"cards": [{"when": {"side": "before", "of": 7}}]}',
        b'{"cards": [{"when": {"side": "before", "of": 1}}]}',
        b'{"cards": [{"what": 3}]}',
        b'{"cards": [{"painful": "yes"}]}',
        b'{"cards": [{"number": 3}]}',
        b'{"cards": [{"what": "a", "english": {"what": ["a", "b"]}}]}',
        b'{"cards": [{"what": "a", "english": {"how": ["a"]}}]}',
        b'{"cards": [{"what": "a", "english": []}]}',
        b'{"signing": {"where": "moon"}}',
        b'{"signing": []}',
        b'{"tarjetas": []}',
    ],
)
def test_what_is_no_story_is_refused_with_something_to_do(data):
    with pytest.raises(InputError) as caught:
        read(data)
    assert caught.value.hint is not None


def test_a_mistake_is_told_with_its_card_and_never_with_a_word_of_the_story(session):
    with pytest.raises(InputError) as caught:
        story(cards=[{"what": "CANARIO"}, {"wat": "CANARIO"}])
    said = session.locale_of("en").render(caught.value.said)
    assert "card 2" in said
    assert "wat" in said
    assert "what" in session.locale_of("en").render(caught.value.hint)
    with pytest.raises(InputError) as caught:
        story(cards=[{"what": "CANARIO", "when": {"earliest": "CANARIO"}}])
    assert "CANARIO" not in session.locale_of("en").render(caught.value.said)

"""Nothing is ever cut: what stands in the box and what is left over are the whole text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kyr_app.documents.official import fit

BOX = (50.0, 100.0, 250.0, 200.0)
LINE = (50.0, 100.0, 150.0, 116.0)


class Plain:
    """Letters that are all as wide as half their height."""

    name = "plain"

    def width(self, text: str, size: float) -> float:
        return len(text) * size / 2


FACE = Plain()
few = settings(max_examples=60)
WORDS = st.text(st.sampled_from("abcdefg ñé\n,"), max_size=900)


def bare(text: str) -> str:
    return "".join(text.split())


@few
@given(WORDS)
def test_a_story_and_its_rest_are_the_whole(text):
    fitted = fit.story(text, BOX, FACE, "[more]")
    shown = [line.text for line in fitted.lines]
    if fitted.rest:
        assert shown[-1] == "[more]"
        shown = shown[:-1]
    assert bare("".join(shown)) + bare(fitted.rest) == bare(text)
    assert all(BOX[1] <= line.y and line.y + fitted.size <= BOX[3] + 0.5 for line in fitted.lines)


@few
@given(st.text(st.sampled_from("abcdefg ñé,"), min_size=1, max_size=120).filter(str.strip))
def test_a_value_stands_whole_inside_its_box_or_not_at_all(text):
    fitted = fit.into(text, LINE, FACE)
    if fitted is None:
        assert FACE.width(text, fit.LEAST) > LINE[2] - LINE[0]
        return
    assert bare("".join(line.text for line in fitted.lines)) == bare(text)
    assert fit.LEAST <= fitted.size <= fit.LARGEST
    for line in fitted.lines:
        assert line.x + FACE.width(line.text, fitted.size) <= LINE[2]
        assert line.y >= LINE[1] - 0.5
        assert line.y + fitted.size * 0.73 <= LINE[3] + 0.5


@few
@given(st.text("0123456789", min_size=1, max_size=14))
def test_a_comb_has_a_letter_in_the_middle_of_each_cell(text):
    fitted = fit.comb(text, (0, 0, 90, 18), 9, FACE)
    if len(text) > 9:
        assert fitted is None
        return
    for at, line in enumerate(fitted.lines):
        assert abs(line.x + fitted.size / 4 - (at * 10 + 5)) < 0.01
        assert line.text == text[at]


def test_a_short_value_is_as_large_as_others_and_a_longer_one_smaller():
    short, longer = fit.into("Tela", LINE, FACE), fit.into("a" * 24, LINE, FACE)
    assert short.size == fit.LARGEST
    assert fit.LEAST <= longer.size < fit.LARGEST


def test_a_word_is_only_torn_where_the_letters_are_smallest():
    assert fit.wrapped("a" * 100, 100, 8, FACE, torn=False) is None
    assert bare("".join(fit.wrapped("a" * 100, 100, 6, FACE, torn=True))) == "a" * 100


def test_lines_of_a_story_stay_lines():
    fitted = fit.story("one\n\ntwo", BOX, FACE, "")
    assert [line.text for line in fitted.lines] == ["one", "two"]
    assert fitted.lines[0].y - fitted.lines[1].y > fitted.size * 2


def test_a_cross_is_in_the_middle():
    fitted = fit.cross((10, 10, 20, 20), FACE)
    line = fitted.lines[0]
    assert line.text == "X"
    assert abs(line.x + fitted.size / 4 - 15) < 0.01

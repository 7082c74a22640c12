"""The tokens: all there, nothing else, and readable."""

import pytest

from kyr_app import places
from kyr_app.content.tokens import load, theme
from kyr_app.model.errors import ContentError
from kyr_app.model.settings import Look, TextSize

GOOD = (places.assets() / "theme.toml").read_text(encoding="utf-8")
PAIRS = [
    ("ink", "ground", 7), ("ink", "surface", 7), ("ink", "chosen", 7), ("ink", "warm_ground", 7),
    ("ink", "stop_ground", 7), ("ink_soft", "ground", 7), ("ink_soft", "surface", 7), ("ink_soft", "chosen", 7),
    ("accent", "ground", 7), ("accent", "surface", 7), ("accent", "chosen", 7), ("on_accent", "accent", 7),
    ("on_accent", "accent_deep", 7), ("warm", "warm_ground", 7), ("stop", "stop_ground", 7), ("stop", "ground", 7),
    ("line", "ground", 3), ("line", "surface", 3), ("focus", "ground", 3), ("focus", "surface", 3),
]  # fmt: skip


def light(colour):
    def linear(part):
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    lighter, darker = sorted((light(one), light(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("look", list(Look))
@pytest.mark.parametrize(("over", "under", "least"), PAIRS)
def test_words_stand_out_from_their_ground(look, over, under, least):
    colours = theme().colours(look)
    assert contrast(getattr(colours, over), getattr(colours, under)) >= least


def test_letters_grow_with_the_size_chosen():
    assert [theme().type.body(size) for size in TextSize] == [18, 22, 27]
    assert [theme().type.step(step, TextSize.NORMAL) for step in range(5)] == [16, 20, 25, 31, 39]
    assert theme().type.step(0, TextSize.VERY_LARGE) == 24


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("radius = 10", ""),
        ("radius = 10", "radius = 10\nshadow = 3"),
        ("radius = 10", 'radius = "ten"'),
        ('ground = "#FBF7F0"', 'ground = "paper"'),
        ("[light]", "[light"),
        ("scale = [16, 20, 25, 31, 39]", "scale = [16]"),
    ],
)
def test_what_is_missing_unknown_or_wrong_is_refused(tmp_path, old, new):
    assert old in GOOD
    damaged = tmp_path / "theme.toml"
    damaged.write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError):
        load(damaged)


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(ContentError):
        load(tmp_path / "none.toml")

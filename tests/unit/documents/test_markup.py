"""What becomes of text before ReportLab sees it."""

import random

import pytest

from kyr_app.content import icons
from kyr_app.documents.typesetting.markup import _ACCENTED, _USUAL, _made_safe, clean, markup, safe

BOX = icons.glyph("square")


def test_our_notation_becomes_bold_and_underlined():
    assert "<b>fuerte</b>" in markup("algo **fuerte**")
    assert ">jueza</u>" in markup("la [[judge|jueza]]")


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ('<b>Ana</b> & "Co"', "&lt;b&gt;Ana&lt;/b&gt; &amp; &quot;Co&quot;"),
        ("Pen\u0303a", "Peña"),
        ("a\u200d\u0301", "á"),
        ("\u202egpj.exe\u202c", "gpj.exe"),
        ("\u200fIbarra\u200e", "Ibarra"),
        ("uno\ndos\u2028tres", "uno dos tres"),
        ("a\u202fb\u2011c", "a\xa0b-c"),
        ("(213) 634-0999", "(213)\xa0634-0999"),
        ("8 CFR 1003.22", "8\xa0CFR\xa01003.22"),
    ],
)
def test_text_is_made_safe(given, made):
    assert safe(given) == made


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\x9d", "\ud800"])
def test_a_control_becomes_the_replacement_character(character):
    assert clean(f"a{character}b") == "a\ufffdb"


@pytest.mark.parametrize("character", ["😀", "ẍ", "ʼ", "中", "\ufffd", BOX])
def test_what_no_letter_exists_for_is_seen_as_a_box(character):
    assert safe(f"a{character}b") == f'a<font name="Phosphor">{BOX}</font>b'


def test_every_spanish_letter_has_a_letter_of_its_own():
    spanish = "áéíóúüñÁÉÍÓÚÜÑ¿¡«»“”‘’—–…ºª°§·†‡•€½"
    assert safe(spanish) == spanish


def test_the_short_way_for_usual_letters_comes_to_the_same():
    chance = random.Random(3)
    odd = '\xa0\t\u200b\u0301\u0327😀&<>"\ufb01\u1e9e' + _USUAL + "".join(map(chr, _ACCENTED))
    for _ in range(3000):
        own = odd if chance.random() < 0.5 else "aC1§ () U.SFR"
        text = "".join(chance.choice(own) for _ in range(chance.randint(0, 14)))
        assert safe(text) == _made_safe(text), ascii(text)

"""Words: drawn by chance, forgiven their accents, refused where they are guessed too soon."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mnemonic import Mnemonic

from kyr_app.store import phrases


@pytest.mark.parametrize(("language", "name"), [("es", "spanish"), ("en", "english")])
def test_six_words_of_the_list(language, name):
    known = {unicodedata.normalize("NFC", word) for word in Mnemonic(name).wordlist}
    made = [phrases.new_phrase(language) for _ in range(50)]
    assert len(set(made)) == 50
    for phrase in made:
        words = phrase.split(" ")
        assert len(words) == 6
        assert set(words) <= known
        assert unicodedata.is_normalized("NFC", phrase)
        assert phrases.weak(phrase) is None or len(set(words)) < 4


@pytest.mark.parametrize("language", ["es", "en"])
def test_no_two_words_of_a_list_count_as_one(language):
    assert len(phrases._plain(language)) == 2048


@pytest.mark.parametrize("language", ["es", "en"])
def test_twelve_words_show_a_slip(language):
    card = phrases.recovery(language)
    words = card.split(" ")
    assert len(words) == 12
    assert phrases.card_holds(card)
    assert phrases.card_holds(card.upper().replace(" ", "-"))
    assert phrases.slip(card) is None
    assert not phrases.card_holds(" ".join(words[:11]))
    assert phrases.slip(" ".join(["zzzz", *words[1:]])).values == {"place": 1}
    other = next(
        swapped
        for at in range(11)
        if not phrases.card_holds(
            swapped := " ".join([*words[:at], words[at + 1], words[at], *words[at + 2 :]])
        )
    )
    assert phrases.slip(other)


def test_a_phrase_of_ones_own_is_not_doubted():
    assert phrases.slip("mi perro come tortillas los domingos felices") is None
    assert phrases.slip("") is None


@pytest.mark.parametrize(
    "typed",
    [
        "camión niño árbol águila",
        "CAMIÓN NIÑO ÁRBOL ÁGUILA",
        "camion nino arbol aguila",
        unicodedata.normalize("NFD", "camión niño árbol águila"),
        "  camión\tniño\n árbol   águila ",
        "camión, niño, árbol, águila.",
        "camión-niño-árbol-águila",
        "cami´on nin~o ´arbol `aguila",
        "camión\u00a0niño\u200b árbol águila",
        "Camión Niño Árbol Águila\ufeff",
    ],
)
def test_keyboards_are_forgiven(typed):
    assert phrases.normal(typed) == b"camion nino arbol aguila"
    assert phrases.same(typed, "camión niño árbol águila")


@given(st.text(max_size=60))
def test_what_counts_counts_the_same_again(text):
    once = phrases.normal(text)
    assert phrases.normal(once.decode()) == once
    assert phrases.normal(text.upper().lower()) == phrases.normal(
        phrases.normal(text.upper().lower()).decode()
    )


@pytest.mark.parametrize(
    "phrase",
    [
        "",
        "   ",
        "123456",
        "contraseña",
        "guadalupe1985",
        "password password password password",
        "uno dos tres cuatro",
        "lunes martes miércoles jueves viernes",
        "a b c d e f",
        "te amo",
        "qwertyuiop",
    ],
)
def test_weak(phrase):
    assert phrases.weak(phrase) is not None


@pytest.mark.parametrize(
    "phrase",
    ["la vaca azul baila", "mesa camino limón abeja", "x9$Kq2!vR7#mW4zL", "one lamp eats seventeen rivers"],
)
def test_strong(phrase):
    assert phrases.weak(phrase) is None


def test_a_very_long_phrase_is_fine():
    assert phrases.weak("x9$Kq2!vR7#mW4zL" * 40) is None

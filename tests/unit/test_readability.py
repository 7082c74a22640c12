import pytest

from kyr_app.content.readability import (
    Count,
    english_syllables,
    fernandez_huerta,
    grade,
    inflesz,
    measure,
    reading_ease,
    sentences,
    spanish_syllables,
    words,
)


@pytest.mark.parametrize(
    ("count", "huerta", "score"),
    [
        (Count(100, 8, 200), 74.09, 69.735),
        (Count(120, 12, 234), 79.64, 75.35),
        (Count(100, 4, 220), 49.34, 44.775),
    ],
)
def test_spanish_formulas(count: Count, huerta: float, score: float) -> None:
    assert fernandez_huerta(count) == pytest.approx(huerta, abs=0.005)
    assert inflesz(count) == pytest.approx(score, abs=0.005)


@pytest.mark.parametrize(
    ("count", "ease", "level"), [(Count(100, 10, 140), 78.245, 4.83), (Count(150, 10, 225), 64.71, 7.96)]
)
def test_english_formulas(count: Count, ease: float, level: float) -> None:
    assert reading_ease(count) == pytest.approx(ease, abs=0.005)
    assert grade(count) == pytest.approx(level, abs=0.005)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("teatro", 3), ("cielo", 2), ("ciudad", 2), ("día", 2), ("baúl", 2), ("que", 1), ("guerra", 2),
        ("pingüino", 3), ("ley", 1), ("hoy", 1), ("ahijado", 3), ("búho", 2), ("usted", 2), ("protección", 3),
        ("quien", 1), ("oír", 2), ("Uruguay", 3), ("y", 1), ("averiguáis", 4),
    ],
)  # fmt: skip
def test_spanish_syllables(word: str, count: int) -> None:
    assert spanish_syllables(word) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [("judge", 1), ("paper", 2), ("family", 3), ("asylum", 3), ("asked", 1), ("wanted", 2), ("table", 2),
     ("the", 1), ("notice", 2), ("being", 2), ("people", 2), ("officer", 3)],
)  # fmt: skip
def test_english_syllables(word: str, count: int) -> None:
    assert english_syllables(word) == count


def test_a_sentence_ends_where_a_person_would_stop() -> None:
    text = "El Sr. Juez lee 3.5 páginas a las 8 a. m. en EE. UU. ¿Entiende? Sí."
    assert len(sentences(text)) == 3


def test_numbers_of_telephones_and_forms_are_one_word() -> None:
    assert len(words("Llame al (213) 634-0999")) == 3
    assert len(words("la I-589")) == 2
    assert len(words("mire uscis.gov/i-589")) == 2


def test_a_passage_of_nothing_counts_nothing() -> None:
    assert measure(["", " … "], "es") == Count(0, 0, 0)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyr_app import places
from kyr_app.content.library import load
from kyr_app.content.search import Index, Kind

INDEX = Index(load(places.pack()))


def first(words: str, language: str = "") -> str:
    return INDEX.find(words, language)[0].id


@pytest.mark.parametrize("words", ["niños", "ninos", "NIÑO", "niño"])
def test_accents_capitals_and_plurals_are_forgiven(words: str) -> None:
    assert INDEX.find(words, "es")


def test_the_same_accents_lead() -> None:
    hits = INDEX.find("año", "es")
    assert any("año" in run.text.casefold() for run in hits[0].excerpt if run.strong)


@pytest.mark.parametrize(
    ("words", "language", "lesson"),
    [
        ("fianza", "es", "detention-bond"),
        ("bond", "en", "detention-bond"),
        ("refugio días hábiles", "", "waiting-in-mexico"),
    ],
)
def test_the_lesson_that_is_about_it_is_among_the_first(words: str, language: str, lesson: str) -> None:
    assert lesson in [hit.id for hit in INDEX.find(words, language)[:8]]


def test_a_place_names_its_point_and_block_and_is_told_once() -> None:
    hits = [hit for hit in INDEX.find("medicina") if hit.kind is Kind.LESSON]
    assert any(hit.point and hit.block for hit in hits)
    places_found = [(hit.id, hit.point, hit.block) for hit in hits]
    assert len(places_found) == len(set(places_found))


def test_every_word_must_be_there() -> None:
    assert INDEX.find("fianza zzzz") == ()


@given(st.text(max_size=60))
def test_nothing_typed_breaks_it(words: str) -> None:
    for hit in INDEX.find(words):
        assert hit.excerpt or hit.title

"""Wallet cards: eight to a sheet, both languages for the officer, no sentence cut."""

import datetime as dt
import re

import pytest
from msgspec import structs

from kyr_app.content.library import Library
from kyr_app.content.tokens import theme
from kyr_app.documents.lessons import captions as words
from kyr_app.documents.lessons import card_sheet, cards
from kyr_app.documents.typesetting import fitting
from kyr_app.documents.typesetting.fonts import uncovered
from kyr_app.i18n.locale import Locale
from kyr_app.model import inline
from kyr_app.model.settings import Edition
from kyr_app.model.text import Text
from tests.unit.documents.paper import BLOCKS, Read, job, lesson, only_letters


def read(*lessons, **more):
    return Read(job(*lessons, edition=Edition.CARD, **more).run())


@pytest.mark.parametrize("languages", [("es",), ("en",), ("es", "en")])
def test_what_an_officer_hears_is_in_both_languages(library: Library, languages):
    letters = read(library.lessons["say-fear"], library=library, languages=languages).letters
    for said in (
        "Tengo miedo de regresar a mi país. Quiero pedir asilo y protección.",
        "I am afraid to return to my country. I want to ask for asylum and protection.",
        words.INTERPRETER.es,
        words.INTERPRETER.en,
    ):
        assert only_letters(said) in letters


def test_the_sentence_to_say_first_comes_first_and_says_when(library: Library):
    page = read(library.lessons["say-fear"], library=library).pages[0]
    first = page.split("Revisado")[0] if "Revisado" in page else page.split("Reviewed")[0]
    assert "Tengo miedo de regresar" in first
    assert "solo si es verdad" in " ".join(first.split())


def test_twelve_languages_are_named_in_letters_that_exist():
    assert len(set(words.LANGUAGES)) == 12
    assert not uncovered().search("".join(words.LANGUAGES))
    text = read(lesson()).text
    assert all(name in text for name in words.LANGUAGES)


@pytest.mark.parametrize("languages", [("es",), ("es", "en")])
def test_rights_in_short_are_whole(library: Library, languages):
    for one in list(library.lessons.values())[::6]:
        letters = read(one, library=library, languages=languages).letters
        for point in one.points:
            for language in languages:
                for part in re.split(r"(?<=[.?!])\s", inline.plain(point.short.in_language(language))):
                    assert only_letters(part) in letters, (one.id, part)


def test_a_sheet_has_eight_cards_and_none_is_empty(monkeypatch):
    drawn = []
    draw = card_sheet._Sheet._card

    def noted(self, card, x, top):
        drawn.append((round(x), round(top)))
        draw(self, card, x, top)

    monkeypatch.setattr(card_sheet._Sheet, "_card", noted)
    for points in range(1, 6):
        drawn.clear()
        pages = read(lesson(points=points)).pages
        assert len(drawn) == 8 * len(pages)
        assert len(set(drawn)) == 8


def test_a_card_has_the_size_of_a_bank_card():
    sheet = card_sheet._Sheet(_Nothing(), dt.date(2026, 11, 22))
    assert [side / 72 * 25.4 for side in sheet.card] == pytest.approx([85.6, 54])


class _Nothing:
    size = (612.0, 792.0)


def test_letters_are_large_enough(library: Library, monkeypatch):
    seen = []
    fitted = fitting.fitted

    def noted(*wanted):
        voice = fitted(*wanted)
        seen.append(voice.styles.body)
        return voice

    monkeypatch.setattr(card_sheet, "fitted", noted)
    for one in list(library.lessons.values())[::5]:
        read(one, library=library, languages=("es", "en"))
    assert min(seen) >= theme().paper.card_body


def test_what_does_not_fit_a_card_goes_on_two_between_sentences(locale: Locale):
    sentences = [f"Oración número {n} con bastantes palabras para llenar una línea entera." for n in range(9)]
    one = lesson(points=1)
    point = structs.replace(one.points[0], short=Text(*[" ".join(sentences)] * 2))
    made = read(structs.replace(one, points=(point,)), languages=(locale.language,))
    assert all(only_letters(each) in made.letters for each in sentences)
    assert locale.render(words.part(2, 2)) in made.text


def test_sentences_are_shared_out_in_order():
    told = ["a" * 9, "b" * 9, "c" * 9]
    assert cards._shared(told, 1) == [" ".join(told)]
    assert cards._shared(told, 3) == told
    assert " ".join(cards._shared(told, 2)) == " ".join(told)


def test_two_lessons_ask_for_an_interpreter_once():
    blocks = [BLOCKS[5]]
    both = read(lesson(blocks=blocks, points=5), lesson(blocks=blocks, points=5, name="other"))
    assert both.text.count(words.INTERPRETER.es) <= 2


def test_a_card_past_its_date_says_so(locale: Locale):
    one = lesson()
    late = read(one, languages=(locale.language,), today=one.good_until + dt.timedelta(days=1))
    said = locale.render(words.passed(one.good_until))
    assert late.text.count(said) == 8 * len(late.pages)
    assert said not in read(one, languages=(locale.language,)).text

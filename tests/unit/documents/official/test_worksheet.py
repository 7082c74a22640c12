"""The worksheet: every question of the form, in both languages, with the answer or room for it."""

from __future__ import annotations

import datetime as dt

import pypdfium2
import pytest

from kyr_app import places
from kyr_app.documents.official.job import WorksheetJob
from kyr_app.i18n import catalogs
from kyr_app.model.form import ByHand, RowsOf
from kyr_app.model.settings import Paper
from tests.unit.documents.official.family import FAMILY, STORY, like
from tests.unit.documents.official.test_render import bare


def sheet(library, form, answers=None, languages=("es", "en"), paper=Paper.LETTER):
    locales = tuple(catalogs.load(each, places.translations()) for each in languages)
    day = dt.date(2026, 11, 25)
    return WorksheetJob(
        library=library, locales=locales, paper=paper, today=day, form=form, answers=answers
    ).run()


def text(pdf: bytes) -> str:
    return bare(" ".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf)))


@pytest.mark.parametrize("name", ["i-589", "i-765", "eoir-33-ic", "eoir-26", "eoir-26a", "ar-11", "g-1145"])
def test_every_question_stands_on_it_in_both_languages(library, forms, name):
    form = forms[name]
    for answers in (None, FAMILY) if name == "eoir-26" else (FAMILY,):
        said = text(sheet(library, form, answers)).replace("-", "").replace("\ufffe", "").replace("\x02", "")
        for question in form.questions:
            for words in (question.label.es, question.label.en):
                assert bare(words).replace("-", "") in said, question.id
            for column in question.columns if isinstance(question, RowsOf) else ():
                assert bare(column.label.es).replace("-", "") in said
        for each in form.advice:
            assert bare(each.text.es).replace("-", "") in said
        assert all(bare(q.label.es).replace("-", "") in said for q in form.questions if isinstance(q, ByHand))


def test_answers_stand_whole_as_they_are_to_be_copied(library, forms):
    said = text(sheet(library, forms["i-589"], FAMILY))
    for words in (
        STORY,
        "07/09/1984",
        "000000000",
        "Personita Ejemplo",
        "Santa Bárbara, Honduras",
        "6 Calle Principal",
    ):
        assert bare(words) in said
    for name in ("Ana", "Gloria", "Hermana4deEjemplo"):
        assert name in said


def test_a_blank_one_holds_no_answer(library, forms):
    said = text(sheet(library, forms["i-589"]))
    assert "Unknown" not in said.replace("Unknown”", "").replace("“unknown”", "")
    assert "Ejemplo" not in said


def test_spanish_is_noted_beside_the_story(library, forms):
    es = "Tengo miedo de que me maten porque la policía trabaja con ellos."
    said = text(sheet(library, forms["i-589"], like(fear_return_text=es), ("en",)))
    assert bare("This seems to be in Spanish.") in said


def test_a_page_of_another_size(library, forms):
    pdf = pypdfium2.PdfDocument(sheet(library, forms["g-1145"], paper=Paper.A4))
    assert round(pdf[0].get_size()[1]) == 842

"""Practice on paper: for whoever helps, and cards to cut out. No answer, no name, no place to write one."""

import io
import re

import pikepdf
import pypdfium2
import pytest
from msgspec import structs

from kyr_app.content.library import Library
from kyr_app.documents.practice import captions
from kyr_app.model.inline import plain
from kyr_app.model.settings import Paper
from kyr_app.session.making import papers
from kyr_app.session.making import practice as practice_papers
from kyr_app.session.session import Session

TELLING = re.compile(r"\b(asilo|asylum|ICE|corte|court|juez|judge|miedo|afraid)\b", re.IGNORECASE)


def text_of(pdf):
    document = pypdfium2.PdfDocument(pdf)
    return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


def made(session, name, languages=("es",), paper=None):
    return {each.id: each for each in practice_papers.offers(session)}[name].make(languages, paper)


def test_they_stand_among_the_papers_for_everybody(session):
    offered = papers.offers(session)
    for name in ("practice-questions", "practice-hearing", "hearing-card", "fear-card", "teen-card"):
        assert offered[name].needs == ()


@pytest.mark.parametrize("name", ["practice-questions", "practice-hearing", "hearing-card"])
def test_no_name_of_a_sheet_says_what_it_is_about(session, name, locale):
    title = locale.render(made(session, name).title)
    assert not TELLING.search(title)


def test_every_question_stands_there_with_why_and_what_helps(session, library):
    said = " ".join(text_of(made(session, "practice-questions").run()))
    for n, each in enumerate(library.practice["interview"].questions, 1):
        for text in (each.question, each.why, each.remember):
            assert plain(text.es) in said, each.id
        assert f"{n}. {plain(each.question.es)}" in said
    hard = session.locale.render(captions.HARD)
    assert said.count(hard) == sum(each.sensitive for each in library.practice["interview"].questions)


def test_what_is_for_a_lawyer_alone_says_so_before_it(session, library):
    said = " ".join(text_of(made(session, "practice-questions").run()))
    (bars,) = (each for each in library.practice["interview"].topics if each.lawyer_first)
    assert said.index(plain(bars.before.text.es)) < said.index(plain(bars.questions[0].question.es))


def test_it_is_dated_and_says_that_it_is_no_advice(session):
    pages = text_of(made(session, "practice-questions").run())
    assert len(pages) <= 16
    for page in pages:
        assert "no lo ha revisado un abogado" in page
        assert "No es asesoría legal" in page


def test_the_judge_and_the_words_for_the_judge(session, library):
    said = " ".join(text_of(made(session, "practice-hearing", ("es", "en"), Paper.A4).run()))
    for each in library.practice["hearing"].questions:
        for text in (each.question.es, each.question.en):
            assert plain(text)[:20] in said, each.id
    assert said.count("Dígalo así:") == said.count("Say it like this:") >= 16


@pytest.mark.parametrize("language", ["es", "en"])
def test_cards_hold_each_sentence_in_both_languages_once_and_no_place_is_empty(session, library, language):
    made_of = made(session, "hearing-card", (language,)).run()
    pages = text_of(made_of)
    said = " ".join(pages)
    hearing = library.practice["hearing"]
    phrases = [*hearing.always, *(p for q in hearing.questions for p in session.practice.phrases(q))]
    for phrase in phrases:
        assert plain(phrase.say.es) in said
        assert plain(phrase.say.en) in said
    dated = [page.count("2026 · ") for page in pages]
    assert set(dated) == {8}
    with pikepdf.open(io.BytesIO(made_of)) as document:
        assert {tuple(map(float, page.mediabox)) for page in document.pages} == {(0, 0, 612, 792)}


def test_an_older_content_without_practice_offers_less(session, library):
    older = Session(library=Library(structs.replace(library.shelf, practice=())), today=session.today)
    assert [each.id for each in practice_papers.offers(older)] == ["fear-card", "teen-card"]

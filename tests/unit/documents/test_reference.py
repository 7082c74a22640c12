"""Sheets that belong to nobody: places that help, what happened, words, sources, changes, the print test."""

import datetime as dt
import re

import pikepdf
import pytest
from msgspec import structs

from kyr_app import places
from kyr_app.content.changes import changes, telling
from kyr_app.content.library import Library, Shelf
from kyr_app.content.tokens import theme
from kyr_app.documents.reference import captions as words
from kyr_app.documents.reference import directory, print_test
from kyr_app.documents.reference.all_sources import used
from kyr_app.documents.reference.sheet import sheet, source
from kyr_app.documents.typesetting import captions, fonts
from kyr_app.i18n import catalogs
from kyr_app.model import inline
from kyr_app.model.errors import ContentError
from kyr_app.model.fact import Volatility
from kyr_app.model.settings import Paper
from kyr_app.model.text import Text
from kyr_app.session.session import Session
from tests.unit.documents.paper import FACTS, Read, both, lesson, only_letters, shelf
from tests.unit.documents.test_editions import COLOURS, drawn

WAYS = [("es",), ("es", "en")]
NAMES = ("directory", "timeline", "glossary", "sources", "changes")


@pytest.fixture(scope="module")
def session(library: Library):
    return Session(library=library, today=dt.date(2026, 11, 22))


@pytest.fixture(scope="module", params=WAYS, ids="-".join)
def languages(request):
    return request.param


@pytest.fixture(scope="module")
def papers(session, languages):
    return {
        name: Read(getattr(session, f"{name}_sheet")(languages, paper).run())
        for name, paper in zip(NAMES, [Paper.LETTER, Paper.A4] * 3, strict=False)
    }


def locale(language):
    return catalogs.load(language, places.translations())


@pytest.mark.parametrize("name", NAMES)
def test_nothing_nears_an_edge_and_every_page_is_dated(papers, name, languages):
    read = papers[name]
    for number, page in enumerate(read.pages):
        if number % 7 == 0:
            assert min(read.ink(number)) >= theme().paper.edge
        assert only_letters(locale(languages[0]).render(captions.FREE)) in only_letters(page)
    for stream in list(drawn(read.raw))[:9]:
        for operands, operator in pikepdf.parse_content_stream(stream):
            if str(operator) in COLOURS:
                assert [float(each) for each in operands][:3] == [0, 0, 0][: len(operands)]


def test_every_place_with_every_number_as_its_source_writes_it(papers, library, languages):
    letters = papers["directory"].letters
    for contact in library.contacts.values():
        for language in languages:
            assert only_letters(contact.name.in_language(language)) in letters
        for phone in contact.phones:
            assert letters.count(only_letters(phone.number)) >= len(languages), contact.id
    checks = [each for each in library.contacts.values() if each.verify]
    said = locale(languages[0]).render(words.CHECK_FIRST), locale(languages[0]).render(words.CHECK)
    assert sum(letters.count(only_letters(each)) for each in said) >= len(checks)


def test_every_kind_of_place_has_a_name(library):
    assert {each.category for each in library.contacts.values()} <= set(words.CATEGORIES)
    assert {each.side for each in library.contacts.values()} <= set(words.SIDES)


def test_places_are_grouped_by_country_then_kind(library):
    ranks = [directory._rank(each) for each in sorted(library.contacts.values(), key=directory._rank)]
    assert ranks == sorted(ranks)


def test_one_place_to_a_sheet(session, library):
    chosen = list(library.contacts)[:3]
    read = Read(session.directory_sheet(("es", "en"), contact_ids=chosen).run())
    assert len(read.pages) == 3
    for page, name in zip(read.pages, chosen, strict=True):
        contact = library.contacts[name]
        assert only_letters(contact.name.es) in only_letters(page)
        for phone in contact.phones:
            assert only_letters(phone.number) in only_letters(page)


def test_an_unknown_place_is_named(session):
    with pytest.raises(ContentError):
        session.directory_sheet(("es",), contact_ids=("nowhere",))


def test_the_timeline_has_every_event_in_order(papers, library, languages):
    letters = papers["timeline"].letters
    told = [only_letters(inline.plain(event.text.in_language(languages[0])))[:40] for event in
            sorted(library.events, key=lambda event: event.date)]  # fmt: skip
    places_of = [letters.find(each) for each in told]
    assert -1 not in places_of
    if len(languages) == 1:
        assert places_of == sorted(places_of)


def test_every_word_is_explained_in_the_order_of_the_alphabet(papers, library, languages):
    letters, said = papers["glossary"].letters, locale(languages[0])
    for term in library.terms.values():
        assert only_letters(inline.plain(said.render(term.meaning)))[:30] in letters
    order = sorted(
        library.terms.values(), key=lambda term: said.collate(inline.plain(said.render(term.term)))
    )
    if len(languages) == 1:
        found = [letters.find(only_letters(inline.plain(said.render(Text(f"{t.term.es}: {t.meaning.es}", ""))))[:40])
                 for t in order]  # fmt: skip
        assert found == sorted(found)


def test_every_fact_that_lessons_use_is_in_the_sources(library):
    rows = used(library.lessons.values(), library.facts)
    wanted = {name for one in library.lessons.values() for name in one.facts}
    assert {name for row in rows for name in row.facts} == wanted
    for row in rows[::20]:
        numbers = {n for n, one in enumerate(library.lessons.values(), 1) if set(one.facts) & set(row.facts)}
        assert set(row.lessons) == numbers


def test_sources_are_printed(papers, library):
    letters = papers["sources"].letters
    for row in used(library.lessons.values(), library.facts)[::25]:
        if row.citation != "practice":
            assert only_letters(row.citation)[:25] in letters


def test_changes_come_newest_first_in_the_words_of_the_lessons(library):
    found = changes(library.lessons.values(), library.facts)
    assert [each.as_of for each in found] == sorted((each.as_of for each in found), reverse=True)
    assert len({each.said for each in found}) == len(found)
    statements = {fact.statement for fact in library.facts.values()}
    assert not any(each.said.en in statements for each in found)
    assert all(re.search(r"\b20\d\d\b", each.said.es + each.said.en) for each in found[:20])


def test_only_what_changes_is_there():
    assert FACTS[1].volatility is Volatility.IN_LITIGATION
    found = changes([lesson(points=1)], {fact.id: fact for fact in FACTS})
    assert {cited for each in found for cited in each.citations} == {"Case v. Case"}
    still = [structs.replace(fact, volatility=Volatility.STABLE) for fact in FACTS]
    assert changes([lesson()], {fact.id: fact for fact in still}) == ()


def test_a_sentence_with_a_year_keeps_the_one_before_it():
    text = both(
        "Uno. Hay dos oficinas. En 2026 cerró una. Tres.", "One. Two offices. In 2026 one closed. Three."
    )
    assert telling(text) == both("Hay dos oficinas. En 2026 cerró una.", "Two offices. In 2026 one closed.")
    assert telling(both("Uno. Dos.", "One. In 2026.")) == both("Uno. Dos.", "One. In 2026.")


def test_changes_are_printed(papers, library, languages):
    letters = papers["changes"].letters
    for change in changes(library.lessons.values(), library.facts)[::9]:
        said = only_letters(inline.plain(change.said.in_language(languages[0])))
        assert said[:40] in letters


def test_a_source_is_told_in_short_and_what_nobody_checked_is_said():
    es = locale("en")
    assert "example.org; b.net" in es.render(source("https://www.example.org/a/b?c; http://b.net (x)"))
    assert "NIJC petition" in es.render(source("NIJC petition"))
    assert source("unverified") == captions.UNVERIFIED
    assert es.render(words.PARTLY) in es.render(source("https://a.org; phone: unverified"))


def test_a_sheet_is_as_old_as_its_content(library):
    day = library.dated["directory"].good_until
    assert not sheet("t", library, day, "directory").expired
    assert sheet("t", library, day + dt.timedelta(days=1), "directory").expired
    assert sheet("t", library, day).reviewed == min(each.reviewed for each in library.lessons.values())


def test_an_empty_library_prints_too():
    session = Session(library=shelf(), today=dt.date(2026, 11, 22))
    for name in NAMES:
        assert Read(getattr(session, f"{name}_sheet")(("es",)).run()).pages


def test_an_older_pack_without_dates_is_read():
    fields = {name: getattr(shelf().shelf, name) for name in Shelf.__struct_fields__ if name != "dated"}
    assert Library(Shelf(**fields)).dated == {}


@pytest.mark.parametrize("paper", list(Paper))
def test_the_print_test_reaches_ten_millimetres_on_both_sides(session, paper):
    read = Read(session.print_test(paper).run())
    assert len(read.pages) == 2
    for number in range(2):
        assert read.ink(number, dots=150) == pytest.approx([theme().paper.edge] * 4, abs=0.3)
    assert all(each in only_letters(read.pages[0]) for each in only_letters(print_test.ACCENTS.split()[0]))
    assert not fonts.uncovered().search(print_test.ACCENTS)


def test_the_crosses_of_both_sides_lie_on_one_another(session, monkeypatch):
    drawn_at = []
    monkeypatch.setattr(print_test, "line", lambda _c, a, b, *_: drawn_at.append((a, b)))
    monkeypatch.setattr(print_test._Page, "_frame", lambda *_: None)
    session.print_test().run()
    crosses = [
        each for each in drawn_at if sum(abs(x - y) for x, y in zip(*each, strict=True)) == print_test._CROSS
    ]
    front, back = crosses[: len(crosses) // 2], crosses[len(crosses) // 2 :]
    width = 612
    mirrored = {tuple(sorted((round(width - x), round(y)) for x, y in each)) for each in back}
    assert {tuple(sorted((round(x), round(y)) for x, y in each)) for each in front} == mirrored


def test_a_ruler_is_true(session, monkeypatch):
    marks = []
    monkeypatch.setattr(print_test, "line", lambda _c, a, b, *_: marks.append((a, b)))
    session.print_test().run()
    whole = sorted({a[0] for a, b in marks if a[0] == b[0] and b[1] - a[1] == 2 * print_test._TICK})
    steps = {round(y - x, 2) for x in whole for y in whole}
    assert round(72 / 2.54, 2) in steps
    assert 72.0 in steps

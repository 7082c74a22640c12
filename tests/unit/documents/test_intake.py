"""The intake sheet holds what a family chose to share, lines for the rest, and no verdict."""

import datetime as dt

import pytest

from kyr_app import places
from kyr_app.documents.situation import captions
from kyr_app.documents.situation.family import Entry, Group, Intake, Topic, Validity
from kyr_app.documents.situation.job import IntakeJob
from kyr_app.documents.typesetting import captions as shared
from kyr_app.i18n import catalogs
from kyr_app.model import wording
from kyr_app.model.answers import Answers, Open
from kyr_app.model.settings import Paper
from kyr_app.session.intake import PEOPLE, intake, names_on_sheet
from kyr_app.session.sheets import TEAM_FIRST
from kyr_app.session.situation import asked_names
from tests.unit.documents.family import (
    HOSTILE,
    LANGUAGES,
    MPP,
    TOLD,
    everything,
    gathered,
    keeps_to_the_rules,
)
from tests.unit.documents.paper import DAY, Read, only_letters, shelf


@pytest.fixture
def family(session):
    return gathered(session)


def sheet(session, shared, languages=TEAM_FIRST, paper=None):
    return Read(session.sheets.intake(frozenset(shared), languages, paper).run())


def said(session, name, language):
    answer = TOLD[name]
    if isinstance(answer, int):
        return str(answer)
    return session.locale_of(language).render(wording.said(asked_names(session.library)[name].answer, answer))


def test_there_is_an_answer_for_every_line():
    assert set(TOLD) == set(names_on_sheet())


@pytest.mark.parametrize("languages", [("es",), ("en",), TEAM_FIRST])
def test_what_is_shared_can_be_read(family, library, languages):
    letters = sheet(family, everything(library), languages).letters
    for name in TOLD:
        for language in languages:
            assert only_letters(said(family, name, language)) in letters
    for person in family.people.here:
        assert only_letters(family.locale_of(languages[0]).render(person.name)) in letters


def test_the_team_reads_english_first_with_spanish_under_it(family, library):
    text = sheet(family, everything(library)).text
    english, spanish = (family.locale_of(each).render(captions.LANGUAGES) for each in TEAM_FIRST)
    assert text.index(english) <= text.index(spanish)


def test_what_is_not_shared_leaves_no_trace_at_all(family):
    """Not one byte: the sheet is the one of a family that answered nothing."""
    assert family.sheets.intake(frozenset()).run() == family.sheets.blank_intake().run()


@pytest.mark.parametrize("name", [name for name in TOLD if not isinstance(TOLD[name], int)])
def test_one_shared_answer_is_the_only_one(family, name):
    letters = sheet(family, {name}, ("en",)).letters
    assert only_letters(said(family, name, "en")) in letters
    for other in set(TOLD) - {name}:
        if not isinstance(TOLD[other], int) and TOLD[other] not in {"yes", "no"}:
            assert only_letters(said(family, other, "en")) not in letters


def test_a_number_that_is_not_shared_is_not_there(family, session):
    session.give("youngest_age", 8888)
    assert "8888" not in sheet(family, set(TOLD) - {"youngest_age"}).text
    assert "8888" in sheet(family, {"youngest_age"}).text


def test_a_screening_is_told_only_where_every_answer_it_rests_on_is_shared(family, library):
    outcome = library.screening("mpp-class").outcomes[0].title
    whole = {*MPP, "q11_pending", "q07_terminated"}
    assert only_letters(outcome.en) in sheet(family, whole).letters
    for name in whole:
        assert only_letters(outcome.en) not in sheet(family, whole - {name}).letters


def test_who_is_in_the_family_is_shared_by_its_own_name(family):
    mine = family.locale_of("en").render(family.people.here[1].name)
    assert only_letters(mine) in sheet(family, {PEOPLE}).letters
    hidden = sheet(family, {*MPP, "q11_pending", "q07_terminated"}).letters
    assert only_letters(mine) not in hidden
    assert only_letters("Person 2") in hidden


def test_an_urgent_matter_shows_only_where_its_answers_are_shared(session, library):
    session.replace_answers(Answers({"in_us": "no", "danger_now": "yes"}))
    found = intake(library, session.answers, session.people, frozenset({"danger_now"}))
    assert found.urgent
    title = only_letters(session.locale_of("en").render(found.urgent[0]))
    assert title in sheet(session, {"danger_now"}).letters
    hidden = intake(library, session.answers, session.people, frozenset({"in_us"}))
    assert not hidden.urgent
    assert title not in sheet(session, {"in_us"}).letters


def test_an_answer_left_for_another_day_is_a_line_to_write_on(session):
    session.replace_answers(Answers({"officer_language": Open.SKIPPED}))
    assert session.sheets.intake(frozenset({"officer_language"})).run() == session.sheets.blank_intake().run()
    session.replace_answers(Answers({"officer_language": Open.UNSURE}))
    assert "I don't know" in sheet(session, {"officer_language"}).text


@pytest.mark.parametrize("languages", [("es",), ("en",), TEAM_FIRST])
def test_the_blank_sheet_says_on_every_line_that_it_waits(session, languages):
    read = Read(session.sheets.blank_intake(languages).run())
    waits = [session.locale_of(each).render(shared.TO_ANSWER) for each in languages]
    for words in waits:
        assert read.text.count(words) >= len(TOLD)
    assert len(read.pages) <= 2


@pytest.mark.parametrize("languages", [("es",), ("en",), TEAM_FIRST])
@pytest.mark.parametrize("paper", list(Paper))
def test_a_family_of_eight_has_room_on_two_pages(family, library, languages, paper):
    read = sheet(family, everything(library), languages, paper)
    assert len(read.pages) <= 2
    keeps_to_the_rules(read)


def test_it_says_that_it_decides_nothing_and_names_no_telling_word_outside(family, library):
    read = sheet(family, everything(library))
    flat = " ".join(read.text.split())
    assert "Nothing here is a decision about a case." in flat
    assert "This is free. It is not legal advice." in flat
    for never in ("qualify", "will win", "califica", "va a ganar"):
        assert never not in flat
    assert str(read.raw.docinfo["/Title"]) == "Family sheet"


@pytest.mark.parametrize("languages", LANGUAGES)
def test_hostile_words_are_only_words(languages):
    made = Intake(
        people=((HOSTILE, HOSTILE), ("2", "")),
        counts=(Entry(HOSTILE, HOSTILE),),
        before=(Group(HOSTILE, (Entry(HOSTILE, HOSTILE), Entry(HOSTILE, None, ticks=(HOSTILE,)))),),
        urgent=(HOSTILE,),
        topics=(Topic((HOSTILE,), HOSTILE, HOSTILE, HOSTILE),),
        after=(Group(HOSTILE, (Entry(HOSTILE, HOSTILE, wide=True),)),),
        valid=Validity(dt.date(2026, 11, 22), dt.date(2027, 2, 20)),
    )
    job = IntakeJob(
        intake=made,
        library=shelf(),
        locales=tuple(catalogs.load(each, places.translations()) for each in languages),
        paper=Paper.LETTER,
        today=DAY,
    )
    read = Read(job.run())
    assert "<b>&amp;</b>" in read.text
    keeps_to_the_rules(read)

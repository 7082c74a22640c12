"""Fact card, result, dates, evidence planner and blank checklists: what they say, and what they never say."""

import datetime as dt

import pytest
from msgspec import structs

from kyr_app.documents.situation import captions
from kyr_app.documents.situation.blank import for_whom
from kyr_app.documents.typesetting.marks import Box
from kyr_app.model import inline
from kyr_app.model.answers import Answers
from kyr_app.model.errors import InputError
from kyr_app.model.settings import Paper
from kyr_app.model.text import Text
from tests.unit.documents.family import HOSTILE, LANGUAGES, TOLD, gathered, keeps_to_the_rules
from tests.unit.documents.paper import Read, both, only_letters


@pytest.fixture
def family(session):
    return gathered(session)


def letters(locale, words):
    return only_letters(inline.plain(locale.render(words)))


def holds(read, session, languages, *said):
    for words in said:
        for language in languages:
            assert letters(session.locale_of(language), words) in read.letters


# ── The card and the result ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("languages", LANGUAGES)
@pytest.mark.parametrize("paper", list(Paper))
def test_the_card_is_one_page_with_every_field_and_what_it_came_to_behind_it(
    family, library, languages, paper
):
    read = Read(family.sheets.fact_card("mpp-class", 1, languages, paper).run())
    screening = library.screening("mpp-class")
    first = only_letters(read.pages[0])
    for field in screening.card:
        for language in languages:
            assert letters(family.locale_of(language), field) in first
    found = family.screened("mpp-class", 1)
    holds(read, family, languages, found.outcome.means, found.outcome.not_means, screening.disclaimer)
    holds(read, family, languages, *found.outcome.steps, family.people.here[0].name)
    assert letters(family.locale_of(languages[0]), found.outcome.means) not in first
    keeps_to_the_rules(read)


def test_a_card_without_answers_is_the_card_alone(session):
    read = Read(session.sheets.fact_card("mpp-class", None, ("es",)).run())
    assert len(read.pages) == 1
    assert letters(session.locale, captions.ONE_PERSON) in read.letters


def test_nothing_but_the_person_is_filled_in(family, session):
    before = family.sheets.fact_card("mpp-class", 1, ("en",)).run()
    session.replace_answers(Answers({name: TOLD[name] for name in ("adults", "children")}))
    assert family.sheets.fact_card("mpp-class", 1, ("en",)).run() == before


@pytest.mark.parametrize("languages", LANGUAGES)
def test_a_result_says_why_what_it_means_and_what_it_does_not(family, languages):
    read = Read(family.sheets.screening("mpp-class", 2, languages).run())
    found = family.screened("mpp-class", 2)
    holds(read, family, languages, found.outcome.title, found.rule.because, found.outcome.means)
    holds(read, family, languages, captions.NOT_MEANS, found.outcome.not_means, found.screening.disclaimer)
    holds(read, family, languages, captions.made_on(family.today.isoformat()), *found.outcome.steps)
    assert "C.D.Cal" in read.text.replace(" ", "").replace("\xa0", "")
    assert str(read.raw.docinfo["/Title"]) == family.locale_of(languages[0]).render(
        found.screening.neutral_title
    )
    keeps_to_the_rules(read)


def test_nobody_gets_a_result_of_questions_nobody_answered(session):
    with pytest.raises(InputError):
        session.sheets.screening("mpp-class", None, ("es",))


# ── Dates ────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("languages", LANGUAGES)
@pytest.mark.parametrize("paper", list(Paper))
def test_all_dates_stand_on_the_first_page(family, languages, paper):
    read = Read(family.sheets.dates(languages, paper).run())
    dues = family.sheets.dues()
    assert {due.rule.id for due in dues} >= {"asylum-one-year", "comar-30-days", "merits-evidence"}
    first = only_letters(read.pages[0])
    for language in languages:
        locale = family.locale_of(language)
        for due in dues:
            assert only_letters(locale.date(due.safe)) in first
            assert letters(locale, due.rule.name) in first
            for words in due.because:
                assert letters(locale, words) in first
    for due in dues:
        holds(read, family, languages, due.rule.what, due.rule.filing)
        assert only_letters(due.rule.citation) in read.letters
        if due.rule.doubt is not None:
            holds(read, family, languages, due.rule.doubt)
    keeps_to_the_rules(read)


@pytest.mark.parametrize("languages", LANGUAGES)
def test_discreet_dates_say_when_and_not_what_for(family, languages):
    read = Read(family.sheets.dates(languages, discreet=True).run())
    assert len(read.pages) == 1
    for due in family.sheets.dues():
        holds(read, family, languages, due.rule.neutral_name)
        for language in languages:
            locale = family.locale_of(language)
            assert only_letters(locale.date(due.safe)) in read.letters
            for words in (due.rule.name, due.rule.what, due.rule.trigger, due.rule.filing):
                assert letters(locale, words) not in read.letters
    for word in ("asilo", "asylum", "corte", "court", "I-589", "COMAR", "ICE"):
        assert word not in read.text


def test_a_safe_day_that_has_passed_says_what_is_still_possible(session):
    day = session.locale.render
    session.replace_answers(Answers({"mexico_entry_date": session.today - dt.timedelta(days=33)}))
    (due,) = session.sheets.dues()
    assert due.safe < session.today <= due.due
    assert (
        only_letters(day(captions.passed(due, session.today)))
        in Read(session.sheets.dates(("es",)).run()).letters
    )
    session.replace_answers(Answers({"mexico_entry_date": session.today - dt.timedelta(days=300)}))
    (late,) = session.sheets.dues()
    assert captions.passed(late, session.today) != captions.passed(due, session.today)


def test_without_a_day_to_count_from_it_says_which_answers_give_one(session):
    with pytest.raises(InputError) as told:
        session.sheets.dates(("es",))
    assert "hearing_date" in session.locale.render(told.value.hint)


# ── The evidence planner ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("languages", LANGUAGES)
def test_each_thing_has_a_substitute_a_sender_and_its_dangers(family, languages):
    job = family.sheets.evidence(1, languages)
    read = Read(job.run())
    holds(read, family, languages, captions.SAFE_FIRST, family.people.here[0].name)
    for part in job.personal.parts:
        for made in part.items:
            said = [made.text]
            if not made.open:
                said += [made.item.missing, made.item.who, made.item.by, made.item.safety]
            holds(read, family, languages, *(words for words in said if words is not None))
    keeps_to_the_rules(read)


def test_there_is_one_box_for_each_thing(monkeypatch, family):
    drawn = []
    monkeypatch.setattr(Box, "draw", lambda _self, canv, x, top: drawn.append(canv.absolutePosition(x, top)))
    job = family.sheets.evidence(None, ("es", "en"))
    job.run()
    assert len(drawn) == sum(len(part.items) for part in job.personal.parts)


def test_what_is_chosen_has_room_on_one_page(family):
    chosen = frozenset({"ev-01", "ev-02", "ev-03"})
    read = Read(family.sheets.evidence(1, ("es",), chosen=chosen).run())
    assert len(read.pages) == 1
    kept = [i for part in family.sheets.evidence(1, ("es",)).personal.parts for i in part.items]
    for made in kept:
        shown = letters(family.locale, made.text) in read.letters
        assert shown == (made.item.id in chosen)


def test_hostile_words_in_a_planner_are_only_words(family):
    job = family.sheets.evidence(1, ("es", "en"))
    part = job.personal.parts[0]
    item = structs.replace(part.items[0].item, missing=both(HOSTILE, HOSTILE), who=None, safety=None)
    made = structs.replace(part.items[0], item=item, text=both(HOSTILE, HOSTILE))
    personal = structs.replace(job.personal, parts=(structs.replace(part, items=(made,)),))
    read = Read(structs.replace(job, personal=personal, person=HOSTILE).run())
    assert "<b>&amp;</b>" in read.text
    keeps_to_the_rules(read)


# ── Blank checklists ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("languages", LANGUAGES)
def test_a_blank_checklist_has_every_item_and_for_whom_it_is(session, library, languages):
    for one in library.checklists.values():
        read = Read(session.sheets.blank_checklist(one.id, languages).run())
        for item in one.items:
            holds(read, session, languages, item.text)
            if item.when:
                holds(read, session, languages, for_whom(item.because))
        for language in languages:
            never = {"es": "Porque usted dijo", "en": "Because you said"}[language]
            assert never not in read.text
        keeps_to_the_rules(read)


@pytest.mark.parametrize(
    ("es", "en", "so"),
    [
        (
            "Porque usted dijo que hay menores.",
            "Because you said that there are children.",
            ("Si hay menores:", "If there are children:"),
        ),
        (
            "Porque usted dijo que denunció, que le detuvieron o que vio algo que dolió.",
            "Because you said that you reported, that you were held or that you saw it.",
            (
                "Si denunció, si le detuvieron o si vio algo que dolió:",
                "If you reported, if you were held or if you saw it:",
            ),
        ),
        (
            "Porque usted dijo con quién prefiere hablar.",
            "Because you said whom you prefer.",
            ("Si usted dice con quién prefiere hablar:", "If you say whom you prefer:"),
        ),
    ],
)
def test_a_reason_becomes_a_condition(es, en, so):
    assert for_whom(Text(es, en)) == Text(*so)


def test_a_reason_told_in_another_way_stays_as_it_is(locale):
    because = Text("Por si acaso.", "Just in case.")
    said = locale.render(for_whom(because))
    assert said == f"{locale.render(captions.FOR_SOME)} {locale.render(because)}"


def test_items_for_everyone_come_before_those_for_some(session, library):
    one = library.checklist("turn-in")
    text = Read(session.sheets.blank_checklist(one.id, ("es",)).run()).letters
    part = one.parts[0]
    places = [text.index(letters(session.locale, item.text)) for item in part.items]
    everyone = [place for place, item in zip(places, part.items, strict=True) if not item.when]
    some = [place for place, item in zip(places, part.items, strict=True) if item.when]
    assert max(everyone) < min(some)


def test_a_blank_checklist_has_a_box_for_every_item(monkeypatch, session, library):
    drawn = []
    monkeypatch.setattr(Box, "draw", lambda _self, canv, x, top: drawn.append(canv.absolutePosition(x, top)))
    session.sheets.blank_checklist("turn-in", ("es", "en")).run()
    assert len(drawn) == len(library.checklist("turn-in").items)


@pytest.mark.parametrize("languages", LANGUAGES)
def test_not_even_the_footer_of_discreet_dates_tells_anything(family, languages):
    text = Read(family.sheets.dates(languages, discreet=True).run()).text.casefold()
    assert not [each for each in ("legal", "abogad", "lawyer", "court", "corte", "asil") if each in text]

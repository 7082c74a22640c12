"""Ask once, fill all: only what is missing, nothing twice, and then the paper is ready."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kyr_app import places
from kyr_app.content.library import load
from kyr_app.model.answers import NOTHING, Answer, Answers, Open, Row
from kyr_app.model.derived import DERIVED
from kyr_app.model.errors import InputError
from kyr_app.model.fields import asked as columns_asked
from kyr_app.model.interview import (
    AnyField,
    DayField,
    Group,
    Month,
    Number,
    OneOf,
    Rows,
    Screen,
    SomeOf,
    YesNo,
    options_of,
    singly,
)
from kyr_app.session import missing, situation
from kyr_app.session.making import papers
from kyr_app.session.session import Session
from tests.conftest import TODAY

LIBRARY = load(places.pack())
NAMES = sorted(situation.asked_names(LIBRARY))


def some(field: AnyField, chance: random.Random) -> Answer:
    """Return a plain answer to a field, now and then an open one that counts."""
    if chance.random() < 0.15:
        return Open.UNSURE
    if field.optional and chance.random() < 0.5:
        return Open.NONE
    if isinstance(field, Rows):
        return tuple(row(field, chance) for _ in range(chance.randint(0, 2)))
    if isinstance(field, YesNo):
        return chance.choice(("yes", "no"))
    if isinstance(field, OneOf):
        return chance.choice(options_of(field)).value
    if isinstance(field, SomeOf):
        return tuple(each.value for each in options_of(field) if chance.random() < 0.4)
    if isinstance(field, Number):
        return field.least
    if isinstance(field, DayField):
        return TODAY
    return "2021-03" if isinstance(field, Month) else "Ejemplo"


def row(field: Rows, chance: random.Random) -> Row:
    found: dict[str, Answer] = {}
    for column in field.columns:
        if column in columns_asked(field.columns, found, {}):
            found[column.answer.name] = some(column.answer, chance)
    return Row(found)


def value_for(screen: Screen, chance: random.Random, before: Answers) -> object:
    """Return what a person gives on a screen: for a group, each field that applies."""
    if not isinstance(screen.answer, Group):
        return some(screen.answer, chance)
    found: dict[str, Answer] = {}
    for column in screen.answer.fields:
        if column in columns_asked(screen.answer.fields, found, before):
            found[column.answer.name] = some(column.answer, chance)
    return found


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(NAMES + sorted(DERIVED)), min_size=1, max_size=12, unique=True),
    st.randoms(use_true_random=False),
    st.booleans(),
)
def test_answering_what_is_asked_leaves_nothing_missing_and_nothing_is_asked_twice(
    names: list[str],
    chance: random.Random,
    known: bool,  # noqa: FBT001 (hypothesis gives it)
) -> None:
    session = Session(library=LIBRARY, today=TODAY)
    if known:
        fields = situation.asked_names(LIBRARY)
        session.replace_answers(
            Answers({name: some(fields[name].answer, chance) for name in chance.sample(NAMES, 40)})
        )
    before = missing.missing(LIBRARY, names, session.answers)
    session.interviews.start_made(missing.interview_for(LIBRARY, names, session.answers))
    seen: list[str] = []
    given_before = set(session.answers)
    while (screen := session.interviews.at) is not None:
        assert screen.id not in seen
        seen.append(screen.id)
        own = {single.answer.name for single in singly(screen)}
        assert own - given_before, "a screen on which nothing is missing"
        session.interviews.answer(value_for(screen, chance, session.interviews.progress().answers))
    assert missing.missing(LIBRARY, names, session.answers) == ()
    if not before:
        assert seen == []
    assert len(seen) <= sum(len(each.screens) for each in LIBRARY.interviews.values())


def test_what_is_known_is_not_asked(session: Session) -> None:
    session.replace_answers(Answers({"first_name": "A", "middle_name": Open.NONE, "last_name": "B"}))
    assert missing.missing(session.library, ["full_name"], session.answers) == ()
    assert missing.missing(session.library, ["full_name", "birth_date"], session.answers) == ("birth_date",)
    made = missing.interview_for(session.library, ["full_name", "birth_date"], session.answers)
    assert [each.answer.name for each in made.screens] == ["birth_date"]


def test_what_was_put_off_is_asked_again(session: Session) -> None:
    session.replace_answers(Answers({"birth_date": Open.SKIPPED}))
    assert missing.missing(session.library, ["birth_date"], session.answers) == ("birth_date",)
    session.interviews.start_made(missing.interview_for(session.library, ["birth_date"], session.answers))
    assert session.interviews.at is not None
    session.interviews.skip()
    assert session.interviews.at is None


def test_unknown_and_none_are_answers(session: Session) -> None:
    session.replace_answers(Answers({"birth_date": Open.UNSURE, "a_number": Open.NONE}))
    assert missing.missing(session.library, ["birth_date", "a_number"], session.answers) == ()


def test_what_depends_on_another_answer_brings_it_along(session: Session) -> None:
    library = session.library
    made = missing.interview_for(library, ["spouse_i94"], NOTHING)
    asked = [each.id for each in made.screens]
    assert asked == ["family.marital", "family.spouse-in-us", "family.spouse-entry"]
    assert missing.missing(library, ["spouse_i94"], NOTHING) == ("marital",)
    assert missing.missing(library, ["spouse_i94"], Answers({"marital": "single"})) == ()
    married = Answers({"marital": "married", "spouse_in_us": "yes"})
    assert "spouse_i94" in missing.missing(library, ["spouse_i94"], married)
    assert missing.missing(library, ["spouse_i94"], Answers({"marital": Open.UNSURE})) == ()


def test_a_name_that_nothing_asks_for_is_an_error(session: Session) -> None:
    with pytest.raises(InputError):
        missing.interview_for(session.library, ["frist_name"], NOTHING)


def test_every_paper_reads_what_is_asked_somewhere(session: Session) -> None:
    """And answering what it needs makes it ready."""
    chance = random.Random(7)
    offers = papers.more(session)
    assert offers
    for offer in offers:
        session.replace_answers(NOTHING)
        session.my_papers.ask([offer.id])
        while session.interviews.under_way and (screen := session.interviews.at) is not None:
            session.interviews.answer(value_for(screen, chance, session.interviews.progress().answers))
        sheet = session.my_papers.sheet(offer.id)
        assert sheet is None or sheet.ready, offer.id
        session.interviews.leave()

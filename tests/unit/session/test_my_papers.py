"""My papers: whose answers they use, what is chosen, and relatives whom the answers name."""

import datetime as dt

import pytest

from kyr_app.model.answers import Answers, Open, Row
from kyr_app.model.person import Who
from kyr_app.session.making import papers
from kyr_app.session.making.papers import Kind
from kyr_app.session.session import Session

CHILD = Row(
    {
        "first_name": "Ana",
        "middle_name": Open.NONE,
        "last_name": "de Ejemplo",
        "birth_date": dt.date(2015, 3, 1),
        "sex": "female",
        "marital": "single",
        "a_number": "A-000-000-000",
        "passport": Open.SKIPPED,
    }
)
MOTHER = Answers(
    {
        "first_name": "Persona",
        "middle_name": Open.NONE,
        "last_name": "de Ejemplo",
        "home_street": "Calle 1",
        "marital": "married",
        "spouse_first_name": "Luis",
        "children_list": (CHILD,),
    }
)


@pytest.fixture
def family(session: Session) -> Session:
    session.replace_answers(MOTHER)
    return session


def test_a_name_is_never_given_to_somebody_else(family: Session) -> None:
    child = family.add_person(Who.CHILD).number
    answers = family.answers_of(child)
    assert "first_name" not in answers
    assert answers["home_street"] == "Calle 1"
    me = family.add_person(Who.ME).number
    assert family.answers_of(me)["first_name"] == "Persona"


def test_an_address_given_for_a_child_is_the_familys_and_a_name_is_the_childs(family: Session) -> None:
    child = family.add_person(Who.CHILD).number
    family.my_papers.ask(["address-letter"], child)
    at = family.interviews.at
    assert at is not None
    assert at.id == "about-you.name"
    family.interviews.answer({"first_name": "Ana", "middle_name": "none", "last_name": "X"})
    assert family.answers["first_name"] == "Persona"
    assert family.people.own_of(child)["first_name"] == "Ana"
    while (at := family.interviews.at) is not None and at.id != "address.home":
        family.interviews.answer(Open.UNSURE)
    assert at is not None
    family.interviews.answer(Open.UNSURE)
    assert family.answers["home_city"] is Open.UNSURE
    assert "home_city" not in family.people.own_of(child)


def test_relatives_come_with_what_is_known_of_them(family: Session) -> None:
    mine = family.my_papers
    assert mine.relatives() == (("partner", "Luis"), ("child:0", "Ana"))
    child = mine.join("child:0")
    own = family.people.own_of(child)
    assert own["birth_date"] == dt.date(2015, 3, 1)
    assert own["middle_name"] is Open.NONE
    assert "passport_number" not in own
    assert mine.called(child) == "Ana"
    assert mine.relatives() == (("partner", "Luis"),)
    with pytest.raises(KeyError):
        mine.join("child:0")
    assert "birth_date" not in {
        name for each in papers.more(family, child) for name in each.needs if each.own
    }


def test_the_papers_stand_in_piles_with_their_state_in_words(family: Session) -> None:
    piles = family.my_papers.piles()
    assert {pile.kind for pile in piles} >= {Kind.COURT, Kind.LETTER, Kind.FAMILY}
    english = family.locale_of("en")
    for pile in piles:
        assert pile.title
        for sheet in pile.sheets:
            said = english.render(sheet.said)
            assert sheet.ready == (not sheet.offer.needs)
            assert ("missing" in said) is not sheet.ready
            assert family.my_papers.faces(sheet.offer)


def test_what_is_chosen_is_asked_together(family: Session) -> None:
    mine = family.my_papers
    first, second = [sheet.offer for pile in mine.piles() for sheet in pile.sheets if sheet.lacking][:2]
    mine.choose(first.id, None, chosen=True)
    mine.choose(second.id, None, chosen=True)
    assert mine.ask([first.id, second.id])
    asked = {single for screen in family.interviews.interview.screens for single in [screen.id]}
    assert len(asked) == len(family.interviews.interview.screens)
    kept = mine.kept()
    mine.clear()
    assert mine.kept() == []
    assert mine.restore([*kept, {"paper": 3}]) == [{"paper": 3}]
    assert mine.kept() == kept
    assert mine.key(kept[0]) == (kept[0]["paper"], 0)
    mine.choose(first.id, None, chosen=False)
    assert len(mine.kept()) == 1


def test_english_waits_for_a_translator(family: Session) -> None:
    mine = family.my_papers
    sheet = mine.sheet("motion-continue")
    assert sheet is not None
    assert not any(name.endswith("_en") for name in sheet.offer.needs)
    assert not mine.english("motion-continue")
    family.give("continuance_reason", "Busco un abogado.")
    assert mine.english("motion-continue") == ("continuance_reason_en",)
    assert mine.ask_english("motion-continue")
    at = family.interviews.at
    assert at is not None
    assert at.answer.name == "continuance_reason_en"


def test_a_text_is_kept_while_it_is_written_and_is_not_lost_by_not_today(family: Session) -> None:
    family.my_papers.ask(["motion-continue"])
    interviews = family.interviews
    while (at := interviews.at) is not None and at.answer.name != "continuance_reason":
        interviews.answer(Open.UNSURE)
    assert at is not None
    interviews.keep(at.id, "Busco un abogado.")
    assert family.answers["continuance_reason"] == "Busco un abogado."
    assert interviews.at == at
    interviews.skip()
    assert family.answers["continuance_reason"] == "Busco un abogado."
    assert interviews.at != at


def test_nothing_to_ask_begins_nothing(session: Session) -> None:
    assert session.my_papers.ask([]) is False
    assert not session.interviews.under_way

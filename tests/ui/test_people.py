from pathlib import Path

import pytest
import yaml

from kyr_app.model.inline import plain
from kyr_app.model.person import Who
from kyr_app.session.interviews import State
from kyr_app.session.people import MOST
from kyr_app.ui.desk import Place
from kyr_app.ui.widgets.frame import Framed
from tests.ui.conftest import settle, shown_words
from tests.ui.family import play

CASES = {
    case["story"].split(",")[0]: case
    for case in yaml.safe_load(
        (Path(__file__).parents[1] / "stories/mpp-class.yaml").read_text(encoding="utf-8")
    )
}
FAMILY = (
    (Who.ME, CASES["Honduran mother"]),
    (Who.PARTNER, CASES["Ecuadorian man"]),
    (Who.CHILD, CASES["Baby born in Tijuana in 2020 to a mother in MPP. The baby never was in MPP"]),
)


@pytest.fixture
def people(window):
    window.go(Place.SITUATION)
    window.shown.cards["mpp-class"].click()
    assert window.place is Place.PEOPLE
    return window


def test_a_family_of_three_has_three_results(people):
    session = people.session
    for number, (who, case) in enumerate(FAMILY, 1):
        people.go(Place.PEOPLE, "mpp-class")
        people.shown.adds[who].click()
        settle()
        people.shown.cards[number].click()
        assert people.place is Place.INTERVIEW
        play(people, "", case["answers"])
        assert people.place is Place.REVIEW
        people.shown.foot.next.click()
        assert people.place is Place.RESULT
        found = session.screened("mpp-class", number)
        assert found.outcome.id == case["outcome"]
        settle()
        words = " ".join(plain(text) for _, text in shown_words(people.shown))
        assert found.outcome.title.es in words
        assert found.outcome.not_means.es in words
        assert not [each for each in people.shown.findChildren(Framed) if each.property("kind") == "stop"]
    people.shown.foot.back.click()
    assert people.place is Place.PEOPLE
    assert len(session.answers) == 0
    states = [session.interviews.state("mpp-class", each.number) for each in session.people.here]
    assert states == [State.DONE] * 3


def test_what_is_the_same_for_all_is_answered_once_and_can_differ_for_one(people):
    session = people.session
    for who, _ in FAMILY:
        people.shown.adds[who].click()
        settle()
    shared = dict(FAMILY[0][1]["answers"], q07_terminated="skipped")
    people.shown.shared.click()
    play(people, "", shared)
    people.shown.foot.next.click()
    assert people.place is Place.PEOPLE
    people.shown.cards[2].click()  # only what the family left open is asked
    asked, _ = play(people, "", {"q07_terminated": "yes"})
    assert asked == ["q07_terminated"]
    people.shown.cards["returned-mpp"].click()
    session.interviews.answer("no")
    assert session.answers_of(2)["q01_returned_mpp"] == "no"
    assert session.answers_of(1)["q01_returned_mpp"] == "yes"


def test_a_family_of_twelve_fits_and_the_thirteenth_is_told_why(people):
    for _ in range(MOST):
        people.session.add_person(Who.CHILD)
    settle()
    assert len(people.shown.cards) == MOST
    assert not people.shown.adds


def test_somebody_with_answers_goes_only_at_the_second_press(people):
    session = people.session
    session.add_person(Who.ME)
    session.interviews.start("mpp-class", 1)
    session.interviews.answer("yes")
    people.go(Place.PEOPLE, "mpp-class")
    people.shown.removes[1].click()
    settle()
    assert len(session.people.here) == 1
    people.shown.removes[1].click()
    settle()
    assert not session.people.here


def test_a_sheet_and_a_card_for_the_person_shown(people, qtbot):
    people.session.add_person(Who.ME)
    play(people, "mpp-class:1", FAMILY[0][1]["answers"])
    people.shown.foot.next.click()
    for button in ("card", "next"):
        result = people.shown
        (result.card if button == "card" else result.foot.next).click()
        assert people.place is Place.PREVIEW
        qtbot.waitUntil(lambda: people.shown.ready, timeout=60_000)
        people.shown.foot.back.click()
        assert people.place is Place.RESULT


def test_nothing_is_left_after_finish_and_forget(people):
    people.session.add_person(Who.ME)
    play(people, "mpp-class:1", FAMILY[0][1]["answers"])
    people.shown.foot.next.click()
    people.session.forget()
    settle()
    people.go(Place.RESULT)
    assert people.place is Place.SITUATION
    assert people.session.interviews.state("mpp-class") is State.NOT_STARTED

import pytest

from kyr_app.model.answers import NOTHING
from kyr_app.model.checklist import Urgency
from kyr_app.model.interview import Number, options_of
from kyr_app.session.family.receipt import Way
from kyr_app.ui.desk import Place
from kyr_app.ui.widgets.frame import Framed
from tests.ui.conftest import past_stops, settle, shown_words


@pytest.fixture
def answered(window):
    """Every question answered with its first answer: the family that has everything to see to."""
    session = window.session
    interview = next(each for each in session.library.interviews.values() if each.leads_to)
    window.go(Place.INTERVIEW, interview.id)
    while (asked := session.interviews.at) is not None:
        options = options_of(asked.answer)
        value = options[0].value if options else 2 if isinstance(asked.answer, Number) else "yes"
        session.interviews.answer([value] if type(asked.answer).__name__ == "SomeOf" else value)
    past_stops(window)
    settle()
    return window


def test_the_list_follows_the_review(answered):
    assert answered.place is Place.REVIEW
    answered.shown.foot.next.click()
    assert answered.place is Place.CHECKLIST
    assert answered.shown.items


def test_what_is_urgent_comes_first_with_a_word_of_its_own(answered):
    answered.shown.foot.next.click()
    settle()
    session = answered.session
    checklist = session.interviews.interview.leads_to
    personal = session.checklist(checklist)
    if not any(finding.urgency is Urgency.STOP for finding in personal.findings):
        pytest.skip("nothing is urgent for this family")
    stops = [each for each in answered.shown.findChildren(Framed) if each.property("kind") == "stop"]
    sheets = [each for each in answered.shown.findChildren(Framed) if each.property("kind") == "sheet"]
    assert stops
    assert max(each.y() for each in stops) < min(each.y() for each in sheets)


def test_an_answer_is_changed_from_the_review(answered):
    screen_id, card = next(iter(answered.shown.cards.items()))
    card.click()
    assert answered.place is Place.INTERVIEW
    assert answered.shown.page.asked.id == screen_id


def test_ticks_last_as_long_as_the_answers(answered):
    answered.shown.foot.next.click()
    name, item = next(iter(answered.shown.items.items()))
    item.tick.click()
    answered.go(Place.HOME)
    answered.go(Place.CHECKLIST)
    assert answered.shown.items[name].tick.isChecked()
    answered.session.forget()
    settle()
    answered.go(Place.CHECKLIST)
    assert not any(each.tick.isChecked() for each in answered.shown.items.values())


def test_what_to_do_without_it_opens_in_place(answered):
    answered.shown.foot.next.click()
    settle()
    item = next(each for each in answered.shown.items.values() if hasattr(each, "ask"))
    for opened in (True, False, True):
        item.ask.click()
        settle()
        assert item.missing.isVisible() is opened


def test_finish_and_forget_clears_and_gives_a_receipt(answered):
    answered.go(Place.FORGET, Place.REVIEW)
    answered.shown.foot.back.click()
    assert answered.place is Place.REVIEW
    assert answered.session.answers
    answered.go(Place.FORGET, Place.REVIEW)
    answered.shown.foot.next.click()
    assert answered.place is Place.RECEIPT
    assert answered.session.answers == NOTHING
    assert answered.shown.receipt.clean
    settle()
    words = [text for _, text in shown_words(answered)]
    assert not any("Porque usted dijo" in each for each in words)


def test_the_receipt_does_not_hide_what_was_saved(window):
    render = window.session.locale_of("en").render
    for papers, said in ((0, "Nothing was saved or copied."), (2, "2 papers in KINGSTON.")):
        for _ in range(papers):
            window.session.handed.note(Way.SAVED, "KINGSTON")
        window.go(Place.FORGET)
        window.shown.forward()
        assert said in [render(each) for each in window.shown.receipt.lines]
        window.shown.forward()
        assert window.place is Place.HOME

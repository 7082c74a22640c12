import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kyr_app.model.answers import NOTHING
from kyr_app.model.checklist import Urgency
from kyr_app.model.interview import SomeOf
from kyr_app.session import situation
from kyr_app.session.interviews import State
from kyr_app.ui.desk import Place
from kyr_app.ui.widgets.answering import answer_view
from kyr_app.ui.widgets.answers import NONE
from kyr_app.ui.widgets.finding import finding_view
from kyr_app.ui.widgets.fold import Fold
from kyr_app.ui.words import Speaks
from tests.ui.conftest import settle, shown_words
from tests.ui.family import give, play

ORDER = [
    "safety",
    "travelers",
    "children",
    "topics",
    "mpp-class",
    "refuge-mexico",
    "fear-ready",
    "hearing-ready",
]


def test_every_interview_is_there_in_order(window):
    window.go(Place.SITUATION)
    assert list(window.shown.cards) == ORDER


def test_an_interview_says_how_far_it_is(window):
    state = window.session.interviews.state
    assert state("safety") is State.NOT_STARTED
    window.go(Place.INTERVIEW, "safety")
    give(window, "no")
    window.go(Place.SITUATION)
    settle()
    assert state("safety") is State.TO_GO_ON
    assert state("travelers") is State.NOT_STARTED  # the same question there does not begin it
    assert any("Para seguir" in text or "To go on" in text for _, text in shown_words(window.shown))
    play(window, "safety", {})
    assert state("safety") is State.DONE
    window.session.forget()
    assert state("safety") is State.NOT_STARTED


def test_the_answer_none_goes_with_no_other(window):
    field = next(
        screen.answer
        for interview in window.session.library.interviews.values()
        for screen in interview.screens
        if isinstance(screen.answer, SomeOf) and any(each.value == NONE for each in screen.answer.options)
    )
    view = answer_view(Speaks(window, window.session), field, "")
    view.setParent(window.shown)
    first = next(iter(view.cards))
    view.cards[first].click()
    view.cards[NONE].click()
    assert view.value() == (NONE,)
    view.cards[first].click()
    assert view.value() == (first,)
    assert view.none.isHidden()
    view.show_answer((NONE,))
    assert view.cards[NONE].isChecked()


def test_what_cannot_wait_interrupts_each_finding_once(window):
    yes = dict.fromkeys(("danger_now", "medical_emergency", "in_us"), "yes")
    _, stopped = play(window, "safety", yes)
    assert len(stopped) == len(set(stopped)) >= 2
    found = situation.findings(window.session.library, window.session.answers)
    assert {each.id for each in found if each.urgency is Urgency.STOP} <= set(stopped)
    _, again = play(window, "safety", yes)
    assert not again


def test_the_findings_stand_in_order_and_reasons_are_folded(window):
    play(window, "safety", {"danger_now": "yes", "in_us": "no", "missed_hearing": "yes"})
    play(window, "travelers", {"children": 1, "adults": 1, "prior_contact": ["order"]})
    window.go(Place.FINDINGS)
    settle()
    found = situation.findings(window.session.library, window.session.answers)
    ranks = [list(Urgency).index(each.urgency) for each in found]
    assert ranks == sorted(ranks)
    folds = window.shown.findChildren(Fold)
    assert folds
    assert not any(each.opened for each in folds)
    folds[0].ask.click()
    assert folds[0].opened
    folds[0].ask.click()
    assert not folds[0].opened
    assert finding_view(Speaks(window, window.session), found[0], {}).property("kind") == "stop"


def test_closing_halfway_loses_nothing_within_the_sitting(window):
    window.go(Place.INTERVIEW, "travelers")
    give(window, 1)
    at = window.session.interviews.at
    for place in (Place.HOME, Place.DEADLINES, Place.PEOPLE, Place.STOP, Place.REVIEW, Place.RESULT):
        window.go(place)
    window.go(Place.INTERVIEW, "travelers")
    assert window.session.interviews.at == at
    assert window.shown.page.asked == at


@pytest.mark.parametrize(
    "place",
    [Place.INTERVIEW, Place.REVIEW, Place.STOP, Place.RESULT, Place.PEOPLE, Place.DEADLINE, Place.CHECKLIST],
)
def test_a_screen_that_is_opened_out_of_order_leads_where_something_can_be_done(window, place):
    window.go(place)
    settle()
    assert window.place in {Place.SITUATION, Place.DEADLINES, Place.PREPARE}
    assert not window.notice.isVisible()


def test_the_sheet_holds_what_was_ticked_and_nothing_is_ticked_before(window):
    window.go(Place.INTAKE)
    assert not window.shown.cards
    play(window, "travelers", {"adults": 1, "children": "skipped", "danger_now": "no"})
    window.go(Place.INTAKE)
    settle()
    names = {name for offer, _ in window.shown.cards for name in offer.names}
    assert "adults" in names
    assert "children" not in names
    assert not any(card.isChecked() for _, card in window.shown.cards)
    next(card for offer, card in window.shown.cards if offer.names == ("adults",)).click()
    assert window.session.plan.shared == {"adults"}
    window.shown.all.click()
    settle()
    assert window.session.plan.shared == names
    window.shown.all.click()
    settle()
    assert not window.session.plan.shared
    window.session.forget()
    assert window.session.answers == NOTHING


def test_the_sheet_is_shown_before_it_is_printed(window, qtbot):
    play(window, "travelers", {"adults": 1, "children": 2, "officer_language": "mam"})
    window.go(Place.INTAKE)
    window.shown.all.click()
    window.shown.foot.next.click()
    assert window.place is Place.PREVIEW
    qtbot.waitUntil(lambda: window.shown.ready, timeout=60_000)
    assert 1 <= window.shown.document.pageCount() <= 2
    window.shown.foot.back.click()
    assert window.place is Place.INTAKE


def test_people_and_dates_with_the_keyboard_alone(window):
    window.go(Place.DEADLINES)
    window.activateWindow()
    window.shown.setFocus()
    settle()
    for wanted in ("moved", "ar11"):
        card = window.shown.cards[wanted]
        for _ in range(40):
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            if QApplication.focusWidget() is card:
                break
        QTest.keyClick(card, Qt.Key.Key_Return)
        settle()
    assert window.place is Place.DEADLINE
    for _ in range(20):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() is window.shown.entry.day:
            break
    QTest.keyClicks(window.shown.entry.day, "23/12/2026")
    QTest.keyClick(window.shown.entry.day, Qt.Key.Key_Return)
    settle()
    assert window.shown.counted
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle()
    assert window.place is Place.DATES

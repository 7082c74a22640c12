"""J1, J6 and J7: the acceptance journeys that end in a finding, a plan and a way out."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kyr_app.model.answers import NOTHING
from kyr_app.model.checklist import Urgency
from kyr_app.model.inline import plain
from kyr_app.model.settings import View
from kyr_app.session import situation
from kyr_app.session.session import Session
from kyr_app.store.preferences import Preferences, home
from kyr_app.ui.cover import Picture
from kyr_app.ui.desk import Place
from tests.stories.book import stories
from tests.ui.conftest import TODAY, settle, shown_words
from tests.ui.family import give, play

BY_NAME = {story.name: story for story in stories("travelers.yaml")}
MOTHER = BY_NAME["A mother with two children; one has another surname (J1)"]
TEEN = BY_NAME["A girl of sixteen with her aunt (J7)"]
each_language = pytest.mark.parametrize("language", ["es", "en"])


def said(window):
    """Return everything that is shown, as words without marks."""
    return " ".join(plain(text) for _, text in shown_words(window.shown))


@each_language
def test_j1_a_mother_with_two_children_and_another_surname(open_window, content, tmp_path, language):
    session = Session(content, Preferences(home()), TODAY)
    window = open_window(session)
    session.use_language(language)
    session.use_view(View.BOTH)
    asked, stopped = play(window, "travelers", MOTHER.answers)
    assert (asked, stopped) == (list(MOTHER.answers), [])
    found = situation.findings(content, session.answers)
    assert [each.id for each in found if "same_surname" in {why.name for why in each.reasons}] == [
        "other-surname"
    ]
    window.shown.foot.next.click()
    assert window.place is Place.CHECKLIST
    settle()
    for one in ("es", "en"):
        assert found[0].title.in_language(one) in said(window)
    window.go(Place.FORGET, Place.CHECKLIST)
    window.shown.foot.next.click()
    assert session.answers == NOTHING
    written = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    for word in (*MOTHER.answers, "one_parent", "national_id", "travelers"):
        assert word.encode() not in written


@each_language
def test_j6_no_police_report(open_window, content, qtbot, language):
    session = Session(content, today=TODAY)
    session.use_language(language)
    window = open_window(session)
    play(window, "topics", {"harms": ["threats", "injured"], "harm_reasons": ["gender"], "reported": "no"})
    window.go(Place.PREPARE)
    window.shown.cards["evidence"].click()
    assert window.place is Place.EVIDENCE
    parts = [part.id for part in window.shown.parts]
    window.shown.show_part(parts.index("police-and-authorities"))
    name, item = next(each for each in window.shown.items.items() if hasattr(each[1], "ask"))
    item.ask.click()
    settle()
    assert plain(item.missing.findChildren(type(item.told))[0].text())
    item.plan.ask.click()
    item.who.line.setText("Mi hermana Rosa")
    item.by.day.setText("3/12/2026" if language == "es" else "12/3/2026")
    settle()
    assert "Rosa" in item.told.text()
    assert session.plan.noted("evidence", name).who == "Mi hermana Rosa"
    window.shown.print_button.click()
    assert window.place is Place.PREVIEW
    qtbot.waitUntil(lambda: window.shown.ready, timeout=60_000)
    assert window.shown.document.pageCount() == 1
    text = window.shown.document.getAllText(0).text()
    assert "Rosa" in text
    assert "2026" in text
    window.shown.foot.back.click()
    assert window.place is Place.EVIDENCE
    assert window.shown.at == parts.index("police-and-authorities")
    session.forget()
    settle()
    assert session.plan.notes("evidence") == {}


@each_language
def test_j7_a_girl_of_sixteen_with_her_aunt_is_stopped_calmly_once(open_window, content, language):
    session = Session(content, today=TODAY)
    session.use_language(language)
    window = open_window(session)
    window.go(Place.INTERVIEW, "travelers")
    while window.place is Place.INTERVIEW:
        give(window, TEEN.answers[session.interviews.at.answer.name])
        settle()
    assert window.place is Place.STOP
    finding = window.shown.finding
    assert (finding.id, finding.urgency) == ("not-a-parent", Urgency.STOP)
    words = said(window)
    assert plain(finding.do.in_language(language)) in words
    assert "(213) 634-0999" in words
    settled_at = session.interviews.at
    window.shown.foot.back.click()
    assert window.place is Place.INTERVIEW
    assert session.interviews.at.answer.name == "children_with"
    window.shown.foot.next.click()
    assert window.place is Place.INTERVIEW  # the same finding does not interrupt a second time
    assert session.interviews.at == settled_at


@each_language
def test_j7_one_key_covers_every_screen_of_the_way(open_window, content, language):
    session = Session(content, today=TODAY)
    session.use_language(language)
    window = open_window(session)
    window.activateWindow()
    window.go(Place.INTERVIEW, "travelers")
    seen = set()
    while window.place in {Place.INTERVIEW, Place.STOP}:
        seen.add(window.place)
        window.activateWindow()
        settle()
        QTest.keyClick(window, Qt.Key.Key_F9)
        settle()
        covers = [each for each in QApplication.topLevelWidgets() if isinstance(each, Picture)]
        assert any(each.isVisible() for each in covers)
        window.cover.lift()
        settle()
        if window.place is Place.STOP:
            window.shown.foot.next.click()
        else:
            give(window, TEEN.answers[session.interviews.at.answer.name])
        settle()
    assert seen == {Place.INTERVIEW, Place.STOP}

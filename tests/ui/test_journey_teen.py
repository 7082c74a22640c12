"""J7 from end to end: a girl of sixteen with her aunt. Words, stop, practice, a card without her name, one key out."""

from html import unescape

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kyr_app.model.inline import plain
from kyr_app.session.session import Session
from kyr_app.store.preferences import Preferences, home
from kyr_app.ui.cover import Picture
from kyr_app.ui.desk import Place
from kyr_app.ui.screens.rehearse_pages import AskPage
from kyr_app.ui.screens.rehearse_start import EndPage, HerePage, YoungPage
from tests.stories.book import stories
from tests.ui.conftest import TODAY, settle, shown_words
from tests.ui.family import give

TEEN = next(story for story in stories("travelers.yaml") if "J7" in story.name)
NUMBERS = ("619 555 0101", "664 555 0102")


def said(window):
    """Return everything that can be read on the screen, without marks."""
    settle()
    return unescape(" ".join(plain(text) for _, text in shown_words(window.shown)))


def out(window):
    """Go out with one key: nothing of the screen can be seen; and come back to where one was."""
    before = window.place
    window.activateWindow()
    settle()
    QTest.keyClick(window, Qt.Key.Key_F9)
    settle()
    covers = [each for each in QApplication.topLevelWidgets() if isinstance(each, Picture)]
    assert any(each.isVisible() for each in covers)
    window.cover.lift()
    settle()
    assert window.place is before


@pytest.mark.parametrize("language", ["es", "en"])
def test_j7_words_stop_practice_a_card_without_her_name_and_out(
    open_window, content, qtbot, tmp_path, language
):
    session = Session(content, Preferences(home()), TODAY)
    session.use_language(language)
    window = open_window(session)
    _stopped_with_plain_words(window, language)
    _not_the_interview_but_what_is_for_her(window)
    _words_by_heart(window, content, language)
    _two_numbers(window)
    _a_lesson_in_her_own_words(window, content, language)
    text = _card(window, qtbot)
    for number in NUMBERS:
        assert number not in text
        assert "".join(each for each in number if each.isdecimal()) not in text.replace(" ", "")
    for words in ("Tengo miedo de regresar a mi país", "I am afraid to go back to my country"):
        assert words in text
    window.go(Place.FORGET, Place.PRACTICE.value)
    window.shown.foot.next.click()
    settle()
    assert not session.practice.started
    written = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    for trace in ("555", "young", "rehearse", "teen", *TEEN.answers):
        assert trace.encode() not in written


def _stopped_with_plain_words(window, language):
    window.go(Place.INTERVIEW, "travelers")
    for _ in range(40):
        if window.place is not Place.INTERVIEW:
            break
        give(window, TEEN.answers[window.session.interviews.at.answer.name])
        settle()
    assert window.place is Place.STOP
    finding = window.shown.finding
    assert finding.id == "not-a-parent"
    assert plain(finding.do.in_language(language)) in said(window)
    assert "(213) 634-0999" in said(window)
    out(window)


def _not_the_interview_but_what_is_for_her(window):
    window.bar.places[Place.PRACTICE].click()
    assert window.place is Place.PRACTICE
    window.shown.cards["interview"].click()
    assert isinstance(window.shown.page, HerePage)
    out(window)
    window.shown.page.child.click()
    assert isinstance(window.shown.page, YoungPage)
    out(window)


def _words_by_heart(window, content, language):
    window.shown.page.cards["words"].click()
    young = next(each for each in content.practice["fear"].topics if each.id == "young")
    seen = []
    for _ in range(20):
        page = window.shown.page
        if isinstance(page, EndPage):
            break
        assert isinstance(page, AskPage)
        words = said(window)
        assert plain(page.question.question.in_language(language)) in words
        for phrase in page.phrases:
            assert (plain(phrase.say.es) in words) is not page.covered
        if page.covered:
            seen.append(page.question.id)
        out(window)
        window.shown.foot.next.click()
        settle()
    assert seen == [each.id for each in young.questions]
    assert "teen-aunt" in seen
    window.shown.foot.next.click()
    assert window.place is Place.PRACTICE


def _two_numbers(window):
    window.shown.cards["two telephone numbers"].click()
    for number in NUMBERS:
        for _ in range(2):
            window.shown.entry.line.setText(number)
            window.shown.foot.next.click()
            settle()
            out(window)
    assert window.shown.known == len(NUMBERS)
    window.shown.foot.next.click()
    assert window.place is Place.PRACTICE


def _a_lesson_in_her_own_words(window, content, language):
    window.go(Place.TEACHBACK, "teen")
    window.shown.cards["teen-family"].click()
    window.shown.foot.next.click()
    choice = window.shown.column.page.parts.itemAt(1).widget()
    options = content.lessons["teen-family"].teach_back.options
    right = next(at for at, each in enumerate(options) if each.right)
    choice.cards[right].click()
    assert plain(options[right].reply.in_language(language)) in said(window)
    out(window)


def _card(window, qtbot):
    window.go(Place.PRACTICE)
    window.shown.cards["teen-card"].click()
    assert window.place is Place.PREVIEW
    qtbot.waitUntil(lambda: window.shown.ready, timeout=60_000)
    out(window)
    document = window.shown.document
    text = " ".join(document.getAllText(at).text() for at in range(document.pageCount()))
    window.shown.foot.back.click()
    assert window.place is Place.PRACTICE
    return " ".join(text.split())

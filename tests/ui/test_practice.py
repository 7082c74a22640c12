"""The practice room: one's own pace, nothing hard unannounced, nothing for children that is not, nothing kept."""

import tempfile
from html import unescape

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from kyr_app.model.inline import plain
from kyr_app.model.practice import Kind
from kyr_app.model.settings import Look, Settings, TextSize, View
from kyr_app.session.session import Session
from kyr_app.store.preferences import Forgetful, Preferences, home
from kyr_app.ui import marks
from kyr_app.ui.desk import Place
from kyr_app.ui.screens.rehearse_pages import ALOUD, THOUGHT, AnnouncePage, AskPage
from kyr_app.ui.screens.rehearse_start import CarePage, EndPage, HerePage, TopicsPage, YoungPage
from tests.ui.conftest import TODAY, clipped, settle, shown_words
from tests.ui.keeping import with_file

WAYS = [
    ("es", View.ONE, TextSize.NORMAL, Look.LIGHT, 1366, 728),
    ("en", View.ONE, TextSize.LARGE, Look.DARK, 1024, 728),
    ("es", View.BOTH, TextSize.VERY_LARGE, Look.LIGHT, 1024, 728),
    ("es", View.BOTH, TextSize.NORMAL, Look.LIGHT, 1093, 574),
]
each_language = pytest.mark.parametrize("language", ["es", "en"])


def said(window):
    """Return everything that can be read on the screen, without marks."""
    settle()
    return unescape(" ".join(plain(text) for _, text in shown_words(window.shown)))


def to_topics(window, name):
    """Open a set and go past what comes before its topics."""
    window.go(Place.PRACTICE)
    window.shown.cards[name].click()
    if isinstance(window.shown.page, HerePage):
        window.shown.page.adults.click()
    window.shown.foot.next.click()
    assert isinstance(window.shown.page, TopicsPage)
    return window.shown


def through(window):
    """Go on to the end, yielding each page with what could be read on it."""
    for _ in range(400):
        page = window.shown.page
        settle()
        yield page, said(window)
        if isinstance(page, EndPage):
            return
        window.shown.foot.next.click()
    raise AssertionError("a practice without end")


def press(window, wanted):
    """Press something as who has no mouse does: Tab until it has the focus, then Enter."""
    for _ in range(200):
        if QApplication.focusWidget() is wanted:
            break
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is wanted
    QTest.keyClick(wanted, Qt.Key.Key_Return)
    settle()


# ── The interview ─────────────────────────────────────────────────────────────────────────────────────────────


@each_language
def test_all_sixty_questions_can_be_walked_and_no_hard_one_is_read_unannounced(window, content, language):
    window.session.use_language(language)
    to_topics(window, "interview").foot.next.click()
    asked, announced = [], 0
    hard = [
        each.question.in_language(language)
        for each in content.practice["interview"].questions
        if each.sensitive
    ]
    for page, words in through(window):
        assert not page.findChildren(QLineEdit)  # there is nowhere to write an answer
        assert not page.findChildren(QPlainTextEdit)
        if isinstance(page, AskPage):
            asked.append(page.question.id)
            assert plain(page.question.question.in_language(language)) in words
            assert plain(page.question.why.in_language(language)) in words
            assert plain(page.question.remember.in_language(language)) in words
            if page.question.sensitive:
                assert announced > 0, page.question.id
                announced -= 1
        else:
            assert not [each for each in hard if plain(each) in words]
            announced = page.step.count if isinstance(page, AnnouncePage) else 0
    assert asked == [each.id for each in content.practice["interview"].questions]


def test_what_a_question_is_about_is_said_before_the_hardest_ones(window):
    screen = to_topics(window, "interview")
    screen.page.cards["harm"].click()
    screen.foot.next.click()
    screen.skip.click()
    assert "violencia sexual" in said(window)
    assert "le tocó" not in said(window)
    screen.skip.click()
    assert isinstance(screen.page, EndPage)
    assert "le tocó" not in said(window)


def test_skipping_leads_past_all_that_was_announced_and_leaves_no_word(window):
    screen = to_topics(window, "interview")
    for topic in ("torture", "vulnerability"):
        screen.page.cards[topic].click()
    screen.foot.next.click()
    screen.skip.click()
    assert screen.page.question.id == "vulnerability-01"
    window.session.practice.back()
    assert "tortura" not in said(window)


def test_a_question_can_be_skipped_and_come_back_to(window):
    screen = to_topics(window, "interview")
    screen.page.cards["identity"].click()
    screen.foot.next.click()
    screen.skip.click()
    assert screen.page.question.id == "identity-02"
    screen.foot.back.click()
    assert screen.page.question.id == "identity-01"
    screen.foot.back.click()
    assert isinstance(screen.page, TopicsPage)
    assert screen.page.cards["identity"].isChecked()
    screen.foot.back.click()
    assert isinstance(screen.page, CarePage)
    screen.foot.back.click()
    assert isinstance(screen.page, HerePage)
    screen.foot.back.click()
    assert window.place is Place.PRACTICE


def test_what_is_for_a_lawyer_alone_is_never_asked_to_be_answered(window):
    screen = to_topics(window, "interview")
    screen.page.cards["bars"].click()
    screen.foot.next.click()
    assert isinstance(screen.page, AnnouncePage)
    assert "No las conteste aquí" in said(window)
    pages = [(page, words) for page, words in through(window) if isinstance(page, AskPage)]
    assert len(pages) == 5
    aloud, thought = (screen.session.locale.render(each) for each in (ALOUD, THOUGHT))
    for _, words in pages:
        assert plain(thought) in words
        assert plain(aloud) not in words


# ── Children ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_questions_are_not_for_children_and_who_is_here_is_not_kept(window, content):
    window.go(Place.PRACTICE)
    window.shown.cards["interview"].click()
    screen = window.shown
    assert isinstance(screen.page, HerePage)
    assert not screen.foot.next.isVisible()
    QTest.keyClick(screen, Qt.Key.Key_Return)
    assert isinstance(screen.page, HerePage)
    screen.page.child.click()
    assert isinstance(screen.page, YoungPage)
    QTest.keyClick(screen, Qt.Key.Key_Return)
    assert isinstance(screen.page, YoungPage)
    for each in content.practice["interview"].questions:
        assert plain(each.question.es) not in said(window)
    window.go(Place.HOME)
    settle()
    window.go(Place.PRACTICE)
    window.shown.cards["interview"].click()
    assert isinstance(window.shown.page, HerePage)


@pytest.mark.parametrize(
    ("way", "place"),
    [
        ("words", Place.REHEARSE),
        ("phones", Place.DRILL),
        ("lessons", Place.TEACHBACK),
        ("help", Place.DIRECTORY),
    ],
)
def test_who_is_under_18_finds_other_things(window, way, place):
    window.go(Place.REHEARSE, "interview")
    window.shown.page.child.click()
    window.shown.page.cards[way].click()
    settle()
    assert window.place is place
    if way == "words":
        assert window.session.practice.chosen == {"young"}
        assert "«Tengo miedo de regresar a mi país. Quiero ver a un juez.»" in said(window)
    if way == "lessons":
        assert set(window.shown.cards) == {name for name in window.session.library.lessons if "teen" in name}
    if way == "phones":
        window.shown.foot.back.click()
        assert window.place is Place.PRACTICE


# ── Words by heart, and the hearing ───────────────────────────────────────────────────────────────────────────


def test_words_are_read_then_covered_then_said(window, content):
    screen = to_topics(window, "fear")
    assert not screen.foot.next.isVisible()
    screen.page.cards["grown"].click()
    words = plain(content.phrases["say-fear/fear"].say.es)
    settle()
    assert words in said(window)
    assert any(words in plain(str(each.words.es)) for each in screen.passages() if hasattr(each.words, "es"))
    screen.foot.next.click()
    settle()
    assert words not in said(window)
    assert not any(
        words in plain(str(each.words.es)) for each in screen.passages() if hasattr(each.words, "es")
    )
    screen.foot.back.click()
    settle()
    assert words in said(window)
    asked = [
        page.question.id for page, _ in through(window) if isinstance(page, AskPage) and not page.covered
    ]
    assert asked == [each.id for each in content.practice["fear"].topics[0].questions]


@each_language
def test_a_hearing_says_who_speaks_and_what_one_may_say(window, content, language):
    window.session.use_language(language)
    to_topics(window, "hearing").foot.next.click()
    hearing = content.practice["hearing"]
    for page, words in through(window):
        if isinstance(page, AskPage):
            voice = page.question.voice or hearing.voice
            assert plain(voice.in_language(language)) in words
            assert page.phrases
            for phrase in page.phrases:
                assert plain(phrase.say.es) in words
                assert plain(phrase.say.en) in words
            for phrase in hearing.always:
                assert plain(phrase.say.in_language(language)) in words


# ── Pauses, the end, and what is left ─────────────────────────────────────────────────────────────────────────


def test_a_breath_leads_back_to_the_very_question(window):
    screen = to_topics(window, "interview")
    screen.page.cards["identity"].click()
    screen.foot.next.click()
    screen.foot.next.click()
    screen.breathe.click()
    assert window.place is Place.BREATHING
    assert "se guarda" not in said(window)
    window.shown.resume.click()
    assert window.place is Place.REHEARSE
    assert screen.page.question.id == "identity-02"


def test_no_word_is_left_on_a_screen_that_is_not_shown(window):
    to_topics(window, "interview").foot.next.click()
    window.go(Place.HOME)
    settle()
    rehearsed = window.screens[Place.REHEARSE]
    assert rehearsed.page is None
    assert "oficial" not in " ".join(text for _, text in shown_words(rehearsed))


def test_forgetting_ends_it(window):
    screen = to_topics(window, "interview")
    screen.page.cards["harm"].click()
    screen.foot.next.click()
    window.session.forget()
    settle()
    assert window.place is Place.PRACTICE
    assert not window.session.practice.started
    window.go(Place.REHEARSE)
    assert window.place is Place.PRACTICE


def all_of_it(window):
    """Practise everything there is once."""
    for name, topic in (("interview", "harm"), ("hearing", "charges")):
        to_topics(window, name).page.cards[topic].click()
        window.shown.foot.next.click()
        for _ in through(window):
            pass
    to_topics(window, "fear").page.cards["grown"].click()
    for _ in through(window):
        pass
    window.go(Place.TEACHBACK)
    window.shown.cards["say-fear"].click()
    window.shown.foot.next.click()
    window.go(Place.DRILL)
    window.shown.entry.line.setText("619 555 0101")
    window.shown.forward()
    settle()
    window.go(Place.BREATHING, Place.PRACTICE.value)
    window.go(Place.PRACTICE)


def files_under(*folders):
    return {path for folder in folders for path in folder.rglob("*") if path.is_file()}


def test_after_practice_there_is_no_new_file_and_no_new_byte(open_window, content, tmp_path, monkeypatch):
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    session = Session(content, Preferences(home()), TODAY)
    session.use_language("es")
    window = open_window(session)
    window.go(Place.PRACTICE)
    before = {path: path.read_bytes() for path in files_under(tmp_path)}
    assert before  # the settings: there is something to compare
    all_of_it(window)
    assert {path: path.read_bytes() for path in files_under(tmp_path)} == before


def test_a_family_file_keeps_nothing_of_it_and_no_bookmark_knows_it(window, tmp_path):
    window.go(Place.PREPARE)
    family = with_file(window, tmp_path / "stick")
    window.go(Place.PREPARE)
    stop = window.session.bookmark.stop
    family.save_now()
    before = family.sitting
    all_of_it(window)
    assert window.session.bookmark.stop == stop
    assert family.sitting == before
    assert {Place.PRACTICE, Place.REHEARSE, Place.TEACHBACK, Place.DRILL} <= marks.NOT_NOTED


# ── Teach-back ────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_lesson_is_told_in_own_words_then_asked_about_kindly(window, content):
    window.go(Place.PRACTICE)
    window.shown.cards["teach-back"].click()
    screen = window.shown
    assert set(screen.cards) == set(content.lessons)
    screen.cards["say-fear"].click()
    settle()
    lesson = content.lessons["say-fear"]
    for point in lesson.points:
        assert plain(point.title.es) in said(window)
    assert plain(lesson.teach_back.question.es) not in said(window)
    screen.foot.next.click()
    settle()
    choice = screen.column.page.parts.itemAt(1).widget()
    for card, option in zip(choice.cards, lesson.teach_back.options, strict=True):
        card.click()
        settle()
        assert plain(option.reply.es) in said(window)
    assert not window.session.reading.kept()
    screen.foot.next.click()
    assert screen.lesson is None


def test_a_lesson_can_be_read_again_and_leads_back(window):
    window.go(Place.TEACHBACK, "say-fear")
    window.shown.read.click()
    assert window.place is Place.LESSON
    window.shown.back()
    assert window.place is Place.TEACHBACK
    assert window.shown.lesson.id == "say-fear"


# ── By keyboard, and for every eye ────────────────────────────────────────────────────────────────────────────


def test_a_whole_walk_by_keyboard(window):
    window.activateWindow()
    window.setFocus()
    settle()
    press(window, window.bar.places[Place.PRACTICE])
    assert window.place is Place.PRACTICE
    press(window, window.shown.cards["interview"])
    press(window, window.shown.page.adults)
    press(window, window.shown.foot.next)
    topic = window.shown.page.cards["family"]
    for _ in range(200):
        if QApplication.focusWidget() is topic:
            break
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(topic, Qt.Key.Key_Space)
    assert topic.isChecked()
    press(window, window.shown.foot.next)
    seen = []
    while not isinstance(window.shown.page, EndPage):
        seen.append(window.session.practice.step.kind)
        press(window, window.shown.foot.next)
    assert seen.count(Kind.ASK) == 5
    assert seen.count(Kind.HARD) == 2
    press(window, window.shown.foot.next)
    assert window.place is Place.PRACTICE


def every_practice(window):
    """Show every page of the practice room, yielding its name."""
    window.go(Place.PRACTICE)
    yield "practice"
    for name, topic in (("interview", ("harm", "bars")), ("hearing", ("charges",)), ("fear", ())):
        window.go(Place.REHEARSE, name)
        if isinstance(window.shown.page, HerePage):
            yield "who is here"
            window.shown.page.child.click()
            yield "under 18"
            window.shown.back()
            window.shown.page.adults.click()
        yield f"{name}: care"
        window.shown.forward()
        for each in topic:
            window.shown.page.cards[each].click()
        yield f"{name}: topics"
        if name == "fear":
            window.shown.page.cards["young"].click()
        else:
            window.shown.forward()
        while not isinstance(window.shown.page, EndPage):
            yield f"{name} {window.session.practice.at}"
            window.shown.forward()
    yield "end"
    window.go(Place.TEACHBACK)
    yield "lessons"
    window.shown.cards["fear-interview"].click()
    yield "told"
    window.shown.forward()
    yield "asked"


@pytest.mark.parametrize("way", WAYS, ids=lambda way: "-".join(str(part) for part in way))
def test_nothing_is_clipped_and_nothing_is_wider_than_the_window(open_window, content, way):
    language, view, size, look, width, height = way
    settings = Settings(language=language, view=view, text_size=size, look=look)
    session = Session(content, Forgetful(settings), TODAY)
    window = open_window(session, width, height)
    bad = {}
    for name in every_practice(window):
        settle()
        if found := clipped(window):
            bad[name] = found
        assert (window.width(), window.height()) == (width, height), name
        assert window.shown.column.widget().width() <= window.shown.column.viewport().width(), name
    assert not bad


def test_every_word_is_marked_for_translation_and_longer_words_fit(open_window, content):
    session = Session(content, Forgetful(Settings(language="es")), TODAY)
    session.use_language("en_XA")
    window = open_window(session, 1024)
    hard_coded = set()
    for name in every_practice(window):
        settle()
        assert not clipped(window), name
        for widget, text in shown_words(window.shown):
            words = plain(text if "<" not in text else text.split(">", 1)[1].rsplit("<", 1)[0])
            cited = widget.property("role") == "small"
            if (
                "[!!" not in words
                and any(letter.isalpha() for letter in words)
                and len(words) > 2
                and not cited
            ):
                hard_coded.add(words)
    assert not hard_coded

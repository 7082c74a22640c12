import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from kyr_app.model.block import Phrase
from kyr_app.model.inline import plain
from kyr_app.model.settings import Settings, View
from kyr_app.session.session import Session
from kyr_app.speech.clip import silence
from kyr_app.speech.player import no_sound
from kyr_app.speech.sentences import of_point, sentences
from kyr_app.speech.voice import Pace
from kyr_app.store.preferences import Forgetful
from kyr_app.ui import reader as reading
from kyr_app.ui import shortcuts, voice_menu
from kyr_app.ui.desk import Place
from kyr_app.ui.widgets.ear import Hearing
from tests.ui.conftest import TODAY, clipped, settle
from tests.ui.voices import Room


@pytest.fixture
def rooms(tmp_path):
    """Return a function that gives a window a voice; all are quiet in the end."""
    made = []

    def room(window, **more):
        made.append(Room(window, tmp_path, **more))
        return made[-1]

    yield room
    for each in made:
        each.window.desk.hush_voice()
    settle()


@pytest.fixture
def room(window, rooms):
    return rooms(window)


def a_lesson(window):
    lessons = window.session.library.lessons.values()
    return next(each for each in lessons if not each.painful and any(_phrases(each)))


def _phrases(lesson):
    return [block for point in lesson.points for block in point.blocks if isinstance(block, Phrase)]


def test_a_point_is_read_in_order_and_the_highlight_follows(room):
    window = room.window
    lesson = a_lesson(window)
    point = next(
        at for at, each in enumerate(lesson.points) if any(isinstance(b, Phrase) for b in each.blocks)
    )
    window.go(Place.LESSON, lesson.id)
    window.shown.show_point(point)
    settle()
    room.press()
    heard = room.all()
    assert all(plain(sentence.text) in words for sentence, words in heard)
    spoken = [sentence.text for sentence, _ in heard]
    for wanted in sentences(of_point(lesson.points[point]), window.session.locale):
        assert any(wanted.text in said for said in spoken), wanted
    assert spoken[0] == plain(lesson.points[point].title.es)
    assert room.quiet()


def test_the_sentence_for_the_officer_is_said_in_the_officers_language(room):
    window = room.window
    lesson = a_lesson(window)
    at, phrase = next((n, b) for n, p in enumerate(lesson.points) for b in p.blocks if isinstance(b, Phrase))
    window.go(Place.LESSON, lesson.id)
    window.shown.show_point(at)
    settle()
    said = [(each.language, window.session.locale.render(each.words)) for each in window.shown.passages()]
    assert ("", f"«{phrase.say.es}»") in said
    assert any(language == "en" for language, _ in said)
    room.press()
    assert {sentence.language for sentence, _ in room.all()} == {"es", "en"}


def test_the_voice_never_works_on_the_windows_thread(room):
    room.press()
    room.next()
    assert threading.main_thread() not in room.voice.threads | room.player.threads


def test_the_next_sentence_is_ready_while_one_is_heard(room):
    room.press()
    room.until(lambda: len(room.voice.said) >= 2)
    assert len(room.player.clips) == 1


@pytest.mark.parametrize(
    "leave",
    [
        lambda window: window.go(Place.LIBRARY),
        lambda window: window.bar.places[Place.PREPARE].click(),
        lambda window: window.cover.drop(),
        lambda window: QTest.keyClick(window, Qt.Key.Key_F9),
        lambda window: window.shown.listen.button.click(),
        lambda window: QTest.keyClick(window.shown, Qt.Key.Key_Escape),
        lambda window: QTest.keyClick(window, Qt.Key.Key_F8),
        lambda window: window.desk.hush_voice(),
        lambda window: window.hide(),
    ],
    ids=["leaving", "bar", "cover", "hide-key", "click", "escape", "F8", "lock", "closing"],
)
def test_it_is_quiet_at_once(room, leave):
    room.window.activateWindow()
    room.press()
    assert not room.quiet()
    begun = len(room.player.clips)
    leave(room.window)
    assert room.quiet()
    assert room.player.stops >= 1
    settle()
    assert len(room.player.clips) == begun


def test_the_next_page_is_quiet(room):
    window = room.window
    window.go(Place.LESSON, a_lesson(window).id)
    settle()
    room.press()
    window.shown.forward()
    assert room.quiet()
    assert window.shown.listen.state is Hearing.READY


def test_space_says_the_sentence_again_and_goes_on(room):
    room.press()
    room.next()
    now = room.now
    QTest.keyClick(room.window.shown, Qt.Key.Key_Space)
    room.until(lambda: len(room.player.clips) == 3)
    settle()
    assert room.now == now
    room.next()
    assert room.now not in {now, None}


def test_space_after_the_end_says_the_last_sentence_alone(room):
    room.press()
    last = [sentence for sentence, _ in room.all()][-1]
    QTest.keyClick(room.window.shown, Qt.Key.Key_Space)
    room.until(lambda: room.now is not None and len(room.player.clips) > 1)
    assert room.now == last
    room.next()
    assert room.quiet()


def test_space_belongs_to_what_uses_it(room):
    window = room.window
    QTest.keyClick(window.shown, Qt.Key.Key_Space)  # nobody asked to listen yet
    assert room.quiet()
    assert not room.player.clips
    window.go(Place.GLOSSARY)
    settle()
    room.press()
    count = len(room.player.clips)
    line = window.shown.findChildren(QLineEdit)[0]
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Space)
    assert line.text() == " "
    settle()
    assert len(room.player.clips) == count


def test_the_keys_stand_on_the_page_of_keys():
    keys = {name for each in shortcuts.every() for name in each.keys}
    assert {"F8", "Space", "Esc"} <= keys


def test_another_language_begins_again_at_the_same_place(room):
    window = room.window
    window.go(Place.LESSON, a_lesson(window).id)
    settle()
    room.press()
    for _ in range(3):
        room.next()
    place = room.reader.bit.passages[0]
    words = room.reader._passages[place].words
    window.session.use_language("en")
    room.until(lambda: room.now is not None and room.now.language == "en")
    assert plain(window.session.locale.render(words)).startswith(room.now.text)
    assert room.reader.bit.passages[0] == place


def test_both_languages_are_shown_and_one_is_read(open_window, content, rooms):
    window = open_window(Session(content, Forgetful(Settings("en", View.BOTH)), TODAY))
    room = rooms(window)
    room.press()
    for sentence, words in room.all():
        assert sentence.language == "en"
        assert sentence.text in words


def test_speed_holds_for_the_sitting_and_is_written_nowhere(room):
    before = room.window.session.settings
    room.reader.use_pace(Pace.SLOW)
    room.press()
    assert set(room.voice.paces) == {Pace.SLOW}
    assert room.window.session.settings == before


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_offers_speeds_and_voices(room, tmp_path):
    mam = tmp_path / "voice" / "mam"
    mam.mkdir(parents=True)
    (mam / "name.txt").write_text("Qyol Mam\n", "utf-8")
    room.reader.voices._folder = tmp_path
    room.press()
    assert room.window.shown.listen.choices.isVisible()
    room.window.shown.listen.choices.click()
    menu = next(each for each in QApplication.topLevelWidgets() if isinstance(each, QMenu))
    words = {action.text(): action for action in menu.actions() if action.text()}
    assert "Qyol Mam" in words
    assert sum(action.isChecked() for action in words.values()) == 2
    asked = words[room.window.session.locale.render(voice_menu.ANSWERS)]
    assert not asked.isChecked(), "nobody at the next table is told, unless she wants it"
    asked.trigger()
    assert room.reader.answers
    words["Qyol Mam"].trigger()
    menu.close()
    assert room.reader.voices.lent == "mam"


def test_a_recording_is_played_in_the_place_of_the_voice(room, tmp_path):
    window = room.window
    lesson = a_lesson(window)
    block = lesson.points[0].blocks[0]
    clip = silence(0.25, 16000)
    for language in ("mam", "es"):
        folder = tmp_path / "voice" / language / lesson.id
        folder.mkdir(parents=True)
        (folder / f"{block.id}.wav").write_bytes(clip.wav())
    window.go(Place.LESSON, lesson.id)
    settle()
    room.press()
    while room.now is not None:
        room.next()
    assert room.player.clips[-1] == clip
    assert room.reader.busy
    assert all(block.id not in each.place for each in (room.reader.bit.sentence,) if each)
    assert room.reader.highlight.lit
    said = " ".join(text for _, text in room.voice.said)
    assert (
        plain(window.session.locale.render(room.reader._passages[room.reader.bit.passages[0]].words))
        not in said
    )


def test_no_sound_is_said_kindly_and_the_button_says_why(window, rooms):
    room = rooms(window, error=no_sound())
    room.press()
    room.until(lambda: not room.reader.busy)
    assert window.notice.isVisible()
    assert window.session.locale.render(no_sound().said) in plain(window.notice.words.shown)
    assert window.shown.listen.state is Hearing.NO_SOUND
    window.go(Place.LIBRARY)
    assert not window.notice.isVisible()  # said once
    assert window.shown.listen.state is Hearing.NO_SOUND
    assert window.shown.listen.button.accessibleDescription()
    settle()
    assert not clipped(window)


def test_the_first_time_it_says_that_others_may_hear(room):
    room.reader._hinted = False
    room.press()
    assert room.window.notice.isVisible()
    hint = room.window.session.locale.render(reading.HINT)
    assert hint.startswith(room.now.text)
    heard = [sentence.text for sentence, _ in room.all()]
    assert " ".join(heard[:2]) == hint
    room.window.go(Place.LIBRARY)
    room.press()
    assert not room.window.notice.isVisible()


def test_a_screen_reader_hears_what_the_button_does_and_how_it_stands(room):
    button = room.window.shown.listen.button
    ready = button.accessibleDescription()
    room.press()
    assert button.text()
    assert button.accessibleDescription() != ready
    assert room.window.shown.listen.state is Hearing.READING
    room.reader.stop()
    assert button.accessibleDescription() == ready


def test_a_paper_does_not_speak(room):
    window = room.window
    window.go(Place.PREVIEW, f"lesson:{a_lesson(window).id}")
    assert window.shown.listen is None
    QTest.keyClick(window, Qt.Key.Key_F8)
    assert room.quiet()
    window.go(Place.CARD, "free")
    assert window.shown.listen is None


def test_it_begins_in_an_interview_only_when_asked(room):
    window = room.window
    window.go(Place.INTERVIEW, "travelers")
    window.shown.page.answer.unsure.click()
    window.shown.forward()
    settle()
    assert room.quiet()
    assert not room.player.clips

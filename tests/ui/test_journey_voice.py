"""J4: a parent who cannot read hears every core screen, and answers by picture and word."""

import pytest

from kyr_app.model.inline import plain
from kyr_app.speech.espeak import Espeak
from kyr_app.ui.desk import Place
from kyr_app.ui.widgets.ear import Hearing
from kyr_app.ui.widgets.icon import Glyph
from tests.ui.conftest import settle
from tests.ui.family import play
from tests.ui.voices import Room

INTERVIEW = "travelers"
OFFICER = "officer-language"


@pytest.fixture
def room(window, tmp_path):
    made = Room(window, tmp_path)
    yield made
    window.desk.hush_voice()
    settle()


def listen(room):
    """Press the ear, hear the whole screen, and return what was said; every sentence was highlighted as it was said."""
    settle()
    room.press()
    assert room.window.shown.listen.state is Hearing.READING
    heard = room.all()
    assert heard
    assert all(plain(sentence.text) in words for sentence, words in heard)
    assert room.quiet()
    return " ".join(sentence.text for sentence, _ in heard)


def test_j4_a_parent_who_cannot_read(room):
    window, render = room.window, room.window.session.locale.render
    assert "¿Qué quiere hacer ahora?" in listen(room)
    lesson = next(iter(window.session.library.lessons.values()))
    window.go(Place.LESSON, lesson.id)
    assert plain(lesson.points[0].title.es) in listen(room) or lesson.painful
    window.go(Place.INTERVIEW, INTERVIEW)
    _answers_by_picture(room)
    play(window, INTERVIEW, {"adults": 1, "children": 0})
    assert window.place is Place.REVIEW
    listen(room)
    window.shown.foot.next.click()
    assert window.place is Place.CHECKLIST
    assert render(window.session.checklist("turn-in").checklist.title) in listen(room)
    for place in (
        Place.SITUATION,
        Place.PREPARE,
        Place.FINDINGS,
        Place.DEADLINES,
        Place.FAMILY,
        Place.PROMPTS,
    ):
        window.go(place)
        assert listen(room)


def _answers_by_picture(room):
    """Hear the question about the officer's language with its answers; choose Mam; the screen stays in Spanish."""
    window = room.window
    session = window.session
    session.interviews.start(INTERVIEW)
    asked = next(each for each in session.interviews.interview.screens if each.id == OFFICER)
    before = session.locale.language
    while session.interviews.at is not None and session.interviews.at.id != OFFICER:
        session.interviews.skip()
    window.go(Place.INTERVIEW)
    settle()
    said = listen(room)
    assert plain(asked.question.es) in said
    view = window.shown.page.answer
    for option in asked.answer.options:
        assert plain(option.text.es).rstrip(".") in said
        card = view.cards[option.value]
        assert card.accessibleName()
        assert [glyph for glyph in card.findChildren(Glyph) if glyph.isVisible()]
    view.cards["mam"].click()
    window.shown.foot.next.click()
    assert session.answers_of(session.interviews.person)[asked.answer.name] == "mam"
    assert session.locale.language == before  # the screen has its own


def test_j4_with_the_voice_that_is_always_there(room):
    """The bundled voice really speaks each sentence of a screen, in Spanish, with nothing installed."""
    voice, fake = Espeak(), room.voice
    room.voice.speak = lambda text, language, pace: (
        fake.said.append(text) or voice.speak(text, language, pace)
    )
    room.press()
    room.all()
    assert all(clip.peak > 1000 and clip.seconds > 0.3 for clip in room.player.clips)
    assert len(room.player.clips) > 8

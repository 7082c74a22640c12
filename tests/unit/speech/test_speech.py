"""The voice: what is read, what it sounds like, what happens where there is none."""

import threading
import time
import wave
from array import array

import espeakng_loader
import pytest

from kyr_app.model.errors import ContentError
from kyr_app.speech import espeak, recorded
from kyr_app.speech.clip import Clip, joined, silence
from kyr_app.speech.espeak import Espeak
from kyr_app.speech.player import FROM_MEMORY, Piped, Winmm
from kyr_app.speech.sentences import of_lesson, sentences, split
from kyr_app.speech.voice import NoSound, NoVoice, Pace


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Uno. Dos.", ["Uno.", "Dos."]),
        ("Según el art. 5, sí. ¿Quiere?", ["Según el art. 5, sí.", "¿Quiere?"]),
        ("El Sr. Juez dice: «Hola». ¡Ya!", ["El Sr. Juez dice:", "«Hola».", "¡Ya!"]),
        ("See 8 CFR 1003.22. In the U.S. Court.", ["See 8 CFR 1003.22.", "In the U.S. Court."]),
        ("  ", []),
        ("Sin punto", ["Sin punto"]),
    ],
)
def test_sentences_are_one_breath_each(text, said):
    found = list(split(text))
    assert [sentence for _, sentence in found] == said
    assert all(text[start:].startswith(sentence) for start, sentence in found)


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_whole_lesson_is_read_in_order_and_nothing_twice(library, session, language):
    lesson = next(iter(library.lessons.values()))
    said = sentences(of_lesson(lesson), session.locale_of(language))
    places = list(dict.fromkeys(each.place for each in said))
    points = [place for point in lesson.points for place in (point.id, *(block.id for block in point.blocks))]
    assert places == [lesson.id, *points, lesson.teach_back.id]
    assert all(each.text and "**" not in each.text and "[[" not in each.text for each in said)


@pytest.mark.parametrize(
    ("language", "text"), [("es", "Necesito un intérprete."), ("en", "I need an interpreter.")]
)
def test_the_bundled_voice_speaks(language, text):
    clip = Espeak().speak(text, language)
    assert 0.8 < clip.seconds < 4
    assert clip.peak > 3000
    slow = Espeak().speak(text, language, Pace.SLOW)
    assert slow.seconds > clip.seconds * 1.1


def test_it_speaks_from_any_thread_also_after_it_was_loaded_again():
    """In its other way of working the library waited for ever here (seen: on its second start in a process)."""
    espeak._library.cache_clear()
    heard = []

    def speak(language):
        heard.extend(Espeak().speak(f"{number}. Mam.", language).peak for number in range(15))

    threads = [threading.Thread(target=speak, args=(language,), daemon=True) for language in ("es", "en")]
    for each in threads:
        each.start()
    for each in threads:
        each.join(20)
    assert len(heard) == 30
    assert min(heard) > 3000


def test_two_languages_do_not_sound_alike():
    spanish, english = (Espeak().speak("Necesito ayuda.", language) for language in ("es", "en"))
    assert spanish.samples != english.samples


def test_no_voice_is_said_kindly(monkeypatch):
    with pytest.raises(NoVoice):
        Espeak().speak("…", "mam")
    monkeypatch.setattr(espeakng_loader, "get_library_path", lambda: "/nowhere/lib.so")
    espeak._library.cache_clear()
    try:
        with pytest.raises(NoVoice) as told:
            Espeak().speak("Hola", "es")
        assert told.value.hint is not None
    finally:
        monkeypatch.undo()
        espeak._library.cache_clear()


def test_a_wav_holds_what_was_said(tmp_path):
    clip = joined([Clip(array("h", [0, 1000, -2000]).tobytes(), 8000), silence(0.5, 8000)], 8000)
    assert clip.peak == 2000
    (tmp_path / "a.wav").write_bytes(clip.wav())
    with wave.open(str(tmp_path / "a.wav")) as file:
        assert (file.getframerate(), file.getnframes(), file.getnchannels()) == (8000, 4003, 1)
    assert recorded.read(tmp_path / "a.wav") == clip


def test_recorded_clips_come_from_the_pack(tmp_path):
    voice = tmp_path / "voice" / "mam"
    voice.mkdir(parents=True)
    clip = silence(0.1, 16000)
    (voice / "greeting.wav").write_bytes(clip.wav())
    (voice / "broken.wav").write_bytes(b"RIFFnothing")
    kept = recorded.Recorded(tmp_path)
    assert kept.languages == ("mam",)
    assert kept.clip("greeting", "mam") == clip
    assert kept.clip("greeting", "es") is None
    assert kept.clip("../../secret", "mam") is None
    with pytest.raises(ContentError):
        kept.clip("broken", "mam")
    assert recorded.Recorded(tmp_path / "none").languages == ()


def test_sound_goes_through_a_pipe_to_the_first_player_that_works(tmp_path):
    heard = tmp_path / "heard"
    player = Piped((("false",), ("no-such-player",), ("dd", f"of={heard}", "status=none")))
    clip = silence(0.1, 8000)
    assert player.play(clip)
    assert heard.read_bytes() == clip.wav()
    with pytest.raises(NoSound):
        Piped((("false",),)).play(clip)
    with pytest.raises(NoSound):
        Piped(()).play(clip)


def test_it_is_quiet_at_once():
    player = Piped((("sleep", "30"),))
    done = []
    reading = threading.Thread(target=lambda: done.append(player.play(silence(0.1, 8000))))
    reading.start()
    while player._running is None:
        time.sleep(0.001)
    player.stop()
    reading.join(timeout=60)
    assert done == [False]


def test_windows_plays_from_memory_and_is_quiet_in_the_middle_of_a_sentence():
    told = []

    def play(sound, flags):
        told.append((sound, flags))
        return True

    player = Winmm(play, lambda: 1)
    clip = silence(0.05, 8000)
    assert player.play(clip)
    assert told == [(clip.wav(), FROM_MEMORY)]
    done = []
    reading = threading.Thread(target=lambda: done.append(player.play(silence(30, 8000))))
    reading.start()
    while len(told) < 2:
        time.sleep(0.001)
    player.stop()
    reading.join(timeout=60)
    assert done == [False]
    assert told[-1] == (None, 0)


def test_windows_without_a_device_says_so():
    clip = silence(0.05, 8000)
    with pytest.raises(NoSound):
        Winmm(lambda *_: True, lambda: 0).play(clip)
    with pytest.raises(NoSound):
        Winmm(lambda *_: False, lambda: 1).play(clip)


@pytest.mark.parametrize("player", [Piped((("true",),)), Winmm(lambda *_: True, lambda: 1)])
def test_what_is_not_wanted_any_more_is_not_begun(player):
    assert not player.play(silence(0.05, 8000), wanted=lambda: False)

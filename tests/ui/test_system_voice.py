"""A voice of the computer: looked for off the window's thread, offered where it is one, given up where it hangs."""

import threading
import time

import pytest

from kyr_app.speech.sentences import Sentence
from kyr_app.speech.voice import NoVoice, Pace
from kyr_app.ui import system_voice
from kyr_app.ui.system_voice import SystemVoice
from kyr_app.ui.voice_menu import SYSTEM, VoiceMenu

HELLO = Sentence("", "Hola.", "es")


class Engine:
    """Says nothing; ends at once, never, or with an error."""

    def __init__(self, locales=("fr_FR", "es_ES", "es_MX", "en_GB"), *, ends=True):
        self.thread = threading.get_ident()
        self.said, self.stops, self._locales, self._ends = [], 0, locales, ends

    def locales(self):
        return self._locales

    def begin(self, text, locale, rate, done):
        self.said.append((text, locale, rate, threading.get_ident()))
        if self._ends is not None:
            done(self._ends)

    def stop(self):
        self.stops += 1


@pytest.fixture
def voices(qapp):  # noqa: ARG001 (threads of Qt need it)
    made = []

    def voice(**more):
        engines = []

        def make():
            engines.append(Engine(**more))
            return engines[-1]

        made.append(SystemVoice(make))
        assert made[-1].wait(5)
        return made[-1], engines[0]

    yield voice
    for each in made:
        each.end()


def test_it_is_made_and_used_on_a_thread_of_its_own(voices):
    voice, engine = voices()
    assert engine.thread != threading.get_ident()
    assert voice.say(HELLO, Pace.SLOW, lambda: True)
    text, locale, rate, thread = engine.said[0]
    assert (text, locale, thread) == ("Hola.", "es_MX", engine.thread)
    assert rate < 0


def test_the_nearest_spanish_is_taken_and_no_other_language_stands_in_for_it(voices):
    assert voices(locales=("es_AR", "es_ES"))[0].locale("es") == "es_ES"
    assert voices(locales=("es_AR",))[0].locale("es") == "es_AR"
    voice, _ = voices(locales=("fr_FR", "C"))
    assert voice.locale("es") == ""
    with pytest.raises(NoVoice):
        voice.say(HELLO, Pace.NORMAL, lambda: True)


def test_a_voice_that_hangs_is_given_up(voices, monkeypatch):
    monkeypatch.setattr(system_voice, "LEAST", 0.05)
    monkeypatch.setattr(system_voice, "LETTER", 0.0)
    voice, _ = voices(ends=None)
    with pytest.raises(NoVoice):
        voice.say(HELLO, Pace.NORMAL, lambda: True)
    with pytest.raises(NoVoice):
        voices(ends=False)[0].say(HELLO, Pace.NORMAL, lambda: True)


def test_it_is_quiet_at_once(voices):
    voice, engine = voices(ends=None)
    wanted, done = threading.Event(), []
    wanted.set()
    reading = threading.Thread(target=lambda: done.append(voice.say(HELLO, Pace.NORMAL, wanted.is_set)))
    reading.start()
    while not engine.said:
        pass
    wanted.clear()
    voice.stop()
    reading.join(5)
    assert done == [False]
    until = time.monotonic() + 60
    while not engine.stops and time.monotonic() < until:  # the engine is told on a thread of its own
        time.sleep(0.005)
    voice.end()
    assert engine.stops


def test_without_addons_there_is_none(qapp):  # noqa: ARG001
    def missing():
        raise ImportError

    voice = SystemVoice(missing)
    assert voice.wait(5)
    assert voice.locale("es") == ""
    voice.end()


def test_it_is_offered_only_where_it_is_one(window, voices):
    reader = window.desk.reader
    reader.voices.system, _ = voices()
    words = window.session.locale.render(SYSTEM)
    menu = VoiceMenu(reader, window.session.locale.render, window)
    actions = {each.text(): each for each in menu.actions()}
    actions[words].trigger()
    assert reader.voices.use_system
    assert reader.voices.sounds().speaker is reader.voices.system
    reader.voices.system, _ = voices(locales=("fr_FR",))
    other = VoiceMenu(reader, window.session.locale.render, window)
    assert words not in {each.text() for each in other.actions()}

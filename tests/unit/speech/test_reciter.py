"""Reading aloud without a window: order, recordings, the sentence ahead, and silence at once."""

import math
import threading
from array import array

import pytest

from kyr_app.model.text import Text
from kyr_app.speech.clip import Clip
from kyr_app.speech.player import no_sound
from kyr_app.speech.reciter import Reciter, Sounds, plan
from kyr_app.speech.recorded import Recorded
from kyr_app.speech.sentences import Passage
from kyr_app.speech.voice import NoSound, NoVoice, Pace

RATE = 16000
PASSAGES = (
    Passage("lesson/one-title", Text("Título", "Title")),
    Passage("lesson/one", Text("Uno. Dos.", "One. Two.")),
    Passage("lesson/one", Text("Tres.", "Three.")),
    Passage("", Text("«Ayuda.»", "“Help.”"), "en"),
)


def tone(hertz, seconds=0.2):
    """Return a tone: what a recording of a language is in these tests."""
    count = round(RATE * seconds)
    return Clip(
        array("h", [round(9000 * math.sin(math.tau * hertz * at / RATE)) for at in range(count)]).tobytes(),
        RATE,
    )


def put(folder, language, place, clip):
    file = folder / "voice" / language / f"{place}.wav"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(clip.wav())


class Voice:
    def __init__(self):
        self.said = []

    def speak(self, sentence, language, pace=Pace.NORMAL):  # noqa: ARG002 (as a voice is spoken to)
        self.said.append((language, sentence))
        return Clip(bytes(2 * len(sentence)), 8000)


class Player:
    def __init__(self, error=None, after=None):
        self.clips, self.error, self.after, self.stopped = [], error, after or {}, False

    def play(self, clip, wanted=lambda: True):
        if self.error:
            raise self.error
        if not wanted():
            return False
        self.clips.append(clip)
        self.after.get(len(self.clips), lambda: None)()
        return wanted()

    def stop(self):
        self.stopped = True


class Told:
    def __init__(self):
        self.at, self.end, self.error = [], 0, None

    def begun(self, at, bit):
        self.at.append((at, bit))

    def ended(self):
        self.end += 1

    def failed(self, error):
        self.error = error


def recite(tmp_path, session, player=None, lent="", language="es"):
    voice, told, player = Voice(), Told(), player or Player()
    sounds = Sounds(voice, player, Recorded(tmp_path), None, lent)
    reciter = Reciter(PASSAGES, session.locale_of(language), lambda: sounds, Pace.NORMAL, told)
    return reciter, voice, told, player


def test_everything_is_said_in_order_each_in_its_language(tmp_path, session):
    reciter, voice, told, _ = recite(tmp_path, session)
    reciter.read()
    assert voice.said == [
        ("es", "Título"),
        ("es", "Uno."),
        ("es", "Dos."),
        ("es", "Tres."),
        ("en", "“Help.”"),
    ]
    assert [at for at, _ in told.at] == [0, 1, 2, 3, 4]
    assert [bit.passages for _, bit in told.at] == [(0,), (1,), (1,), (2,), (3,)]
    assert told.end == 1


def test_a_recording_says_its_whole_place_at_once(tmp_path, session):
    clip = tone(440)
    put(tmp_path, "es", "lesson/one", clip)
    reciter, voice, told, player = recite(tmp_path, session)
    reciter.read()
    assert player.clips[1] == clip
    assert [bit.passages for _, bit in told.at] == [(0,), (1, 2), (3,)]
    assert ("es", "Uno.") not in voice.said


def test_another_language_is_lent_where_it_was_recorded(tmp_path, session):
    clips = {"mam": tone(300), "es": tone(500)}
    for language, clip in clips.items():
        put(tmp_path, language, "lesson/one", clip)
    put(tmp_path, "es", "lesson/one-title", clips["es"])
    reciter, voice, _, player = recite(tmp_path, session, lent="mam")
    reciter.read()
    assert player.clips[:2] == [clips["es"], clips["mam"]]  # what nobody recorded in Mam is heard in Spanish
    assert [language for language, _ in voice.said] == ["en"]


def test_a_damaged_recording_is_no_silence(tmp_path, session):
    put(tmp_path, "es", "lesson/one", tone(440))
    (tmp_path / "voice" / "es" / "lesson" / "one.wav").write_bytes(b"RIFF")
    bits = plan(PASSAGES, session.locale, Sounds(Voice(), Player(), Recorded(tmp_path)))
    assert all(bit.clip is None for bit in bits)


@pytest.mark.parametrize("place", ["../secret", "a/../b", "a//b", "/etc/passwd", "", "a/b.wav/../c", "a\\b"])
def test_no_name_leads_out_of_the_folder(tmp_path, place):
    assert Recorded(tmp_path).clip(place, "es") is None
    assert Recorded(tmp_path).clip("a", f"../{place}") is None


def test_a_language_says_what_it_is_called(tmp_path):
    put(tmp_path, "mam", "a/b", tone(440))
    kept = Recorded(tmp_path)
    assert kept.name("mam") == "mam"
    (tmp_path / "voice" / "mam" / "name.txt").write_text("Qyol Mam\nmore", "utf-8")
    assert kept.name("mam") == "Qyol Mam"
    (tmp_path / "voice" / "mam" / "name.txt").write_bytes(b"\xff\xfe")
    assert kept.name("mam") == "mam"


def test_the_next_sentence_is_made_while_one_is_heard(tmp_path, session):
    made = []
    player = Player()
    reciter, voice, _, player = recite(tmp_path, session, player)

    def look():
        for _ in range(500):
            if len(voice.said) > 1:
                break
            threading.Event().wait(0.005)
        made.append(len(voice.said))

    player.after[1] = look
    reciter.read()
    assert made == [2]


def test_it_stops_where_it_is_and_tells_no_more(tmp_path, session):
    reciter, _, told, player = recite(tmp_path, session)
    player.after[2] = reciter.stop
    reciter.read()
    assert len(player.clips) == 2
    assert player.stopped
    assert told.end == 0
    assert told.error is None


def test_one_sentence_again_and_on_from_a_place(tmp_path, session):
    reciter, _, told, player = recite(tmp_path, session)
    reciter.read(at=2, only=True)
    assert [at for at, _ in told.at] == [2]
    reciter, voice, told, _ = recite(tmp_path, session)
    reciter.read(first=2)
    assert voice.said[0] == ("es", "Tres.")
    assert told.end == 1
    assert player.clips


def test_what_is_missing_is_told_once(tmp_path, session):
    reciter, _, told, _ = recite(tmp_path, session, Player(no_sound()))
    reciter.read()
    assert isinstance(told.error, NoSound)
    reciter, voice, told, _ = recite(tmp_path, session)

    def silent(*_):
        raise NoVoice(Text("No hay voz.", "There is no voice."))

    voice.speak = silent
    reciter.read()
    assert isinstance(told.error, NoVoice)
    assert told.end == 0

"""A voice and a player that make no sound: what was said is noted, and each sentence ends when the test says so."""

import threading
import time
from array import array

from PySide6.QtWidgets import QApplication

from kyr_app.model.inline import plain
from kyr_app.speech.clip import Clip
from kyr_app.speech.reciter import Sounds
from kyr_app.speech.recorded import Recorded

RATE = 8000
LONG = 60.0


class FakeVoice:
    """Makes a clip as long as its sentence has letters."""

    def __init__(self):
        self.said, self.paces, self.threads = [], [], set()

    def speak(self, sentence, language, pace=None):
        self.said.append((language, sentence))
        self.paces.append(pace)
        self.threads.add(threading.current_thread())
        return Clip(array("h", [1] * len(sentence)).tobytes(), RATE)


class FakePlayer:
    """Plays until the test lets the sentence end, or somebody stops it."""

    def __init__(self, error=None):
        self.error, self.clips, self.stops = error, [], 0
        self.threads = set()
        self._ends, self._stopped = threading.Semaphore(0), threading.Event()

    def play(self, clip, wanted=lambda: True):
        self._stopped.clear()
        if self.error is not None:
            raise self.error
        if not wanted():
            return False
        self.threads.add(threading.current_thread())
        self.clips.append(clip)
        while not self._ends.acquire(timeout=0.002):
            if self._stopped.is_set() or not wanted():
                return False
        return wanted()

    def stop(self):
        self.stops += 1
        self._stopped.set()

    def end_sentence(self):
        self._ends.release()


class Room:
    """The reader of a window with a voice that can be watched. A window is read by nobody before this is made."""

    def __init__(self, window, folder, error=None):
        self.window, self.reader = window, window.desk.reader
        self.voice, self.player = FakeVoice(), FakePlayer(error)
        self.lent, self.folder = "", folder
        self.reader._hinted = True  # test_the_first_time_… asks for it
        self.reader.make = lambda: Sounds(
            self.voice, self.player, Recorded(self.folder), None, self.reader.voices.lent
        )

    def press(self):
        """Press *Listen* and wait for the first sentence, or for the end of it all."""
        self.window.shown.listen.button.click()
        self.until(lambda: self.now is not None or not self.reader.busy)

    @property
    def now(self):
        """The sentence that is heard, None where it is quiet or a recording is played."""
        bit = self.reader.bit if self.reader.busy else None
        return bit and bit.sentence

    def next(self):
        """Let the sentence end, and wait for the next one or for the end."""
        before = self.reader._at
        self.player.end_sentence()
        self.until(lambda: not self.reader.busy or self.reader._at != before)

    def all(self):
        """Read on to the end and return every sentence with the words that were highlighted."""
        found = []
        while self.reader.busy:
            found.append((self.now, lit(self.reader)))
            self.next()
        return found

    def until(self, true):
        """Let Qt work until something holds; fail after some seconds."""
        start = time.monotonic()
        while not true():
            QApplication.processEvents()
            assert time.monotonic() - start < LONG
            time.sleep(0.001)

    def quiet(self):
        """Whether nothing is read, nothing is played and nothing is highlighted."""
        return not self.reader.busy and not self.reader.highlight.lit


def lit(reader):
    """Return the words that are highlighted now."""
    found = []
    for label in reader.highlight.lit:
        span = getattr(label, "spoken", None)
        text = plain(label.shown) if span else label.text()
        found.append(text[span.start : span.end] if span else text)
    return "".join(found)

"""Recorded clips: a voice that a person lent, for a language that is spoken more than it is written.

A pack may bring them: `voice/<language>/<place>.wav`, 16-bit PCM, one channel, any rate; the clip says the whole place,
a block of a lesson as `<lesson>/<block>`. Where there is one it is played in the place of the machine's voice. Adding
Mam or Mixtec is adding clips: `docs/voice-clips.md`.
"""

from __future__ import annotations

import re
import wave
from pathlib import Path

from kyr_app.model.errors import ContentError
from kyr_app.model.text import N_
from kyr_app.speech.clip import SAMPLE, Clip

FOLDER = "voice"
MOST_NAME = 40
"""Letters in the name of a language."""
_PART = re.compile(r"[a-z0-9][a-z0-9-]*", re.IGNORECASE)
MOST = 8 * 1024 * 1024
"""Bytes of a clip: some eight minutes of speech at the rate of a telephone, or one and a half at a studio's."""


class Recorded:
    """The clips of a pack. `folder` is the pack's; a pack without clips has none, and that is no error."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / FOLDER

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages there are clips of."""
        if not self._folder.is_dir():
            return ()
        return tuple(sorted(each.name for each in self._folder.iterdir() if each.is_dir()))

    def name(self, language: str) -> str:
        """Return what a language calls itself: the first line of its `name.txt`, its code where there is none."""
        file = self._folder / language / "name.txt"
        try:
            with file.open(encoding="utf-8") as opened:
                said = opened.readline(MOST_NAME).strip()
        except (OSError, UnicodeDecodeError):
            return language
        return said or language

    def clip(self, place: str, language: str) -> Clip | None:
        """Return the clip of a place, or None. Raise `ContentError` for a file that is no such clip."""
        if not all(_PART.fullmatch(part) for part in (language, *place.split("/"))):
            return None
        file = self._folder / language / f"{place}.wav"
        return read(file) if file.is_file() else None


def read(file: Path) -> Clip:
    """Return the sound of a WAV file. Raise `ContentError` where it is damaged, too long or of another kind."""
    try:
        if file.stat().st_size > MOST:
            raise _unfit(file)
        with wave.open(str(file), "rb") as wav:
            if (wav.getnchannels(), wav.getsampwidth()) != (1, SAMPLE):
                raise _unfit(file)
            return Clip(wav.readframes(wav.getnframes()), wav.getframerate())
    except (OSError, EOFError, wave.Error) as error:
        raise _unfit(file) from error


def _unfit(file: Path) -> ContentError:
    return ContentError(
        N_("The recording “{name}” cannot be played.", name=file.name),
        N_("Record it again as WAV: 16 bits, one channel, at most 8 MiB."),
    )

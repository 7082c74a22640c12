"""The voice that is always there: the eSpeak NG library that a package brings, spoken to through ctypes.

Source of the calls: the library's own header, `speak_lib.h` (eSpeak NG 1.52). It makes sound in memory; it opens no
device and writes no file. One sentence at a time for the whole process: the library keeps one state. It works on the
thread that calls it: in its other way (RETRIEVAL) it has one of its own, and was seen to wait for it for ever.
"""

from __future__ import annotations

import ctypes
import threading
from functools import cache
from pathlib import Path
from typing import Any

from kyr_app.model.text import N_
from kyr_app.speech.clip import Clip
from kyr_app.speech.voice import NoVoice, Pace

VOICES = {"es": b"es-419", "en": b"en-us"}
"""Latin American Spanish and American English, by the library's own names; a language that a pack adds, by its code."""

# As `speak_lib.h` names them. AUDIO_OUTPUT_SYNCHRONOUS gives the samples to the callback before Synth returns; with
# espeakINITIALIZE_DONT_EXIT a missing data folder is an answer, not the end of the process.
_SYNCHRONOUS = 2
_DONT_EXIT = 0x8000
_BUFFER = 60  # milliseconds of sound a callback is given
_BY_CHARACTER = 1  # POS_CHARACTER
_UTF8 = 1  # espeakCHARS_UTF8
_RATE = 1  # espeakRATE
_OK = 0  # EE_OK

_LOCK = threading.Lock()
_KEPT: list[object] = []  # C holds no reference to what it calls
_CALLBACK = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)


class Espeak:
    """Speaks Spanish and English on any computer, and an added language where the library has a voice for it.

    Made when something is first to be said, never before.
    """

    def speak(self, sentence: str, language: str, pace: Pace = Pace.NORMAL) -> Clip:
        """Return a sentence as sound. Raise `NoVoice` where the library is missing or lacks the language."""
        with _LOCK:
            library, rate, heard = _library()
            heard.clear()
            name = VOICES.get(language) or language.encode("ascii", "replace")
            if library.espeak_SetVoiceByName(name) != _OK:
                raise _missing() if language in VOICES else _foreign()
            library.espeak_SetParameter(_RATE, pace.value, 0)
            text = sentence.replace("\0", " ").encode("utf-8") + b"\0"
            if library.espeak_Synth(text, len(text), 0, _BY_CHARACTER, 0, _UTF8, None, None) != _OK:
                raise _missing()
            return Clip(bytes(heard), rate)


def _foreign() -> NoVoice:
    return NoVoice(
        N_("The program has no voice for this language."),
        N_("It can be read on the screen. In Spanish and in English everything can be heard."),
    )


def _missing() -> NoVoice:
    return NoVoice(
        N_("The voice of this program is missing."),
        N_(
            "Everything can still be read on the screen. Copy the whole program folder again to have the voice."
        ),
    )


@cache
def _library() -> tuple[Any, int, bytearray]:
    """Return the library, its samples a second, and where its samples are heard."""
    heard = bytearray()
    try:
        import espeakng_loader  # noqa: PLC0415 (only where something is to be said)

        library = ctypes.CDLL(espeakng_loader.get_library_path())
        data = Path(espeakng_loader.get_data_path())
    except (ImportError, OSError) as error:
        raise _missing() from error
    library.espeak_Initialize.argtypes = (ctypes.c_int, ctypes.c_int, ctypes.c_char_p, ctypes.c_int)
    library.espeak_Synth.argtypes = (
        ctypes.c_char_p,
        ctypes.c_size_t,
        ctypes.c_uint,
        ctypes.c_int,
        ctypes.c_uint,
        ctypes.c_uint,
        ctypes.c_void_p,
        ctypes.c_void_p,
    )
    rate = library.espeak_Initialize(_SYNCHRONOUS, _BUFFER, str(data).encode(), _DONT_EXIT)
    if rate <= 0:
        raise _missing()
    callback = _CALLBACK(lambda samples, n, _: _hear(heard, samples, n))
    library.espeak_SetSynthCallback(callback)
    _KEPT.append(callback)
    return library, rate, heard


def _hear(heard: bytearray, samples: Any, n: int) -> int:
    if samples and n > 0:
        heard.extend(ctypes.string_at(samples, n * 2))
    return 0

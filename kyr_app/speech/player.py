"""Playing sound with what the computer has: through a pipe or from memory, never through a file on the disk."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from kyr_app.model.text import N_
from kyr_app.speech.clip import Clip
from kyr_app.speech.voice import NoSound

LINUX: tuple[tuple[str, ...], ...] = (
    ("pw-play", "-"),
    ("paplay", "--client-name=Guia", "/dev/stdin"),
    ("aplay", "-q", "-"),
)
"""The players of a Linux desktop, the newest first. Each is given a WAV on its standard input."""


FROM_MEMORY = 0x1 | 0x2 | 0x4
"""SND_ASYNC | SND_NODEFAULT | SND_MEMORY of `PlaySoundW` (Microsoft, mmsystem.h)."""


def always() -> bool:
    """Return that a sound is still wanted."""
    return True


class Player(Protocol):
    """Plays one clip after the other."""

    def play(self, clip: Clip, wanted: Callable[[], bool] = always) -> bool:
        """Play a clip to its end; return False where it was stopped, or is not wanted any more as it begins.

        Raise `NoSound` where nothing can play.
        """

    def stop(self) -> None:
        """Be quiet at once."""


class Piped:
    """Plays through a program of the desktop. Tries each until one has a sound device to play on."""

    def __init__(self, commands: tuple[tuple[str, ...], ...] = LINUX) -> None:
        self._commands = [each for each in commands if shutil.which(each[0])]
        self._running: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._stopped = threading.Event()

    def play(self, clip: Clip, wanted: Callable[[], bool] = always) -> bool:
        """Play a clip to its end, as `Player` says."""
        self._stopped.clear()
        if not wanted():  # asked after `clear`: whoever stops from now on is heard
            return False
        sound = clip.wav()
        while self._commands:
            status = self._run(self._commands[0], sound)
            if self._stopped.is_set():
                return False
            if status == 0:
                return True
            del self._commands[0]  # this one has no device; the next may
        raise no_sound()

    def _run(self, command: tuple[str, ...], sound: bytes) -> int:
        with self._lock:
            if self._stopped.is_set():
                return -1
            pipe, quiet = subprocess.PIPE, subprocess.DEVNULL
            self._running = subprocess.Popen(command, stdin=pipe, stdout=quiet, stderr=quiet)
        running = self._running
        try:
            running.communicate(sound)
        except OSError:  # it ended before it had read all
            running.wait()
        return running.returncode

    def stop(self) -> None:
        """Be quiet at once."""
        self._stopped.set()
        with self._lock:
            if self._running is not None and self._running.poll() is None:
                self._running.kill()  # a player that is asked to end may first play what it holds


class Winmm:
    """Plays on Windows, from memory. `play` is the system's `PlaySoundW` and can be tried elsewhere with another.

    It is asked to return at once, and given nothing to be quiet: so a sentence can be stopped in its middle.
    """

    def __init__(self, play: Callable[[bytes | None, int], bool], devices: Callable[[], int]) -> None:
        self._play, self._devices = play, devices
        self._stopped = threading.Event()

    def play(self, clip: Clip, wanted: Callable[[], bool] = always) -> bool:
        """Play a clip to its end, as `Player` says."""
        self._stopped.clear()
        if not wanted():
            return False
        sound = clip.wav()  # it must live until the sound has ended
        if not self._devices() or not self._play(sound, FROM_MEMORY):
            raise no_sound()
        stopped = self._stopped.wait(clip.seconds)
        if stopped:
            self._play(None, 0)
        return not stopped

    def stop(self) -> None:
        """Be quiet at once."""
        self._stopped.set()
        self._play(None, 0)


def _windows() -> Winmm:
    import ctypes  # noqa: PLC0415 (only where sound is made)

    winmm = ctypes.WinDLL("winmm")  # type: ignore[attr-defined,unused-ignore]
    play = winmm.PlaySoundW
    play.argtypes, play.restype = (ctypes.c_char_p, ctypes.c_void_p, ctypes.c_uint), ctypes.c_int
    return Winmm(lambda sound, flags: bool(play(sound, None, flags)), winmm.waveOutGetNumDevs)


def no_sound() -> NoSound:
    """Return the error of a computer without sound."""
    return NoSound(
        N_("This computer has nothing to play sound with."),
        N_("Everything can be read on the screen. Headphones or a small speaker may bring the voice back."),
    )


def player() -> Player:
    """Return what this computer can play with."""
    return _windows() if sys.platform == "win32" else Piped()


def able() -> bool:
    """Whether this computer looks as if it could sound: a player, and a device or a desktop's sound server."""
    if sys.platform == "win32":
        return True  # Windows always has a player; whether it has a device shows when something is said
    own = Path(os.environ.get("XDG_RUNTIME_DIR", "/nowhere"))
    devices = (Path("/dev/snd"), own / "pulse" / "native", own / "pipewire-0")
    return any(shutil.which(each[0]) for each in LINUX) and any(each.exists() for each in devices)

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


class Player(Protocol):
    """Plays one clip after the other."""

    def play(self, clip: Clip) -> bool:
        """Play a clip to its end; return False where it was stopped. Raise `NoSound` where nothing can play."""

    def stop(self) -> None:
        """Be quiet at once."""


class Piped:
    """Plays through a program of the desktop. Tries each until one has a sound device to play on."""

    def __init__(self, commands: tuple[tuple[str, ...], ...] = LINUX) -> None:
        self._commands = [each for each in commands if shutil.which(each[0])]
        self._running: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._stopped = threading.Event()

    def play(self, clip: Clip) -> bool:
        """Play a clip to its end, as `Player` says."""
        self._stopped.clear()
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
                self._running.terminate()


class Winsound:
    """Plays on Windows, from memory. `play` is `winsound.PlaySound`: it can be tried elsewhere with another."""

    def __init__(self, play: Callable[[bytes | None, int], None], memory: int, purge: int) -> None:
        self._play, self._memory, self._purge = play, memory, purge
        self._stopped = threading.Event()

    def play(self, clip: Clip) -> bool:
        """Play a clip to its end, as `Player` says. A sentence is stopped at its end, the rest at once."""
        self._stopped.clear()
        try:
            self._play(clip.wav(), self._memory)
        except RuntimeError as error:
            raise no_sound() from error
        return not self._stopped.is_set()

    def stop(self) -> None:
        """Be quiet after the sentence that sounds now: Windows does not stop a sound that is played from memory."""
        self._stopped.set()
        self._play(None, self._purge)


def no_sound() -> NoSound:
    """Return the error of a computer without sound."""
    return NoSound(
        N_("This computer has nothing to play sound with."),
        N_("Everything can be read on the screen. Headphones or a small speaker may bring the voice back."),
    )


def player() -> Player:
    """Return what this computer can play with."""
    if sys.platform == "win32":
        import winsound  # noqa: PLC0415 (Windows alone has it)

        return Winsound(winsound.PlaySound, winsound.SND_MEMORY, winsound.SND_PURGE)
    return Piped()


def able() -> bool:
    """Whether this computer looks as if it could sound: a player, and a device or a desktop's sound server."""
    if sys.platform == "win32":
        return True  # Windows always has a player; whether it has a device shows when something is said
    own = Path(os.environ.get("XDG_RUNTIME_DIR", "/nowhere"))
    devices = (Path("/dev/snd"), own / "pulse" / "native", own / "pipewire-0")
    return any(shutil.which(each[0]) for each in LINUX) and any(each.exists() for each in devices)

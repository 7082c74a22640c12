"""What a system offers round the limited process: bubblewrap on Linux where it is there, a Job Object on Windows."""

from __future__ import annotations

import shutil
import subprocess
import sys
from functools import cache
from typing import Any, Protocol


class Held(Protocol):
    """What holds a process until it is closed."""

    def close(self) -> None:
        """Let go; a process that is still there ends."""


class Nothing:
    """Holds nothing."""

    def close(self) -> None:
        """Do nothing."""


class Jail:
    """The bare minimum: the limits that the process sets itself (`limits`)."""

    told: dict[str, str] = {}  # noqa: RUF012 (never changed)
    started_with: dict[str, Any] = {}  # noqa: RUF012

    def wrapped(self, command: list[str]) -> list[str]:
        """Return the command line that starts `command` inside."""
        return command

    def hold(self, process: subprocess.Popen[bytes]) -> Held:
        """Take a started process in, before it has been told anything."""
        del process
        return Nothing()


class Bubblewrap(Jail):
    """A box without network and without a disk to write to, in name spaces of its own."""

    told = {"KYR_PARENT": "0"}  # noqa: RUF012 (its parent is the box, which dies with us)

    def wrapped(self, command: list[str]) -> list[str]:
        """Return the command line that starts `command` inside."""
        return [
            *("bwrap", "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL"),
            *("--ro-bind", "/", "/", "--dev", "/dev", "--tmpfs", "/tmp", "--"),  # noqa: S108 (theirs, empty)
            *command,
        ]


class WindowsJail(Jail):
    """A Job Object: memory, one process, processor time, gone when we are."""

    started_with = {"creationflags": 0x08000000}  # noqa: RUF012 (no console window)

    def hold(self, process: subprocess.Popen[bytes]) -> Held:
        """Put the process into a job. It waits for its request until then."""
        from kyr_app.documents.worker import windows  # noqa: PLC0415

        return windows.JobObject(windows.kernel()).take(int(process._handle))  # type: ignore[attr-defined]  # noqa: SLF001 (Windows)


@cache
def best() -> Jail:
    """Return the best that this system offers and that works here; found out once."""
    if sys.platform == "win32":
        return WindowsJail()
    return Bubblewrap() if _boxes() else Jail()


def _boxes() -> bool:
    if sys.platform != "linux" or shutil.which("bwrap") is None:
        return False
    try:
        tried = subprocess.run(Bubblewrap().wrapped(["true"]), capture_output=True, timeout=5, check=False)
    except (OSError, subprocess.SubprocessError):
        return False
    return tried.returncode == 0

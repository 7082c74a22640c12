"""The settings of this computer: language and looks in one small file, nothing about a person."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import msgspec

from kyr_app import outside
from kyr_app.model.settings import Settings
from kyr_app.store.disk import NotSaved, write_whole

_MOST = 1024 * 1024

HOME_VARIABLE = "KYR_HOME"
"""Where settings are kept instead of the user's own folder: for a stick, and for tests."""


def home() -> Path:
    """Return the folder of this computer's settings; it need not exist."""
    chosen = os.environ.get(HOME_VARIABLE)
    if chosen:
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", Path.home())) / "kyr"
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "kyr"


def holds(folder: Path) -> bool:
    """Return whether there is a folder; one that may not be looked for, or not be read, counts as none."""
    try:
        return folder.is_dir() and os.access(folder, os.R_OK | os.X_OK)
    except OSError:
        return False


class Preferences:
    """Reads and keeps settings. A file that is missing or damaged counts as none: first run again."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "settings.json"

    def read(self) -> Settings:
        """Return the kept settings."""
        try:
            return msgspec.json.decode(outside.read(self.file, _MOST), type=Settings)
        except (OSError, msgspec.MsgspecError):
            return Settings()

    def keep(self, settings: Settings) -> None:
        """Keep `settings`. A place that cannot be written to is no reason to stop: they then last this sitting."""
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self.file, msgspec.json.encode(settings))
        except (OSError, NotSaved):
            return


class Forgetful:
    """Preferences that keep nothing: for the command line and for tests."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()

    def read(self) -> Settings:
        """Return the settings of this run."""
        return self.settings

    def keep(self, settings: Settings) -> None:
        """Hold `settings` for this run."""
        self.settings = settings

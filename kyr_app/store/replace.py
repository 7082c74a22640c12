"""Give a finished file its name, on Windows too, where a virus scanner may hold the old one for a moment."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

PATIENCE = 2.5
"""Seconds until it is given up."""
_HELD = {5, 32, 33}  # access denied, sharing violation, lock violation (winerror.h)
_FIRST_WAIT, _LONGEST_WAIT = 0.01, 0.25


def replace(
    source: Path,
    target: Path,
    *,
    move: Callable[[Path, Path], None] = os.replace,
    wait: Callable[[float], None] = time.sleep,
) -> None:
    """Rename `source` to `target`, whatever was there. Raise `OSError` at once, or after 2.5 s where it is held."""
    waited, pause = 0.0, _FIRST_WAIT
    while True:
        try:
            move(source, target)
        except OSError as error:
            if getattr(error, "winerror", None) not in _HELD or waited >= PATIENCE:
                raise
        else:
            return
        wait(pause)
        waited, pause = waited + pause, min(pause * 2, _LONGEST_WAIT)

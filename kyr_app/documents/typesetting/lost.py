"""Letters that no font of a paper has: noted where they are met, so that whoever made the paper can tell a person."""

from __future__ import annotations

import threading
from collections.abc import Iterable

_HERE = threading.local()
"""Papers are drawn one at a time in a thread, and several threads draw: what is noted belongs to its thread."""


def note(letters: Iterable[str]) -> None:
    """Note letters for which a visible box will stand."""
    _noted().update(dict.fromkeys(letters))


def taken() -> str:
    """Return the letters noted in this thread since the last time, each once, in the order they were met."""
    found = "".join(_noted())
    _noted().clear()
    return found


def _noted() -> dict[str, None]:
    noted: dict[str, None] = _HERE.__dict__.setdefault("noted", {})
    return noted

"""How a sitting stands: what becomes of what a person answers, and what a screen may ask of whoever looks after it."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from kyr_app.model.errors import KyrError
    from kyr_app.session.session import Session


class State(Enum):
    """What happens to what a person answers."""

    NOTHING = "nothing"
    KEPT = "kept"
    SAVING = "saving"
    UNSAVED = "unsaved"


class Sentinel(Protocol):
    """What a screen may ask of the sentry of its window."""

    @property
    def trouble(self) -> KyrError | None:
        """Why the last save failed, if it did."""

    def lock_now(self) -> None:
        """Save and lock; with nothing kept, hide."""

    def save_now(self) -> None:
        """Save in the background, without waiting for more changes."""

    def saved(self) -> None:
        """Somebody else saved: forget the trouble there was."""

    def somebody_listens(self) -> None:
        """Somebody is being read to: this is no idle screen."""

    def begin_anew(self) -> None:
        """Give way to a new process: only so is nothing of a sitting left in memory."""

    def may_close(self) -> bool:
        """Save and close the file; return False where that fails, which is then told."""


def is_open(session: Session) -> bool:
    """Return whether a family file is open, without fetching what opens one."""
    return "family" in vars(session) and session.family.open

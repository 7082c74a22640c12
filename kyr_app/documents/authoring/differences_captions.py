"""What the program says about what a pack would change, on the screen and on paper."""

from __future__ import annotations

from kyr_app.content.difference import How
from kyr_app.model.text import N_, P_, Words

TITLE = N_("What the pack changes")
HOW_TO_READ = N_("Strong words are those that are not on the other side. All other words are the same.")
BEFORE, NOW = N_("Before:"), N_("Now:")
HOWS: dict[How, Words] = {How.NEW: N_("new"), How.GONE: N_("gone"), How.CHANGED: N_("changed")}
WHOLE: dict[How, Words] = {How.NEW: N_("All of it is new."), How.GONE: N_("All of it is gone.")}
ICONS: dict[How, str] = {How.NEW: "plus-circle", How.GONE: "minus-circle", How.CHANGED: "pencil-simple"}


def counted(n: int) -> Words:
    """Return how many things are different; a pack may bring a language, and leave the lessons as they are."""
    if not n:
        return N_("Nothing in the lessons changes.")
    return P_("{n} thing is different", "{n} things are different", n)

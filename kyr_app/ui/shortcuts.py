"""Every key that does something: one table, from which the window binds them and the page of keys lists them.

Names of keys are written as Qt writes them (`Ctrl+L`); what is shown is translated, for *Shift* is *Mayús* on a
Spanish keyboard.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtGui import QKeySequence, QShortcut

from kyr_app.model.text import N_, Together, Words
from kyr_app.ui.bar import PLACES
from kyr_app.ui.cover import KEY
from kyr_app.ui.desk import Place

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

NAMES: dict[str, Words] = {
    "Shift": N_("Shift"),
    "Tab": N_("Tab"),
    "Return": N_("Enter"),
    "Space": N_("Space bar"),
    "Left": "←",
    "Up": "↑",
    "Down": "↓",
    "Home": N_("Home key"),
    "Esc": "Esc",
    "-": N_("minus"),
    "+": N_("plus"),
}
"""What is written on a key, where it is not what Qt calls it."""


class Key(Struct, frozen=True):
    """Keys that all do the same. `act` names what the window does; it is empty for what Qt and the screens do."""

    keys: tuple[str, ...]
    does: Words
    act: str = ""
    hidden: tuple[str, ...] = ()
    """Further keys that do the same and are not worth a word: the same key on another keyboard."""


class Group(Struct, frozen=True):
    """Keys that belong together."""

    title: Words
    icon: str
    keys: tuple[Key, ...]


JUMPS: tuple[Place, ...] = tuple(place for place, _, _ in PLACES)
"""Where Alt and a number lead: the places of the bar, from left to right."""
HIDE = KEY.toString()
TABLE: tuple[Group, ...] = (
    Group(
        N_("To hide"),
        "eye-slash",
        (
            Key((HIDE,), N_("Cover the screen with a picture, at once")),
            Key(("Esc, Esc",), N_("The same: press it twice, quickly")),
            Key((f"Shift+{HIDE}",), N_("Close the family file, and cover the screen")),
        ),
    ),
    Group(
        N_("To move"),
        "arrows-left-right",
        (
            Key(("Tab",), N_("Go to the next button or field")),
            Key(("Shift+Tab",), N_("Go to the one before")),
            Key(("Up", "Down"), N_("Go from one answer to the next, where one is chosen")),
            Key(("Space", "Return"), N_("Press the button that has the ring round it")),
            Key(("Return",), N_("Go on, where no button has the ring")),
            Key(("Alt+Left",), N_("Go back"), "back"),
            Key(("Alt+Home",), N_("Go to the first page"), "home"),
            Key(("Alt+1", f"Alt+{len(JUMPS)}"), N_("Go to a place of the bar, from left to right"), "jump"),
        ),
    ),
    Group(
        N_("To read well"),
        "text-aa",
        (
            Key(("Ctrl+L",), N_("Change the language: Spanish, English, both"), "language"),
            Key(("Ctrl++",), N_("Larger letters"), "larger", ("Ctrl+=",)),
            Key(("Ctrl+-",), N_("Smaller letters"), "smaller"),
            Key(("Ctrl+D",), N_("Change the look: light, dark, high contrast"), "look"),
            Key(("F8",), N_("Listen to the page, or stop"), "listen"),
            Key(("Space",), N_("While it reads: say the sentence again, where no button has the ring")),
            Key(("Esc",), N_("While it reads: stop")),
            Key(("F1",), N_("Show this page"), "keys"),
            Key(("F2",), N_("Show the settings"), "settings"),
        ),
    ),
)


def every() -> tuple[Key, ...]:
    """Return every key of the table."""
    return tuple(key for group in TABLE for key in group.keys)


def bind(window: QWidget, acts: Mapping[str, Callable[[], object]], jump: Callable[[Place], object]) -> None:
    """Let the keys of the table work in `window`. Raise `KeyError` for one whose `act` is not among `acts`."""
    for key in every():
        if key.act == "jump":
            for number, place in enumerate(JUMPS, 1):
                _bind(window, f"Alt+{number}", partial(jump, place))
        elif key.act:
            for name in (*key.keys, *key.hidden):
                _bind(window, name, acts[key.act])


def _bind(window: QWidget, name: str, act: Callable[[], object]) -> None:
    QShortcut(QKeySequence(name), window).activated.connect(act)


def shown(key: Key) -> tuple[Words, ...]:
    """Return what to press, as it is written on the keys; each is another way, but for `jump`: from one to the last."""
    if key.act == "jump":
        return (N_("{first} to {last}", first=_called(key.keys[0]), last=_called(key.keys[-1])),)
    return tuple(_called(each) for each in key.keys)


def _called(name: str) -> Words:
    parts = [*name[:-2].split("+"), "+"] if name.endswith("++") else name.split("+")
    return Together(tuple(NAMES.get(part, part) for part in parts), " + ")

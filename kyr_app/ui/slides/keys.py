"""What the keys mean while something is on the wall: those of a keyboard, and those that a clicker sends."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt

K = Qt.Key


class Do(Enum):
    """What a person wants."""

    NEXT = "next"
    BACK = "back"
    FIRST = "first"
    LAST = "last"
    LEAVE = "leave"
    BLANK = "blank"
    SWAP = "swap"
    HAND = "hand"
    LESS = "less"


KEYS: dict[Qt.Key, Do] = {
    **dict.fromkeys(
        (K.Key_Right, K.Key_Down, K.Key_Space, K.Key_PageDown, K.Key_Return, K.Key_Enter), Do.NEXT
    ),
    **dict.fromkeys((K.Key_Left, K.Key_Up, K.Key_PageUp), Do.BACK),
    K.Key_Home: Do.FIRST,
    K.Key_End: Do.LAST,
    K.Key_Escape: Do.LEAVE,
    **dict.fromkeys((K.Key_B, K.Key_Period), Do.BLANK),
    K.Key_S: Do.SWAP,
    K.Key_Backspace: Do.LESS,
}
"""A clicker sends the page keys, and B or a full stop for an empty wall."""
DIGITS: tuple[Qt.Key, ...] = (K.Key_1, K.Key_2, K.Key_3, K.Key_4, K.Key_5, K.Key_6)
"""The keys that count a hand for the first answer, the second, …"""


def meant(key: int) -> tuple[Do, int] | None:
    """Return what a key means, and for a hand which answer it is for, from 0; None for a key that means nothing."""
    named = Qt.Key(key) if key in _NUMBERS else None
    if named is None:
        return None
    return (Do.HAND, DIGITS.index(named)) if named in DIGITS else (KEYS[named], 0)


_NUMBERS = frozenset(int(each) for each in (*KEYS, *DIGITS))

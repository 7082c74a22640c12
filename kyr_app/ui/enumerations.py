"""Qt's enumerations, made the short way.

Each class of Qt brings its enumerations along, and the first window needs 170 of them with three thousand members:
*Qt* alone holds every key of every keyboard. Python makes each member in many small steps, which look for what
somebody may have written into a class. For enumerations that hold nothing but names and numbers it has a way of its
own that is more than twice as fast, and takes it for those of its library. Here Qt's are made so too: 18 ms of a start.
"""

from __future__ import annotations

import enum
import sys
from collections.abc import Sequence
from typing import Any

TRIED = ((3, 11), (3, 12), (3, 13))
"""The editions of Python of which it was tried that both ways make the same (`tests/ui/test_enumerations.py`)."""
KINDS: dict[Any, frozenset[str]] = {
    kind: frozenset(name for each in kind.__mro__ for name in vars(each))
    for kind in (enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag)
}
"""What Qt's enumerations are made of, and the names that each kind has taken already."""

_briefly: Any = vars(enum).get("_simple_enum")
_at_length: Any = vars(enum.EnumType)["_create_"]


def make_short() -> None:
    """Make Qt's enumerations the short way from now on, and all others as ever. Does nothing twice."""
    if sys.version_info[:2] in TRIED:
        type.__setattr__(enum.EnumType, "_create_", create)


def create(kind: Any, class_name: str, names: Any, *, boundary: Any = None, **how: Any) -> Any:
    """Return a new enumeration, as `Enum("Name", names)` does; Qt's are known by what they are made of and keep."""
    if kind in KINDS and boundary is enum.KEEP and _plain(names, how):
        return short(kind, class_name, names)
    return _at_length(kind, class_name, names, boundary=boundary, **how)


def _plain(names: Any, how: dict[str, Any]) -> bool:
    """Tell whether there are only numbers, each with a name of its own that means nothing to Python."""
    if type(names) is not list or any(how.get(each) is not None for each in ("module", "qualname", "type")):
        return False
    return len(dict(names)) == len(names) and not any(name[0] == "_" or name == "mro" for name, _ in names)


class _Body:
    """What a class is made of, for who asks for no more than its name and its attributes: half as dear as a class."""

    __slots__ = ("__dict__", "__name__")

    def __init__(self, name: str, items: Sequence[tuple[str, int]]) -> None:
        self.__name__ = name
        self.__dict__.update(items)


def short(kind: Any, name: str, items: Sequence[tuple[str, int]]) -> Any:
    """Return an enumeration of `kind` that keeps what is none of its members, made the short way.

    Its members stand in it as they are. Python's short way puts something before each that looks it up at every use;
    that is left only where the kind has an attribute of the name.
    """
    made = _briefly(kind, boundary=enum.KEEP)(_Body(name, items))
    type.__setattr__(made, "__doc__", None)
    taken = KINDS[kind]
    for member, value in made.__members__.items():
        if member not in taken:
            type.__setattr__(made, member, value)
    return made

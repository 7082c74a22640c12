"""A line of the self-check, and what yields lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from kyr_app.model.text import N_, Words

if TYPE_CHECKING:
    from kyr_app.session.session import Session

AGAIN = N_("This copy is not complete, or was changed. Copy the whole folder again.")


class Line(Struct, frozen=True):
    """What was looked at and what came of it. `good` is None where it could not be looked at.

    `names` are the files it is about, each in a line of its own. `whole`: what is said is a whole sentence.
    """

    id: str
    name: Words
    good: bool | None
    said: Words
    do: Words | None = None
    names: tuple[Words, ...] = ()
    whole: bool = False


class Seen(Struct, frozen=True):
    """What only a window can see: the screen in pixels as Qt counts them, its scale, the printers by name."""

    display: tuple[int, int]
    scale: float
    printers: tuple[str, ...]


Look = Callable[["Session"], Iterator[Line]]
"""Looks at one thing, changes nothing, and yields its lines."""

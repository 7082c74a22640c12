"""Whether the window may simply close: not where an hour's work would be gone that nobody meant to lose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from kyr_app.ui.desk import Place
from kyr_app.ui.standing import is_open

if TYPE_CHECKING:
    from kyr_app.session.session import Session
    from kyr_app.ui.cover import Cover


class Closing(Protocol):
    """What is asked of a window that somebody closes."""

    session: Session
    cover: Cover
    place: Place

    def go(self, place: Place, what: str = "") -> None:
        """Show a place."""


def asks_first(window: Closing) -> bool:
    """Show what would be lost, and return True, where a person closes a window that has something to lose.

    Whoever closes it once more there means it, and so does whoever closes it behind the picture. A family file is saved
    on the way out: nothing is lost then.
    """
    if (
        window.cover.up
        or window.place is Place.FORGET
        or is_open(window.session)
        or not _holds(window.session)
    ):
        return False
    window.go(Place.FORGET, window.place.value)
    return True


def _holds(session: Session) -> bool:
    """Tell whether anything was answered, told or brought in; nothing is fetched to find that out."""
    made = session.__dict__
    told, packed = made.get("story"), made.get("packet")
    return bool(
        session.answers
        or any(session.people.own)
        or (told is not None and told.story.cards)
        or (packed is not None and packed.packet.exhibits)
    )

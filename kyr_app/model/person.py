"""A person of the family, by who they are to the one who answers: never by name."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from kyr_app.model.text import N_, Words


class Who(StrEnum):
    """Who somebody is to the one who answers."""

    ME = "me"
    PARTNER = "partner"
    CHILD = "child"
    PARENT = "parent"
    SIBLING = "sibling"
    OTHER = "other"


_WORDS = {
    Who.ME: N_("Me"),
    Who.PARTNER: N_("My partner"),
    Who.CHILD: N_("A child"),
    Who.PARENT: N_("My mother or father"),
    Who.SIBLING: N_("A brother or sister"),
    Who.OTHER: N_("Another relative"),
}


def called(who: Who) -> Words:
    """Return what somebody is called on the screen and on paper."""
    return _WORDS[who]


class Person(Struct, frozen=True):
    """Somebody of the family. `number` is theirs for the sitting, from 1, and never given again."""

    number: int
    who: Who

    @property
    def name(self) -> Words:
        """What they are called: `2 · A child`."""
        return N_("{number} · {who}", number=str(self.number), who=called(self.who))

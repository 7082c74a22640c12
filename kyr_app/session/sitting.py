"""What an interview needs of the session, and how it stands in a family file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from kyr_app.model.changes import Changes

if TYPE_CHECKING:
    from kyr_app.content.library import Library
    from kyr_app.model.answers import Answer, Answers
    from kyr_app.session.signal import Signal


class Begun(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A row of a family file: an interview that was begun, for whom, and whether and where it is under way."""

    interview: str
    person: int | None = None
    now: bool = False
    screen: str = ""


class Sitting(Protocol):
    """What an interview needs of the session."""

    changed: Signal[Changes]

    @property
    def library(self) -> Library:
        """The content."""

    def answers_of(self, person: int | None) -> Answers:
        """Return the answers given so far: the family's, and with them those of a person."""

    def give(self, name: str, answer: Answer, person: int | None) -> None:
        """Keep an answer for the sitting, silently."""

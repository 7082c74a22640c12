"""What reading aloud and a screen know of each other: so that neither needs the other's module."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from kyr_app.speech.sentences import Passage
    from kyr_app.speech.voice import Pace
    from kyr_app.ui.aloud import Part
    from kyr_app.ui.voices import Voices
    from kyr_app.ui.widgets.column import Column
    from kyr_app.ui.widgets.ear import Ear


class Readable(Protocol):
    """A screen that can be read aloud."""

    listen: Ear | None
    column: Column

    def passages(self) -> tuple[Passage, ...]:
        """Return what is read aloud: the program's and the content's words, never what a family typed."""

    def heard(self) -> tuple[Part, ...]:
        """Return the same with what shows it."""

    def isVisible(self) -> bool:
        """Tell whether it is shown."""


class Reads(Protocol):
    """What reads aloud."""

    pace: Pace
    voices: Voices
    answers: bool
    """Whether sentences that say what she answered are read, too: nobody is told of them unless she asks."""

    @property
    def busy(self) -> bool:
        """Whether it reads now."""

    def press(self, screen: Readable) -> None:
        """Read a screen from its top; pressed while it reads, stop."""

    def stop(self) -> None:
        """Be quiet at once."""

    def key(self, key: int, screen: Readable) -> bool:
        """Take Space and Escape, where there is something to say again or to stop."""

    def dress(self, screen: Readable) -> None:
        """Show on the button of a screen how things stand."""

    def offer_choices(self, screen: Readable) -> None:
        """Let a person choose how it reads."""

    def use_pace(self, pace: Pace) -> None:
        """Read so fast from now on."""

    def use_answers(self, *, on: bool) -> None:
        """Read what she answered, too, or leave it out again."""

    def use_voice(self, *, system: bool = False, lent: str = "") -> None:
        """Read with the voice of the computer, with recordings in another language, or with the program's voice."""

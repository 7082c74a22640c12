"""What became of a sitting when its content changed, and how that is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from kyr_app.model.text import N_, P_, Together

if TYPE_CHECKING:
    from kyr_app.model.text import Words

AGAIN = N_("These will be asked again, because the answers to choose from are others now:")
ASIDE = N_("Nobody asks these any more. Your answers are set aside, not lost:")
_NAMED = 4
"""So many questions are named in one sentence; the list of what is kept names them all."""


class Renewed(Struct, frozen=True):
    """What became of a sitting: answers kept, questions to be asked again, answers and other things set aside.

    `held` is the title of the interview that keeps its questions, None where none is under way.
    """

    kept: int = 0
    again: tuple[Words, ...] = ()
    aside: tuple[Words, ...] = ()
    other: int = 0
    back: int = 0
    held: Words | None = None

    @property
    def changed(self) -> bool:
        """Whether anything is not as it was."""
        return bool(self.again or self.aside or self.other or self.back)

    def sentences(self) -> tuple[Words, ...]:
        """Return in short what is not as it was, for whoever is at work: nothing where all of it is."""
        listed = [_listed(title, rows) for title, rows in ((AGAIN, self.again), (ASIDE, self.aside)) if rows]
        return (*listed, *(words for words, count in self._counted() if count))

    def _counted(self) -> tuple[tuple[Words, int], ...]:
        return (
            (came_back(self.back), self.back),
            (nowhere(self.other), self.other),
        )


def came_back(count: int) -> Words:
    """Say how much of what was set aside is back."""
    return P_("{n} thing that was set aside is back.", "{n} things that were set aside are back.", count)


def nowhere(count: int) -> Words:
    """Say how many ticks and marks are of what is there no more."""
    return P_(
        "{n} tick or mark belongs to something that is gone. It is set aside.",
        "{n} ticks or marks belong to something that is gone. They are set aside.",
        count,
    )


def _listed(title: Words, rows: tuple[Words, ...]) -> Words:
    names = tuple(dict.fromkeys(rows))
    named = Together(names[:_NAMED] + (("…",) if len(names) > _NAMED else ()), " · ")
    return Together((title, named))

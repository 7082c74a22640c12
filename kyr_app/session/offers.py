"""What a paper that can be made is: its name, what it reads and still needs, the job that makes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from kyr_app.documents.sheet_job import SheetJob

if TYPE_CHECKING:
    from kyr_app.model.settings import Paper
    from kyr_app.model.text import Words

Make = Callable[[Sequence[str], "Paper | None"], SheetJob]
"""Makes a job in languages, the reader's first, on a paper."""


class Kind(StrEnum):
    """Where a paper stands among *My papers*; a sheet has a screen of its own, and does not stand there."""

    COURT = "court"
    LETTER = "letter"
    FAMILY = "family"
    STORY = "story"
    FORM = "form"
    SHEET = "sheet"


class Offer(Struct, frozen=True):
    """A paper that can be made. `needs` are answers that are still missing: lines to write on, or a poorer paper.

    `languages` are its own, the reader's first, where nobody asks for others; `filing` is the one that is sent, where
    one is. `reads` are all answers it can use, derived ones included: what it needs follows from them. `about` says
    when to use it, `first` that a lawyer should read it before it is filed, `own` that it is made for one person.
    """

    id: str
    title: Words
    make: Make
    needs: tuple[str, ...] = ()
    languages: tuple[str, ...] = ("es",)
    reads: tuple[str, ...] = ()
    kind: Kind = Kind.SHEET
    icon: str = "file-text"
    about: Words = ""
    first: bool = False
    own: bool = True
    filing: str = ""


ENGLISH = "_en"
"""What the name of the English of one's own words ends in: a translator can come later, no paper waits for it."""


def waited_for(offer: Offer) -> tuple[str, ...]:
    """Return the answers that a paper reads and waits for."""
    return tuple(name for name in offer.reads if not name.endswith(ENGLISH))

"""Papers of the family's own in the packet: named there, and made anew when it is put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, structs

from kyr_app.documents.sheet_job import SheetJob
from kyr_app.model.settings import Paper
from kyr_app.model.text import N_, P_, Together, Words

if TYPE_CHECKING:
    from kyr_app.model.packet import Exhibit
    from kyr_app.session.my_papers import MyPapers, Sheet


class PaperJobs(Struct, frozen=True):
    """What makes a paper: what is handed in, and the copy to read where there is one. Always on Letter.

    The pages of a template carry no numbers of their own: the packet counts them.
    """

    title: Words
    filed: SheetJob
    copy: SheetJob | None = None


_NAMED = 3
"""So many answers that a paper still lacks are named."""


def named(paper_id: str, person: int | None) -> str:
    """Return what a paper is called in a packet."""
    return paper_id if person is None else f"{paper_id}:{person}"


def _sheet(mine: MyPapers, paper: str, ending: str = "") -> Sheet | None:
    paper_id, _, number = paper.partition(":")
    return mine.sheet(paper_id + ending, int(number) if number.isdecimal() else None)


def paper_jobs(mine: MyPapers, exhibit: Exhibit) -> PaperJobs | None:
    """Return what makes an exhibit; None where it is no paper of the family's own, or one that is not made any more."""
    from kyr_app.documents.templates.job import Take, TemplateJob  # noqa: PLC0415 (all that templates need)

    sheet = _sheet(mine, exhibit.paper) if exhibit.paper else None
    if sheet is None:
        return None
    offer = sheet.offer
    made = offer.make(offer.languages, Paper.LETTER)
    if not isinstance(made, TemplateJob):
        reading = _sheet(mine, exhibit.paper, "-reading")
        copy = None if reading is None else reading.offer.make(reading.offer.languages, Paper.LETTER)
        return PaperJobs(offer.title, made, copy)
    if not offer.filing:
        return PaperJobs(offer.title, structs.replace(made, numbered=False))
    filed, copy = (structs.replace(made, take=each, numbered=False) for each in (Take.FILED, Take.COPY))
    return PaperJobs(offer.title, filed, copy)


def paper_title(mine: MyPapers, exhibit: Exhibit) -> Words:
    """Return what a paper is called; nothing where it is not one, or not made any more."""
    sheet = _sheet(mine, exhibit.paper) if exhibit.paper else None
    return "" if sheet is None else sheet.offer.title


def paper_lacks(mine: MyPapers, exhibit: Exhibit) -> tuple[Words, ...]:
    """Return what a paper still lacks, in words; none for an exhibit that is no paper of the family's own."""
    if not exhibit.paper:
        return ()
    sheet = _sheet(mine, exhibit.paper)
    if sheet is None:
        return (N_("this program does not make this paper any more"),)
    lacking = sheet.lacking
    if not lacking:
        return ()
    some = lacking if len(lacking) <= _NAMED else (*lacking[:_NAMED], "…")
    told = Together(some, " · ")
    return (P_("{n} answer ({what})", "{n} answers ({what})", len(lacking), what=told),)

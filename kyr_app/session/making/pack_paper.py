"""What a pack would change, as a paper: for a lawyer who reads it before it is used."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kyr_app.documents.authoring.differences_job import DifferencesJob
from kyr_app.model.text import N_, Day, Words
from kyr_app.session.packs import tongues

if TYPE_CHECKING:
    from kyr_app.model.settings import Paper
    from kyr_app.session.packs.packs import Offered
    from kyr_app.session.session import Session


def about(offered: Offered) -> tuple[Words, ...]:
    """Return which pack it is: its version, its key, its dates, what it says of itself."""
    said = offered.trusted.manifest
    made = Day(said.made.isoformat())
    return (
        N_("Pack {version}, made on {day}.", version=str(said.version), day=made),
        N_("Signed with the key {key}.", key=offered.trusted.key),
        N_("Good until {day}.", day=Day(said.valid_until.isoformat())),
        *((N_("It is past its date: ask whether there is a newer one."),) if offered.expired else ()),
        said.notes,
        *(words for each in offered.brought for words in (tongues.adds(each.language), *each.said)),
    )


def job(
    session: Session, offered: Offered, languages: Iterable[str], paper: Paper | None = None
) -> DifferencesJob:
    """Return the job that prints what a pack would change, in one language or more."""
    return DifferencesJob(
        library=offered.library,
        locales=tuple(session.locale_of(each) for each in languages),
        paper=paper or session.settings.paper,
        today=session.today,
        made_on=offered.trusted.manifest.made,
        good_until=offered.trusted.manifest.valid_until,
        found=offered.differences,
        about=about(offered),
    )

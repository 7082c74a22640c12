"""The packet put together: its jobs, how much paper its sets take, what is still missing, and its offers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from msgspec import structs

from kyr_app.documents.packet import captions
from kyr_app.documents.packet.job import BeforeJob, CountJob, PacketJob, Part, Sets, SetsJob
from kyr_app.model.errors import InputError
from kyr_app.model.packet import letter
from kyr_app.model.settings import Paper
from kyr_app.model.text import N_, Together, Words
from kyr_app.rules import deadlines
from kyr_app.session import missing
from kyr_app.session.making import templates
from kyr_app.session.offers import Offer
from kyr_app.session.packet.choices import Choices

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kyr_app.documents.templates.job import TemplateJob
    from kyr_app.model.deadline import Due
    from kyr_app.session.session import Session

COVER, ORDER, SERVICE = "cover-page", "proposed-order", "proof-of-service"
READER, FILING = "es", "en"
_TITLE, _OTHERS = "paper_title", "case_people"
_RULES = {"individual": ("merits-evidence",), "master": ("master-filing",)}
"""The deadlines that are counted back from a hearing, by its kind; both where the kind is not known."""
_FACTS = (
    "filing-page-format",
    "filing-exhibits-tabs",
    "filing-translation",
    "filing-merits-deadline",
    "filing-portal-limits",
)


def job(session: Session, choices: Choices | None = None, *, reading: bool = False) -> PacketJob:
    """Return the job that puts the packet together: in English to file, or in Spanish to read with the same numbers.

    Raise `InputError` where there is nothing in the packet.
    """
    wanted, packet = choices or session.packet.choices, session.packet.packet
    if not packet.exhibits:
        raise InputError(N_("There is nothing in the packet yet."), N_("Bring photos or papers first."))
    made = _paper(session, COVER)
    session.packet.prepare(wanted)
    return PacketJob(
        library=session.library,
        locales=(session.locale_of(READER),),
        paper=Paper.LETTER,
        today=session.today,
        parts=tuple(_parts(session)),
        cover=made,
        order=_paper(session, ORDER) if wanted.order else None,
        service=_paper(session, SERVICE) if wanted.service else None,
        filing=session.locale_of(FILING),
        ready=session.packet.ready.get,
        reading=reading,
        colour=wanted.colour,
        most=packet.most,
    )


def _paper(session: Session, paper_id: str) -> TemplateJob:
    """Return the job of a paper of the packet; where nobody named what is filed, it is exhibits.

    Not so for an order: it goes with a motion, whose name nobody can guess. Its line stays empty.
    """
    made = templates.job(session, paper_id, (READER,), Paper.LETTER, numbered=False)
    answers = made.answers
    if answers.value(_TITLE) is None and paper_id != ORDER:
        title = captions.TITLES if answers.value(_OTHERS) else captions.TITLE
        for language, name in ((READER, _TITLE), (FILING, f"{_TITLE}_en")):
            answers = answers.given(name, session.locale_of(language).render(title))
    return structs.replace(made, answers=answers)


def _parts(session: Session) -> Iterable[Part]:
    for each in session.packet.packet.exhibits:
        jobs = session.packet.paper_jobs(each)
        title = session.packet.title(each.number)
        if jobs is None:
            yield Part(each, title)
        else:
            yield Part(each, title, jobs.filed, jobs.copy)


def count(session: Session, sets: Sets, choices: Choices | None = None) -> CountJob:
    """Return the work that counts how many sheets of paper sets take; `packet_job.read` reads what it returns."""
    return CountJob(packet=job(session, choices), sets=sets)


def collated(session: Session, sets: Sets, choices: Choices | None = None) -> SetsJob:
    """Return the job that makes whole sets, a slip sheet before each. Raise `InputError` for no set at all."""
    if not 0 < sets.total <= _MOST_SETS:
        raise InputError(N_("Choose from 1 to {n} sets.", n=_MOST_SETS))
    return SetsJob(
        library=session.library,
        locales=(session.locale_of(READER),),
        paper=Paper.LETTER,
        today=session.today,
        packet=job(session, choices),
        sets=sets,
    )


_MOST_SETS = 20


# The page before it


def before(
    session: Session,
    sets: Sets | None = None,
    choices: Choices | None = None,
    languages: Sequence[str] = (READER,),
    paper: Paper | None = None,
) -> BeforeJob:
    """Return the job of the page before the packet."""
    wanted = choices or session.packet.choices
    used = [COVER, *([ORDER] if wanted.order else []), *([SERVICE] if wanted.service else [])]
    known = [session.library.template(each) for each in used]
    facts = dict.fromkeys(_FACTS) | dict.fromkeys(fact for each in known for fact in each.facts)
    dues = tuple(_dues(session))
    facts |= dict.fromkeys(fact for each in dues for fact in each.rule.facts)
    return BeforeJob(
        library=session.library,
        locales=tuple(session.locale_of(each) for each in languages),
        paper=paper or session.settings.paper,
        today=session.today,
        notes=tuple((each.title, each.before) for each in known),
        facts=tuple(facts),
        sets=sets or wanted.sets,
        dues=dues,
        missing=tuple(lacking(session, wanted)),
    )


def _dues(session: Session) -> Iterable[Due]:
    day, kind = session.answers.value("hearing_date"), session.answers.value("hearing_kind")
    if not isinstance(day, dt.date):
        return
    for rule in _RULES.get(str(kind), ("merits-evidence", "master-filing")):
        yield deadlines.count(session.library.deadline(rule), day)


def lacking(session: Session, choices: Choices | None = None) -> Iterable[Words]:
    """Yield in words what each exhibit still lacks, and last which answers the court's own pages still wait for."""
    packing = session.packet
    wanted = choices or packing.choices
    for place, each in enumerate(packing.packet.exhibits):
        found = packing.missing(each.number)
        if found:
            yield captions.lacks(letter(place), Together(found, ", "))
    chosen = {COVER, *([ORDER] if wanted.order else []), *([SERVICE] if wanted.service else [])}
    reads = [each.reads for each in templates.offers(session) if each.id in chosen]
    names = dict.fromkeys(
        name
        for each in reads
        for name in each
        if not name.endswith("_en") and (name != _TITLE or wanted.order)
    )
    waiting = missing.missing(session.library, tuple(names), session.answers)
    named = tuple(missing.named(session.library, waiting))
    if named:
        yield captions.paper_lacks(Together(named, " · "))


# Offers


def offers(session: Session, person: int | None = None) -> Iterable[Offer]:
    """Yield the packet, its copy to read and the page before it, where there is something in it."""
    if person is not None or not session.packet.packet.exhibits:
        return
    yield Offer("packet", captions.PACKET, lambda _languages, _paper: job(session), filing=FILING, first=True)
    yield Offer("packet-reading", captions.READING, lambda _languages, _paper: job(session, reading=True))
    yield Offer("packet-before", captions.BEFORE, partial(_before, session))


def _before(session: Session, languages: Sequence[str], paper: Paper | None) -> BeforeJob:
    return before(session, languages=languages, paper=paper)

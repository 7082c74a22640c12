"""Every paper that can be made for a family, by name: what it is called, what it still needs, the job that makes it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from msgspec import structs

from kyr_app.documents.reference import captions as reference
from kyr_app.documents.sheet_job import SheetJob
from kyr_app.documents.situation import captions
from kyr_app.documents.situation.job import BundleJob
from kyr_app.model import condition
from kyr_app.model.errors import ContentError
from kyr_app.model.text import N_, Together
from kyr_app.rules import engine
from kyr_app.rules.screening import names as names_read
from kyr_app.session import sheets, situation
from kyr_app.session.intake import PEOPLE, names_on_sheet
from kyr_app.session.making import practice
from kyr_app.session.missing import missing
from kyr_app.session.offers import ENGLISH, Kind, Make, Offer, waited_for

if TYPE_CHECKING:
    from kyr_app.model.answers import Answers
    from kyr_app.model.checklist import Checklist
    from kyr_app.model.settings import Paper
    from kyr_app.session.session import Session

__all__ = ["ENGLISH", "MORE", "Kind", "Make", "Offer", "job", "more", "offers", "unknown", "waited_for"]

MORE = (
    "kyr_app.session.making.templates",
    "kyr_app.session.making.official",
    "kyr_app.session.making.story",
    "kyr_app.session.making.packet",
)
"""Modules that offer more papers: each has `offers(session, person) -> Iterable[Offer]`."""


def more(session: Session, person: int | None = None) -> tuple[Offer, ...]:
    """Return the papers of `MORE` for a person, None being the one who answers, each with what it still needs."""
    found: list[Offer] = []
    for name in MORE:
        if find_spec(name) is not None:
            offered: Iterable[Offer] = import_module(name).offers(session, person)
            found.extend(offered)
    answers = session.answers_of(person)
    return tuple(
        structs.replace(each, needs=missing(session.library, waited_for(each), answers)) for each in found
    )


def offers(
    session: Session, shared: frozenset[str] | None = None, person: int | None = None
) -> dict[str, Offer]:
    """Return every paper that can be made, by id. `shared` names what an intake sheet may hold; None is all."""
    own, library = session.sheets, session.library
    told = frozenset((*session.answers, PEOPLE)) if shared is None else shared
    team = sheets.TEAM_FIRST
    found = [
        Offer(
            "intake", captions.INTAKE, partial(own.intake, told), _missing(session, names_on_sheet()), team
        ),
        Offer("blank-intake", captions.BLANK_INTAKE, own.blank_intake, (), team),
        Offer("dates", captions.FAMILY_DATES, own.dates, _missing(session, sheets.COUNTED)),
        Offer(
            "dates-discreet",
            captions.QUIET_DATES,
            partial(own.dates, discreet=True),
            _missing(session, sheets.COUNTED),
        ),
    ]
    for screening in library.screenings.values():
        name = screening.id.removesuffix("-class")
        if screening.card:
            card = Together((captions.FACT_CARD, screening.title), " · ")
            found.append(Offer(f"{name}-card", card, partial(own.fact_card, screening.id, None)))
        needs = _missing(session, names_read(screening))
        found.append(
            Offer(f"{name}-result", screening.title, partial(own.screening, screening.id, None), needs)
        )
    for one in library.checklists.values():
        if one.id == sheets.EVIDENCE:
            needs = _open(session, one)
            found.append(Offer(one.id, one.title, partial(own.evidence, None), needs))
        blank = Together((captions.BLANK, one.title), " · ")
        found.append(Offer(f"blank-{one.id}", blank, partial(own.blank_checklist, one.id)))
    return {each.id: each for each in (*found, *more(session, person), *_for_everybody(session))}


def _for_everybody(session: Session) -> tuple[Offer, ...]:
    """Return the papers that belong to no family."""
    return (
        *practice.offers(session),
        Offer("directory", reference.DIRECTORY, session.directory_sheet),
        Offer("timeline", reference.TIMELINE, session.timeline_sheet),
        Offer("glossary", reference.GLOSSARY, session.glossary_sheet),
        Offer("sources", reference.SOURCES, session.sources_sheet),
        Offer("changes", reference.CHANGES, session.changes_sheet),
        Offer("print-test", reference.TEST, lambda _, paper: session.print_test(paper)),
    )


def job(
    session: Session,
    wanted: Sequence[str],
    languages: Sequence[str] | None,
    paper: Paper | None = None,
    shared: frozenset[str] | None = None,
) -> SheetJob | BundleJob:
    """Return the job that makes papers, several in one file. Raise `ContentError` for a name that nothing has."""
    known = offers(session, shared)
    for name in wanted:
        if name not in known:
            raise unknown(name, list(known))
    chosen = [known[name] for name in dict.fromkeys(wanted)]
    made = tuple(each.make(_ordered(each, languages), paper) for each in chosen)
    return made[0] if len(made) == 1 else BundleJob(jobs=made)


def _ordered(offer: Offer, languages: Sequence[str] | None) -> Sequence[str]:
    """Return the languages asked for, the paper's own reader first; its own where none were asked for."""
    if languages is None or set(languages) == set(offer.languages):
        return offer.languages
    return languages


def _missing(session: Session, names: Sequence[str] | dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return which of the answers were not given, without those that will not be asked."""
    asked, answers = situation.asked_names(session.library), session.answers
    return tuple(
        name
        for name in names
        if name not in answers and engine.verdict(asked[name].when, answers) is not False
    )


def _open(session: Session, checklist: Checklist) -> tuple[str, ...]:
    """Return the answers without which it is not known whether an item applies."""
    answers: Answers = session.answers
    waiting = [each.when for each in checklist.items if engine.verdict(each.when, answers) is None]
    names = (name for when in waiting for name in condition.names(condition.parse(when)))
    return _missing(session, tuple(dict.fromkeys(names)))


def unknown(name: str, known: list[str]) -> ContentError:
    """Return the error for a paper that there is not, with the nearest that there is."""
    near = next(iter(difflib.get_close_matches(name, known, n=1)), None)
    hint = (
        N_("Did you mean “{near}”?", near=near) if near else N_("There is: {known}.", known=", ".join(known))
    )
    return ContentError(N_("There is no “{id}” in this content.", id=name), hint)

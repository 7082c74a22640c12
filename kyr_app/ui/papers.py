"""Papers by name: how each is made, and where its preview leads back to. A name is `kind:` and what of that kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from kyr_app.model.settings import Edition
from kyr_app.model.text import N_, Words
from kyr_app.session.making import practice, story
from kyr_app.ui.desk import Place
from kyr_app.ui.whom import read

if TYPE_CHECKING:
    from kyr_app.documents.sheet_job import SheetJob
    from kyr_app.session.session import Session


class Chosen(Struct, frozen=True):
    """What is chosen beside a preview; the size of the paper is a setting of the program."""

    languages: tuple[str, ...]
    edition: Edition = Edition.STANDARD
    copies: int = 1


class Kind(Struct, frozen=True):
    """A kind of paper: the place it belongs to, how it is made, and whether it comes in several editions.

    `fixed` says why there is no choice of language and paper, where there is none.
    """

    place: Place
    make: Callable[[Session, str, Chosen], SheetJob]
    editions: bool = False
    fixed: Words = ""


def _lessons(session: Session, names: str, chosen: Chosen) -> SheetJob:
    return session.handout(names.split(","), chosen.languages, edition=chosen.edition, copies=chosen.copies)


def _places(session: Session, names: str, chosen: Chosen) -> SheetJob:
    ids = names.split(",") if names else ()
    return session.directory_sheet(chosen.languages, contact_ids=ids)


def _card(session: Session, name: str, chosen: Chosen) -> SheetJob:
    screening, person = read(name)
    return session.sheets.fact_card(screening, person, chosen.languages)


def _result(session: Session, name: str, chosen: Chosen) -> SheetJob:
    screening, person = read(name)
    return session.sheets.screening(screening, person, chosen.languages)


def _intake(session: Session, _: str, chosen: Chosen) -> SheetJob:
    return session.sheets.intake(session.plan.shared, chosen.languages)


def _evidence(session: Session, ids: str, chosen: Chosen) -> SheetJob:
    return session.sheets.evidence(None, chosen.languages, chosen=frozenset(ids.split(",")) - {""})


def _story(session: Session, name: str, chosen: Chosen) -> SheetJob:
    made = {each.id: each.make for each in story.offers(session)}
    return made[name](chosen.languages, None)


def _offered(session: Session, name: str, chosen: Chosen) -> SheetJob:
    from kyr_app.session.making.papers import more, unknown  # noqa: PLC0415 (only where such papers are)

    paper_id, person = read(name)
    found = {each.id: each for each in more(session, person)}
    if paper_id not in found:
        raise unknown(paper_id, list(found))
    return found[paper_id].make(chosen.languages, None)


def _practice(session: Session, name: str, chosen: Chosen) -> SheetJob:
    return {each.id: each for each in practice.offers(session)}[name].make(chosen.languages, None)


def _set(session: Session, _: str, chosen: Chosen) -> SheetJob:
    return session.workshop.one_set(structs.replace(session.workshop.wanted, languages=chosen.languages))


def _guide(session: Session, _: str, chosen: Chosen) -> SheetJob:
    return session.workshop.guide(structs.replace(session.workshop.wanted, languages=chosen.languages))


KINDS: dict[str, Kind] = {
    "paper": Kind(Place.PAPERS, _offered),
    "practice": Kind(Place.PRACTICE, _practice),
    "lesson": Kind(Place.LESSON, _lessons, editions=True),
    "checklist": Kind(
        Place.CHECKLIST, lambda session, name, c: session.sheets.checklists([name], c.languages)
    ),
    "directory": Kind(Place.DIRECTORY, _places),
    "glossary": Kind(Place.GLOSSARY, lambda session, _, c: session.glossary_sheet(c.languages)),
    "timeline": Kind(Place.TIMELINE, lambda session, _, c: session.timeline_sheet(c.languages)),
    "sources": Kind(Place.SOURCES, lambda session, _, c: session.sources_sheet(c.languages)),
    "blank": Kind(
        Place.CHECKLIST, lambda session, name, c: session.sheets.blank_checklist(name, c.languages)
    ),
    "evidence": Kind(Place.EVIDENCE, _evidence),
    "result": Kind(Place.RESULT, _result),
    "card": Kind(Place.RESULT, _card),
    "intake": Kind(Place.INTAKE, _intake),
    "blank-intake": Kind(Place.INTAKE, lambda session, _, c: session.sheets.blank_intake(c.languages)),
    "dates": Kind(Place.DATES, lambda session, _, c: session.sheets.dates(c.languages)),
    "story": Kind(Place.STATEMENT, _story),
    "print-test": Kind(Place.LOOKUP, lambda session, _, __: session.print_test()),
    "workshop-set": Kind(Place.SETS, _set),
    "workshop-guide": Kind(Place.WORKSHOP, _guide),
    "packet": Kind(Place.ASSEMBLE, _offered),
    "exhibits": Kind(
        Place.ASSEMBLE, _offered, fixed=N_("This goes to the court: in English, on letter paper, one side.")
    ),
    "copy": Kind(
        Place.ASSEMBLE,
        _offered,
        fixed=N_("This stays with you: in Spanish, with the page numbers of what goes to the court."),
    ),
    "changes": Kind(Place.RECENT, lambda session, _, c: session.changes_sheet(c.languages)),
}
"""Every kind of paper that a preview can show, by the first part of its name."""


def kind(what: str) -> Kind:
    """Return the kind of a paper. Raise `KeyError` for a name of no kind."""
    return KINDS[what.partition(":")[0]]


def work(session: Session, what: str, chosen: Chosen) -> SheetJob:
    """Return the job that makes a paper. Raise `ContentError` where what it is of does not exist."""
    made = kind(what).make(session, what.partition(":")[2], chosen)
    return structs.replace(made, copies=chosen.copies)


def coloured(session: Session, what: str) -> bool:
    """Return whether a paper has colours: the packet and its copy, where somebody wants the photos so."""
    return what.partition(":")[0] in {"exhibits", "copy"} and session.packet.choices.colour


def home(what: str) -> tuple[Place, str]:
    """Return where a paper was asked for: several lessons in the library, anything else at its own place."""
    name = what.partition(":")[2]
    place = kind(what).place
    if place is Place.LESSON and "," in name:
        return Place.LIBRARY, ""
    return (place, name) if place in {Place.LESSON, Place.CHECKLIST} else (place, "")

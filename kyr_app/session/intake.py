"""What goes on a family's intake sheet: what it chose to share, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from kyr_app.documents.situation import captions
from kyr_app.documents.situation.family import Entry, Group, Intake, Topic, Validity
from kyr_app.model import condition
from kyr_app.model.answers import Answers, Open
from kyr_app.model.checklist import Urgency
from kyr_app.model.person import called
from kyr_app.model.text import N_, Words
from kyr_app.model.wording import said
from kyr_app.rules import engine
from kyr_app.rules.screening import names as names_read
from kyr_app.session import situation
from kyr_app.session.answers_file import unknown

if TYPE_CHECKING:
    from kyr_app.content.library import Library
    from kyr_app.model.person import Person
    from kyr_app.model.screening import Screened, Screening
    from kyr_app.session.people import People

PEOPLE = "people"
"""The name under which who is in the family is shared; every other name is that of an answer."""

_MOST = 16
"""Rows in the table of people; a larger family adds a sheet."""

_COUNTS = ("adults", "children", "youngest_age", "oldest_child_age")
_LABELS: dict[str, Words] = {
    "adults": captions.ADULTS,
    "children": captions.CHILDREN,
    "youngest_age": captions.YOUNGEST,
    "oldest_child_age": captions.OLDEST,
}
_BEFORE: tuple[tuple[Words, tuple[str, ...]], ...] = (
    (captions.DATES, ("mexico_entry_date", "us_entry_date", "hearing_date")),
    (captions.CONTACTS, ("prior_contact", "missed_hearing", "comar_step", "lawyer_help")),
)
_AFTER: tuple[tuple[Words, tuple[str, ...]], ...] = (
    (captions.LANGUAGES, ("officer_language",)),
    (captions.HEALTH, ("health",)),
)
_BY_HAND: dict[Words, tuple[Entry, ...]] = {
    captions.CONTACTS: (Entry(captions.OTHER_CONTACT), Entry(captions.ORDER_DATE)),
    captions.LANGUAGES: (
        Entry(captions.OTHER_LANGUAGES),
        Entry(captions.INTERPRETER, ticks=(captions.YES, captions.NO)),
    ),
    captions.HEALTH: (Entry(captions.OTHER_HEALTH),),
}
_CONTACT = Group(
    captions.CONTACT,
    (
        Entry(captions.SAFE_PHONE),
        Entry(captions.SAFE_TIMES),
        Entry(captions.SAFE_MESSAGE, ticks=(captions.YES, captions.NO)),
    ),
)


def names_on_sheet() -> tuple[str, ...]:
    """Return the names of the answers that have a line of their own on the sheet."""
    return (*_COUNTS, *(name for _, names in (*_BEFORE, *_AFTER) for name in names))


def names_shared(library: Library, names: Sequence[str]) -> frozenset[str]:
    """Return the names that are shared. Raise `InputError` for one that no question has, with the nearest."""
    known = [*situation.asked_names(library), PEOPLE]
    for name in names:
        if name not in known:
            raise unknown(name, known)
    return frozenset(names)


def intake(library: Library, answers: Answers, people: People, shared: frozenset[str]) -> Intake:
    """Return what is shared of a family's answers, and nothing that follows from another one.

    A screening is left out whole where one of the answers it rests on stays private.
    """
    told = answers.only(shared)
    topics = _topics(library, answers, people, shared)
    rested: list[Any] = [*library.rule_sets.values(), *library.screenings.values()]
    return Intake(
        people=_rows(people.here, told, shared),
        counts=_entries(library, _COUNTS, told),
        before=tuple(_group(library, title, names, told) for title, names in _BEFORE),
        urgent=_urgent(library, situation.counting(library, answers).only(shared)),
        topics=topics,
        after=(*(_group(library, title, names, told) for title, names in _AFTER), _CONTACT),
        valid=Validity(min(each.reviewed for each in rested), min(each.good_until for each in rested)),
    )


def _rows(
    here: tuple[Person, ...], told: Answers, shared: frozenset[str]
) -> tuple[tuple[str, Words], ...] | None:
    if here and PEOPLE in shared:
        return tuple((str(person.number), called(person.who)) for person in here)
    adults, children = told.value("adults"), told.value("children")
    if not isinstance(adults, int) or not isinstance(children, int):
        return None
    rows = [captions.ADULT] * adults + [captions.CHILD] * children
    return tuple((str(n), who) for n, who in enumerate(rows[:_MOST], 1)) or None


def _group(library: Library, title: Words, names: tuple[str, ...], told: Answers) -> Group:
    entries = (*_entries(library, names, told), *_BY_HAND.get(title, ()))
    return Group(title, entries, 2 if title is captions.HEALTH else 3)


def _entries(library: Library, names: tuple[str, ...], told: Answers) -> tuple[Entry, ...]:
    asked = situation.asked_names(library)
    return tuple(
        Entry(_LABELS.get(name, asked[name].short), _answered(library, name, told))
        for name in names
        if name in asked and (name in told or engine.verdict(asked[name].when, told) is not False)
    )


def _answered(library: Library, name: str, told: Answers) -> Words | None:
    """Return an answer in words; *not today* is a line to write on, as if nobody had asked."""
    answer = told.get(name)
    if answer is None or answer is Open.SKIPPED:
        return None
    return (
        str(answer) if isinstance(answer, int) else said(situation.asked_names(library)[name].answer, answer)
    )


def _urgent(library: Library, told: Answers) -> tuple[Words, ...] | None:
    urgent = {Urgency.STOP, Urgency.LEGAL}
    read = {
        name
        for rule_set in library.rule_sets.values()
        for rule in rule_set.rules
        if rule.urgency in urgent
        for name in condition.names(condition.parse(rule.when))
    }
    if not any(told.value(name) is not None for name in read):
        return None
    found = engine.findings(library.rule_sets.values(), told, situation.asked_names(library))
    return tuple(dict.fromkeys(each.title for each in found if each.urgency in urgent))


def _topics(library: Library, answers: Answers, people: People, shared: frozenset[str]) -> tuple[Topic, ...]:
    """Return what the screenings came to; people for whom it is the same, for the same reason, together."""
    merged: dict[tuple[str, str, int], tuple[list[Words], Screened]] = {}
    for screening in library.screenings.values():
        for person in (*people.here, None):
            if person is not None and not screening.each_person:
                continue
            own = answers if person is None else people.answers_of(person.number, answers)
            if person is None and screening.each_person and people.here:
                continue
            if not _may_tell(screening, own, shared):
                continue
            found = situation.screened(library, screening.id, own)
            key = (screening.id, found.outcome.id, found.rule.n)
            merged.setdefault(key, ([], found))[0].append(_called(person, shared))
    return tuple(
        Topic(tuple(who), found.screening.title, found.outcome.title, found.rule.because)
        for who, found in merged.values()
    )


def _may_tell(screening: Screening, answers: Answers, shared: frozenset[str]) -> bool:
    given = {name for name in names_read(screening) if name in answers}
    return bool(given) and given <= shared


def _called(person: Person | None, shared: frozenset[str]) -> Words:
    if person is None:
        return captions.ONE_PERSON
    return person.name if PEOPLE in shared else N_("Person {number}", number=str(person.number))

"""The content as a translator gets it: each passage with its address, its line, its English, what it rests on.

Pure: entries in, entries out. What reads and writes PO files is `i18n.po`; what puts corrections back is `rewriting`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from msgspec import Struct, structs

from kyr_app.content import addresses
from kyr_app.content.desk import Desk, Source
from kyr_app.content.library import Shelf
from kyr_app.content.schema import nearest
from kyr_app.content.source import Listing, Mapping, Scalar
from kyr_app.model.checklist import Checklist, RuleSet
from kyr_app.model.deadline import DeadlineFile
from kyr_app.model.directory import Directory
from kyr_app.model.fact import Fact
from kyr_app.model.form import OfficialForm
from kyr_app.model.glossary import Glossary
from kyr_app.model.inline import terms
from kyr_app.model.interview import Interview
from kyr_app.model.lesson import Lesson
from kyr_app.model.practice import PracticeSet
from kyr_app.model.prompt import PromptFile
from kyr_app.model.screening import Screening
from kyr_app.model.template import Template
from kyr_app.model.text import Text
from kyr_app.model.timeline import Timeline
from kyr_app.model.translation import Entry
from kyr_app.model.workshop import Leading, ReadyPlan

_SHELVES: dict[type[Struct], tuple[str, str]] = {
    Lesson: ("lessons", ""),
    Interview: ("interviews", ""),
    Checklist: ("checklists", ""),
    RuleSet: ("rule_sets", ""),
    Screening: ("screenings", ""),
    DeadlineFile: ("deadlines", ""),
    Directory: ("contacts", "contacts"),
    Timeline: ("events", "events"),
    Glossary: ("terms", "terms"),
    PromptFile: ("prompts", ""),
    PracticeSet: ("practice", ""),
    Template: ("templates", ""),
    ReadyPlan: ("workshops", ""),
    Leading: ("leading", ""),
    OfficialForm: (addresses.OFFICIAL, ""),
}
"""The shelf of a kind of file, and the entry of the file that lies on it piece by piece; the order of a translator."""


class Spot(Struct, frozen=True):
    """Where a passage stands: its address, file and line, and the facts it rests on."""

    address: str
    text: Text
    file: str
    node: Mapping
    facts: tuple[Fact, ...] = ()


def spots(desk: Desk) -> Iterator[Spot]:
    """Yield every passage of a desk, lessons first, with where it stands."""
    facts = desk.facts
    order = {kind: at for at, kind in enumerate(_SHELVES)}
    for source in sorted(desk.of(*_SHELVES), key=lambda each: order[each.kind]):
        yield from _of(source, facts)


def _of(source: Source, facts: dict[str, Fact]) -> Iterator[Spot]:
    shelf, field = _SHELVES[source.kind]
    values: Sequence[Any] = getattr(source.value, field) if field else (source.value,)
    found = [passage for value in values for passage in addresses.of_value(shelf, value)]
    named: dict[str, tuple[str, ...]] = {}
    nodes: list[tuple[Mapping, tuple[str, ...]]] = []
    for place, kind, node in source.visits:
        if not isinstance(node, Mapping):
            continue
        own = node.items.get("facts")
        if isinstance(own, Listing):
            named[place] = tuple(each.text for each in own.items if isinstance(each, Scalar))
        if kind is Text:
            nodes.append((node, _nearest_above(place, named)))
    for passage, (node, names) in zip(found, nodes, strict=True):
        rests = tuple(facts[name] for name in names if name in facts)
        yield Spot(passage.address, passage.text, source.file, node, rests)


def _nearest_above(place: str, named: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    while place:
        if place in named:
            return named[place]
        place = place.rpartition(".")[0]
    return ()


def entries(places: Iterable[Spot], language: str) -> tuple[Entry, ...]:
    """Return the entries for a language: for a third one empty, from the Spanish; for `es` and `en` what stands there.

    English is corrected against the Spanish, Spanish against the English.
    """
    return tuple(_entry(each, language) for each in places)


def _entry(spot: Spot, language: str) -> Entry:
    source, said = sides(spot.text, language)
    other = () if language in {"es", "en"} else (f"English: {spot.text.en}",)
    return Entry(
        context=spot.address,
        source=source,
        said=(said,),
        notes=(*other, *_notes(spot)),
        places=((spot.file, spot.node.line),),
    )


def sides(text: Text, language: str) -> tuple[str, str]:
    """Return from which words a language is made, and what it says today: nothing, for a third one."""
    if language == "es":
        return text.en, text.es
    return text.es, text.en if language == "en" else text.more.get(language, "")


def _notes(spot: Spot) -> Iterator[str]:
    for fact in spot.facts:
        yield f"Rests on {fact.id}: {fact.citation or fact.source} ({fact.as_of})"
    linked = terms(spot.text.es)
    if linked:
        yield f"Keep as they are, before the |: {', '.join(linked)}"
    if "{" in spot.text.es:
        yield "Keep the names in braces as they are: an answer takes their place."


class Merged(Struct, frozen=True):
    """Fresh entries with what was translated before; `gone` are former ones that belong to nothing any more."""

    entries: tuple[Entry, ...]
    gone: tuple[Entry, ...]

    @property
    def done(self) -> int:
        """How many are translated, and sure."""
        return sum(each.done for each in self.entries)

    @property
    def fuzzy(self) -> int:
        """How many have a translation that must be looked at again."""
        return sum(each.fuzzy for each in self.entries)


def merged(fresh: Sequence[Entry], former: Sequence[Entry]) -> Merged:
    """Return fresh entries with the translations of former ones.

    What was said of other words, at the same address or of the same words elsewhere, comes along as *fuzzy*.
    """
    by_key = {each.key: each for each in former}
    by_address = {each.context: each for each in former if each.context}
    by_words = {(each.source, each.plural): each for each in former if each.done}
    made, used = [], set()
    for each in fresh:
        old = by_key.get(each.key)
        near = by_address.get(each.context) or by_words.get((each.source, each.plural))
        if old is not None:
            made.append(structs.replace(each, said=old.said, fuzzy=old.fuzzy, remarks=old.remarks))
        elif near is not None and any(near.said):
            before = () if near.source == each.source else (f"Before: {near.source}",)
            made.append(structs.replace(each, said=near.said, fuzzy=True, remarks=(*near.remarks, *before)))
        else:
            made.append(each)
        used.add((old or near or each).key)
    gone = tuple(each for each in former if each.key not in used and any(each.said))
    return Merged(tuple(made), gone)


def unknown(address: str, known: Iterable[str]) -> str:
    """Return the known address that looks most like one that is not there; nothing where none does."""
    shelf = address.partition(".")[0]
    return nearest(address, [each for each in known if each.startswith(shelf)])


def shelf_names() -> tuple[str, ...]:
    """Return the shelves that hold passages, for the tests to hold against those of a pack."""
    return tuple(name for name, _ in _SHELVES.values() if name in Shelf.__struct_fields__)

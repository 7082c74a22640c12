"""What an author sees of one file: every passage in both languages at its line, what it rests on, what is wrong there.

A file with mistakes has a proof too: it shows what could be read, and each mistake at its place.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct, structs

from kyr_app.content.check import lies_in, problems
from kyr_app.content.desk import Desk, Problem, Source
from kyr_app.content.scores import Score, score
from kyr_app.content.source import Listing, Mapping, Node, Scalar
from kyr_app.model.fact import Fact
from kyr_app.model.text import Text

ATTRIBUTES = (
    *("when", "practice", "name", "urgency", "right", "audience"),
    *("statement", "citation", "source", "as_of", "volatility", "confidence", "note"),
)
"""What is shown of a block beside its words, and of a fact, where it is written as one value."""

ENOUGH = 30
"""So many words a part must have for its reading ease to say something."""


class Head(Struct, frozen=True, kw_only=True):
    """Where something with an id begins: a point, a block, a screen. `notes` are what is written with it."""

    line: int
    depth: int
    id: str
    kind: str
    notes: tuple[tuple[str, str], ...] = ()
    facts: tuple[Fact, ...] = ()


class Passage(Struct, frozen=True, kw_only=True):
    """A passage: what its entry is called, and its words; a language that is missing is empty."""

    line: int
    name: str
    es: str
    en: str


class Wrong(Struct, frozen=True, kw_only=True):
    """Something to mend."""

    line: int
    problem: Problem


Entry = Head | Passage | Wrong


class Proof(Struct, frozen=True, kw_only=True):
    """The proof of a file, its entries in the order of its lines. `value` is None where the file has mistakes."""

    file: str
    value: Any
    kind: type[Struct] | None
    entries: tuple[Entry, ...]
    scores: tuple[Score, ...]

    @property
    def wrong(self) -> tuple[Wrong, ...]:
        """Everything there is to mend in it."""
        return tuple(each for each in self.entries if isinstance(each, Wrong))

    @property
    def title(self) -> Text | str:
        """What it is called, or the name of its file."""
        title = getattr(self.value, "title", None)
        return title if isinstance(title, Text) else self.file

    @property
    def reviewed(self) -> dt.date | None:
        """When it was last held against its facts."""
        return getattr(self.value, "reviewed", None)


def proofs(desk: Desk, name: str) -> tuple[Proof, ...]:
    """Return the proofs of the files of a desk that are called `name`, or lie below it."""
    wrong = problems(desk, name)
    sources = {each.file: each for each in desk.every if lies_in(each.file, name)}
    names = sorted({*sources, *(each.file for each in wrong)})
    return tuple(
        _proof(desk, file, sources.get(file), [each for each in wrong if each.file == file]) for file in names
    )


def _proof(desk: Desk, file: str, source: Source | None, wrong: Iterable[Problem]) -> Proof:
    entries: list[Entry] = list(_entries(source, desk.facts)) if source is not None else []
    entries += [Wrong(line=each.line, problem=each) for each in wrong]
    value = source.value if source is not None else None
    return Proof(
        file=file,
        value=value,
        kind=source.kind if source is not None else None,
        entries=tuple(sorted(entries, key=lambda each: (each.line, not isinstance(each, Head)))),
        scores=tuple(_scores(value, Path(file).stem)) if value is not None else (),
    )


def _entries(source: Source, facts: dict[str, Fact]) -> Iterator[Entry]:
    top = source.visits[0][0] if source.visits else ""
    for place, kind, node in source.visits:
        if not isinstance(node, Mapping):
            continue
        if kind is Text:
            name = place.removeprefix(top).rpartition(".")[2] or "text"
            es, en = (_written(node.items.get(language)) for language in ("es", "en"))
            yield Passage(line=node.line, name="" if name.isdigit() else name, es=es, en=en)
        elif _noted(node):
            yield _head(place.count("."), kind, node, facts)


def _noted(node: Mapping) -> bool:
    return "id" in node.items or any(name in node.items for name in ("when", "facts", "practice"))


def _head(depth: int, kind: Any, node: Mapping, facts: dict[str, Fact]) -> Head:
    written = [(name, _written(node.items.get(name))) for name in ATTRIBUTES]
    named = node.items.get("facts")
    known = [_written(each) for each in named.items] if isinstance(named, Listing) else []
    return Head(
        line=node.line,
        depth=depth,
        id=_written(node.items.get("id")),
        kind=_written(node.items.get("kind")) or kind.__name__.lower(),
        notes=tuple((name, words) for name, words in written if words),
        facts=tuple(facts[name] for name in known if name in facts),
    )


def _written(node: Node | None) -> str:
    return node.text if isinstance(node, Scalar) else ""


def _scores(value: Struct, name: str) -> Iterator[Score]:
    """Yield how easily each part of a value reads, and last all of it."""
    for field in structs.fields(value):
        inner = getattr(value, field.name)
        for each in inner if isinstance(inner, tuple) else ():
            if isinstance(each, Struct) and hasattr(each, "id"):
                found = score(str(each.id), each)
                if found.words_es >= ENOUGH:
                    yield found
    whole = score(name, value)
    if whole.words_es:
        yield whole

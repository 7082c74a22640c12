"""The author's desk: all content files, read and checked against the schema, with every line remembered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct

from kyr_app import places
from kyr_app.content import schema
from kyr_app.content.source import Mapping, Mistake, Node, Scalar, Unreadable, read
from kyr_app.model.checklist import Checklist, RuleSet
from kyr_app.model.deadline import DeadlineFile
from kyr_app.model.directory import Directory
from kyr_app.model.fact import Fact, FactFile
from kyr_app.model.form import OfficialForm
from kyr_app.model.glossary import Glossary, Term
from kyr_app.model.interview import Interview
from kyr_app.model.lesson import Lesson
from kyr_app.model.practice import PracticeSet
from kyr_app.model.prompt import Prompt, PromptFile
from kyr_app.model.screening import Screening
from kyr_app.model.template import Template
from kyr_app.model.text import N_, Words
from kyr_app.model.timeline import Timeline
from kyr_app.model.workshop import Leading, ReadyPlan

T = TypeVar("T")

KINDS: dict[str, type[Struct]] = {
    "lessons": Lesson,
    "interviews": Interview,
    "checklists": Checklist,
    "findings": RuleSet,
    "facts": FactFile,
    "screenings": Screening,
    "deadlines": DeadlineFile,
    "directory": Directory,
    "timeline": Timeline,
    "glossary": Glossary,
    "prompts": PromptFile,
    "practice": PracticeSet,
    "documents": Template,
    "official": OfficialForm,
    "workshops": ReadyPlan,
    "leading": Leading,
}
"""The kind of a content file by the folder it lies in; the glossary is a folder of files too."""


_SIGNS: dict[str, type[Struct]] = {
    "points": Lesson,
    "goodbye": Leading,
    "people": ReadyPlan,
    "topics": PracticeSet,
    "care": PromptFile,
    "sections": Interview,
    "editions": OfficialForm,
    "parts": Checklist,
    "outcomes": Screening,
    "sheets": Template,
    "rules": RuleSet,
    "contacts": Directory,
    "events": Timeline,
    "facts": FactFile,
    "terms": Glossary,
}


_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def _guess(node: Node) -> type[Struct] | None:
    """Return the kind of a file that lies elsewhere, by the entry that only this kind has."""
    names = node.items if isinstance(node, Mapping) else {}
    return next((kind for sign, kind in _SIGNS.items() if sign in names), None)


def _misnamed(path: Path, node: Node) -> list[Mistake]:
    """Return what is wrong with the name of a file: it must end in `.yaml`, and begin with the id it holds."""
    found = []
    if path.suffix != ".yaml":
        found.append(Mistake(1, N_("The name of this file must end in .yaml, or nobody will read it.")))
    own = node.items.get("id") if isinstance(node, Mapping) else None
    if isinstance(own, Scalar) and not _ID.fullmatch(own.text):
        found.append(Mistake(own.line, N_("An id is of small letters, digits and “-”: my-lesson.")))
    elif isinstance(own, Scalar) and own.text != path.stem:
        said = N_(
            "The id is “{id}”, and the file is called “{name}”: they must be the same.",
            id=own.text,
            name=path.stem,
        )
        found.append(Mistake(own.line, said))
    return found


class Problem(Struct, frozen=True):
    """A mistake and the file it stands in; in order of files and lines."""

    file: str
    line: int
    said: Words

    def __lt__(self, other: Problem) -> bool:
        return (self.file, self.line, repr(self.said)) < (other.file, other.line, repr(other.said))


class Source(Struct, frozen=True):
    """A file: its value, and every value in it with its place and line.

    A file with mistakes of its own has no value, and what is whole in it is still held against the rest.
    """

    file: str
    kind: type[Struct]
    value: Any
    visits: tuple[tuple[str, Any, Node], ...]

    def each(self, *kinds: type) -> Iterator[tuple[Any, Mapping]]:
        """Yield every Struct of one of `kinds` with its node."""
        for _, kind, node in self.visits:
            fits = isinstance(kind, type) and issubclass(kind, kinds)
            if fits and isinstance(node, Mapping) and (self.value is not None or schema.sound(kind, node)):
                yield schema.decode(kind, node), node

    def problem(self, node: Node, said: Words) -> Problem:
        """Return a problem at the line of `node`."""
        return Problem(self.file, node.line, said)


class Desk:
    """All sources under a folder, and those `also` named, a file or a folder.

    A `draft`, a file or a folder that lies anywhere, stands in the place of what has its kind and id; its files are
    called by the path they were given. `problems` holds what the files say wrong of themselves.
    """

    def __init__(self, folder: Path, also: Path | None = None, draft: Path | None = None) -> None:
        self.problems: list[Problem] = []
        self.sources: list[Source] = []
        self.broken: list[Source] = []
        self._read(folder, folder)
        if also is not None:
            self._read(also, also.parent)
        if draft is not None:
            before, self.sources = self.sources, []
            self._read(draft, Path())
            own = {(each.kind, getattr(each.value, "id", None)) for each in self.sources}
            kept = [each for each in before if (each.kind, getattr(each.value, "id", None)) not in own]
            self.sources = kept + self.sources
        self._refuse_doubles()

    def _read(self, path: Path, folder: Path) -> None:
        for each in sorted(path.rglob("*.y*ml")) if path.is_dir() else [path]:
            self._take(each, folder)

    def _take(self, path: Path, folder: Path) -> None:
        name = path.relative_to(folder).as_posix() if path.is_relative_to(folder) else str(path)
        try:
            node = read(path)
        except Unreadable as error:
            self.problems.append(Problem(name, error.mistake.line, error.mistake.said))
            return
        kind = KINDS.get(path.parent.name) or KINDS.get(path.stem) or _guess(node)
        if kind is None:
            known = ", ".join(KINDS)
            self.problems.append(Problem(name, 1, N_("A content file lies in one of: {known}.", known=known)))
            return
        visits = tuple(schema.walk(kind, node))
        mistakes = [found for found in visits if isinstance(found, Mistake)]
        mistakes += _misnamed(path, node)
        self.problems.extend(Problem(name, found.line, found.said) for found in mistakes)
        good = tuple(found for found in visits if not isinstance(found, Mistake))
        if len(good) == len(visits):
            self.sources.append(Source(name, kind, schema.decode(kind, node), good))
        else:
            self.broken.append(Source(name, kind, None, good))

    def _refuse_doubles(self) -> None:
        seen: dict[tuple[type, str], str] = {}
        for source in self.sources:
            for value, node in source.each(
                Lesson, Interview, Checklist, RuleSet, FactFile, Fact, Term, Template, Prompt, ReadyPlan
            ):
                key = (type(value), value.id)
                if key in seen and seen[key] != source.file:
                    said = N_("“{id}” stands in {file} too.", id=value.id, file=seen[key])
                    self.problems.append(source.problem(node, said))
                seen.setdefault(key, source.file)

    def values(self, kind: type[T]) -> tuple[T, ...]:
        """Return the values of all files of a kind."""
        return tuple(source.value for source in self.sources if source.kind is kind)

    def of(self, *kinds: type[Struct]) -> Iterator[Source]:
        """Yield the sources of some kinds."""
        return (source for source in self.sources if source.kind in kinds)

    @property
    def every(self) -> tuple[Source, ...]:
        """All sources, and last those with mistakes of their own."""
        return (*self.sources, *self.broken)

    @property
    def broken_ids(self) -> frozenset[str]:
        """The ids of files with mistakes of their own: what names them is right."""
        tops = (each.visits[0][2] for each in self.broken if each.visits)
        owned = (top.items.get("id") for top in tops if isinstance(top, Mapping))
        return frozenset(each.text for each in owned if isinstance(each, Scalar))

    @property
    def facts(self) -> dict[str, Fact]:
        """Every fact by id."""
        return {fact.id: fact for file in self.values(FactFile) for fact in file.facts}

    @property
    def terms(self) -> dict[str, Term]:
        """Every glossary term by id."""
        return {term.id: term for file in self.values(Glossary) for term in file.terms}


def shipped() -> Desk:
    """Return the desk of everything that ships: the content, the papers we write, the maps of official forms."""
    return Desk(places.assets() / "content", also=places.forms())

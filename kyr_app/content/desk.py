"""The author's desk: all content files, read and checked against the schema, with every line remembered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct

from kyr_app import places
from kyr_app.content import schema
from kyr_app.content.source import Mapping, Mistake, Node, Unreadable, read
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


def _guess(node: Node) -> type[Struct] | None:
    """Return the kind of a file that lies elsewhere, by the entry that only this kind has."""
    names = node.items if isinstance(node, Mapping) else {}
    return next((kind for sign, kind in _SIGNS.items() if sign in names), None)


class Problem(Struct, frozen=True, order=True):
    """A mistake and the file it stands in."""

    file: str
    line: int
    said: Words


class Source(Struct, frozen=True):
    """A file without mistakes of its own: its value, and every value in it with its place and line."""

    file: str
    kind: type[Struct]
    value: Any
    visits: tuple[tuple[str, Any, Node], ...]

    def each(self, *kinds: type) -> Iterator[tuple[Any, Mapping]]:
        """Yield every Struct of one of `kinds` with its node."""
        for _, kind, node in self.visits:
            if isinstance(kind, type) and issubclass(kind, kinds) and isinstance(node, Mapping):
                yield schema.decode(kind, node), node

    def problem(self, node: Node, said: Words) -> Problem:
        """Return a problem at the line of `node`."""
        return Problem(self.file, node.line, said)


class Desk:
    """All sources under a folder, and those `also` named, a file or a folder.

    `problems` holds what the files say wrong of themselves.
    """

    def __init__(self, folder: Path, also: Path | None = None) -> None:
        self.problems: list[Problem] = []
        self.sources: list[Source] = []
        for path in sorted(folder.rglob("*.yaml")):
            self._take(path, folder)
        if also is not None:
            for path in sorted(also.rglob("*.yaml")) if also.is_dir() else [also]:
                self._take(path, also.parent)
        self._refuse_doubles()

    def _take(self, path: Path, folder: Path) -> None:
        name = path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.name
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
        self.problems.extend(Problem(name, found.line, found.said) for found in mistakes)
        if not mistakes:
            good = tuple(found for found in visits if not isinstance(found, Mistake))
            self.sources.append(Source(name, kind, schema.decode(kind, node), good))

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

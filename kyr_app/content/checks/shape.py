"""Shape: pictures that exist, glossary links that lead somewhere, lessons that fit a screen, a slide, a panel."""

from __future__ import annotations

from collections.abc import Iterator

from kyr_app.content import icons
from kyr_app.content.desk import Desk, Problem, Source
from kyr_app.content.readability import words
from kyr_app.content.schema import nearest
from kyr_app.content.source import Mapping, Node
from kyr_app.model.block import Choice, Table
from kyr_app.model.inline import plain, runs, terms
from kyr_app.model.interview import Interview
from kyr_app.model.lesson import Lesson, Point
from kyr_app.model.text import N_, P_, Text

MOST_POINTS = 5
MOST_SHORT_WORDS = 45
_SHORT = {
    "es": N_("“short” has {n} words in Spanish; at most {most} fit a panel."),
    "en": N_("“short” has {n} words in English; at most {most} fit a panel."),
}


def check(desk: Desk) -> Iterator[Problem]:
    """Yield what does not fit."""
    known_terms = desk.terms
    checklists = {source.value.id for source in desk.sources if hasattr(source.value, "id")} | desk.broken_ids
    for source in desk.every:
        for _, _, node in source.visits:
            if isinstance(node, Mapping):
                yield from _icon(source, node)
        for text, node in source.each(Text):
            yield from links(source, text, node, set(known_terms))
        for table, node in source.each(Table):
            if any(len(row.cells) != len(table.columns) for row in table.rows):
                yield source.problem(
                    node, P_("Every row needs {n} cell.", "Every row needs {n} cells.", len(table.columns))
                )
        for choice, node in source.each(Choice):
            if len(choice.options) < 2 or not any(option.right for option in choice.options):
                yield source.problem(node, N_("A teach-back question needs two options, one of them right."))
    for source in desk.of(Lesson):
        yield from _points(source)
    for source in desk.of(Interview):
        if source.value.leads_to and source.value.leads_to not in checklists:
            said = N_("There is no checklist “{id}”.", id=source.value.leads_to)
            yield source.problem(top(source, "leads_to"), said)


def top(source: Source, entry: str) -> Node:
    """Return where an entry of a file itself stands, for what is wrong with it."""
    node = source.visits[0][2]
    return node.items.get(entry, node) if isinstance(node, Mapping) else node


def _icon(source: Source, node: Mapping) -> Iterator[Problem]:
    name = getattr(node.items.get("icon"), "text", "")
    if name and not icons.has(name):
        said = N_(
            "There is no picture “{id}”. Did you mean “{near}”?",
            id=name,
            near=nearest(name, icons.names()) or "–",
        )
        yield source.problem(node.items["icon"], said)


def links(source: Source, text: Text, node: Mapping, known: set[str]) -> Iterator[Problem]:
    """Yield what is wrong with the marks of one passage: strong words, and glossary terms that are `known`."""
    if set(terms(text.es)) != set(terms(text.en)):
        yield source.problem(node, N_("The Spanish and the English link different glossary terms."))
    for term in dict.fromkeys((*terms(text.es), *terms(text.en))):
        if term not in known:
            near = nearest(term, known) or "–"
            yield source.problem(
                node, N_("There is no term “{id}”. Did you mean “{near}”?", id=term, near=near)
            )
    for language in (text.es, text.en):
        if "**" in plain(language) or "[[" in plain(language) or "]]" in plain(language):
            yield source.problem(node, N_("A mark (** or [[ ]]) is not closed."))
        strong = sum(run.strong for run in runs(language))
        if strong > 4:
            yield source.problem(node, N_("Too much is strong here; nothing stands out."))


def _points(source: Source) -> Iterator[Problem]:
    lesson: Lesson = source.value
    if len(lesson.points) > MOST_POINTS:
        yield source.problem(source.visits[0][2], N_("A lesson has at most {n} points.", n=MOST_POINTS))
    for point, node in source.each(Point):
        for language in ("es", "en"):
            count = len(words(point.short.in_language(language)))
            if count > MOST_SHORT_WORDS:
                said = _SHORT[language].with_values(n=count, most=MOST_SHORT_WORDS)
                yield source.problem(node.items["short"], said)

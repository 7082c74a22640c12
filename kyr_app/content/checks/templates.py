"""Papers we write: every place has its answer, both languages the same places, law names its facts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kyr_app.content.checks.conditions import condition_of
from kyr_app.content.desk import Desk, Problem, Source
from kyr_app.content.schema import nearest
from kyr_app.model.derived import DERIVED
from kyr_app.model.interview import AnyField, Interview, Rows, columns_of, singly
from kyr_app.model.paper_block import Bullet, Entry, Law, Listing, Part, Tick, Told
from kyr_app.model.template import DOCUMENT, SLOT, Page, Template, slots
from kyr_app.model.text import N_, Text, Words

_CITES = re.compile(r"\bCFR\b|C\.F\.R\.|U\.S\.C\.|§|\bMatter of\b|I&N Dec\.|\bFam(?:ily|\.) Code\b")
_BRACE = re.compile(r"[{}]")

MADE = {"story_events": ("when", "where", "what")}
"""Rows that no question asks for: they are made of what the family told elsewhere."""


def fields_asked(desk: Desk) -> dict[str, AnyField]:
    """Return what is asked under each answer name, a column of rows under `rows.column`."""
    found: dict[str, AnyField] = {}
    for interview in desk.values(Interview):
        for screen in interview.screens:
            for single in singly(screen):
                field = single.answer
                found[field.name] = field
                if isinstance(field, Rows):
                    found |= {f"{field.name}.{each.answer.name}": each.answer for each in columns_of(field)}
    return found


def check(desk: Desk) -> Iterator[Problem]:
    """Yield what is wrong with the papers we write."""
    fields = fields_asked(desk)
    known = {*fields, *DERIVED, DOCUMENT, *MADE, *(f"{n}.{c}" for n, cs in MADE.items() for c in cs)}
    templates = {source.value.id: source.value for source in desk.of(Template)}
    for source in desk.of(Template):
        yield from _places(source, known)
        yield from _named(source, known, fields)
        yield from _pages(source, templates, fields)
        for part, node in source.each(Part, Tick, Bullet, Page):
            if part.when:
                yield from condition_of(source, node, part.when, fields)
        for part, node in source.each(Part):
            if not part.facts and _CITES.search(_said(part)):
                yield source.problem(node, N_("This names a law: name the facts it rests on."))


def _places(source: Source, known: set[str]) -> Iterator[Problem]:
    """Yield places for answers that nobody asks for, and texts whose languages have different ones."""
    for text, node in source.each(Text, Law):
        if sorted(SLOT.findall(text.es)) != sorted(SLOT.findall(text.en)):
            yield source.problem(node, N_("The Spanish and the English have different places for answers."))
        for language, words in (("es", text.es), ("en", text.en)):
            if _BRACE.search(SLOT.sub("", words)):
                yield source.problem(
                    node.items[language], N_("A place for an answer looks like {{answer_name}}.")
                )
        for name in slots(text.en):
            if name not in known:
                yield source.problem(node, _unknown(name, known))


def _named(source: Source, known: set[str], fields: dict[str, AnyField]) -> Iterator[Problem]:
    for part, node in source.each(Told, Entry):
        if part.name and part.name not in known:
            yield source.problem(node.items["name"], _unknown(part.name, known))
    for part, node in source.each(Listing):
        if part.rows not in MADE and not isinstance(fields.get(part.rows), Rows):
            yield source.problem(node.items["rows"], N_("The answer “{id}” has no rows.", id=part.rows))
            continue
        for head in part.heads:
            for name in head.name.split():
                if f"{part.rows}.{name}" not in known:
                    yield source.problem(node.items["heads"], _unknown(f"{part.rows}.{name}", known))
    for name in source.value.typed:
        if name not in known:
            yield source.problem(source.visits[0][2], _unknown(name, known))


def _pages(source: Source, templates: dict[str, Template], fields: dict[str, AnyField]) -> Iterator[Problem]:
    for page, node in source.each(Page):
        if page.use and (page.use not in templates or page.use == source.value.id):
            yield source.problem(node, _unknown(page.use, templates))
        if bool(page.use) is bool(page.blocks):
            yield source.problem(node, N_("A page has blocks of its own, or uses those of another paper."))
        if page.each and not isinstance(fields.get(page.each), Rows):
            yield source.problem(node, N_("The answer “{id}” has no rows.", id=page.each))
        inside = {name for name in _slots_of(page) if "." in name}
        for name in sorted(inside):
            if name.partition(".")[0] != page.each:
                said = N_("“{id}” stands on a page that is not repeated for these rows.", id=name)
                yield source.problem(node, said)


def _slots_of(page: Page) -> set[str]:
    return {name for block in page.blocks for name in slots(_said(block))}


def _said(value: object) -> str:
    """Return everything English that stands in a block, and the names of its entries as places."""
    found: list[str] = []
    for name in getattr(value, "__struct_fields__", ()):
        inner = getattr(value, name)
        if isinstance(inner, Text | Law):
            found.append(inner.en)
        elif isinstance(value, Entry) and name == "name" and inner:
            found.append(f"{{{inner}}}")
        elif isinstance(inner, tuple):
            found += [
                each.en if isinstance(each, Text) else _said(each)
                for each in inner
                if not isinstance(each, str)
            ]
    return " ".join(found)


def _unknown(name: str, known: Iterable[str]) -> Words:
    near = nearest(name, known)
    if near:
        return N_("No question asks for “{id}”. Did you mean “{near}”?", id=name, near=near)
    return N_("No question asks for “{id}”.", id=name)

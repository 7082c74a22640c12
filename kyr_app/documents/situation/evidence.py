"""The evidence planner: a table to carry round, one row for each thing, a line for by when."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kyr_app.content.library import Library
from kyr_app.content.tokens import theme
from kyr_app.documents.situation import captions
from kyr_app.documents.typesetting import captions as shared
from kyr_app.documents.typesetting.boxes import Beside
from kyr_app.documents.typesetting.flow import Flow
from kyr_app.documents.typesetting.form import Form, over_all
from kyr_app.documents.typesetting.marks import Box
from kyr_app.documents.typesetting.order import Order
from kyr_app.documents.typesetting.sources import facts_named, source_list
from kyr_app.model.checklist import Note, PersonalChecklist, PersonalItem, PersonalPart
from kyr_app.model.text import Day, Together, Words

_COLUMNS = (0.22, 0.27, 0.17, 0.15, 0.19)
"""What part of the page each column takes."""

_HIGH = 3.0
"""How high a row is at least, in letter heights: there is room to write a date."""


def build(  # noqa: PLR0913, PLR0917 (what a planner is)
    personal: PersonalChecklist,
    person: Words,
    chosen: frozenset[str],
    noted: Mapping[str, Note],
    library: Library,
    order: Order,
) -> bytes:
    """Return the PDF of a planner for one person; `chosen` names the items, none of them means all."""
    page, spoken = order.laid()
    page = over_all(page)
    one, form = personal.checklist, Form(spoken, page)
    sheet = order.sheet(one.title, one, one.review)
    about = Together((person, captions.made_on(order.today.isoformat())), " · ")
    made = form.title(one.title, (about,), place="top")
    made += _warned(Flow(spoken, page))
    for part in personal.parts:
        made += _part(form, part, chosen, noted)
    facts = facts_named(_facts(personal, chosen), library.facts)
    if facts:
        made += form.head(shared.SOURCES, place="sources") + source_list(Flow(spoken, page), facts)
    return order.document([sheet], page, spoken).bytes_of(made)


def _warned(flow: Flow) -> list[Any]:
    return [flow.warned(captions.SAFE_FIRST, captions.PLAN_HOW)]


def _kept(part: PersonalPart, chosen: frozenset[str]) -> list[PersonalItem]:
    return [each for each in part.items if not chosen or each.item.id in chosen]


def _facts(personal: PersonalChecklist, chosen: frozenset[str]) -> tuple[str, ...]:
    kept = (each for part in personal.parts for each in _kept(part, chosen))
    return tuple(dict.fromkeys(fact for each in kept for fact in each.item.facts))


def _part(form: Form, part: PersonalPart, chosen: frozenset[str], noted: Mapping[str, Note]) -> list[Any]:
    kept = _kept(part, chosen)
    if not kept:
        return []
    heads = (captions.HAVE, shared.MISSING, captions.WHO_SENDS, captions.BY_WHEN, shared.BEWARE)
    widths = [each * form.page.measure for each in _COLUMNS]
    rows = [_row(form, each, noted.get(each.item.id, Note())) for each in kept]
    table = form.table(heads, rows, widths, high=form.styles.body * _HIGH)
    return [*form.head(part.title, place=part.id), table]


def _row(form: Form, made: PersonalItem, note: Note) -> list[Any]:
    item, styles = made.item, form.styles
    box = Box(styles.box, styles.small.fontSize, theme().paper.rule * 1.5)
    what = Together((shared.FIND_OUT, made.text)) if made.open else made.text
    said = [None, None, item.safety] if made.open else [item.missing, item.who, item.safety]
    missing, who, safety = (form.cell(each) for each in said)
    by = None if made.open else item.by
    written = form.cell(note.who, bold=True) if note.who else []
    day = form.cell(Day(note.by.isoformat()), bold=True) if note.by is not None else form.cell(by)
    head, *other = form.cell(what, bold=True)
    indents = [styles.box * 1.6]
    first = [Beside([box], head, indents, styles.unit / 2), *(Beside([], each, indents) for each in other)]
    return [first, missing, [*written, *who] if written else who, day, safety]

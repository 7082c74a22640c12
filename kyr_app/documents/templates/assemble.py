"""Template and answers make a paper: blocks with numbers, ready to be drawn. No PDF here, no clock, no files.

What holds for every paper: what is answered stands as it was answered; *there is none* and *I don't know* are said;
what is missing is a line for the pen. A signature and its day are always empty.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from msgspec import structs

from kyr_app.documents.templates.captioning import captioned
from kyr_app.documents.templates.filled import (
    AnyFilled,
    Blank,
    Box,
    Cell,
    Cells,
    FilledPage,
    Ink,
    OwnWords,
    Runs,
    Said,
    Signed,
    Stacked,
    Style,
    words,
)
from kyr_app.documents.templates.filling import Filler
from kyr_app.documents.templates.rows_filled import table
from kyr_app.model.answers import Open
from kyr_app.model.paper_block import (
    AnyPart,
    Bullets,
    Caption,
    Care,
    Entries,
    Entry,
    Headline,
    Lines,
    Listing,
    Passage,
    Point,
    Ruled,
    Signature,
    Statute,
    Ticks,
    Told,
)
from kyr_app.model.template import ENGLISH, Page, Speaks, Template, slots
from kyr_app.model.text import Text
from kyr_app.rules.engine import verdict

Templates = Mapping[str, Template]
_WRITTEN = 55
"""So many letters of somebody's hand stand on a line."""


def pages(template: Template, known: Templates, filler: Filler) -> tuple[FilledPage, ...]:
    """Return the pages of a paper in the filler's language, in order; `known` are the templates whose pages it uses."""
    at = structs.replace(filler, document=filler.document or template.document)
    found: list[FilledPage] = []
    for page in template.sheets:
        if verdict(page.when, filler.answers) is False:
            continue
        if page.use:
            found += pages(known[page.use], known, at)
        else:
            found += [_page(page, one) for one in _each(page, at)]
    return tuple(found)


def _each(page: Page, filler: Filler) -> list[Filler]:
    """Return a filler for every row that a page is repeated for; one with no row where there is none.

    On a page that is not filed, what was told stands as it was told, whatever its language.
    """
    if page.speaks in {Speaks.READER, Speaks.WRITER}:
        filler = structs.replace(filler, told_in=filler.locale.language)
    if not page.each:
        return [filler]
    rows = filler.answers.rows(page.each) or (None,)
    return [structs.replace(filler, rows=page.each, row=row) for row in rows]


def _page(page: Page, filler: Filler) -> FilledPage:
    count = 0
    made: list[AnyFilled] = []
    for block in page.blocks:
        held = verdict(block.when, filler.answers)
        if held is False:
            continue
        count += isinstance(block, Point)
        box = Box.EMPTY if held is None else Box.NO
        made += _MAKERS[type(block)](block, filler, box, count)
    return FilledPage(page.id, words(filler.runs(page.title)), page.look, page.speaks, tuple(made))


def _simple(style: Style) -> Callable[..., Iterator[AnyFilled]]:
    def make(block: Any, filler: Filler, box: Box, count: int) -> Iterator[AnyFilled]:
        number = count if style is Style.POINT else 0
        yield Said(block.id, style, filler.runs(block.text), number, box)

    return make


def _heading(block: Headline, filler: Filler, box: Box, _: int) -> Iterator[AnyFilled]:
    style = Style.CENTER if block.center else Style.HEADING
    yield Said(block.id, style, filler.runs(block.text), box=box)


def _passage(block: Passage, filler: Filler, box: Box, _: int) -> Iterator[AnyFilled]:
    style = Style.STRONG if block.strong else Style.TEXT
    yield Said(block.id, style, filler.runs(block.text), box=box)


def _statute(block: Statute, filler: Filler, box: Box, _: int) -> Iterator[AnyFilled]:
    style = Style.WARNING if block.warning else Style.SMALL if block.small else Style.STATUTE
    yield Said(block.id, style, filler.runs(Text(block.text.es, block.text.en)), box=box)


def _told(block: Told, filler: Filler, box: Box, _: int) -> Iterator[AnyFilled]:
    label = filler.runs(block.label) if block.label else ()
    own = filler.answers.get(block.name)
    name = block.name + ENGLISH if filler.foreign and isinstance(own, str) else block.name
    answer = filler.answers.get(name)
    if isinstance(answer, str) and answer.strip():
        yield OwnWords(block.id, label, tuple(answer.strip().splitlines()), 0, box)
    elif name == block.name and answer in {Open.NONE, Open.UNSURE}:
        yield OwnWords(block.id, label, (filler.string(name) or "",), 0, box)
    else:
        room = sum(1 + len(each) // _WRITTEN for each in own.splitlines()) if isinstance(own, str) else 0
        yield OwnWords(block.id, label, (), max(block.lines, room), box)


def _ticks(block: Ticks, filler: Filler, _box: Box, _: int) -> Iterator[AnyFilled]:
    for each in block.items:
        ticked = bool(each.when) and verdict(each.when, filler.answers) is True
        box = Box.TICKED if ticked else Box.EMPTY
        yield Said(each.id, Style.BULLET, filler.runs(each.text), box=box)


def _bullets(block: Bullets, filler: Filler, _box: Box, _: int) -> Iterator[AnyFilled]:
    style, count = (Style.STEP if block.steps else Style.BULLET), 0
    for each in block.items:
        held = verdict(each.when, filler.answers)
        if held is False:
            continue
        count += 1
        box = Box.EMPTY if held is None else Box.NO
        yield Said(each.id, style, filler.runs(each.text), count if block.steps else 0, box)


def _entries(block: Entries, filler: Filler, box: Box, _: int) -> Iterator[AnyFilled]:
    cells = tuple(Cell(filler.runs(each.label), _value(each, filler), each.wide) for each in block.entries)
    yield Cells(block.id, cells, block.columns, box)


def _value(entry: Entry, filler: Filler) -> Runs:
    if entry.text is not None:
        found = filler.runs(entry.text)
        blank = all(run.ink is not Ink.ANSWER for run in found) and any(run.ink is Ink.BLANK for run in found)
        return () if blank else found
    return filler.cell(entry.name, filler.answer(entry.name)) if entry.name else ()


def _listing(block: Listing, filler: Filler, box: Box, _: int) -> Iterator[AnyFilled]:
    yield table(block, filler, box)


def _caption(block: Caption, filler: Filler, _box: Box, _: int) -> Iterator[AnyFilled]:
    yield captioned(block, filler)


def _lines(block: Lines, filler: Filler, _box: Box, _: int) -> Iterator[AnyFilled]:
    """Yield the lines, without those all of whose answers are *none*."""
    kept = []
    for text in block.texts:
        names = slots(text.en)
        if names and all(filler.answer(name) is Open.NONE for name in names):
            continue
        kept.append(filler.runs(text))
    yield Stacked(block.id, tuple(kept))


def _signature(block: Signature, filler: Filler, _box: Box, _: int) -> Iterator[AnyFilled]:
    yield Signed(block.id, filler.runs(block.who), tuple(filler.runs(each) for each in block.more))


def _ruled(block: Ruled, filler: Filler, _box: Box, _: int) -> Iterator[AnyFilled]:
    yield Blank(block.id, filler.runs(block.text) if block.text else (), block.lines)


_MAKERS: dict[type[AnyPart], Callable[[Any, Filler, Box, int], Iterator[AnyFilled]]] = {
    Headline: _heading,
    Passage: _passage,
    Point: _simple(Style.POINT),
    Care: _simple(Style.CARE),
    Statute: _statute,
    Told: _told,
    Ticks: _ticks,
    Bullets: _bullets,
    Entries: _entries,
    Listing: _listing,
    Caption: _caption,
    Lines: _lines,
    Signature: _signature,
    Ruled: _ruled,
}

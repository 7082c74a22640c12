"""The worksheet: a form's questions under their own numbers, in both languages, to copy each answer by hand."""

from __future__ import annotations

from typing import Any

from reportlab.platypus import Spacer

from kyr_app.content.library import Library
from kyr_app.content.tokens import theme
from kyr_app.documents.official import captions
from kyr_app.documents.official.worksheet_cells import Cells
from kyr_app.documents.typesetting import captions as shared
from kyr_app.documents.typesetting.boxes import Beside
from kyr_app.documents.typesetting.flow import Flow
from kyr_app.documents.typesetting.form import Form, over_all
from kyr_app.documents.typesetting.marks import Box
from kyr_app.documents.typesetting.order import Order
from kyr_app.documents.typesetting.prose import Paragraph
from kyr_app.documents.typesetting.sources import facts_named, source_list
from kyr_app.model import derived
from kyr_app.model.answers import NOTHING, Answers
from kyr_app.model.form import ByHand, OfficialForm, Part, RowsOf, Write
from kyr_app.model.text import Together, Words

_SIZE = 0.92
"""Of the running text, in that of other papers: an answer is copied, not read in passing."""

_SHORT = 6
"""Rows with at most so many columns are a table; with more, each row is a list of its own."""


def build(form: OfficialForm, answers: Answers | None, library: Library, order: Order) -> bytes:
    """Return the PDF of a worksheet: filled from `answers`, or with empty boxes where there are none."""
    page, spoken = order.laid(theme().paper.body * _SIZE)
    page = over_all(page)
    drawn = Form(spoken, page)
    cells = Cells(drawn, form, derived.with_derived(answers or NOTHING), blank=answers is None)
    name = captions.worksheet_title(form)
    sheet = order.sheet(name, form)
    made = _top(drawn, form)
    for part in form.parts:
        made += _part(drawn, cells, part)
    made += _by_hand(drawn, form)
    facts = facts_named(tuple(dict.fromkeys(f for each in form.advice for f in each.facts)), library.facts)
    if facts:
        made += drawn.head(shared.SOURCES, place="sources") + source_list(Flow(spoken, page), facts)
    return order.document([sheet], page, spoken).bytes_of(made)


def _top(drawn: Form, form: OfficialForm) -> list[Any]:
    name = Together((form.number, form.title), " · ")
    editions = ", ".join(each.id for each in form.editions if not each.superseded)
    made = drawn.title(name, (form.summary, captions.COPY), place="top")
    made.append(drawn.say(captions.EDITIONS_KNOWN.with_values(editions=editions), drawn.styles.small))
    made += drawn.head(captions.BEFORE, place="before")
    for each in form.advice:
        made.append(drawn.item(each.text))
        made.append(Spacer(1, drawn.styles.unit / 2))
    return made


def _part(drawn: Form, cells: Cells, part: Part) -> list[Any]:
    told = [each for each in part.questions if not isinstance(each, ByHand)]
    by_hand = [each for each in part.questions if isinstance(each, ByHand)]
    title: Words = part.title
    if part.page:
        title = Together((part.title, captions.ON_PAGE.with_values(n=part.page)), " · ")
    made = drawn.head(title, place=part.id)
    if part.note is not None:
        made.append(drawn.say(part.note, drawn.styles.small))
    waiting: list[list[Any]] = []
    for each in told:
        if isinstance(each, RowsOf) or (isinstance(each, Write) and each.prose):
            made += cells.table(waiting)
            waiting = []
            made += cells.rows(each, short=_SHORT) if isinstance(each, RowsOf) else cells.story(each)
        else:
            waiting.append(cells.row(each))
    made += cells.table(waiting)
    for one in by_hand:
        made += cells.by_hand(one)
    return made


def _by_hand(drawn: Form, form: OfficialForm) -> list[Any]:
    """Return the list of everything that is signed or marked by hand, to tick."""
    found = [each for each in form.questions if isinstance(each, ByHand) and not each.later]
    if not found:
        return []
    made = drawn.head(captions.SIGN_HERE, place="sign")
    made.append(drawn.say(captions.SIGN_HOW, drawn.styles.small))
    size = drawn.styles.box
    for each in found:
        where = captions.ON_PAGE.with_values(n=each.page) if each.page else ""
        said = Together((each.label, where), " · ") if where else each.label
        text = Paragraph(drawn.under(said, bold=False), drawn.label)
        box = Box(size, drawn.styles.body, theme().paper.rule * 1.5)
        made.append(Beside([box], text, [size * 1.6], drawn.styles.unit / 2))
    return made

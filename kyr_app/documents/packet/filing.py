"""The page before a packet: who gets which set, by when, what it costs, what is missing, what to look up once more."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from kyr_app.content.tokens import theme
from kyr_app.documents.packet import captions
from kyr_app.documents.typesetting.boxes import Aligned, Beside
from kyr_app.documents.typesetting.captions import SOURCE
from kyr_app.documents.typesetting.form import Form, over_all
from kyr_app.documents.typesetting.marks import Box, Dot, Mark
from kyr_app.documents.typesetting.markup import safe
from kyr_app.documents.typesetting.pages import Document, Progress, Sheet, geometry
from kyr_app.documents.typesetting.prose import Paragraph
from kyr_app.documents.typesetting.voice import voices
from kyr_app.model.deadline import Due
from kyr_app.model.fact import citations
from kyr_app.model.template import Before
from kyr_app.model.text import Day, Together, Words

if TYPE_CHECKING:
    from kyr_app.documents.packet.order import BeforeOrder

_CLOSE = 1.7


def build(job: BeforeOrder, told: Progress | None) -> bytes:
    """Return the PDF of the page before a packet."""
    body = theme().paper.body
    page = over_all(geometry(job.paper, len(job.locales), body))
    form = Form(voices(job.locales, body), page, _CLOSE)
    flow: list[Any] = form.title(captions.BEFORE, (), place="before")
    flow += _who(form, job)
    flow += _when(form, job)
    flow += _papers(form, job.notes)
    flow += _missing(form, job.missing)
    flow += _recheck(form, job)
    sheet = Sheet(captions.BEFORE, job.library.built, _good_until(job), "", False)
    return Document([sheet], page, form.voices, job.locales[0].render(job.title), told).bytes_of(flow)


def _good_until(job: BeforeOrder) -> Any:
    return min((each.good_until for each in job.library.templates.values()), default=job.today)


def _item(form: Form, said: Words, mark: Mark) -> Any:
    text = Paragraph(form.under(said, bold=False), form.styles.cell)
    beside = Beside([mark], text, [form.styles.body * 1.7], form.styles.unit / 2)
    return Aligned([[beside]], after=form.styles.unit * 0.7)


def _square(form: Form) -> Mark:
    return Box(form.styles.box, form.styles.body, theme().paper.rule * 1.5)


def _dot(form: Form) -> Mark:
    return Dot(form.styles.body)


def _who(form: Form, job: BeforeOrder) -> list[Any]:
    made = form.head(captions.COPIES_WHO, place="who")
    made += [_item(form, captions.set_of(n, who), _square(form)) for who, n in job.sets.to() if n]
    return [*made, _item(form, captions.SLIP_SIGN, _square(form))]


def _when(form: Form, job: BeforeOrder) -> list[Any]:
    made = form.head(captions.DEADLINE, place="when")
    for due in job.dues:
        made += [_item(form, each, _dot(form)) for each in _due(due)]
    return made if job.dues else [*made, _item(form, captions.NO_HEARING, _dot(form))]


def _due(due: Due) -> Iterator[Words]:
    rule = due.rule
    if due.due is not None and due.safe is not None:
        yield captions.safe_day(rule.name, Day(due.due.isoformat()), Day(due.safe.isoformat()))
    else:
        yield Together((rule.name, rule.counting), ": ")
    yield rule.what
    if rule.doubt is not None:
        yield rule.doubt


def _papers(form: Form, notes: Sequence[tuple[Words, Before]]) -> list[Any]:
    """Return what stands before each paper: what is so, with a dot; what has to be looked at, with a square."""
    made: list[Any] = []
    for at, (title, before) in enumerate(notes):
        told = [(each, _dot) for each in (before.copies, before.where, before.fee)]
        told += [(each, _square) for each in before.check]
        made += form.head(title, place=f"paper-{at}")
        made += [_item(form, each.text, mark(form)) for each, mark in told]
    return made


def _missing(form: Form, missing: Sequence[Words]) -> list[Any]:
    made = form.head(captions.MISSING, place="missing")
    told = missing or (captions.NOTHING_MISSING,)
    return made + [_item(form, each, _square(form) if missing else _dot(form)) for each in told]


def _day(as_of: str) -> Words:
    """Return a day in words; what is no day stays as it is."""
    try:
        return Day(dt.date.fromisoformat(as_of).isoformat())
    except ValueError:
        return as_of


def _recheck(form: Form, job: BeforeOrder) -> list[Any]:
    """Return the rules that are in court or changed lately, each with its date; every other one is named too."""
    known = [job.library.facts[name] for name in job.facts if name in job.library.facts]
    changing = [each for each in known if each.changes]
    made = form.head(captions.RECHECK, place="recheck") if changing else []
    made += [_item(form, captions.dated(each.citation, _day(each.as_of)), _square(form)) for each in changing]
    steady = "; ".join(citations(each for each in known if not each.changes))
    if steady:
        made.append(Paragraph(f"{form.marked(SOURCE)} {safe(steady)}", form.label))
    return made

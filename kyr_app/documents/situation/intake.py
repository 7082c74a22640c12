"""The intake sheet for a legal team: what the family chose to share, and lines to write the rest on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from kyr_app.documents.situation import captions
from kyr_app.documents.situation.family import Entry, Group, Intake, Topic
from kyr_app.documents.typesetting.boxes import Aligned
from kyr_app.documents.typesetting.form import CLOSE, WIDE, Form, over_all
from kyr_app.documents.typesetting.order import Order
from kyr_app.documents.typesetting.prose import Paragraph
from kyr_app.model.text import Together, Words

_TRIES = ((1, CLOSE, True), (2, WIDE, True), (2, CLOSE, True), (2, CLOSE, False))
"""On how many pages, with which lines to write on, and whether with the reason of each topic: one page where it
fits, else two with room to write. The family has the reasons on sheets of their own, so they go first.
"""

_ROWS = 6
"""How many rows a table of people has where nobody said who is there."""

_COLUMNS = (0.24, 0.28, 0.19, 0.13, 0.16)
"""What part of the page each column of the table of people takes."""

_ABREAST = 3
"""How many urgent matters stand side by side."""


def build(intake: Intake, order: Order) -> bytes:
    """Return the PDF of an intake sheet. It holds what `intake` holds and nothing beside."""
    page, spoken = order.laid()
    page = over_all(page)
    valid = intake.valid
    sheet = order.sheet(captions.INTAKE, valid, valid.review)
    pdf = b""
    for most, line, why in _TRIES:
        form = Form(spoken, page, line)
        document = order.document([sheet], page, spoken)
        pdf = document.bytes_of(_made(intake, form, order.today, why=why))
        if sum(document.pages) <= most:
            break
    return pdf


def _made(intake: Intake, form: Form, today: dt.date, *, why: bool) -> list[Any]:
    about = Together((captions.made_on(today.isoformat()), captions.CHOSEN), ". ")
    made = form.title(captions.INTAKE, (), place="top")
    made.append(Paragraph(form.marked(about, "<br/>"), form.label))
    made += form.head(captions.FAMILY, place="family")
    made.append(_people(form, intake.people))
    made += [_lines(form, intake.counts, max(len(intake.counts), 2))] if intake.counts else []
    for at, group in enumerate(intake.before):
        made += _group(form, group, f"before-{at}")
    made += form.head(captions.URGENT, place="urgent") + _urgent(form, intake.urgent)
    if intake.topics:
        made += form.head(captions.TOPICS, place="topics")
        made += [_topic(form, each, why=why) for each in intake.topics]
    for at, group in enumerate(intake.after):
        made += _group(form, group, f"after-{at}")
    return made


def _people(form: Form, people: tuple[tuple[str, Words], ...] | None) -> Any:
    named = (captions.PERSON, captions.NAME, captions.BORN, captions.COUNTRY, captions.A_NUMBER)
    rows = [
        [form.numbered(*each), *[""] * 4] for each in people or [(str(n), "") for n in range(1, _ROWS + 1)]
    ]
    widths = [part * form.page.measure for part in _COLUMNS]
    return form.table(named, rows, widths, high=form.line_height + form.styles.unit)


def _group(form: Form, group: Group, place: str) -> list[Any]:
    """Return a group of lines: some side by side, those that need it over the whole page."""
    made = form.head(group.title, place=place)
    waiting: list[Entry] = []
    for entry in (*group.entries, None):
        if waiting and (entry is None or entry.wide or len(waiting) == group.columns):
            made.append(_lines(form, waiting, group.columns))
            waiting = []
        if entry is not None and entry.wide:
            made.append(_lines(form, [entry], 1))
        elif entry is not None:
            waiting.append(entry)
    return made


def _lines(form: Form, entries: Sequence[Entry], columns: int) -> Any:
    return form.lines([form.line(each.asked, each.answered, each.ticks) for each in entries], columns)


def _urgent(form: Form, titles: tuple[Words, ...] | None) -> list[Any]:
    """Return the titles side by side; a line to write on where nothing was shared that could be urgent."""
    if not titles:
        asked = captions.URGENT_ASK if titles is None else captions.NO_URGENT
        return [form.lines([form.line(asked, None)], 1)]
    told = [form.item(each) for each in titles]
    high = -(-len(told) // _ABREAST)
    columns = [told[at * high : (at + 1) * high] or [Paragraph("", form.label)] for at in range(_ABREAST)]
    return [Aligned(columns, form.gap)]


def _topic(form: Form, topic: Topic, *, why: bool) -> Any:
    """Return a topic in every language; why it is one is for the team, in its own language."""
    first = form.voices[0]
    who = "; ".join(first.marked(each) for each in topic.people)
    said = f"{who} · {first.marked(topic.asked)} <b>{form.marked(topic.title)}</b>"
    said += f"<br/>{first.marked(topic.because)}" if why else ""
    return Aligned([[Paragraph(said, form.label)]], after=form.styles.unit * 0.7)

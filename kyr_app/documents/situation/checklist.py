"""A family's checklist on paper: what to talk about first, then what to have, do and learn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from reportlab.platypus import NextPageTemplate, PageBreak

from kyr_app.content.library import Library
from kyr_app.content.tokens import theme
from kyr_app.documents.typesetting import captions
from kyr_app.documents.typesetting.boxes import Aligned
from kyr_app.documents.typesetting.flow import Flow
from kyr_app.documents.typesetting.frames import Rules
from kyr_app.documents.typesetting.marks import Box
from kyr_app.documents.typesetting.order import Order
from kyr_app.documents.typesetting.pages import names
from kyr_app.documents.typesetting.parts import section, state, top
from kyr_app.documents.typesetting.sources import facts_named, source_line, source_list
from kyr_app.documents.typesetting.voice import Voice
from kyr_app.model.checklist import Finding, PersonalChecklist, PersonalItem, Urgency
from kyr_app.model.fact import Fact
from kyr_app.model.text import Words

_LINES = 8
"""Lines for notes."""

_TALL_ITEM = 12
"""The height, in letter heights, from which an item may be torn where a page ends."""


def build(lists: Sequence[PersonalChecklist], library: Library, order: Order) -> bytes:
    """Return the PDF of checklists, each beginning on a page of its own with its own page numbers.

    It holds what the checklists say and no answer beside.
    """
    page, spoken = order.laid()
    sheets, made = [], []
    for at, personal in enumerate(lists):
        one = personal.checklist
        sheets.append(order.sheet(one.title, one, one.review))
        if at:
            made += [NextPageTemplate(names(at, first=True)), PageBreak()]
        made += _made(personal, library.facts, Flow(spoken, page), at)
    return order.document(sheets, page, spoken).bytes_of(made)


def _made(personal: PersonalChecklist, known: Mapping[str, Fact], flow: Flow, at: int) -> list[Any]:
    one = personal.checklist
    made = top(flow, one.title, one.intro, one.icon, f"{at}") + state(
        flow, one.reviewed, one.good_until, one.review
    )
    if personal.findings:
        made += section(flow, captions.FIRST, "flag", f"{at}-findings")
        made += flow.said(captions.NOT_A_RESULT)
        for finding in personal.findings:
            made += _finding(flow, finding, known)
    for part in personal.parts:
        made += section(flow, part.title, "check-square", f"{at}-{part.id}")
        for item in part.items:
            made += _item(flow, item)
    made += _notes(flow, at)
    facts = facts_named(personal.facts, known)
    if facts:
        made += section(flow, captions.SOURCES, "books", f"{at}-sources") + source_list(flow, facts)
    return made


def _finding(flow: Flow, finding: Finding, known: Mapping[str, Fact]) -> list[Any]:
    stop = finding.urgency is Urgency.STOP

    def said(voice: Voice) -> list[Any]:
        text, icon = voice.styles.text, finding.icon if stop else ""
        return [
            voice.labelled(captions.URGENCY[finding.urgency], "", voice.styles.small, icon=icon),
            voice.say(finding.title, voice.styles.heading_tight),
            voice.say(finding.because, text),
            voice.labelled(captions.DO, finding.do, text),
        ]

    rows = flow.row(said, icon="" if stop else finding.icon, keep=True)
    rows += source_line(flow, facts_named(finding.facts, known))
    if stop:
        return [flow.framed(rows, bar=True)]
    rows[-1].keepWithNext, rows[-1].spaceAfter = 0, flow.styles.unit * 2.5
    return rows


def _item(flow: Flow, made: PersonalItem) -> list[Any]:
    item, rule = made.item, theme().paper.rule * 1.5
    labels: list[tuple[Words, Words | None]] = [
        (captions.MISSING, None if made.open else item.missing),
        (captions.WHO, None if made.open else item.who),
        (captions.BY, None if made.open else item.by),
        (captions.BEWARE, item.safety),
    ]

    def said(voice: Voice) -> list[Any]:
        head = voice.labelled(captions.FIND_OUT, made.text, voice.styles.detail, icon="question")
        first = head if made.open else voice.picture(item.icon, made.text, voice.styles.strong)
        because = [voice.say(made.because, voice.styles.detail)] if made.because is not None else []
        rest = [
            voice.labelled(label, words, voice.styles.detail) for label, words in labels if words is not None
        ]
        return [first, *because, *rest]

    styles = flow.styles
    columns = [said(voice) for voice in flow.voices]
    box = Box(styles.box * 1.2, styles.body, rule)
    reach = min(flow.page.reach, styles.box * 2.2)
    unit, tall = styles.unit, styles.body * _TALL_ITEM
    return [Aligned(columns, flow.page.gap, mark=box, reach=reach, before=unit, after=unit, tall=tall)]


def _notes(flow: Flow, at: int) -> list[Any]:
    styles = flow.styles
    apart = styles.body * 2
    head = section(flow, captions.NOTES, "pencil-simple", f"{at}-notes") + flow.said(
        captions.NO_STORY, "small"
    )
    head[-1].keepWithNext = 1
    return [*head, Rules(_LINES, apart, theme().paper.rule, after=styles.unit * 2)]

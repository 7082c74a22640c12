"""A family's dates on paper: all of them on the first page, the safe days large; what each asks for behind it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from reportlab.platypus import PageBreak

from kyr_app.content.tokens import theme
from kyr_app.documents.situation import captions
from kyr_app.documents.situation.family import Validity
from kyr_app.documents.typesetting import captions as shared
from kyr_app.documents.typesetting.boxes import Aligned
from kyr_app.documents.typesetting.flow import Flow
from kyr_app.documents.typesetting.frames import Ruled
from kyr_app.documents.typesetting.markup import safe
from kyr_app.documents.typesetting.order import Order
from kyr_app.documents.typesetting.pages import Sheet
from kyr_app.documents.typesetting.parts import section, top
from kyr_app.documents.typesetting.prose import Paragraph
from kyr_app.documents.typesetting.voice import Voice
from kyr_app.model.deadline import Due, Sort
from kyr_app.model.text import Day, Together, Words


def build(dues: Sequence[Due], valid: Validity, order: Order, *, discreet: bool) -> bytes:
    """Return the PDF of some dates; a discreet one says when, and not what for."""
    page, spoken = order.laid()
    late = order.today > valid.good_until
    sheet = Sheet(captions.FAMILY_DATES, valid.reviewed, valid.good_until, valid.review, late, discreet)
    flow, made_on = Flow(spoken, page, bookmarks=not discreet), captions.made_on(order.today.isoformat())
    about = made_on if discreet else Together((made_on, captions.DATES_INTRO), ". ")
    made = top(flow, captions.FAMILY_DATES, about, "calendar-check", "top")
    ordered = sorted(dues, key=lambda due: due.safe or due.due or dt.date.max)
    for due in ordered:
        made += _day(flow, due, order.today, discreet=discreet)
    if not discreet:
        made.append(PageBreak())
        for at, due in enumerate(ordered):
            made += _asked(flow, due, f"{at}")
    return order.document([sheet], page, spoken).bytes_of(made)


def _day(flow: Flow, due: Due, today: dt.date, *, discreet: bool) -> list[Any]:
    """Return a date under a line: what it is, the safe day large, how it was counted."""
    rule, unit = due.rule, flow.styles.unit
    two = len(flow.voices) > 1
    chosen = due.due if rule.sort is Sort.GOVERNMENT else due.safe

    def said(voice: Voice) -> list[Any]:
        styles = voice.styles
        made = [voice.say(rule.neutral_name if discreet else rule.name, styles.heading_tight)]
        if chosen is not None:
            made.append(voice.say(captions.SAFE[rule.sort], styles.small))
            made.append(voice.say(Day(chosen.isoformat()), styles.point if two else styles.title))
        passed = captions.passed(due, today)
        if passed is not None:
            made.append(voice.labelled(passed, "", styles.detail, icon="warning"))
        last = [captions.last_day(due)] if rule.sort is Sort.LAST_DAY or chosen is None else []
        counted = Together((*last, *due.because))
        return [*made, voice.labelled(captions.HOW, counted, styles.small)]

    row = Aligned([said(voice) for voice in flow.voices], flow.page.gap)
    ruled = Ruled(row, theme().paper.rule, above=True, gap=unit, reach=flow.page.reach)
    ruled.spaceBefore = unit
    return [ruled]


def _asked(flow: Flow, due: Due, key: str) -> list[Any]:
    """Return what to hand in, what counts, what is in doubt, and the rule."""
    rule = due.rule
    made = section(flow, rule.name, "calendar-blank", key)
    made += _labelled(flow, captions.DAY_ZERO, rule.trigger)
    made += _labelled(flow, captions.TO_FILE, rule.what)
    made += _labelled(flow, captions.COUNTS, rule.filing)
    if rule.doubt is not None:
        made.append(flow.warned(shared.CHANGED, rule.doubt, icon="clock-clockwise"))
    label = " / ".join(dict.fromkeys(voice.marked(captions.RULE) for voice in flow.voices))
    return [*made, Paragraph(f"<b>{label}</b> {safe(rule.citation)}", flow.styles.small)]


def _labelled(flow: Flow, label: Words, words: Words) -> list[Any]:
    return flow.row(lambda voice: [voice.labelled(label, words, voice.styles.text)])

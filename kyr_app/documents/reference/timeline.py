"""What happened, and when, on paper: year by year, each event with its source."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from kyr_app.content.library import Library
from kyr_app.documents.reference import captions as words
from kyr_app.documents.reference.sheet import paper_of, sheet, source
from kyr_app.documents.typesetting.flow import Flow
from kyr_app.documents.typesetting.order import Order
from kyr_app.documents.typesetting.parts import section, state, top
from kyr_app.model.text import Day, Together
from kyr_app.model.timeline import Event

_NOTE = "note"
"""A kind of event that speaks of the timeline itself, and so has no source."""


def build(library: Library, order: Order) -> bytes:
    """Return the PDF of all events, oldest first."""
    whole = sheet(words.TIMELINE, library, order.today, "timeline")

    def made(flow: Flow) -> list[Any]:
        events = top(flow, words.TIMELINE, words.TIMELINE_ABOUT, "calendar-blank", "top")
        events += state(flow, whole.reviewed, whole.good_until, whole.review)
        ordered = sorted(library.events, key=lambda event: event.date)
        for year, group in groupby(ordered, lambda event: event.date[:4]):
            events += section(flow, year, "calendar-blank", year)
            for event in group:
                events += _event(flow, event)
        return events

    return paper_of(made, [whole], order)


def _event(flow: Flow, event: Event) -> list[Any]:
    day = Together((Day(event.date), ":"), "")
    sourced = event.kind != _NOTE
    made = flow.row(
        lambda voice: [
            voice.labelled(day, event.text, voice.styles.detail),
            *([voice.say(source(event.source), voice.styles.small)] if sourced else []),
        ]
    )
    made[-1].spaceAfter = flow.styles.unit
    return made

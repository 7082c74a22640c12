"""What changed a short time ago, on paper: newest first, in the words of the lesson that rests on it."""

from __future__ import annotations

from typing import Any

from kyr_app.content.changes import Change, changes
from kyr_app.content.library import Library
from kyr_app.documents.reference import captions as words
from kyr_app.documents.reference.sheet import paper_of, sheet
from kyr_app.documents.typesetting import captions
from kyr_app.documents.typesetting.flow import Flow
from kyr_app.documents.typesetting.order import Order
from kyr_app.documents.typesetting.parts import state, top
from kyr_app.model.text import Day, Together


def build(library: Library, order: Order) -> bytes:
    """Return the PDF of what changed lately."""
    lessons = list(library.lessons.values())
    whole = sheet(order.title, library, order.today)
    found = changes(lessons, library.facts)

    def made(flow: Flow) -> list[Any]:
        rows = top(flow, order.title, words.CHANGES_ABOUT, "clock-clockwise", "top")
        rows += state(flow, whole.reviewed, whole.good_until, whole.review)
        if not found:
            return rows + flow.said(words.NO_CHANGES)
        for change in found:
            rows += _row(flow, change)
        return rows

    return paper_of(made, [whole], order)


def _row(flow: Flow, change: Change) -> list[Any]:
    head = Together((Day(change.as_of), change.lesson.title, change.point.title), " · ")
    cited = Together((captions.SOURCE, f"{'; '.join(change.citations)}."))
    made = flow.row(
        lambda voice: [
            voice.say(head, voice.styles.strong),
            voice.say(change.said, voice.styles.detail),
            *([voice.say(cited, voice.styles.small)] if change.citations else []),
        ]
    )
    made[-1].spaceAfter = flow.styles.unit
    return made

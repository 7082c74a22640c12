"""What a pack would change, on paper: for a lawyer to read before anybody uses it. What differs is strong."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from kyr_app.content.difference import Difference, How
from kyr_app.content.marking import marked, where
from kyr_app.documents.authoring import differences_captions as captions
from kyr_app.documents.reference.sheet import paper_of
from kyr_app.documents.typesetting.flow import Flow
from kyr_app.documents.typesetting.order import Order
from kyr_app.documents.typesetting.pages import Sheet
from kyr_app.documents.typesetting.parts import section
from kyr_app.model.text import Together, Words


def build(
    found: Sequence[Difference], made_on: dt.date, good_until: dt.date, about: Sequence[Words], order: Order
) -> bytes:
    """Return the PDF of differences; `about` says which pack it is, whose, and what is new in short."""
    whole = Sheet(order.title, made_on, good_until, "", order.today > good_until, quiet=True)

    def made(flow: Flow) -> list[Any]:
        rows = flow.said(order.title, "title", keep=True)
        for said in (*about, captions.counted(len(found)), captions.HOW_TO_READ):
            rows += flow.said(said)
        for at, one in enumerate(found):
            rows += _difference(flow, one, f"{at}")
        return rows

    return paper_of(made, [whole], order)


def _difference(flow: Flow, one: Difference, key: str) -> list[Any]:
    head = Together((one.kind, one.title, captions.HOWS[one.how]), " · ")
    rows = section(flow, head, captions.ICONS[one.how], key)
    if one.how is not How.CHANGED:
        return rows + flow.said(captions.WHOLE[one.how], "small")
    for passage in one.passages:
        rows += flow.said(where(passage), "small_strong", keep=True)
        for label, words in zip(
            (captions.BEFORE, captions.NOW), marked(passage.before, passage.after), strict=True
        ):
            if words is not None:
                rows += _labelled(flow, label, words)
    return rows


def _labelled(flow: Flow, label: Words, words: Words) -> list[Any]:
    return flow.row(lambda voice: [voice.labelled(label, words, voice.styles.text)])

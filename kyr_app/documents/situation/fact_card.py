"""The card of a screening, to be filled by hand: one page, with every field of the screening on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kyr_app.documents.situation import captions
from kyr_app.documents.typesetting.form import Form, over_all
from kyr_app.documents.typesetting.order import Order
from kyr_app.documents.typesetting.prose import Paragraph
from kyr_app.model.screening import Screening
from kyr_app.model.text import Text, Together, Words

_SHORT = 48
"""Two fields whose names have at most so many letters between them share a line."""

_TRIES = tuple((line, twice) for twice in (True, False) for line in (2.4, 2.1, 1.9, 1.7))
"""How high a line to write on is, in letter heights, and whether long answers get two: until all is on one page."""

_LONG = 40
"""A field whose name has more letters asks for a long answer."""


def build(screening: Screening, person: Words, order: Order) -> bytes:
    """Return the PDF of a card. Nothing is filled in but what the person is called."""
    page, spoken = order.laid()
    page = over_all(page)
    about = order.sheet(screening.title, screening, screening.review)
    pdf = b""
    for line, twice in _TRIES:
        document = order.document([about], page, spoken)
        pdf = document.bytes_of(_made(Form(spoken, page, line), screening, person, twice=twice))
        if sum(document.pages) == 1:
            break
    return pdf


def _made(form: Form, screening: Screening, person: Words, *, twice: bool) -> list[Any]:
    made = form.title(Together((captions.FACT_CARD, person), " · "), (), place="card")
    about = Together((screening.title, captions.CARD_WHY, captions.CARD_KEEP))
    text = Paragraph(form.marked(about, "<br/>"), form.styles.small)
    text.spaceAfter = form.styles.unit * 2
    return [*made, text, *_fields(form, screening.card, twice=twice)]


def _fields(form: Form, card: Sequence[Text], *, twice: bool) -> list[Any]:
    """Return a line for each field; two that follow one another share theirs where both are short."""
    made: list[Any] = []
    rest = list(card)
    while rest:
        pair = rest[:2]
        if len(pair) == 2 and sum(map(_letters, pair)) <= _SHORT:
            made.append(form.lines([form.blank(each) for each in pair], 2))
            del rest[:2]
            continue
        field = rest.pop(0)
        made.append(form.lines([form.blank(field)], 1, twice=twice and _letters(field) > _LONG))
    return made


def _letters(field: Text) -> int:
    return max(len(field.es), len(field.en))

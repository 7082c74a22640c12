"""Every word that the lessons explain, on paper."""

from __future__ import annotations

from typing import Any

from kyr_app.content.library import Library
from kyr_app.documents.reference import captions as words
from kyr_app.documents.reference.sheet import paper_of, sheet
from kyr_app.documents.typesetting.flow import Flow
from kyr_app.documents.typesetting.order import Order
from kyr_app.documents.typesetting.parts import state, top
from kyr_app.i18n.locale import Locale
from kyr_app.model import inline
from kyr_app.model.glossary import Term
from kyr_app.model.text import Together


def build(library: Library, order: Order) -> bytes:
    """Return the PDF of all terms, in the order of the reader's alphabet."""
    whole = sheet(order.title, library, order.today)
    locale = order.locales[0]

    def made(flow: Flow) -> list[Any]:
        rows = top(flow, order.title, words.GLOSSARY_ABOUT, "book-open", "top")
        rows += state(flow, whole.reviewed, whole.good_until, whole.review)
        for term in sorted(library.terms.values(), key=lambda term: locale.collate(_said(locale, term))):
            rows += _meaning(flow, term)
        return rows

    return paper_of(made, [whole], order)


def _said(locale: Locale, term: Term) -> str:
    return inline.plain(locale.render(term.term))


def _meaning(flow: Flow, term: Term) -> list[Any]:
    return flow.row(
        lambda voice: [voice.labelled(Together((term.term, ":"), ""), term.meaning, voice.styles.text)]
    )

"""Every word that the lessons explain, on paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from kyr_app.content.library import Library
from kyr_app.documents.reference import captions as words
from kyr_app.documents.reference.sheet import paper_of, sheet
from kyr_app.documents.typesetting.flow import Flow
from kyr_app.documents.typesetting.pages import Progress
from kyr_app.documents.typesetting.parts import state, top
from kyr_app.i18n.locale import Locale
from kyr_app.model import inline
from kyr_app.model.glossary import Term
from kyr_app.model.settings import Paper
from kyr_app.model.text import Together, Words


def build(  # noqa: PLR0913 (as every paper)
    library: Library,
    *,
    title: Words,
    locales: Sequence[Locale],
    paper: Paper,
    today: dt.date,
    progress: Progress | None,
) -> bytes:
    """Return the PDF of all terms, in the order of the reader's alphabet."""
    whole = sheet(title, library, today)
    locale = locales[0]

    def made(flow: Flow) -> list[Any]:
        rows = top(flow, title, words.GLOSSARY_ABOUT, "book-open", "top")
        rows += state(flow, whole.reviewed, whole.good_until, whole.review)
        for term in sorted(library.terms.values(), key=lambda term: locale.collate(_said(locale, term))):
            rows += _meaning(flow, term)
        return rows

    return paper_of(made, [whole], title=title, locales=locales, paper=paper, progress=progress)


def _said(locale: Locale, term: Term) -> str:
    return inline.plain(locale.render(term.term))


def _meaning(flow: Flow, term: Term) -> list[Any]:
    return flow.row(
        lambda voice: [voice.labelled(Together((term.term, ":"), ""), term.meaning, voice.styles.text)]
    )

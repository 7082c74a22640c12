"""What a screening came to for one person, on paper: never a verdict, always with what it does not mean."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from kyr_app.content.library import Library
from kyr_app.content.tokens import theme
from kyr_app.documents.situation import captions
from kyr_app.documents.typesetting import captions as shared
from kyr_app.documents.typesetting.flow import Flow
from kyr_app.documents.typesetting.pages import Document, Progress, Sheet, geometry
from kyr_app.documents.typesetting.parts import section, top
from kyr_app.documents.typesetting.sources import facts_named, source_list
from kyr_app.documents.typesetting.voice import voices
from kyr_app.i18n.locale import Locale
from kyr_app.model.block import Item, Items, Steps
from kyr_app.model.screening import Screened, Screening
from kyr_app.model.settings import Paper
from kyr_app.model.text import Text, Together, Words


def build(  # noqa: PLR0913 (what a result on paper is)
    screened: Screened,
    person: Words,
    library: Library,
    locales: Sequence[Locale],
    *,
    paper: Paper,
    today: dt.date,
    title: Words,
    progress: Progress | None = None,
) -> bytes:
    """Return the PDF of what a screening came to. It holds no answer but those that the reason names."""
    body = theme().paper.body
    page, spoken = geometry(paper, len(locales), body), voices(locales, body)
    flow, one = Flow(spoken, page), screened.screening
    about = Together((person, one.title, captions.made_on(today.isoformat())), " · ")
    made = top(flow, screened.outcome.title, about, screened.outcome.icon, "top")
    made += told(flow, screened) + sources(flow, screened, library)
    return Document(
        [sheet(one, one.title, today)], page, spoken, locales[0].render(title), progress
    ).bytes_of(made)


def sheet(screening: Screening, title: Words, today: dt.date) -> Sheet:
    """Return what stands on every page of a paper about a screening."""
    late = today > screening.good_until
    return Sheet(title, screening.reviewed, screening.good_until, screening.review, late)


def told(flow: Flow, screened: Screened) -> list[Any]:
    """Return what is urgent, why, what it means and does not mean, what to do, and the disclaimer."""
    outcome = screened.outcome
    made: list[Any] = [
        flow.warned(flag.text, icon="warning-circle") for flag in screened.flags if flag.urgent
    ]
    made += _headed(flow, captions.MEANS, outcome.means) + _headed(
        flow, captions.BECAUSE, screened.rule.because
    )
    made += [flow.warned(captions.NOT_MEANS, outcome.not_means)]
    made += section(flow, captions.STEPS, "list-numbers", "steps") + _steps(flow, outcome.steps)
    other = tuple(flag.text for flag in screened.flags if not flag.urgent)
    if other:
        made += flow.said(captions.ALSO, "heading", keep=True) + _list(flow, other)
    return [*made, flow.framed(flow.said(screened.screening.disclaimer), bar=False)]


def sources(flow: Flow, screened: Screened, library: Library) -> list[Any]:
    """Return the facts that a screening and what it set rest on."""
    one = screened.screening
    named = dict.fromkeys((*one.facts, *(fact for flag in screened.flags for fact in flag.facts)))
    facts = facts_named(tuple(named), library.facts)
    if not facts:
        return []
    return section(flow, shared.SOURCES, "books", "sources") + source_list(flow, facts)


def _headed(flow: Flow, head: Words, words: Words) -> list[Any]:
    return flow.row(
        lambda voice: [voice.say(head, voice.styles.heading_tight), voice.say(words, voice.styles.text)]
    )


def _steps(flow: Flow, texts: Sequence[Text]) -> list[Any]:
    return flow.block(Steps(id="steps", practice=True, items=_items(texts)))


def _list(flow: Flow, texts: Sequence[Text]) -> list[Any]:
    return flow.block(Items(id="also", practice=True, items=_items(texts)))


def _items(texts: Sequence[Text]) -> tuple[Item, ...]:
    return tuple(Item(id=f"i{at}", text=each) for at, each in enumerate(texts))

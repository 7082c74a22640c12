"""What a screening came to for one person, on paper: never a verdict, always with what it does not mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kyr_app.content.library import Library
from kyr_app.documents.situation import captions
from kyr_app.documents.typesetting import captions as shared
from kyr_app.documents.typesetting.flow import Flow
from kyr_app.documents.typesetting.order import Order
from kyr_app.documents.typesetting.parts import section, top
from kyr_app.documents.typesetting.sources import facts_named, source_list
from kyr_app.model.block import Item, Items, Steps
from kyr_app.model.screening import Screened
from kyr_app.model.text import Text, Together, Words


def build(screened: Screened, person: Words, library: Library, order: Order) -> bytes:
    """Return the PDF of what a screening came to. It holds no answer but those that the reason names."""
    page, spoken = order.laid()
    flow, one = Flow(spoken, page), screened.screening
    about = Together((person, one.title, captions.made_on(order.today.isoformat())), " · ")
    made = top(flow, screened.outcome.title, about, screened.outcome.icon, "top")
    made += told(flow, screened) + sources(flow, screened, library)
    return order.document([order.sheet(one.title, one, one.review)], page, spoken).bytes_of(made)


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

"""A checklist before any answers: every item, and for whom it is, to tick or to copy by hand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from kyr_app.content.library import Library
from kyr_app.content.tokens import theme
from kyr_app.documents.situation import captions
from kyr_app.documents.typesetting import captions as shared
from kyr_app.documents.typesetting.boxes import Aligned
from kyr_app.documents.typesetting.flow import Flow
from kyr_app.documents.typesetting.marks import Box
from kyr_app.documents.typesetting.order import Order
from kyr_app.documents.typesetting.parts import section, state, top
from kyr_app.documents.typesetting.sources import facts_named, source_list
from kyr_app.documents.typesetting.voice import Voice
from kyr_app.model.checklist import Checklist, ChecklistItem
from kyr_app.model.text import Text, Together, Words

# How a reason begins, and what a condition says instead; the longer beginning first.
_ES = (("Porque usted dijo que ", "Si "), ("Porque usted dijo ", "Si usted dice "))
_EN = (("Because you said that ", "If "), ("Because you said ", "If you say "))
_NEXT_ES, _NEXT_EN = re.compile(r"(, | o )que "), re.compile(r"(, | or )that ")


def build(checklist: Checklist, library: Library, order: Order) -> bytes:
    """Return the PDF of a checklist with all of its items."""
    page, spoken = order.laid()
    one, flow = checklist, Flow(spoken, page)
    sheet = order.sheet(one.title, one, one.review)
    made = top(flow, one.title, captions.BLANK_HOW, one.icon, "top")
    made += state(flow, one.reviewed, one.good_until, one.review)
    for part in one.parts:
        made += section(flow, part.title, "check-square", part.id)
        for because, items in _groups(part.items):
            made += [] if because is None else _head(flow, because)
            for item in items:
                made += _item(flow, item)
    facts = facts_named(tuple(dict.fromkeys(f for i in one.items for f in i.facts)), library.facts)
    if facts:
        made += section(flow, shared.SOURCES, "books", "sources") + source_list(flow, facts)
    return order.document([sheet], page, spoken).bytes_of(made)


def _groups(items: Sequence[ChecklistItem]) -> list[tuple[Text | None, list[ChecklistItem]]]:
    """Return items by for whom they are, those for everyone first."""
    groups: dict[Text | None, list[ChecklistItem]] = {None: []}
    for item in items:
        groups.setdefault(item.because if item.when else None, []).append(item)
    return list(groups.items())


def _head(flow: Flow, because: Text) -> list[Any]:
    made: list[Any] = flow.said(for_whom(because), "small_strong", keep=True)
    made[0].spaceBefore = flow.styles.unit
    return made


def _item(flow: Flow, item: ChecklistItem) -> list[Any]:
    styles, rule = flow.styles, theme().paper.rule * 1.5

    def said(voice: Voice) -> list[Any]:
        text = [voice.say(item.text, voice.styles.detail)]
        if item.safety is None:
            return text
        return [*text, voice.labelled(shared.BEWARE, item.safety, voice.styles.small)]

    box = Box(styles.box * 1.2, styles.body, rule)
    reach, unit = min(flow.page.reach, styles.box * 2.2), styles.unit
    columns = [said(voice) for voice in flow.voices]
    return [Aligned(columns, flow.page.gap, mark=box, reach=reach, before=unit / 2, after=unit / 2)]


def for_whom(because: Text) -> Words:
    """Return a reason as a condition: «Porque usted dijo que hay menores.» is «Si hay menores:».

    A reason that begins in another way stays as it is, after words that say that it is not for all.
    """
    es, en = _if(because.es, _ES, _NEXT_ES, "si"), _if(because.en, _EN, _NEXT_EN, "if")
    if not es or not en:
        return Together((captions.FOR_SOME, because))
    return Text(es, en)


def _if(reason: str, beginnings: Sequence[tuple[str, str]], following: re.Pattern[str], word: str) -> str:
    for beginning, condition in beginnings:
        if reason.startswith(beginning):
            rest = following.sub(rf"\1{word} ", reason.removeprefix(beginning)).rstrip(". ")
            return f"{condition}{rest}:"
    return ""

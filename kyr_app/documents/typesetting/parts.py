"""Parts that every sheet has: its title, its sections."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from kyr_app.content.tokens import theme
from kyr_app.documents.typesetting import captions
from kyr_app.documents.typesetting.boxes import Aligned
from kyr_app.documents.typesetting.flow import Flow
from kyr_app.documents.typesetting.frames import Ruled
from kyr_app.documents.typesetting.marks import Icon
from kyr_app.documents.typesetting.voice import Voice
from kyr_app.model.text import Standing, Text, Together, Words


def top(flow: Flow, title: Words, summary: Words, icon: str, key: str) -> list[Any]:
    """Return the title of a sheet with its picture, and what it is about."""
    styles = flow.styles
    picture = Icon(icon, styles.picture * 1.15, styles.title.fontSize)
    columns = [[voice.say(title, voice.styles.title)] for voice in flow.voices]
    place = _place(flow, key, title)
    reach = flow.page.reach
    head = Aligned(
        columns, flow.page.gap, mark=picture, reach=reach, after=styles.unit, keep=True, place=place
    )
    return [head, *flow.said(summary)]


def state(flow: Flow, reviewed: dt.date, good_until: dt.date, review: str) -> list[Any]:
    """Return how old a sheet is and who has reviewed it."""
    said = Together((captions.dates(reviewed, good_until), captions.review(review)), ". ")
    made: list[Any] = flow.said(said, "small", icon="calendar-blank")
    made[-1].spaceAfter = flow.styles.unit * 2
    return made


def standing(flow: Flow, texts: Iterable[Text]) -> list[Any]:
    """Return how far texts are there in an added language of the sheet, and who has read them; else nothing."""
    if not any(voice.locale.own for voice in flow.voices):
        return []
    made: list[Any] = flow.said(Standing(tuple(texts)), "small", icon="translate")
    made[-1].spaceAfter = flow.styles.unit * 2
    return made


def section(flow: Flow, title: Words, icon: str, key: str, n: int = 0) -> list[Any]:
    """Return the head of a section with a line above it, numbered where `n` is given; it stays with what follows."""
    styles = flow.styles

    def said(voice: Voice) -> list[Any]:
        return [voice.say(Together((f"{n}.", title)) if n else title, voice.styles.point)]

    place = _place(flow, key, title)
    picture = Icon(icon, styles.picture, styles.point.fontSize)
    head = Aligned(
        [said(voice) for voice in flow.voices],
        flow.page.gap,
        mark=picture,
        reach=flow.page.reach,
        place=place,
    )
    ruled = Ruled(head, theme().paper.rule, above=True, gap=styles.unit * 1.5, reach=flow.page.reach)
    ruled.spaceBefore, ruled.spaceAfter, ruled.keepWithNext = styles.unit * 2, styles.unit, 1
    return [ruled]


def _place(flow: Flow, key: str, title: Words) -> tuple[str, str] | None:
    return (key, flow.voices[0].locale.render(title)) if flow.bookmarks else None

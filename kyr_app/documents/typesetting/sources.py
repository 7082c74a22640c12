"""What a sheet rests on: a line under each point, a list at its end."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from kyr_app.documents.typesetting import captions
from kyr_app.documents.typesetting.flow import Flow
from kyr_app.documents.typesetting.markup import glyph, safe
from kyr_app.documents.typesetting.prose import Paragraph
from kyr_app.documents.typesetting.voice import Voice
from kyr_app.i18n.locale import Locale
from kyr_app.model.fact import Fact, citations
from kyr_app.model.text import Day, Together, Words

_DATED = re.compile(r"\d{4}")
_CHANGES, _UNVERIFIED = "†", "‡"


def facts_named(names: Sequence[str], known: Mapping[str, Fact]) -> tuple[Fact, ...]:
    """Return the facts of those names that the library holds, in order."""
    return tuple(known[name] for name in names if name in known)


def source_line(flow: Flow, facts: Sequence[Fact]) -> list[Any]:
    """Return citations, the age of what they say, and a mark where something may have changed.

    Citations are the same in every language and stand once, over both columns where there are two.
    """
    parts = (part for citation in _cited(facts) for part in citation.split("; "))
    cited = safe("; ".join(dict.fromkeys(parts)))
    if not cited:
        return []
    first = flow.voices[0]
    label = " / ".join(dict.fromkeys(voice.marked(captions.SOURCE) for voice in flow.voices))

    def age(voice: Voice) -> str:
        said = [voice.marked(captions.as_of(days)) for days in _days(facts)]
        if any(fact.changes for fact in facts):
            said.append(
                f"{glyph('clock-clockwise', voice.styles.small.fontSize)} <b>{voice.marked(captions.CHANGED)}</b>"
            )
        return " ".join(said)

    named = f"<b>{label}</b> {cited}."
    if len(flow.voices) == 1:
        return [Paragraph(f"{named} {age(first)}", first.styles.small)]
    over = Paragraph(named, first.styles.small)
    over.keepWithNext = 1
    return [
        over,
        *flow.row(lambda voice: [Paragraph(age(voice) or "–", voice.styles.small)]),
    ]


def source_list(flow: Flow, facts: Sequence[Fact]) -> list[Any]:
    """Return each citation once, with its age, one after another; what the marks mean stands before them."""
    cited: dict[str, list[Fact]] = {citation: [] for citation in _cited(facts)}
    for fact in facts:
        if fact.citation in cited:
            cited[fact.citation].append(fact)
    voice = flow.voices[0]
    told = [_told(voice.locale, citation, group) for citation, group in cited.items()]
    return [
        *flow.row(lambda voice: [_legend(voice)], keep=True),
        Paragraph(" &nbsp;• ".join(told), voice.styles.small),
    ]


def _legend(voice: Voice) -> Paragraph:
    changed, unverified = voice.marked(captions.CHANGED), voice.marked(captions.UNVERIFIED)
    return Paragraph(f"{_CHANGES} {changed} {_UNVERIFIED} {unverified}", voice.styles.small)


def _told(locale: Locale, citation: str, group: Sequence[Fact]) -> str:
    marks = _CHANGES if any(fact.changes for fact in group) else ""
    marks += _UNVERIFIED if any(fact.unverified for fact in group) else ""
    age = "".join(f" ({locale.render(days)})" for days in _days(group))
    return f"{safe(citation)}{age}{marks}"


def _cited(facts: Sequence[Fact]) -> list[str]:
    return list(citations(facts))


def _days(facts: Sequence[Fact]) -> list[Words]:
    """Return how old facts are, oldest to newest; nothing where none has a date."""
    dated = sorted(fact.as_of for fact in facts if _DATED.match(fact.as_of))
    ends = tuple(_day(each) for each in dict.fromkeys(dated[:1] + dated[-1:]))
    return [Together(ends, " – ")] if ends else []


def _day(as_of: str) -> Words:
    return Day(as_of, short=True) if len(as_of) == len("2026-11-22") else as_of

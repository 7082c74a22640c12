"""What a paper reads: the answers that it shows and those that decide what it shows, in the order they stand on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kyr_app.documents.templates.captioning import PEOPLE
from kyr_app.model import condition
from kyr_app.model.answers import Answers
from kyr_app.model.paper_block import (
    AnyPart,
    Bullets,
    Caption,
    Entries,
    Lines,
    Listing,
    Signature,
    Ticks,
    Told,
)
from kyr_app.model.template import DOCUMENT, ENGLISH, Page, Speaks, Template, slots
from kyr_app.rules.engine import verdict

_FOREIGN = {Speaks.FILING, Speaks.ENGLISH}

_CAPTION = (
    "full_name",
    "mail_line1",
    "mail_line2",
    "phone",
    "detained",
    "court_name",
    "a_number",
    PEOPLE,
    "judge_name",
    "hearing_date",
    "hearing_time",
    "hearing_kind",
)


def reads(
    template: Template, known: Mapping[str, Template], answers: Answers | None = None
) -> tuple[str, ...]:
    """Return every name that a paper can show or whose value decides what it shows, each once.

    With `answers`, without what stands where a condition does not hold.
    """
    named = template.document is not None
    found: dict[str, None] = {}
    for name in _wanted(template, known, answers):
        if name != DOCUMENT:
            found[name.partition(".")[0]] = None
        elif not named:
            found["paper_title"] = None
    return tuple(found)


def in_english(template: Template, known: Mapping[str, Template], answers: Answers) -> tuple[str, ...]:
    """Return the names of what was told in the person's own words and has no English version yet."""
    pages = (page for page in _pages(template, known, answers) if page.speaks in _FOREIGN)
    told = (each for page in pages for each in page.blocks if isinstance(each, Told))
    return tuple(
        dict.fromkeys(
            each.name
            for each in told
            if isinstance(answers.get(each.name), str) and answers.value(each.name + ENGLISH) is None
        )
    )


def _pages(template: Template, known: Mapping[str, Template], answers: Answers | None) -> Iterator[Page]:
    for page in template.sheets:
        if answers is not None and verdict(page.when, answers) is False:
            continue
        if page.use in known:
            yield from _pages(known[page.use], known, answers)
        yield page


def _wanted(template: Template, known: Mapping[str, Template], answers: Answers | None) -> Iterator[str]:
    for page in _pages(template, known, answers):
        yield from _read(page.when)
        if page.each:
            yield page.each
        for block in page.blocks:
            if answers is not None and verdict(block.when, answers) is False:
                continue
            yield from _read(block.when)
            yield from _names(block, answers)


def _read(when: str) -> tuple[str, ...]:
    return condition.names(condition.parse(when)) if when else ()


def _names(block: AnyPart, answers: Answers | None) -> Iterator[str]:
    """Yield the names that a block shows."""
    if isinstance(block, Told):
        yield block.name
        if answers is not None and isinstance(answers.get(block.name), str):
            yield block.name + ENGLISH
    elif isinstance(block, Listing):
        yield block.rows
    elif isinstance(block, Caption):
        yield from _CAPTION
    elif isinstance(block, Entries):
        for entry in block.entries:
            yield from slots(entry.text.en) if entry.text else ((entry.name,) if entry.name else ())
    elif isinstance(block, Ticks | Bullets):
        for each in block.items:
            yield from _read(each.when)
            if answers is None or verdict(each.when, answers) is not False:
                yield from slots(each.text.en)
    elif isinstance(block, Lines):
        for line in block.texts:
            yield from slots(line.en)
    elif isinstance(block, Signature):
        for line in (block.who, *block.more):
            yield from slots(line.en)
    elif block.text is not None:
        yield from slots(block.text.en)

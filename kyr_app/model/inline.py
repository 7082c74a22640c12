"""The inline notation of content: `**strong**` and `[[term|words]]`, and nothing else."""

from __future__ import annotations

import re

from msgspec import Struct

_MARK = re.compile(r"\*\*(?P<strong>.+?)\*\*|\[\[(?P<term>[a-z0-9-]+)\|(?P<words>[^\[\]|]+)\]\]")


class Run(Struct, frozen=True):
    """A stretch of text with one look: plain, strong, or a glossary term (its id)."""

    text: str
    strong: bool = False
    term: str = ""


def runs(text: str) -> tuple[Run, ...]:
    """Split `text` into runs; joined together they give the text without its marks."""
    found: list[Run] = []
    at = 0
    for mark in _MARK.finditer(text):
        if mark.start() > at:
            found.append(Run(text[at : mark.start()]))
        if mark["strong"] is not None:
            found.extend(Run(inner.text, strong=True, term=inner.term) for inner in runs(mark["strong"]))
        else:
            found.append(Run(mark["words"], term=mark["term"]))
        at = mark.end()
    if at < len(text):
        found.append(Run(text[at:]))
    return tuple(found)


def plain(text: str) -> str:
    """Return `text` without marks: for the voice, for search and for the readability score."""
    return "".join(run.text for run in runs(text))


def literal(typed: str) -> str:
    """Return what a person typed so that none of it is read as a mark: to stand inside words that have marks."""
    return typed.replace("**", "*\u2060*").replace("[[", "[\u2060[")


def terms(text: str) -> tuple[str, ...]:
    """Return the ids of the glossary terms that `text` links, in order, each once."""
    return tuple(dict.fromkeys(run.term for run in runs(text) if run.term))

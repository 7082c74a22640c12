"""What changed, made easy to see: where a passage stands, in words, and its new and gone words strong."""

from __future__ import annotations

import difflib
import re
from itertools import groupby

from kyr_app.content.difference import Passage
from kyr_app.model.inline import literal, plain
from kyr_app.model.text import N_, Day, Text, Together, Words

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
MOST_STRONG = 0.6
"""Where more than this part of the words is another, all of it is: none of it stands out."""

_NAMES: dict[str, Words] = {
    "title": N_("Title"),
    "summary": N_("Summary"),
    "short": N_("In short"),
    "text": N_("Text"),
    "say": N_("To say aloud"),
    "note": N_("Note"),
    "question": N_("Question"),
    "reply": N_("Reply"),
    "because": N_("Because"),
    "do": N_("What to do"),
    "missing": N_("If it is missing"),
    "help": N_("Help"),
    "when": N_("Condition"),
    "facts": N_("Rests on"),
    "reviewed": N_("Reviewed"),
    "good_until": N_("Good until"),
    "review": N_("Lawyer who reviewed it"),
    "statement": N_("Statement"),
    "citation": N_("Citation"),
    "source": N_("Where it was found"),
    "as_of": N_("As of"),
    "volatility": N_("How fast it changes"),
    "confidence": N_("How sure it is"),
    "number": N_("Number"),
    "amount": N_("Length"),
    "icon": N_("Picture"),
    "value": N_("Choice"),
    "name": N_("Name"),
    "ask": N_("Question"),
    "tip": N_("Help"),
    "date": N_("Date"),
}
"""What the entries of content are called before a reader."""
_SHELVES = frozenset(
    "points blocks items sections screens parts rules terms outcomes flags rows cells options answer prompts"
    " care".split()
)


def where(passage: Passage) -> Words:
    """Return where a passage stands: the ids on the way to it, and what its entry is called."""
    *way, last = passage.place.split(".")
    if way and way[-1] == "facts":
        way, last = way[:-1], "facts"
    ids = tuple(each for each in way if each not in _SHELVES)
    return Together((*ids, _NAMES.get(last, last)), " · ")


def marked(before: Words | None, after: Words | None) -> tuple[Words | None, Words | None]:
    """Return both passages, in each language the words strong that the other has not; else as they were."""
    if isinstance(before, str) and isinstance(after, str) and not _DAY.fullmatch(after):
        return _strong(before, after)
    if not isinstance(before, Text) or not isinstance(after, Text):
        return _bare(before), _bare(after)
    es, en = _strong(before.es, after.es), _strong(before.en, after.en)
    return Text(es[0], en[0]), Text(es[1], en[1])


def _bare(words: Words | None) -> Words | None:
    if isinstance(words, str) and _DAY.fullmatch(words):
        return Day(words)
    return Text(literal(plain(words.es)), literal(plain(words.en))) if isinstance(words, Text) else words


def _strong(before: str, after: str) -> tuple[str, str]:
    was, now = (re.findall(r"\S+", literal(plain(each))) for each in (before, after))
    same = difflib.SequenceMatcher(None, was, now, autojunk=False).get_matching_blocks()
    kept = sum(each.size for each in same)
    if kept < (1 - MOST_STRONG) * max(len(was), len(now)):
        return " ".join(was), " ".join(now)
    in_was = {each.a + at for each in same for at in range(each.size)}
    in_now = {each.b + at for each in same for at in range(each.size)}
    return _joined(was, in_was), _joined(now, in_now)


def _joined(words: list[str], kept: set[int]) -> str:
    runs = groupby(enumerate(words), lambda each: each[0] in kept)
    parts = [(same, " ".join(word for _, word in run)) for same, run in runs]
    return " ".join(said if same else f"**{said}**" for same, said in parts)

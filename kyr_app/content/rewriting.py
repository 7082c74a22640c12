"""Corrections put back into the files that lawyers write: the lines of what changed, every other byte as it was."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping as Dict
from typing import TYPE_CHECKING

from kyr_app.content.source import parse
from kyr_app.model.errors import ContentError
from kyr_app.model.text import N_

if TYPE_CHECKING:
    from kyr_app.content.source import Mapping

WIDTH = 112
"""Letters of a line; the files that ship keep to it."""

Change = tuple["Mapping", str, str]
"""A passage as it was read, the language of it that changes, and the words from now on."""

_UNSAFE_START = re.compile(r"[-*&\[\]{}@`%|>!?\"'#,:~=]")


def rewritten(text: str, changes: list[Change]) -> str:
    """Return a file with its changes in it. Raise `ContentError` where it would then be read otherwise than meant."""
    lines = text.splitlines(keepends=True)
    for node, language, words in sorted(changes, key=lambda each: -each[0].lines[each[1]]):
        _put(lines, node.lines[language] - 1, language, words)
    made = "".join(lines)
    parse(made)  # a file that cannot be read again is never written
    return made


def _put(lines: list[str], at: int, language: str, words: str) -> None:
    """Put words in the place of an entry that begins on line `at`, counted from 0."""
    found = re.match(rf"(?P<lead>\s*(?:- )*){language}:\s*(?P<rest>.*)", lines[at])
    if found is None:
        raise ContentError(N_("Line {line} is not where the words stand.", line=str(at + 1)))
    indent = len(found["lead"])
    end = at + 1
    while end < len(lines) and (not lines[end].strip() or _indent(lines[end]) > indent):
        end += 1
    while end > at + 1 and not lines[end - 1].strip():
        end -= 1
    ending = "\r\n" if lines[at].endswith("\r\n") else "\n"
    lines[at:end] = [each + ending for each in _written(found["lead"], language, words, found["rest"])]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _written(lead: str, language: str, words: str, before: str) -> list[str]:
    one = f"{lead}{language}: {words}"
    folded = before.startswith(">")
    if not folded and len(one) <= WIDTH and _plain(words):
        return [one]
    inner = " " * (len(lead) + 2)
    body = textwrap.wrap(words, WIDTH - len(inner), break_long_words=False, break_on_hyphens=False)
    return [f"{lead}{language}: >-", *(inner + each for each in body)]


def _plain(words: str) -> bool:
    """Whether words may stand behind their colon without a sign that says that a text follows."""
    return not (
        _UNSAFE_START.match(words)
        or ": " in words
        or " #" in words
        or words.endswith(":")
        or words != words.strip()
    )


def by_file(changes: Dict[str, list[Change]], read: Dict[str, str]) -> dict[str, str]:
    """Return the files that change, by name, as they are from now on."""
    return {name: rewritten(read[name], found) for name, found in changes.items() if found}

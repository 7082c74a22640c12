"""What is wrong with a plan file, in words: where it stands, what was written, what could stand there.

The library that reads the plan says it in English, and by the path of a program. This reads that once more.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches

import msgspec

from kyr_app.model.errors import InputError
from kyr_app.model.text import N_, Together, Words

_PATH = re.compile(r" - at `\$(?P<path>[^`]*)`$")
_EXHIBIT = re.compile(r"^\.exhibits\[(\d+)\]")
_BYTE = re.compile(r"\(byte (\d+)\)")
_UNKNOWN = re.compile(r"^Object contains unknown field `(.*)`$", re.DOTALL)
_NEEDED = re.compile(r"^Object missing required field `(.*)`$")
_KIND = re.compile(r"^Expected `([a-z]+)")
_VALUE = re.compile(r"^Invalid enum value (.*)$", re.DOTALL)

KINDS: Mapping[str, Words] = {
    "str": N_("words in quotation marks"),
    "int": N_("a whole number"),
    "float": N_("a number"),
    "bool": N_("true or false"),
    "array": N_("a list, in square brackets"),
    "object": N_("words with their values, in braces"),
}
"""What may be expected, by the name that the library has for it."""


def mistake(
    data: bytes, error: Exception, words: Mapping[str, Sequence[str]], tones: Sequence[str], hint: Words
) -> InputError:
    """Return what to say of a plan that could not be read.

    `words` are those that a plan may have, by what they stand in: "" for the plan itself. `tones` are those there are.
    """
    if not isinstance(error, msgspec.ValidationError):
        return InputError(_torn(data, error), hint)
    said = str(error)
    found = _PATH.search(said)
    path = found["path"] if found else ""
    told, way = _told(_PATH.sub("", said), path, words, tones)
    number = _EXHIBIT.match(path)
    if number is not None:
        told = N_("Exhibit number {n}: {said}", n=int(number[1]) + 1, said=told)
    return InputError(told, way or hint)


def _torn(data: bytes, error: Exception) -> Words:
    """Return what to say of a file that is no JSON at all, with the line where that begins."""
    if isinstance(error, UnicodeDecodeError):
        return N_("This plan is not in UTF-8.")
    at = _BYTE.search(str(error))
    if at is None:
        return N_("This plan ends in the middle: a bracket or a quotation mark is missing at its end.")
    return N_("Line {n} of this plan cannot be read.", n=data.count(b"\n", 0, int(at[1])) + 1)


def _told(
    said: str, path: str, words: Mapping[str, Sequence[str]], tones: Sequence[str]
) -> tuple[Words, Words | None]:
    names = re.findall(r"\.(\w+)", path)
    field = names[-1] if names else ""
    unknown, needed, kind = _UNKNOWN.match(said), _NEEDED.match(said), _KIND.match(said)
    if unknown is not None:
        near = get_close_matches(unknown[1], words.get(field, words[""]), 1)
        way = N_("Did you mean “{near}”?", near=near[0]) if near else None
        return N_("“{name}” is no word of a plan.", name=unknown[1]), way
    if needed is not None:
        return N_("“{name}” is missing in this plan.", name=needed[1]), None
    if _VALUE.match(said) is not None:
        return N_("“{name}” can be: {values}.", name=field, values=Together(tuple(tones), ", ")), None
    wanted = KINDS.get(kind[1]) if kind is not None else None
    if wanted is None:
        return N_("“{name}” cannot be read.", name=field), None
    if not field:
        return N_("A plan is {kind}.", kind=wanted), None
    return N_("“{name}” must be {kind}.", name=field, kind=wanted), None

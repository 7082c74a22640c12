"""Answers from a JSON file: checked against the questions, with help for every mistake."""

from __future__ import annotations

import difflib
import json
from typing import TYPE_CHECKING, Any

from kyr_app.model.answers import Answer, Answers
from kyr_app.model.errors import InputError
from kyr_app.model.text import N_
from kyr_app.model.wording import fitting
from kyr_app.session.situation import asked_names

if TYPE_CHECKING:
    from kyr_app.content.library import Library

MOST_BYTES = 1024 * 1024
"""The answers of a family fit many times over; a larger file is something else."""


def read(data: bytes, library: Library) -> Answers:
    """Return the answers in the JSON object `data`, keyed by answer name.

    Raise `InputError`: for what is no JSON object, for a key that no question has (with the nearest one), for a
    value that does not fit (with the question's words).
    """
    asked = asked_names(library)
    found: dict[str, Answer] = {}
    for name, value in _object(data).items():
        if name not in asked:
            raise unknown(name, list(asked))
        screen = asked[name]
        try:
            found[name] = fitting(screen.answer, value)
        except InputError as error:
            said = N_(
                "The answer “{name}” does not fit the question “{question}”",
                name=name,
                question=screen.question,
            )
            raise InputError(said, error.said) from error
    return Answers(found)


def _object(data: bytes) -> dict[str, Any]:
    if len(data) > MOST_BYTES:
        raise InputError(N_("This file is too large to be a file of answers: {n} bytes.", n=len(data)))
    try:
        value = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_once)
    except UnicodeDecodeError as error:
        raise InputError(N_("This file of answers is not in UTF-8."), _HINT) from error
    except json.JSONDecodeError as error:
        raise InputError(
            N_("This is not a file of answers: line {line} cannot be read.", line=error.lineno), _HINT
        ) from error
    except RecursionError as error:
        raise InputError(N_("This is not a file of answers."), _HINT) from error
    if not isinstance(value, dict):
        raise InputError(N_("This is not a file of answers."), _HINT)
    return value


_HINT = N_("A file of answers is a JSON object; `kyr questions --json` lists its keys.")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise InputError(N_("The answer “{name}” stands twice in this file.", name=name))
        found[name] = value
    return found


def unknown(name: str, known: list[str]) -> InputError:
    """Return the error for a name that no question has, with the nearest one that some question has."""
    near = next(iter(difflib.get_close_matches(name, known, n=1, cutoff=0.5)), None)
    shown = name if len(name) <= 60 else name[:60] + "…"
    hint = N_("Did you mean “{near}”?", near=near) if near else _HINT
    return InputError(N_("No question has the answer “{name}”.", name=shown), hint)

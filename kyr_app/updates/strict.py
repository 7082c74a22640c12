"""JSON without surprises: no key twice, no number that is none, no half letters, no depth without end, nothing hidden.

Words that hide something or turn a line round would be read over by whoever looks at what a pack changes.
"""

from __future__ import annotations

import json
import math
from typing import Any, NoReturn

from kyr_app.i18n.soundness import concealed
from kyr_app.model.text import N_
from kyr_app.updates import troubles

DEEPEST = 64
_DIGITS = 16


def loads(data: bytes) -> Any:
    """Return the value of strict JSON. Raise `NotAPack` for anything that two readers might read differently."""
    try:
        text = data.decode("utf-8")
        value = json.loads(
            text, object_pairs_hook=_once, parse_constant=_refuse, parse_float=_finite, parse_int=_short
        )
        _sound(value, DEEPEST)
        text.encode("utf-8")
    except (ValueError, RecursionError) as error:
        raise troubles.no_pack(N_("a file in it is not the JSON that this program reads.")) from error
    return value


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("twice")
    return found


def _refuse(text: str) -> NoReturn:
    raise ValueError(text)


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(text)
    return value


def _short(text: str) -> int:
    if len(text.lstrip("-")) > _DIGITS:
        raise ValueError(text)
    return int(text)


def _sound(value: Any, depth: int) -> None:
    """Raise `ValueError` for half of a surrogate pair anywhere, for what is nested too deep; `NotAPack` as `_plain`."""
    if depth == 0:
        raise ValueError("deep")
    if isinstance(value, str):
        _plain(value)
    elif isinstance(value, dict):
        for name, inner in value.items():
            _plain(name)
            _sound(inner, depth - 1)
    elif isinstance(value, list):
        for inner in value:
            _sound(inner, depth - 1)


def _plain(text: str) -> None:
    """Raise `ValueError` for half a letter, `NotAPack` for words that are not what they look like."""
    text.encode("utf-8")
    if why := concealed(text):
        raise troubles.no_pack(N_("words in it cannot be shown: {why}", why=why))

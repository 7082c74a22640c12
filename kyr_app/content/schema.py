"""One walk over types and data: checking, texts for translators and decoding are filters over it.

The schema is the set of Structs in `model`. `check` reports every mistake with its line; `decode` builds the
value of a tree that has none.
"""

from __future__ import annotations

import datetime as dt
import difflib
import typing
from collections.abc import Callable, Iterator
from enum import Enum
from functools import cache
from typing import Any, TypeVar, get_args, get_origin

import msgspec
from msgspec import structs

from kyr_app.content.source import Listing, Mapping, Mistake, Node, Scalar
from kyr_app.model.text import N_, Text

T = TypeVar("T")
_TRUTH = {"yes": True, "no": False}


def walk(kind: Any, node: Node, place: str = "") -> Iterator[Mistake | tuple[str, Any, Node]]:
    """Visit type and tree together; yield a `Mistake`, or (place, type, node) for every value that fits.

    `place` names a value by ids, never by position (`turn-in.points.carry.title`), so that inserting one
    disturbs no other.
    """
    kind = _settled(kind, node)
    if isinstance(kind, Mistake):
        yield kind
    elif _is_struct(kind):
        yield from _walk_struct(kind, node, place)
    elif get_origin(kind) is tuple:
        yield from _walk_list(get_args(kind)[0], node, place)
    else:
        wrong = _scalar(kind, node)
        yield wrong or (place, kind, node)


def _is_struct(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


def _settled(kind: Any, node: Node) -> Any:
    """Return the one type that a union means here: not None, and the Struct whose tag the node carries."""
    members = [member for member in get_args(kind) if member is not type(None)]
    if get_origin(kind) is tuple or not members:
        return kind
    if len(members) == 1:
        return members[0]
    tags = {member.__struct_config__.tag: member for member in members}
    if not isinstance(node, Mapping):
        return Mistake(node.line, N_("Several entries are needed here, one a line: kind, id …"))
    written = node.items.get("kind")
    if not isinstance(written, Scalar):
        return Mistake(node.line, N_("“{name}” is missing.", name="kind"))
    if written.text not in tags:
        return Mistake(written.line, _none_of(written.text, tuple(tags)))
    return tags[written.text]


def _walk_struct(kind: Any, node: Node, place: str) -> Iterator[Mistake | tuple[str, Any, Node]]:
    if not isinstance(node, Mapping):
        names = ", ".join(field.name for field in _fields(kind) if field.required)
        yield Mistake(node.line, N_("Several entries are needed here: {names}.", names=names))
        return
    own = node.items.get("id")
    if isinstance(own, Scalar):
        place = f"{place}.{own.text}" if place else own.text
    yield place, kind, node
    hints = _hints(kind)
    known = set(hints) - ({"more"} if kind is Text else set())
    known |= {"kind"} if kind.__struct_config__.tag else set()
    strange = [name for name in node.items if name not in known]
    meant = {nearest(name, known) for name in strange}  # told at the strange name, not as missing too
    for field in _fields(kind):
        if field.name in node.items:
            inner = place if field.name in _TRANSPARENT else f"{place}.{field.name}"
            yield from walk(hints[field.name], node.items[field.name], inner)
        elif field.required and field.name not in meant:
            yield Mistake(node.line, N_("“{name}” is missing.", name=field.name))
    for name in strange:
        yield Mistake(node.lines[name], _unknown(name, sorted(known)))


_TRANSPARENT = frozenset(
    "points blocks items sections screens parts rules terms facts outcomes flags contacts events sheets prompts".split()
)


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return typing.get_type_hints(kind)


@cache
def _fields(kind: Any) -> tuple[structs.FieldInfo, ...]:
    return structs.fields(kind)  # evaluates the annotations anew each time


def _walk_list(kind: Any, node: Node, place: str) -> Iterator[Mistake | tuple[str, Any, Node]]:
    if not isinstance(node, Listing):
        yield Mistake(node.line, N_("A list is needed here: each entry on a line that starts with “-”."))
        return
    seen: dict[str, int] = {}
    for number, item in enumerate(node.items):
        yield from walk(kind, item, place if _is_struct(kind) or get_args(kind) else f"{place}.{number}")
        own = item.items.get("id") if isinstance(item, Mapping) else None
        if isinstance(own, Scalar):
            if own.text in seen:
                yield Mistake(
                    own.line, N_("The id “{id}” was used on line {line}.", id=own.text, line=seen[own.text])
                )
            seen.setdefault(own.text, own.line)


def _scalar(kind: Any, node: Node) -> Mistake | None:
    if not isinstance(node, Scalar):
        return Mistake(node.line, N_("One value is needed here, on one line."))
    if not node.text:
        return Mistake(node.line, N_("A value is needed here; this is empty."))
    if isinstance(kind, type) and issubclass(kind, Enum):
        allowed = tuple(str(member.value) for member in kind)
        return None if node.text in allowed else Mistake(node.line, _none_of(node.text, allowed))
    try:
        _VALUE[kind](node.text)
    except (ValueError, KeyError):
        return Mistake(node.line, _WRONG[kind].with_values(text=node.text))
    return None


_VALUE: dict[Any, Callable[[str], Any]] = {
    str: str,
    int: int,
    bool: _TRUTH.__getitem__,
    dt.date: dt.date.fromisoformat,
}
_WRONG = {
    int: N_("“{text}”: a whole number is needed here."),
    bool: N_("“{text}”: yes or no is needed here."),
    dt.date: N_("“{text}”: a date is needed here, such as 2026-11-22."),
}


def nearest(word: str, known: typing.Iterable[str]) -> str:
    """Return the known word that looks most like `word`, or nothing."""
    return next(iter(difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)), "")


def _unknown(name: str, known: list[str]) -> Any:
    near = nearest(name, known)
    if near:
        return N_("There is no “{name}” here. Did you mean “{near}”?", name=name, near=near)
    return N_("There is no “{name}” here. There is: {known}.", name=name, known=", ".join(known))


def _none_of(written: str, allowed: tuple[str, ...]) -> Any:
    near = nearest(written, allowed)
    if near:
        return N_("“{name}” is not known here. Did you mean “{near}”?", name=written, near=near)
    return N_("“{name}” is none of: {known}.", name=written, known=", ".join(allowed))


def check(kind: Any, node: Node) -> list[Mistake]:
    """Return every mistake of a tree against a type, in order of lines."""
    return sorted((found for found in walk(kind, node) if isinstance(found, Mistake)), key=lambda m: m.line)


def texts(kind: Any, node: Node) -> Iterator[tuple[str, Text, Mapping]]:
    """Yield (place, text, node) for every `Text` of a tree without mistakes."""
    for found in walk(kind, node):
        if not isinstance(found, Mistake) and found[1] is Text and isinstance(found[2], Mapping):
            yield found[0], decode(Text, found[2]), found[2]


def sound(kind: Any, node: Node) -> bool:
    """Whether a tree has no mistake against a type, so that `decode` may be asked for it."""
    return not any(isinstance(found, Mistake) for found in walk(kind, node))


def decode(kind: type[T], node: Node) -> T:
    """Return the value of a tree that `check` found no mistake in."""
    return msgspec.convert(_plain(kind, node), kind, strict=False)


def _plain(kind: Any, node: Node) -> Any:
    if isinstance(node, Scalar):
        return _TRUTH.get(node.text, node.text) if kind is bool else node.text
    kind = _settled(kind, node)
    if isinstance(node, Listing):
        return [_plain(get_args(kind)[0], item) for item in node.items]
    hints = _hints(kind)
    return {name: _plain(hints.get(name, str), value) for name, value in node.items.items()}

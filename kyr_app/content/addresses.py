"""The address of every passage of the content: what a translation names it by.

`lessons/after-release.points.plan-first.blocks.family-plan.text`: the shelf, the id of what stands on it, then the
way down. What has an id or a value is named by it, what has neither by its place from 1. So the address stays when
others come and go; and who translates gives the Spanish with it, so that a place that moved is noticed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from msgspec import Struct, structs

from kyr_app.model.text import Text

if TYPE_CHECKING:
    from kyr_app.content.library import Shelf
    from kyr_app.model.form import OfficialForm

OFFICIAL = "official"
"""The shelf of the maps of official forms, which lie beside the library."""

Turn = Callable[[str, Text], Text]


class Passage(Struct, frozen=True):
    """A passage and its address."""

    address: str
    text: Text


def texts(shelf: Shelf, forms: Iterable[OfficialForm] = ()) -> Iterator[Passage]:
    """Yield every passage of the content, in the order of its shelves."""
    for name in shelf.__struct_fields__:
        for value in _shelved(shelf, name):
            yield from of_value(name, value)
    for form in forms:
        yield from of_value(OFFICIAL, form)


def of_value(shelf_name: str, value: Struct) -> Iterator[Passage]:
    """Yield every passage of one thing on a shelf: a lesson, a checklist, a place that helps."""
    return _down(value, f"{shelf_name}/{getattr(value, 'id', '')}")


def _shelved(shelf: Shelf, name: str) -> tuple[Struct, ...]:
    value = getattr(shelf, name)
    return value if isinstance(value, tuple) and all(hasattr(each, "id") for each in value) else ()


def texts_in(value: Any) -> Iterator[Text]:
    """Yield every passage of any value."""
    return (each.text for each in _down(value, ""))


def _down(value: Any, address: str) -> Iterator[Passage]:
    if isinstance(value, Text):
        yield Passage(address, value)
    else:
        for name, inner in _inside(value):
            yield from _down(inner, f"{address}.{name}")


def _inside(value: Any) -> Iterator[tuple[str, Any]]:
    """Yield what stands directly in a value, with its name there."""
    if isinstance(value, Struct):
        yield from ((name, getattr(value, name)) for name in value.__struct_fields__)
    elif isinstance(value, Mapping):
        yield from ((str(name), inner) for name, inner in value.items())
    elif isinstance(value, tuple | list):
        yield from _items(value)


def _items(value: tuple[Any, ...] | list[Any]) -> Iterator[tuple[str, Any]]:
    names = [_name(each) for each in value]
    once = len(set(names)) == len(names)
    for at, (name, inner) in enumerate(zip(names, value, strict=True), 1):
        yield name if name and (once or names.count(name) == 1) else str(at), inner


def _name(value: Any) -> str:
    for field in ("id", "value"):
        found = getattr(value, field, None)
        if isinstance(found, str) and found:
            return found
    return ""


def turned(shelf: Shelf, turn: Turn) -> Shelf:
    """Return a shelf each of whose passages is what `turn` makes of it; what has none is the very same value."""
    fresh = {
        name: tuple(turned_value(name, each, turn) for each in _shelved(shelf, name))
        for name in shelf.__struct_fields__
        if _shelved(shelf, name)
    }
    return structs.replace(shelf, **fresh)


def turned_value(shelf_name: str, value: Any, turn: Turn) -> Any:
    """Return one thing on a shelf likewise."""
    return _turned(value, f"{shelf_name}/{getattr(value, 'id', '')}", turn)


def _turned(value: Any, address: str, turn: Turn) -> Any:
    if isinstance(value, Text):
        return turn(address, value)
    inside = list(_inside(value))
    fresh = [(name, _turned(inner, f"{address}.{name}", turn)) for name, inner in inside]
    if all(new is old for (_, new), (_, old) in zip(fresh, inside, strict=True)):
        return value
    if isinstance(value, Struct):
        return structs.replace(value, **dict(fresh))
    if isinstance(value, Mapping):
        return dict(zip(value, (new for _, new in fresh), strict=True))
    return type(value)(new for _, new in fresh)

"""A lawyer is shown everything that a pack changes: no shelf of the content is passed over."""

import datetime as dt
from enum import Enum

import pytest
from msgspec import Struct, structs

from kyr_app.content.difference import How, differences
from kyr_app.content.library import Library, Shelf
from kyr_app.model.text import Text

SHELVES = [name for name in Shelf.__struct_fields__ if name not in {"format", "built"}]


def changed(value):
    """Return a thing of the content with one passage, date or word of it otherwise; None where there is none."""
    for field in structs.fields(value):
        now = getattr(value, field.name)
        fresh = None
        if isinstance(now, Text):
            fresh = structs.replace(now, es=now.es + " Y más.")
        elif isinstance(now, dt.date):
            fresh = now + dt.timedelta(1)
        elif isinstance(now, str) and not isinstance(now, Enum) and field.name not in {"id", "kind"}:
            fresh = now + "x"
        if fresh is not None:
            return structs.replace(value, **{field.name: fresh})
    return None


@pytest.mark.parametrize("name", SHELVES)
def test_what_changes_is_told_whatever_it_is(library, name):
    first, *others = getattr(library.shelf, name)
    assert isinstance(first, Struct)
    fresh = changed(first)
    assert fresh is not None
    after = Library(structs.replace(library.shelf, **{name: (fresh, *others)}), lambda: library.forms)
    [told] = differences(library, after)
    assert told.how is How.CHANGED
    assert told.passages


@pytest.mark.parametrize("name", SHELVES)
def test_what_comes_and_goes_is_told_whatever_it_is(library, name):
    _, *others = getattr(library.shelf, name)
    without = Library(structs.replace(library.shelf, **{name: tuple(others)}), lambda: library.forms)
    assert How.GONE in {each.how for each in differences(library, without)}
    assert How.NEW in {each.how for each in differences(without, library)}

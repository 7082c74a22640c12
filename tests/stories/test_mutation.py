from itertools import islice

import pytest

from kyr_app import places
from kyr_app.content.library import load
from tests import mutation
from tests.mutation import Mutant

LIBRARY = load(places.pack())
STORIES = mutation.told(LIBRARY)


def test_the_stories_hold_for_the_rules_as_they_are() -> None:
    lists = [("item", f"{name} -") for name in LIBRARY.checklists]
    for kind, name in [("screening", "-"), ("finding", "-"), ("deadline", "-"), *lists]:
        assert not mutation.noticed(Mutant(kind, name, "nothing", LIBRARY), STORIES), name


@pytest.mark.parametrize("kind", ["screening", "finding", "finding part", "item", "item part", "deadline"])
def test_the_stories_notice_a_change(kind: str) -> None:
    changed = [each for each in mutation.mutants(LIBRARY) if each.kind == kind]
    assert len(changed) >= 36
    some = list(islice(changed, 0, None, len(changed) // 12))
    survived = [f"{each.name}: {each.change}" for each in some if not mutation.noticed(each, STORIES)]
    assert len(some) - len(survived) >= 10, survived


def test_a_condition_loses_each_part_once() -> None:
    assert list(mutation.shorter("a and (b or c)")) == ["(b or c)", "a", "a and (c)", "a and (b)"]
    assert list(mutation.shorter("a == yes")) == list(mutation.shorter("")) == []
